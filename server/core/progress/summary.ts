/** How far a translation has come: segments and words by state, and the shares that a bar shows. */
import { STATES, type State } from '../document/state.ts';

export interface StateCounts {
  readonly segments: number;
  readonly words: number;
}

export interface ProgressSummary {
  readonly byState: Readonly<Record<State, StateCounts>>;
  readonly segments: number;
  readonly words: number;
  /** Share (0 to 1) of words whose state is at least translated; of segments where there are no words. */
  readonly translated: number;
  /** The same for at least reviewed. */
  readonly reviewed: number;
}

/** Adds up any number of counts. */
export function summarize(counts: readonly Readonly<Record<State, StateCounts>>[]): ProgressSummary {
  const sum = (state: State): StateCounts => ({
    segments: counts.reduce((total, each) => total + each[state].segments, 0),
    words: counts.reduce((total, each) => total + each[state].words, 0),
  });
  const byState = {
    initial: sum('initial'),
    translated: sum('translated'),
    reviewed: sum('reviewed'),
    final: sum('final'),
  };
  const all = total(byState, STATES);
  const share = (states: readonly State[]): number => {
    const part = total(byState, states);
    if (all.words > 0) return part.words / all.words;
    return all.segments > 0 ? part.segments / all.segments : 0;
  };
  return {
    byState,
    ...all,
    translated: share(['translated', 'reviewed', 'final']),
    reviewed: share(['reviewed', 'final']),
  };
}

function total(byState: Readonly<Record<State, StateCounts>>, states: readonly State[]): StateCounts {
  return {
    segments: states.reduce((count, state) => count + byState[state].segments, 0),
    words: states.reduce((count, state) => count + byState[state].words, 0),
  };
}
