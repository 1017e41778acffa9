/**
 * A run: sentence marks together with what belongs to the same sentence behind them — closing quotation marks and
 * brackets, emphasis marks, marks of notes — as in `?!”`, `.)`, `. . . .”`, `.[1]`, `။ ။`. Reading a run moves only
 * forward, and the scan goes on behind it, so that a text of nothing but dots is still read once.
 */
import { classAt, classBefore, DIGIT, isLetterAt, isSpaceAt, LETTER, LOWER, UPPER } from './characters.ts';
import type { CompiledRules, MarkKind } from './rules.ts';

export interface Run {
  /** Offset of the first mark. */
  readonly start: number;
  /** Offset of the last group of marks without a closing mark in it: `.` of `?”.` */
  readonly lastStart: number;
  /** Behind everything that belongs to the run. */
  readonly end: number;
  readonly kind: Exclude<MarkKind, 'none'>;
  /** How many dots an ellipsis has when they stand apart (`. . .`), else 0. */
  readonly spacedDots: number;
  /** The same mark twice, mostly with a space between (`။ ။`). */
  readonly doubled: boolean;
  /** Offset of the last closing quotation mark or bracket, or -1. */
  readonly closedAt: number;
  /** Whether a mark of a note follows. */
  readonly noted: boolean;
}

/** Kinds from the weakest to the strongest. */
const STRENGTH: readonly Run['kind'][] = ['stop', 'colon', 'ellipsis', 'question', 'full'];
const ELLIPSIS = STRENGTH.indexOf('ellipsis');
const DASHES = '-–—';
const BRACKETS = ')]}）］】';
const QUOTES = '”’»›」』》》"\'“‘«‹';
const SURE_QUOTES = '”’」』》';
const EMPHASIS = '*_';
/** Without width and belonging to what stands before: ZWSP, ZWNJ, LRM, RLM, PDF, PDI, WJ. */
const WIDTHLESS = '\u200B\u200C\u200E\u200F\u202C\u2060\u2069';
const NOTE =
  /\[[^[\].?!…။؟]{1,24}\](?:[,–-](?=\[))?|\(\p{Nd}{1,3}\)|⁽?[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,4}⁾?(?:[,–-](?=[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]))?|[*†‡§]{1,3}/uy;
/** The same behind a space; only numbers, which hardly ever open a sentence in this form. */
const SPACED_NOTE = /[ \u00A0](?:\[\p{Nd}{1,3}\]|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,4})(?=\s|$)/uy;
/** What begins a text that is a list of notes itself. */
const NOTE_FIRST = /[[⁽\u00B9\u00B2\u00B3\u2070\u2074-\u2079]/u;
/** Markup that a plain text may hold, as it stands between a sentence's end and the next one. */
const END_TAG = /<\/[A-Za-z][\w:-]{0,20}>/y;
const PLAIN_NOTE = /\p{Nd}{1,3}(?:[,–-]\p{Nd}{1,3}){0,4}(?: \p{Nd}{1,3}){0,3}(?=\s+[\p{Lu}\p{Lo}“"«(])/uy;

/** Reads the run that begins at `start`; `textStart` is where the text itself begins, behind white space. */
export function readRun(text: string, start: number, rules: CompiledRules, textStart: number): Run {
  let at = start;
  let lastStart = start;
  let kind = DASHES.includes(text.charAt(start)) ? readDash() : readMarks();
  const spacedDots = kind === 'stop' || kind === 'ellipsis' ? readSpacedDots() : 0;
  if (spacedDots > 0) kind = 'ellipsis';
  const doubled = kind === 'full' && (readDoubled() || (at === start + 2 && text[start] === text[start + 1]));
  let closedAt = -1;
  let noted = false;
  while (at < text.length) {
    const next = text.charAt(at);
    if (closes(text, at, rules)) {
      if (!EMPHASIS.includes(next)) closedAt = at;
      at += 1;
    } else if (WIDTHLESS.includes(next)) at += 1;
    else if (next === '<' && matches(END_TAG, text, at)) at = END_TAG.lastIndex;
    else if (closedAt >= lastStart && isMark(rules.marks.get(next))) {
      lastStart = at;
      kind = readMarks();
    } else {
      const end = noteEnd(text, at, kind, start) ?? spacedNoteEnd(text, at, textStart);
      if (end === null) break;
      noted = true;
      at = end;
    }
  }
  return { start, lastStart, end: at, kind, spacedDots, doubled, closedAt, noted };

  /** The strongest kind of the marks that follow one another: ?… asks, and several dots are an ellipsis. */
  function readMarks(): Run['kind'] {
    const from = at;
    let strength = 0;
    for (let mark = rules.marks.get(text.charAt(at)); isMark(mark); mark = rules.marks.get(text.charAt(at))) {
      strength = Math.max(strength, mark === 'stop' && at > from ? ELLIPSIS : STRENGTH.indexOf(mark));
      at += 1;
    }
    return STRENGTH[strength] ?? 'stop';
  }

  /** Speech that breaks off pauses like `…`. */
  function readDash(): Run['kind'] {
    while (DASHES.includes(text[at] ?? ' ')) at += 1;
    return 'ellipsis';
  }

  /** ` . . .` behind a first dot, or nothing. */
  function readSpacedDots(): number {
    let end = at;
    let dots = 1;
    while (isSpaceAt(text, end) && text[end + 1] === '.' && !continuesDot(text, end + 2)) {
      end += 2;
      dots += 1;
    }
    if (dots < 3) return 0;
    at = end;
    return dots;
  }

  function readDoubled(): boolean {
    let next = at;
    while (next < at + 2 && isSpaceAt(text, next)) next += 1;
    if (next === at || text[next] !== text[at - 1]) return false;
    at = next + 1;
    return true;
  }
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function isMark(kind: MarkKind | undefined): kind is Run['kind'] {
  return kind !== undefined && kind !== 'none';
}

/** Whether the dot before the offset belongs to what follows it (`.5`, `.zip`, `...and`). */
function continuesDot(text: string, index: number): boolean {
  return text[index] === '.' || isLetterAt(text, index) || classAt(text, index) === DIGIT;
}

function closes(text: string, at: number, rules: CompiledRules): boolean {
  const mark = text.charAt(at);
  if (BRACKETS.includes(mark)) return true;
  if (EMPHASIS.includes(mark) || QUOTES.includes(mark)) {
    if (SURE_QUOTES.includes(mark) && !rules.closing.has(mark)) return true;
    let next = at + 1;
    while (next < at + 4 && text[next] === mark) next += 1;
    return !isLetterAt(text, next) && classAt(text, next) !== DIGIT;
  }
  // French, and many who write Persian and Burmese, put a space before the closing mark.
  return isSpaceAt(text, at) && '»”'.includes(text[at + 1] ?? ' ') && !isLetterAt(text, at + 2);
}

/** Where a note's mark right at the offset ends, or null. A plain number counts only where no decimal can be meant. */
function noteEnd(text: string, at: number, kind: Run['kind'], start: number): number | null {
  NOTE.lastIndex = at;
  if (NOTE.test(text)) return NOTE.lastIndex;
  if (classAt(text, at) !== DIGIT || kind === 'full' || kind === 'ellipsis') return null;
  const before = classBefore(text, start);
  const behindBracket = (start > 0 && (BRACKETS + QUOTES).includes(text.charAt(start - 1))) || at > start + 1;
  if (before !== LOWER && before !== LETTER && before !== UPPER && !behindBracket) return null;
  PLAIN_NOTE.lastIndex = at;
  return PLAIN_NOTE.test(text) ? PLAIN_NOTE.lastIndex : null;
}

/** `It ended. [1] It …`, but not `[1] Marx. [2] Engels.`, where each number opens its note. */
function spacedNoteEnd(text: string, at: number, textStart: number): number | null {
  SPACED_NOTE.lastIndex = at;
  return SPACED_NOTE.test(text) && !NOTE_FIRST.test(text.charAt(textStart)) ? SPACED_NOTE.lastIndex : null;
}
