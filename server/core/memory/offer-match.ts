/** A TU as it is offered for a segment: scored, its translation ready to be taken. */
import type { Content } from '../text/content.ts';
import { adaptCodes } from './adapt-codes.ts';
import type { ScoredMatch } from './match.ts';
import { scorerFor, type Candidate, type MatchQuestion } from './score.ts';
import { substituteNumbers } from './substitute-numbers.ts';

export interface OfferedTu extends Candidate {
  readonly target: Content;
}

/** null: less than the minimum. */
export type Offer = (candidate: OfferedTu) => ScoredMatch | null;

/** The question is prepared once for all candidates. */
export function offersFor(question: MatchQuestion): Offer {
  const scorer = scorerFor(question);
  return (candidate) => {
    const score = scorer(candidate);
    if (score === null) return null;
    const { source, target } = candidate;
    const isNumbers = score.edits === 0 && score.penalties.some(({ reason }) => reason === 'numbers');
    const withNumbers = isNumbers ? substituteNumbers(target, source, question.source) : null;
    return {
      ...score,
      source,
      target: adaptCodes(withNumbers ?? target, source, question.source),
      substituted: withNumbers !== null,
    };
  };
}

/** Best first; of equal scores, the one whose numbers are right, then the more similar one. */
export function byScore(a: ScoredMatch, b: ScoredMatch): number {
  return b.score - a.score || Number(b.substituted) - Number(a.substituted) || b.similarity - a.similarity;
}
