/**
 * The ten states of XLIFF 1.2 (§ 2.3.3, `state`) and `approved` as the four of the model, and back. What the model
 * cannot say is kept in the subState and restored on writing.
 */
import { compareStates, isState, type State } from '../../core/document/state.ts';

const OWN_PREFIX = 'xlf12:';

const STATES: Readonly<Record<string, State>> = {
  new: 'initial',
  'needs-translation': 'initial',
  'needs-l10n': 'translated',
  'needs-adaptation': 'translated',
  'needs-review-translation': 'translated',
  'needs-review-l10n': 'translated',
  'needs-review-adaptation': 'translated',
  translated: 'translated',
  'signed-off': 'reviewed',
  final: 'final',
};

/** How the model's states are spelt where the file does not say it otherwise. */
const SPELLING: Readonly<Record<State, string>> = {
  initial: 'needs-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
};

export interface ModelState {
  readonly state: State;
  readonly subState?: string;
}

/** `state` and `approved` as they stand in the file; null for an absent attribute. */
export function readState(state: string | null, approved: string | null, hasTarget: boolean): ModelState {
  if (!hasTarget) return { state: 'initial' };
  const known = state === null ? undefined : STATES[state];
  const own: State = known ?? (state === null ? defaultState(approved) : 'initial');
  const lifted = approved === 'yes' && compareStates(own, 'reviewed') < 0 ? 'reviewed' : own;
  const plain = state === null || (known !== undefined && SPELLING[lifted] === state);
  return plain ? { state: lifted } : { state: lifted, subState: `${OWN_PREFIX}${state}` };
}

/** A target without any state is a translation: that is how most tools write it. */
function defaultState(approved: string | null): State {
  return approved === 'no' ? 'initial' : 'translated';
}

export interface FileState {
  readonly state: string;
  readonly approved: 'yes' | 'no';
}

export function writeState({ state, subState }: ModelState): FileState {
  const kept = subState?.startsWith(OWN_PREFIX) ? subState.slice(OWN_PREFIX.length) : null;
  const fits =
    kept !== null && (STATES[kept] === state || (STATES[kept] === undefined && kept.startsWith('x-')));
  return {
    state: fits ? kept : SPELLING[state],
    approved: compareStates(state, 'reviewed') >= 0 ? 'yes' : 'no',
  };
}

const COMMENT = 'state: ';

/**
 * A `target` has one state, for all its segments. Where a segment is further than that, its `mrk` says so in its
 * comment; null where it need not.
 */
export function stateComment(own: ModelState, ofTarget: ModelState): string | null {
  return own.state === ofTarget.state ? null : `${COMMENT}${own.state}`;
}

/** The state in a segment's comment, or null. */
export function readStateComment(comment: string | null): State | null {
  if (comment === null || !comment.startsWith(COMMENT)) return null;
  const state = comment.slice(COMMENT.length);
  return isState(state) ? state : null;
}
