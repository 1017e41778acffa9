/**
 * The states of XLIFF 1.2 (`state` of the target and `approved` of the unit, two independent facts there) as one
 * state of ours; what that drops stays in the subState, so that it can be written again.
 */
import { isState, type State } from '../../core/document/state.ts';

const PREFIX = 'xlf12:';

const STATE_OF: ReadonlyMap<string, State> = new Map<string, State>([
  ['new', 'initial'],
  ['needs-translation', 'initial'],
  ['needs-l10n', 'translated'],
  ['needs-adaptation', 'translated'],
  ['needs-review-translation', 'translated'],
  ['needs-review-l10n', 'translated'],
  ['needs-review-adaptation', 'translated'],
  ['translated', 'translated'],
  ['signed-off', 'reviewed'],
  ['final', 'final'],
  // Of XLIFF 2, written by mistake.
  ['initial', 'initial'],
  ['reviewed', 'reviewed'],
]);

const WRITTEN: Readonly<Record<State, string>> = {
  initial: 'needs-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
};

export interface FoundState {
  readonly state: State;
  readonly subState: string | undefined;
}

/**
 * No state at all says nothing against a target: most tools that write none mean a translation. `qualifier` is the
 * target's state-qualifier: one of our own (`x-prefix:value`) is a subState.
 */
export function readState(
  targetState: string | undefined,
  approved: boolean,
  qualifier: string | undefined,
): FoundState {
  const found =
    targetState === undefined ? 'translated' : (STATE_OF.get(targetState) ?? stateOfWord(targetState));
  const state = approved && (found === 'initial' || found === 'translated') ? 'reviewed' : found;
  const own = qualifier === undefined ? undefined : /^x-([^\s:]+:[^\s:]+)$/.exec(qualifier)?.[1];
  const canonical = targetState === undefined || targetState === WRITTEN[state];
  return { state, subState: own ?? (canonical ? undefined : `${PREFIX}${targetState}`) };
}

/** Of a word in other letters than the specification's, or none of it. */
function stateOfWord(word: string): State {
  return STATE_OF.get(word.trim().toLowerCase()) ?? 'initial';
}

const COMMENT = 'state: ';

/**
 * A target has one state, that of the segment which is least far. A segment that is further says so in the
 * comment of its mrk; null where it need not.
 */
export function stateComment(own: State, ofTarget: State): string | null {
  return own === ofTarget ? null : `${COMMENT}${own}`;
}

/** The state in the comment of a segment's mrk; null where it says none. */
export function readStateComment(comment: string | undefined): State | null {
  const state = comment?.startsWith(COMMENT) === true ? comment.slice(COMMENT.length) : '';
  return isState(state) ? state : null;
}

export interface WrittenState {
  readonly state: string;
  readonly approved: boolean;
  /** null: no state-qualifier of ours. */
  readonly qualifier: string | null;
}

/** The attributes for a state. A subState that came from 1.2 gives back what it came from. */
export function writeState(state: State, subState: string | undefined): WrittenState {
  const approved = state === 'reviewed' || state === 'final';
  const original = subState?.startsWith(PREFIX) === true ? subState.slice(PREFIX.length) : null;
  if (original !== null && readState(original, approved, undefined).state === state) {
    return { state: original, approved, qualifier: null };
  }
  const qualifier = subState !== undefined && /^[^\s:]+:[^\s:]+$/.test(subState) ? `x-${subState}` : null;
  return { state: WRITTEN[state], approved, qualifier: original === null ? qualifier : null };
}
