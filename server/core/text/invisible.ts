/**
 * Characters that change a text and cannot be seen in it: joiners, direction controls, spaces that are none, tags.
 * An editor shows a mark for each. What is left out belongs to a sign that is seen: variation selectors, the
 * joiners and tags of emoji, the Arabic number signs.
 */
import type { Span } from './segmentation.ts';

/** A joiner joins or parts letters and words without taking room; a space takes it. */
export type InvisibleKind = 'joiner' | 'direction' | 'space' | 'other';

export interface Invisible extends Span {
  /** The short name that people know it by (`ZWNJ`), or its number (`U+2061`). */
  readonly label: string;
  readonly kind: InvisibleKind;
}

type Known = readonly [label: string, kind: InvisibleKind];

const KNOWN: Readonly<Record<string, Known>> = {
  '\u00a0': ['NBSP', 'space'],
  '\u00ad': ['SHY', 'other'],
  '\u034f': ['CGJ', 'joiner'],
  '\u061c': ['ALM', 'direction'],
  '\u2007': ['FSP', 'space'],
  '\u200b': ['ZWSP', 'joiner'],
  '\u200c': ['ZWNJ', 'joiner'],
  '\u200d': ['ZWJ', 'joiner'],
  '\u200e': ['LRM', 'direction'],
  '\u200f': ['RLM', 'direction'],
  '\u202a': ['LRE', 'direction'],
  '\u202b': ['RLE', 'direction'],
  '\u202c': ['PDF', 'direction'],
  '\u202d': ['LRO', 'direction'],
  '\u202e': ['RLO', 'direction'],
  '\u202f': ['NNBSP', 'space'],
  '\u2060': ['WJ', 'joiner'],
  '\u2066': ['LRI', 'direction'],
  '\u2067': ['RLI', 'direction'],
  '\u2068': ['FSI', 'direction'],
  '\u2069': ['PDI', 'direction'],
  '\ufeff': ['BOM', 'other'],
};

const EMOJI_JOINER =
  '(?<=\\p{Extended_Pictographic}[\\p{EMod}\\ufe0f]?)\\u200d(?=\\p{Extended_Pictographic})';
const FLAG = '(?<=\\u{1f3f4})[\\u{e0020}-\\u{e007e}]+\\u{e007f}';
const SELECTORS = '[\\ufe00-\\ufe0f\\u180b-\\u180d\\u180f\\u{e0100}-\\u{e01ef}]';
const NUMBER_SIGNS = '[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}]';
const SEEN = `${EMOJI_JOINER}|${FLAG}|${SELECTORS}|${NUMBER_SIGNS}`;
/** What is seen matches first and is passed over; of the rest, only what is not seen has a name. */
const CANDIDATES = new RegExp(
  `${SEEN}|(?<invisible>(?! )[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Z}])`,
  'gu',
);

/** All of them, in order. */
export function invisiblesIn(text: string): readonly Invisible[] {
  const found: Invisible[] = [];
  for (const match of text.matchAll(CANDIDATES)) {
    const character = match.groups?.['invisible'];
    if (character === undefined) continue;
    const [label, kind] = KNOWN[character] ?? unnamed(character);
    found.push({ start: match.index, end: match.index + character.length, label, kind });
  }
  return found;
}

function unnamed(character: string): Known {
  const number = character.codePointAt(0) ?? 0;
  const label = `U+${number.toString(16).toUpperCase().padStart(4, '0')}`;
  return [label, /\p{Z}/u.test(character) ? 'space' : 'other'];
}
