/**
 * Quotation marks, all of one class, whatever the language writes ("…", “…”, «…», „…“): a passage that the source
 * quotes is quoted in the target, and what the target opens it closes.
 */
import type { Check, CheckedSegment, Finding } from '../check.ts';
import { maskText } from '../text/masked.ts';

export const quotes: Check = {
  id: 'quotes',
  languages: 'all',
  severity: 'note',
  issueType: 'typographical',
  messages: ['missing', 'unbalanced'],
  example: {
    source: 'The “old” name',
    target: 'نام «کهنه',
    mended: 'نام «کهنه»',
    targetLanguage: 'fa',
  },
  find: findQuotes,
};

const DOUBLE = /["“”„‟«»〝〞「」『』]|&(?:quot|ldquo|rdquo|laquo|raquo|#8220|#8221|#171|#187|#34);/gu;
/** Single marks count where they are no apostrophes: they do not stand between letters or after one alone. */
const SINGLE =
  /(?<![\p{L}\p{N}'])['‘‹`](?=[\p{L}\p{N}%{<\uFFFC])|(?<=[\p{L}\p{N}\p{M}%}>.,!?\uFFFC])['’›](?![\p{L}\p{N}'])/gu;

function findQuotes(segment: CheckedSegment): readonly Finding[] {
  const [source, target] = [segment.source, segment.target];
  const wanted = marksOf(source, DOUBLE);
  const given = marksOf(target, DOUBLE);
  if (wanted.length % 2 === 0 && given.length % 2 === 1) {
    const at = given.at(-1) ?? 0;
    return [{ target: { start: at, end: at + 1 }, message: 'unbalanced' }];
  }
  if (wanted.length < 2 || given.length > 0 || marksOf(target, SINGLE).length > 0) return [];
  return hasMarkupInstead(target) ? [] : [{ target: null, message: 'missing' }];
}

/** Wiki markup and elements set a passage off as well. */
function hasMarkupInstead(target: string): boolean {
  return /'{2,}|<\w|[[(（\uFFFC]/u.test(target);
}

/** Places of the marks outside of tags, whose attributes are quoted for the program. */
function marksOf(text: string, pattern: RegExp): readonly number[] {
  const masked = maskText(text);
  return [...text.matchAll(pattern)]
    .filter(({ 0: mark, index }) => mark.length > 1 || masked.charAt(index) === mark)
    .filter(
      ({ 0: mark, index }) => !(mark === '"' && /\d/u.test(text.charAt(index - 1)) && isInch(text, index)),
    )
    .map(({ index }) => index);
}

/** `17"`: neither followed by a word nor closing one that was opened. */
function isInch(text: string, index: number): boolean {
  return !text.slice(0, index).includes('"') && !text.slice(index + 1).includes('"');
}
