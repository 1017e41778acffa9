/**
 * A target that was not translated: the same as its source, or, in a language of another script, without a letter of
 * that script. Codes, placeholders, addresses, numbers and names are left out of the comparison.
 */
import { scriptOf } from '../../text/language.ts';
import type { Check, CheckedSegment, Finding } from '../check.ts';
import { maskText } from '../text/masked.ts';

export const sameAsSource: Check = {
  id: 'same-as-source',
  languages: 'all',
  severity: 'warning',
  issueType: 'untranslated',
  messages: ['message', 'script'],
  example: { source: 'Save the file', target: 'Save the file', mended: 'ذخیرهٔ پرونده', targetLanguage: 'fa' },
  find: findUntranslated,
};

function findUntranslated({
  source,
  target,
  sourceLanguage,
  targetLanguage,
}: CheckedSegment): readonly Finding[] {
  const [from, to] = [maskText(source), maskText(target)];
  const span = { start: 0, end: target.length };
  const [script, other] = [scriptOf(targetLanguage), scriptOf(sourceLanguage)];
  if (script === other) {
    const isSame = wordsOf(from).join(' ') === wordsOf(to).join(' ');
    return isSame && wordsOf(from).filter(isOrdinary).length >= 3 ? [{ target: span }] : [];
  }
  if (hasScript(to, script)) return [];
  const words = wordsOf(to).filter(isOrdinary);
  if (words.length === 0 || !wordsOf(from).some(isOrdinary)) return [];
  if (wordsOf(from).join(' ') === wordsOf(to).join(' ')) return [{ target: span }];
  return words.length > 1 ? [{ target: span, message: 'script' }] : [];
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}_'’.+#-]+/gu) ?? [];
}

/** No name of a program, acronym, file or single letter: small letters but for the first, without digits or marks. */
function isOrdinary(word: string): boolean {
  return /^\p{Lu}?[\p{Ll}\p{Lo}\p{M}'’]{2,}[.]?$/u.test(word);
}

function hasScript(text: string, script: string): boolean {
  const name = SCRIPTS[script];
  return name === undefined || name.test(text);
}

/** Of scripts not named here nothing is said. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Arab: /\p{Script=Arabic}/u,
  Mymr: /\p{Script=Myanmar}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Grek: /\p{Script=Greek}/u,
  Thai: /\p{Script=Thai}/u,
  Khmr: /\p{Script=Khmer}/u,
  Laoo: /\p{Script=Lao}/u,
  Deva: /\p{Script=Devanagari}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Kore: /\p{Script=Hangul}/u,
};
