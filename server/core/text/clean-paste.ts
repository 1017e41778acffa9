/**
 * What Word, PDF readers and web pages put around a text when it is copied. Only that is taken out of which
 * nobody could miss anything; what may be meant stays, and is reported or suggested. Each change is counted, so
 * that a person can be told and can have the text as it was.
 */
import { primaryOf, scriptOf, type LanguageTag } from './language.ts';

export type PasteChangeKind =
  /** A soft hyphen where a line was broken: taken out, the word is whole again. */
  | 'hyphens'
  /** Line breaks inside of a paragraph, made a space (in scripts without spaces a zero-width one). */
  | 'lines'
  /** White space at the end or beginning of lines and of the whole. */
  | 'ends'
  /** Non-breaking spaces beside other spaces: the padding of web pages and Word. */
  | 'spaces'
  /** Byte order marks and control characters. */
  | 'controls'
  /** Not changed: characters of a private font (Word's bullets and symbols). */
  | 'private';

export interface PasteChange {
  readonly kind: PasteChangeKind;
  readonly count: number;
}

export interface CleanedPaste {
  readonly text: string;
  /** What was done or, of `private`, found; in the order of PasteChangeKind, none with the count 0. */
  readonly changes: readonly PasteChange[];
}

export interface CleanOptions {
  /** Lines are meant to be lines: the source has such, too. */
  readonly keepsLines?: boolean;
  /** Text stands beside it: a space at its ends keeps the words apart. */
  readonly isInside?: boolean;
}

/** As much of a line as its joint with the next depends on. */
const NEAR = 8;

/** Scripts that write no space between words: a broken line becomes a place to break, not a gap. */
const UNSPACED = new Set(['Mymr', 'Thai', 'Khmr', 'Laoo', 'Lana', 'Talu', 'Tale']);
/** Languages in which nothing at all stands between characters. */
const IDEOGRAPHIC = new Set(['zh', 'ja', 'yue', 'wuu']);

const ZWSP = '\u200b';
const BREAK = '\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]';
const BLANKS = '[ \\t\\u00a0]';
// eslint-disable-next-line no-control-regex -- they are what is taken out
const CONTROLS = /(?<=^[ \t\n\u00a0\ufeff]*)\ufeff|[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;
/** A line that begins so is an entry of a list, not the rest of a sentence. */
const LIST_MARK = /^(?:[•◦▪‣∙·*–—-]|\uf0b7|\uf0a7|[\p{Nd}\p{Lu}\p{Ll}]{1,2}[.)])[ \t\u00a0]/u;

/** Takes out what copying brought in. A text without any of it comes back as it is. */
export function cleanPastedText(
  text: string,
  language: LanguageTag,
  options: CleanOptions = {},
): CleanedPaste {
  const counts = new Map<PasteChangeKind, number>();
  const replace = (
    kind: PasteChangeKind,
    from: string,
    pattern: RegExp,
    to: (found: string) => string,
  ): string =>
    from.replace(pattern, (found: string) => {
      const next = to(found);
      if (found !== next) add(counts, kind);
      return next;
    });
  const nothing = (): string => '';
  let clean = text.replace(new RegExp(BREAK, 'gu'), '\n');
  clean = replace('controls', clean, CONTROLS, nothing);
  clean = replace('hyphens', clean, /(?<=\p{L}\p{M}*)\u00ad[ \t]*\n[ \t]*(?=\p{L})/gu, nothing);
  clean = joinLines(clean, language, options.keepsLines === true, counts);
  clean = replace('ends', clean, new RegExp(`^(?:${BLANKS}|\\n)+|(?:${BLANKS}|\\n)+$`, 'gu'), (found) =>
    options.isInside === true && /[ \t\u00a0]/u.test(found) ? ' ' : '',
  );
  clean = replace('spaces', clean, /(?: \u00a0|\u00a0 )[ \u00a0]*/gu, () => ' ');
  counts.set('private', Array.from(clean.matchAll(/\p{Co}/gu)).length);
  const changes = KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
  return { text: clean, changes: changes.filter(({ count }) => count > 0) };
}

const KINDS: readonly PasteChangeKind[] = ['hyphens', 'lines', 'ends', 'spaces', 'controls', 'private'];

function joinLines(
  text: string,
  language: LanguageTag,
  keepsLines: boolean,
  counts: Map<PasteChangeKind, number>,
): string {
  const bare = text.replace(/\n+$/u, '');
  const end = text.slice(bare.length);
  const between = new RegExp(`${BLANKS}*\\n(?:${BLANKS}*\\n)*${BLANKS}*`, 'gu');
  const joined = bare.replace(between, (gap: string, at: number) => {
    const rest = bare.slice(at + gap.length, at + gap.length + NEAR);
    const before = bare.slice(Math.max(0, at - NEAR), at);
    const isParagraph = /\n[ \t\u00a0]*\n/u.test(gap);
    if (before === '') return gap; // white space at the beginning
    if (keepsLines || isParagraph || LIST_MARK.test(rest)) {
      if (gap !== '\n') add(counts, 'ends');
      return '\n';
    }
    add(counts, 'lines');
    return joint(before, gap, rest, language);
  });
  return joined + end;
}

/** What stands between two lines of one paragraph. */
function joint(before: string, gap: string, after: string, language: LanguageTag): string {
  const script = scriptOf(language);
  const meetsOwn = isIn(script, before.slice(-2)) && isIn(script, after.slice(0, 2));
  if (/^[ \t\u00a0]/u.test(gap) || /[ \t\u00a0]$/u.test(gap)) return ' ';
  if (IDEOGRAPHIC.has(primaryOf(language)) && /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。，！？]$/u.test(before))
    return /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}「『（]/u.test(after) ? '' : ' ';
  if (UNSPACED.has(script) && meetsOwn && !/[\p{P}]$/u.test(before)) return ZWSP;
  return ' ';
}

const LETTERS: Readonly<Record<string, RegExp>> = {
  Mymr: /\p{sc=Mymr}/u,
  Thai: /\p{sc=Thai}/u,
  Khmr: /\p{sc=Khmr}/u,
  Laoo: /\p{sc=Laoo}/u,
  Lana: /\p{sc=Lana}/u,
  Talu: /\p{sc=Talu}/u,
  Tale: /\p{sc=Tale}/u,
};

function isIn(script: string, text: string): boolean {
  return LETTERS[script]?.test(text) === true;
}

function add(counts: Map<PasteChangeKind, number>, kind: PasteChangeKind): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

/** Arabic letters in their printed shapes, and Latin ligatures; not the signs that are words by themselves. */
const PRINTED = /[\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0\ufdf1\ufe70-\ufefc]/gu;

/** The text in ordinary letters (ﻻ → لا, ﬁ → fi), or null where it has no others. A suggestion, for it may be meant. */
export function withOrdinaryLetters(text: string): string | null {
  const ordinary = text.replace(PRINTED, (character) => character.normalize('NFKC'));
  return ordinary === text ? null : ordinary;
}
