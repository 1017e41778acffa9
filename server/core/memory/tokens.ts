/**
 * The words of a text as memories compare them, each with where it stands. By the text and not by its language, for
 * texts quote each other's scripts: letters, marks and digits that touch are a word, joined by what does not part one
 * (apostrophe, underscore, ZWNJ, ZWSP, a direction mark); what is written without spaces is cut by ICU's dictionaries,
 * and into graphemes where ICU has none. A number is one token whatever its value, but within a name (`MP3`, `v2`) it
 * is part of that. Punctuation is none.
 * Invariant: the work and the tokens' lengths are bounded by the text's length, whatever stands in it.
 */
import { numbersOf, type NumberToken } from '../qa/text/numbers.ts';
import { fold } from '../text/fold.ts';
import { pieces } from '../text/pieces.ts';

export type TokenMethod = 'words' | 'ICU words' | 'graphemes';

/** UTF-16 offsets into the text. */
export interface KeyToken {
  /** Folded; NUMBER_TOKEN for a number. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface KeyTokens {
  readonly tokens: readonly KeyToken[];
  /** Those that became NUMBER_TOKEN, in order. */
  readonly numbers: readonly NumberToken[];
  /** The finest cut that was needed. */
  readonly method: TokenMethod;
}

/** Stands for any number; no word holds it. */
export const NUMBER_TOKEN = '#';

/** ၌ ၍ ၎ ၏ are punctuation to Unicode and parts of words to the dictionary; alone they are no words, as in counts. */
const RUN =
  /[\p{L}\p{N}၌-၏](?:[\p{L}\p{M}\p{N}၌-၏]+|['’‘‛·\u05F3\u05F4_\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]{1,3}(?=[\p{L}\p{N}]))*/gu;

const CUT_BY_ICU =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Written without spaces, and ICU has no dictionary for them. */
const CUT_INTO_GRAPHEMES =
  /[\p{Script=Javanese}\p{Script=Balinese}\p{Script=Tai_Tham}\p{Script=Tai_Le}\p{Script=Tai_Viet}\p{Script=New_Tai_Lue}\p{Script=Yi}\p{Script=Bopomofo}]/u;

export function keyTokensOf(text: string): KeyTokens {
  const tokens: KeyToken[] = [];
  const numbers = ownNumbersOf(text);
  const method = CUT_INTO_GRAPHEMES.test(text) ? 'graphemes' : CUT_BY_ICU.test(text) ? 'ICU words' : 'words';
  let from = 0;
  for (const { start, end } of numbers) {
    addWords(tokens, text.slice(from, start), from, method);
    tokens.push({ text: NUMBER_TOKEN, start, end });
    from = end;
  }
  addWords(tokens, text.slice(from), from, method);
  return { tokens, numbers, method };
}

/** The numbers that become NUMBER_TOKEN, in order. */
export function ownNumbersOf(text: string): readonly NumberToken[] {
  return /\p{Nd}/u.test(text) ? numbersOf(text).filter((number) => standsAlone(text, number)) : [];
}

/** Neither part of a name nor a letter that looks like a digit. */
function standsAlone(text: string, { start, end, isDoubtful }: NumberToken): boolean {
  if (isDoubtful) return false;
  return !/[\p{Lu}\p{Ll}_]/u.test(text.charAt(end)) && !/[\p{Lu}\p{Ll}_]/u.test(text.charAt(start - 1));
}

function addWords(tokens: KeyToken[], text: string, offset: number, method: TokenMethod): void {
  let from = offset;
  for (const piece of pieces(text)) {
    for (const { 0: run, index } of piece.matchAll(RUN)) {
      const start = from + index;
      if (method !== 'words' && CUT_INTO_GRAPHEMES.test(run)) addCut(tokens, run, start, 'grapheme');
      else if (method !== 'words' && CUT_BY_ICU.test(run)) addCut(tokens, run, start, 'word');
      else addToken(tokens, run, start, start + run.length);
    }
    from += piece.length;
  }
}

/** Adds the token unless nothing is left of it. */
function addToken(tokens: KeyToken[], word: string, start: number, end: number): void {
  const folded = foldedWord(word);
  if (folded !== '') tokens.push({ text: folded, start, end });
}

/** A language's common words are most of its texts. */
const folds = new Map<string, string>();
const FOLDS = 20_000;

function foldedWord(word: string): string {
  const found = folds.get(word);
  if (found !== undefined) return found;
  const folded = shortened(fold(word));
  if (folds.size >= FOLDS) folds.clear();
  if (word.length <= LONGEST) folds.set(word, folded);
  return folded;
}

/** A letter with its marks and what is not seen between them: NFC of the whole is that of such pieces. */
const CLUSTER = /[\s\S](?:[\p{M}\p{Default_Ignorable_Code_Point}])*/gu;
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;

const segmenters = {
  word: new Intl.Segmenter('und', { granularity: 'word' }),
  grapheme: new Intl.Segmenter('und', { granularity: 'grapheme' }),
};

/** ICU takes its time, and the texts that are compared with each other hold the same runs. */
const known = new Map<string, readonly KeyToken[]>();
const KNOWN = 5_000;

function addCut(tokens: KeyToken[], run: string, offset: number, by: 'word' | 'grapheme'): void {
  let cut = known.get(run);
  if (cut === undefined) {
    cut = cutRun(run, by);
    if (known.size >= KNOWN) known.clear();
    if (run.length <= 200) known.set(run, cut);
  }
  for (const { text, start, end } of cut) tokens.push({ text, start: offset + start, end: offset + end });
}

/** ICU knows its words in NFC and without anything invisible in them, so that is what it is given. */
function cutRun(run: string, by: 'word' | 'grapheme'): readonly KeyToken[] {
  const tokens: KeyToken[] = [];
  let plain = '';
  const origins: number[] = [];
  for (const { 0: cluster, index } of run.matchAll(CLUSTER)) {
    const text = cluster.replaceAll(IGNORED, '').normalize('NFC');
    for (let unit = 0; unit < text.length; unit += 1) origins.push(index);
    plain += text;
  }
  for (const { segment, index } of segmenters[by].segment(plain)) {
    if (!/[\p{L}\p{N}]/u.test(segment)) continue;
    const end = origins[index + segment.length] ?? run.length;
    addToken(tokens, segment, origins[index] ?? 0, end);
  }
  return tokens;
}

/** No language has longer words; what does is told apart by a number. UTF-16 units. */
const LONGEST = 100;

function shortened(word: string): string {
  return word.length <= LONGEST ? word : `${word.slice(0, LONGEST - 20)}…${checksum(word)}`;
}

/** FNV-1a over UTF-16 units, 32 bits, twice from different starts: tells apart what nobody made to collide. */
export function checksum(text: string): string {
  let [first, second] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x01000193) + 0x5bd1e995;
  }
  return (first >>> 0).toString(36) + (second >>> 0).toString(36);
}
