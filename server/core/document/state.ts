/**
 * How far a segment has come (XLIFF 2.1 §4.3.1.28). Other vocabularies (the ten states of 1.2, `approved`,
 * PO's fuzzy, vendors' own) are mapped to it inside their format, with the original restored on writing.
 */
import { isEmpty, type Content } from '../text/content.ts';

export const STATES = ['initial', 'translated', 'reviewed', 'final'] as const;
export type State = (typeof STATES)[number];

export function isState(text: string): text is State {
  return (STATES as readonly string[]).includes(text);
}

/** Negative, zero or positive as the first state comes before, equals or follows the second. */
export function compareStates(a: State, b: State): number {
  return STATES.indexOf(a) - STATES.indexOf(b);
}

/** What people call it: `initial` is told apart by whether anything is written. */
export type NamedState = Exclude<State, 'initial'> | 'untranslated' | 'draft';

/** `target`: null where there is none. */
export function nameOfState(target: Content | null, state: State): NamedState {
  if (state !== 'initial') return state;
  return target === null || isEmpty(target) ? 'untranslated' : 'draft';
}
