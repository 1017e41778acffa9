/** What differs in a row of a receipt, in a person's language: states by their names, long texts cut. */
import type { Difference, Repair } from '../core/document/receipt/row.ts';
import { isState } from '../core/document/state.ts';
import type { Translator } from './translator.ts';

type Words = Pick<Translator, 't'>;

export function describeDifference(words: Words, difference: Difference): string {
  return words.t(`receipt:difference-${difference.code}`, values(words, difference));
}

export function describeRepair(words: Words, repair: Repair): string {
  return words.t(`receipt:repair-${repair.code}`, values(words, repair));
}

/** In characters. */
const LONGEST = 300;

function values(
  words: Words,
  { code, before, after }: Difference | Repair,
): { readonly before: string; readonly after: string } {
  const isOfState = code === 'state-changed' || code === 'state-missing';
  const shown = (text: string): string => {
    // Only of what has a text is it told that its state is another.
    if (isOfState && isState(text)) return words.t(`editor:state-${text === 'initial' ? 'draft' : text}`);
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  };
  return { before: shown(before), after: shown(after) };
}
