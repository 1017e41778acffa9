/**
 * What of a segment can be compared with one in another language: how long it is, what it shares to the letter
 * (numbers by value, addresses, names and words of one script), how it ends, what it is in its document.
 */
import { addressesOf } from '../qa/text/addresses.ts';
import { numbersOf } from '../qa/text/numbers.ts';
import { endOf } from '../qa/text/sentence-end.ts';
import { codesOf, textOf } from '../text/content.ts';
import { fold } from '../text/fold.ts';
import { tokensOf } from '../text/words.ts';
import { lettersOf } from './length-model.ts';
import type { Side } from './side.ts';

/** Properties of a segment that a translation usually has too; each is a word for the class it falls in. */
export interface Traits {
  /** Where its paragraph begins. */
  readonly opens: string;
  readonly role: string;
  /** Quotation mark, dash or bracket at its beginning. */
  readonly begins: string;
  readonly ends: string;
  readonly codes: string;
  readonly number: string;
}
export const TRAITS = ['opens', 'role', 'begins', 'ends', 'codes', 'number'] as const;

export interface Features {
  readonly lengths: readonly number[];
  readonly traits: readonly Traits[];
  /** What may stand in the translation as it is; each once. */
  readonly shared: readonly (readonly string[])[];
  /** Folded words, each once, the first ones of a long segment. */
  readonly words: readonly (readonly string[])[];
}

/** Words of a segment that are looked at. */
const WORDS = 60;
/** Letters of a text that are looked at for words. */
const REACH = 2_000;

export function featuresOf(side: Side): Features {
  const texts = side.segments.map((segment) => textOf(segment.content));
  const words = texts.map((text) => wordsOf(text.slice(0, REACH), side));
  return {
    lengths: texts.map(lettersOf),
    traits: texts.map((text, index) => traitsOf(side, index, text)),
    shared: texts.map((text, index) => sharedOf(text.slice(0, REACH), words[index] ?? [])),
    words,
  };
}

function wordsOf(text: string, { language }: Side): readonly string[] {
  const words = new Set<string>();
  for (const token of tokensOf(text, language)) {
    if (words.size >= WORDS) break;
    if (token.isWord && !/^\p{N}/u.test(token.text)) words.add(fold(token.text));
  }
  return [...words];
}

function traitsOf(side: Side, index: number, text: string): Traits {
  const segment = side.segments[index];
  const codes = codesOf(segment?.content ?? []).length;
  return {
    opens: segment?.paragraph === side.segments[index - 1]?.paragraph ? 'goes-on' : 'opens',
    role: segment?.role ?? 'paragraph',
    begins: beginningOf(text),
    ends: endOf(text)?.kind ?? 'none',
    codes: codes === 0 ? 'none' : codes <= 2 ? 'some' : 'many',
    number: numbersOf(text.slice(0, REACH)).length > 0 ? 'number' : 'none',
  };
}

function beginningOf(text: string): string {
  const [first = ''] = text.trimStart();
  if (/[\p{Pi}\p{Pf}"'„]/u.test(first)) return 'quote';
  if (/[\p{Pd}•*]/u.test(first)) return 'dash';
  return /\p{Ps}/u.test(first) ? 'bracket' : 'none';
}

function sharedOf(text: string, words: readonly string[]): readonly string[] {
  const shared = new Set<string>();
  for (const { values, runs } of numbersOf(text)) shared.add(`n ${values[0] ?? runs.join('.')}`);
  for (const address of addressesOf(text)) shared.add(`a ${fold(address.text)}`);
  for (const word of words) {
    shared.add(`w ${word}`);
    // Cognates of one script mostly begin alike.
    if (word.length >= 6) shared.add(`p ${word.slice(0, 4)}`);
  }
  return [...shared];
}
