/**
 * Text in a content replaced by other text, letter for letter or by folded text (fold.ts). Inline codes stay where they
 * are: what a code cuts in two is told and left. Invariant: nothing is taken for a hit that would leave a part of what
 * a reader takes for one letter: an accent without its letter, a vowel sign without its consonant.
 */
import { normalizeContent, type Content } from './content.ts';
import type { Span } from './find.ts';
import { fold, foldedChunks } from './fold.ts';
import { isInsideWord } from './whole-word.ts';

export interface Replacement {
  /** Not ''. */
  readonly find: string;
  /** Put in as it stands; may be ''. */
  readonly by: string;
  readonly wholeWord: boolean;
  /** Whatever its case and letters, as a search has it. */
  readonly folded: boolean;
}

export interface Replaced {
  readonly content: Content;
  /** In the plain text before, and in the plain text after. */
  readonly found: readonly Span[];
  readonly put: readonly Span[];
  /** How many are left because codes stand in them. */
  readonly cut: number;
}

export function replaceText(content: Content, replacement: Replacement): Replaced {
  const parts = normalizeContent(content);
  const hits = findHits(runningText(parts), replacement);
  if (hits.length === 0) return { content, found: [], put: [], cut: 0 };
  const [found, put]: [Span[], Span[]] = [[], []];
  let [running, plain, grown, next] = [0, 0, 0, 0];
  const replaced = parts.map((part) => {
    if (typeof part !== 'string') {
      if (part.code === 'standalone') running += STANDALONE.length;
      return part;
    }
    let text = '';
    let from = 0;
    for (; (hits[next]?.start ?? Infinity) < running + part.length; next += 1) {
      const start = (hits[next]?.start ?? 0) - running;
      const end = (hits[next]?.end ?? 0) - running;
      if (start < from || end > part.length) continue;
      text += part.slice(from, start);
      found.push({ start: plain + start, end: plain + end });
      put.push({ start: grown + text.length, end: grown + text.length + replacement.by.length });
      text += replacement.by;
      from = end;
    }
    text += part.slice(from);
    running += part.length;
    plain += part.length;
    grown += text.length;
    return text;
  });
  return { content: normalizeContent(replaced), found, put, cut: hits.length - found.length };
}

/** Stands for a code that parts words, as a line break does; formatting does not. */
const STANDALONE = '\uFFFC';

function runningText(parts: Content): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : part.code === 'standalone' ? STANDALONE : ''))
    .join('');
}

/** In order, none in another. */
function findHits(text: string, { find, wholeWord, folded }: Replacement): readonly Span[] {
  const needle = folded ? fold(find) : '';
  const spans = needle === '' ? literal(text, find) : ofChunks(text, needle);
  const hits: Span[] = [];
  for (const span of spans) {
    if (span.start < (hits.at(-1)?.end ?? 0) || cutsLetter(text, span)) continue;
    if (!wholeWord || !isInsideWord(text, span)) hits.push(span);
  }
  return hits;
}

function* literal(text: string, find: string): Generator<Span> {
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + 1)) {
    yield { start: at, end: at + find.length };
  }
}

/** Of whole characters only: a half of what folds to two letters cannot be replaced. */
function* ofChunks(text: string, needle: string): Generator<Span> {
  let folded = '';
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const chunk of foldedChunks(text)) {
    starts.set(folded.length, chunk.start);
    folded += chunk.text;
    ends.set(folded.length, chunk.end);
  }
  for (const { start, end } of literal(folded, needle)) {
    const [from, to] = [starts.get(start), ends.get(end)];
    if (from !== undefined && to !== undefined) yield { start: from, end: to };
  }
}

const BEGINS_WITH_MARK = /^\p{M}/u;
/** A mark belongs to what is before it; emoji are joined; a Burmese consonant with asat ends the syllable before it. */
const GOES_ON =
  /^(?:\p{M}|\p{EMod}|\u200D\p{Extended_Pictographic}|[\uDC00-\uDFFF]|[\u1000-\u102A\u103F]\u1037?[\u1039\u103A])/u;
/** Stacks the next consonant below: Burmese, and the viramas of India, Khmer and Tai Tham. */
const STACKS = /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0C4D\u0CCD\u0D4D\u1039\u17D2\u1A60]$/u;
const JOINS_EMOJI = /\p{Extended_Pictographic}\uFE0F?\p{EMod}?\u200D$/u;

/** Who looks for a mark alone means what is written, not what is read, and is taken at the word. */
function cutsLetter(text: string, { start, end }: Span): boolean {
  const hit = text.slice(start, end);
  if (BEGINS_WITH_MARK.test(hit)) return false;
  if (/^[\uDC00-\uDFFF]/u.test(hit) || GOES_ON.test(text.slice(end, end + 4))) return true;
  const before = text.slice(Math.max(0, start - 8), start);
  return STACKS.test(before) || (JOINS_EMOJI.test(before) && /^\p{Extended_Pictographic}/u.test(hit));
}
