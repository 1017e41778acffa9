/**
 * Pairs of quotation marks and brackets. What a sentence quotes or puts in brackets is not cut from it, though it
 * may hold sentences itself: «…» کسی … stays one segment up to the closing mark. Pairs further apart than
 * REACH are passages rather than parts of a sentence and are cut like other text, and so is what is never closed.
 * One pass; each mark is pushed and popped at most once.
 */
import { classAt, DIGIT, isLetterAt, isSpaceAt } from './characters.ts';
import type { CompiledRules } from './rules.ts';
import type { Span } from '../segmentation.ts';

/** In UTF-16 units: some four or five sentences. */
const REACH = 400;

export interface Enclosures {
  /** Outermost pairs in order, from the opening mark to behind the closing one. */
  readonly spans: readonly Span[];
  /** From the offset of a closing mark to that of its opening one. */
  readonly openedAt: ReadonlyMap<number, number>;
}

const MARKS = /[`"'“”„«»‹›‘’‚「」『』《》()[\]{}（）［］【】]/g;

export function findEnclosures(text: string, rules: CompiledRules): Enclosures {
  const open = new Map<string, number[]>();
  const openedAt = new Map<number, number>();
  const spans: Span[] = [];
  MARKS.lastIndex = 0;
  for (let match = MARKS.exec(text); match !== null; match = MARKS.exec(text)) {
    const at = match.index;
    const mark = match[0];
    const start = isApostrophe(text, at, mark) ? null : closeNearest(open, rules.opening.get(mark), text, at);
    if (start !== null) {
      openedAt.set(at, start);
      while ((spans.at(-1)?.start ?? -1) >= start) spans.pop();
      spans.push({ start, end: at + 1 });
    } else if (rules.closing.has(mark) && mayOpen(text, at, mark)) {
      const offsets = open.get(mark);
      if (offsets === undefined) open.set(mark, [at]);
      else offsets.push(at);
    }
  }
  return { spans: joinCrossing(spans), openedAt };
}

function closeNearest(
  open: Map<string, number[]>,
  openings: readonly string[] | undefined,
  text: string,
  at: number,
): number | null {
  for (const opening of openings ?? []) {
    const offsets = open.get(opening);
    const start = offsets?.at(-1);
    if (offsets === undefined || start === undefined) continue;
    if (at - start > REACH) {
      offsets.length = 0;
      continue;
    }
    if ((opening === '"' || opening === "'" || opening === '`') && !mayClose(text, at, opening)) continue;
    offsets.pop();
    return start;
  }
  return null;
}

/** ’ or ' inside a word or before the shortened year of a decade. */
function isApostrophe(text: string, at: number, mark: string): boolean {
  if (mark !== "'" && mark !== '’') return false;
  return isLetterAt(text, at + 1) || classAt(text, at + 1) === DIGIT;
}

function mayOpen(text: string, at: number, mark: string): boolean {
  if (isSpaceAt(text, at + 1) && (mark === '"' || mark === "'" || mark === '‘')) return false;
  if (mark === '"' || mark === "'" || mark === '‘')
    return !isLetterAt(text, at - 1) && classAt(text, at - 1) !== DIGIT;
  // `…' is a quotation of typewriters, `…` is code.
  if (mark === '`') {
    const behind = text.slice(at + 1, at + REACH);
    const close = behind.indexOf("'");
    return close > 0 && !behind.slice(0, close).includes('`');
  }
  return true;
}

/** A straight single quotation mark is taken to close only behind punctuation: workers' is a genitive. */
function mayClose(text: string, at: number, opening: string): boolean {
  if (opening === '"') return !isSpaceAt(text, at - 1);
  return '.?!,…"—–-'.includes(text.charAt(at - 1));
}

/** Makes one span of two that overlap without one holding the other: “ ( ” ). */
function joinCrossing(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end)
      result[result.length - 1] = { start: Math.min(last.start, span.start), end: span.end };
    else result.push(span);
  }
  return result;
}
