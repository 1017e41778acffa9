/**
 * What memories offer for a segment, best first. The index finds every TU whose words are similar enough; the score
 * is counted here, with the penalties of each memory.
 */
import type { ScoredMatch } from '../core/memory/match.ts';
import { byScore, offersFor } from '../core/memory/offer-match.ts';
import type { Penalties } from '../core/memory/penalties.ts';
import type { TuContext } from '../core/memory/tu.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { MemoryId, SegmentKey } from '../store/ids.ts';
import type { ProjectMemory, StoredTu } from '../store/memory-store.ts';
import type { Dependencies } from './dependencies.ts';

export interface LookUpQuestion {
  /** In the order of their use, by which matches that are otherwise equal are offered. */
  readonly memories: readonly Pick<ProjectMemory, 'memory' | 'penalty'>[];
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly source: Content;
  readonly context: TuContext;
  /** Least score, a whole number of 50 to 100. */
  readonly minimum: number;
  /** Most that are given, at most 500. */
  readonly limit: number;
  /** `target`: of equal translations the best alone, for people. `pair`: of equal sources and translations. */
  readonly once: 'target' | 'pair';
  /** The segment that is asked for: what a memory has of it is no match. */
  readonly except?: SegmentKey;
  /** DEFAULT_PENALTIES where nothing else is said. */
  readonly penalties?: Penalties;
}

export interface FoundMatch extends ScoredMatch {
  readonly tu: StoredTu;
}

/** Most that the index is asked for: of many that are alike some have the context, or the memory without penalty. */
const CANDIDATES = 500;

export async function lookUpMatches(
  { store, now }: Pick<Dependencies, 'store' | 'now'>,
  question: LookUpQuestion,
): Promise<readonly FoundMatch[]> {
  const { memories, sourceLanguage, targetLanguage, source, context, minimum } = question;
  const found = await store.memories.findSimilar({
    memories: memories.map(({ memory }) => memory),
    sourceLanguage,
    targetLanguage,
    source,
    context,
    minimum,
    limit: CANDIDATES,
  });
  const offer = offersFor({ ...question, now: now() });
  const order = new Map(memories.map(({ memory, penalty }, place) => [memory, { place, penalty }]));
  const matches = found.flatMap((each): readonly FoundMatch[] => {
    const { tu } = each;
    if (tu.segment !== null && tu.segment === question.except) return [];
    const penalty = order.get(tu.memory)?.penalty ?? 0;
    const match = offer({ tu, source: each.source.content, target: each.target.content, penalty });
    return match === null ? [] : [{ ...match, tu }];
  });
  const place = (memory: MemoryId): number => order.get(memory)?.place ?? 0;
  matches.sort(
    (a, b) =>
      byScore(a, b) ||
      place(a.tu.memory) - place(b.tu.memory) ||
      (b.tu.changedAt ?? 0) - (a.tu.changedAt ?? 0) ||
      b.tu.id - a.tu.id,
  );
  return eachOnce(matches, question.once).slice(0, question.limit);
}

/** The one to fill a segment with, or to count it by; null where nothing is good enough. */
export async function bestMatch(
  deps: Pick<Dependencies, 'store' | 'now'>,
  question: Omit<LookUpQuestion, 'limit' | 'once'>,
): Promise<FoundMatch | null> {
  const [best] = await lookUpMatches(deps, { ...question, limit: 1, once: 'target' });
  return best ?? null;
}

function eachOnce(matches: readonly FoundMatch[], once: LookUpQuestion['once']): readonly FoundMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ source, target }) => {
    const key = JSON.stringify(once === 'target' ? target : [source, target]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
