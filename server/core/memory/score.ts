/**
 * How well a TU fits a segment. The similarity is 1 − edits / longer length over the words of both matching keys, in
 * whole points, rounded down; what is equal is 100, in its context 101, with its unit's id and neighbours 102. Then
 * penalties are taken, each of them named.
 * Invariants: what is not equal never has more than 99. Penalties for case, codes and numbers, which do not count as
 * edits, take no match below the least score that was asked for: it is found by its words. The others may.
 */
import type { Content } from '../text/content.ts';
import { codesAgree, codesStandAlike } from './code-agreement.ts';
import type { MatchKind, Penalty, PenaltyReason, Score } from './match.ts';
import { keyText, matchingKeyOfText } from './matching-key.ts';
import { DEFAULT_PENALTIES, type Penalties } from './penalties.ts';
import { isSimilar, mostEdits, similarityOf } from './prefix-filter.ts';
import { sameNumbers, withoutNumbers } from './substitute-numbers.ts';
import { distanceFrom } from './token-distance.ts';
import type { Tu, TuContext } from './tu.ts';

/** A segment for which matches are wanted. */
export interface MatchQuestion {
  readonly source: Content;
  readonly context: TuContext;
  /** Least score, a whole number of 1 to 100. */
  readonly minimum: number;
  /** Epoch milliseconds, for the age of TUs. */
  readonly now: number;
  /** DEFAULT_PENALTIES where nothing else is said. */
  readonly penalties?: Penalties;
}

/** A TU, in the direction that is asked for. */
export interface Candidate {
  readonly tu: Pick<Tu, 'kind' | 'context' | 'createdAt' | 'changedAt'>;
  readonly source: Content;
  /** Points that its memory loses. */
  readonly penalty: number;
}

/** null: less than the minimum. */
export type Scorer = (candidate: Candidate) => Score | null;

/** The question is prepared once for all candidates. */
export function scorerFor(question: MatchQuestion): Scorer {
  const key = matchingKeyOfText(keyText(question.source));
  const distanceTo = distanceFrom(key.tokens);
  const { minimum } = question;
  return (candidate) => {
    const other = matchingKeyOfText(keyText(candidate.source));
    const length = Math.max(key.tokens.length, other.tokens.length);
    if (length === 0) return null;
    const edits = distanceTo(other.tokens, mostEdits(length, minimum));
    if (!isSimilar(edits, length, minimum)) return null;
    const similarity = Math.floor(similarityOf(edits, length));
    const differences = differencesOf(question.source, candidate.source, edits);
    const kind = kindOf(question, candidate, edits, differences);
    const penalties = [
      ...textPenalties(differences, similarity, question),
      ...originPenalties(candidate, question),
    ];
    const taken = penalties.reduce((sum, { points }) => sum + points, 0);
    const score = Math.max(0, baseOf(kind, similarity) - taken);
    if (score < minimum) return null;
    const method = key.method === 'words' ? other.method : key.method;
    return { kind, score, similarity, penalties, method, edits, length };
  };
}

type Difference = Extract<PenaltyReason, 'case' | 'codes' | 'numbers'>;

/** What differs beside words; case only where all words are equal. */
function differencesOf(a: Content, b: Content, edits: number): readonly Difference[] {
  const [left, right] = [keyText(a).normalize('NFC'), keyText(b).normalize('NFC')];
  if (left === right) return codesStandAlike(a, b) ? [] : ['codes'];
  const differences: Difference[] = [];
  if (!sameNumbers(a, b)) differences.push('numbers');
  if (!codesAgree(a, b)) differences.push('codes');
  const isCase = edits === 0 && (differences.length === 0 || withoutNumbers(left) !== withoutNumbers(right));
  return isCase ? [...differences, 'case'] : differences;
}

function kindOf(
  { context }: MatchQuestion,
  { tu }: Candidate,
  edits: number,
  differences: readonly Difference[],
): MatchKind {
  if (edits > 0 || differences.length > 0) return 'fuzzy';
  const isBetween = stoodBetween(context, tu.context);
  const isUnit = context.id !== null && context.id !== '' && context.id === tu.context.id;
  if (isBetween && isUnit) return 'structural';
  return isBetween || isUnit ? 'in-context' : 'exact';
}

/**
 * Both neighbours are equal; the first and the last segment of a document have one, and must both be at that edge.
 * Without any neighbour nothing is known.
 */
function stoodBetween(a: TuContext, b: TuContext): boolean {
  if (a.previous === null && a.next === null) return false;
  return sameText(a.previous, b.previous) && sameText(a.next, b.next);
}

function sameText(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return a.normalize('NFC').trim() === b.normalize('NFC').trim();
}

function baseOf(kind: MatchKind, similarity: number): number {
  if (kind === 'structural') return 102;
  return kind === 'in-context' ? 101 : similarity;
}

function textPenalties(
  differences: readonly Difference[],
  similarity: number,
  { minimum, penalties = DEFAULT_PENALTIES }: MatchQuestion,
): readonly Penalty[] {
  const least = Math.min(minimum, 99);
  let score = similarity;
  return differences.map((reason) => {
    // What differs is not 100, even where a person counts the difference for nothing.
    const wanted = Math.max(penalties[reason], score === 100 ? 1 : 0);
    const points = Math.max(0, Math.min(wanted, score - least));
    score -= points;
    return { reason, points };
  });
}

const YEAR = 365.2425 * 24 * 60 * 60 * 1000;

function originPenalties(
  { tu, penalty }: Candidate,
  { now, penalties = DEFAULT_PENALTIES }: MatchQuestion,
): readonly Penalty[] {
  const { age } = penalties;
  const changedAt = tu.changedAt ?? tu.createdAt;
  const isOld = age !== null && changedAt !== null && now - changedAt >= age.years * YEAR;
  const all: readonly Penalty[] = [
    { reason: 'memory', points: penalty },
    { reason: 'aligned', points: tu.kind === 'aligned' ? penalties.aligned : 0 },
    { reason: 'machine', points: tu.kind === 'machine' ? penalties.machine : 0 },
    { reason: 'age', points: isOld ? age.points : 0 },
  ];
  return all.filter(({ points }) => points > 0);
}
