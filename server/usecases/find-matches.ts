/** What the memories of a project offer for one of its segments: whole matches, and parts of it that stand in them. */
import { explainDifference } from '../core/memory/explain.ts';
import { fragmentsOf, fragmentTexts } from '../core/memory/fragments.ts';
import { textOf, type Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DiffPiece } from '../core/text/text-diff.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredSegment } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { takeTurns } from './in-turns.ts';
import { lookUpMatches, type FoundMatch, type LookUpQuestion } from './look-up-matches.ts';
import { contextOf } from './memory-entry.ts';
import { memoriesOf } from './project-memories.ts';

/** As many as have a key, and one more that shows there are. */
const MOST_MATCHES = 10;
const MOST_FRAGMENTS = 8;
/** Runs of words that are looked up for one segment; the longest first. */
const MOST_RUNS = 150;
const LEAST_SCORE = 70;

export interface OfferedMatch extends FoundMatch {
  /** Of the memory's source against the segment's. */
  readonly difference: readonly DiffPiece[];
  readonly memory: string;
}

export interface OfferedFragment {
  readonly source: Content;
  readonly target: Content;
  /** In the plain text of the segment's source. */
  readonly start: number;
  readonly end: number;
  readonly memory: string;
}

interface Place {
  readonly segment: StoredSegment;
  readonly format: string;
  readonly project: Project;
  readonly memories: LookUpQuestion['memories'];
  readonly names: ReadonlyMap<number, string>;
}

/** Best first. null where there is no such segment in that language. */
export async function findMatches(
  deps: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<readonly OfferedMatch[] | null> {
  const place = await findPlace(deps, key, language);
  if (place === null) return null;
  const { segment, project, memories, names } = place;
  const found = await lookUpMatches(deps, {
    memories,
    sourceLanguage: project.sourceLanguage,
    targetLanguage: language,
    source: segment.source,
    context: await contextOf(deps.store, segment, language, place.format),
    minimum: LEAST_SCORE,
    // The segment's own entry is no match for it.
    limit: MOST_MATCHES + 1,
    once: 'target',
  });
  return found
    .filter(({ tu }) => tu.segment !== key)
    .slice(0, MOST_MATCHES)
    .map((match) => ({
      ...match,
      difference: explainDifference(match.source, segment.source),
      memory: names.get(match.tu.memory) ?? '',
    }));
}

/** Translations of parts of the segment, the longest first. null where there is no such segment in that language. */
export async function findFragments(
  deps: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<readonly OfferedFragment[] | null> {
  const place = await findPlace(deps, key, language);
  if (place === null) return null;
  const { segment, project, memories, names } = place;
  const candidates: { readonly source: Content; readonly target: Content; readonly memory: string }[] = [];
  const seen = new Set<string>();
  for (const text of fragmentTexts(segment.source).slice(0, MOST_RUNS)) {
    const found = await deps.store.memories.findSimilar({
      memories: memories.map(({ memory }) => memory),
      sourceLanguage: project.sourceLanguage,
      targetLanguage: language,
      source: [text],
      minimum: 100,
      limit: 2,
    });
    for (const { tu, source, target } of found) {
      const said = `${textOf(source.content)}\u0000${textOf(target.content)}`;
      if (tu.segment === key || seen.has(said)) continue;
      seen.add(said);
      candidates.push({ source: source.content, target: target.content, memory: names.get(tu.memory) ?? '' });
    }
    await takeTurns();
  }
  return fragmentsOf(segment.source, candidates)
    .slice(0, MOST_FRAGMENTS)
    .map(({ candidate, start, end }) => ({ ...candidate, start, end }));
}

async function findPlace(
  { store, now }: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<Place | null> {
  const segment = await store.findSegment(key, language);
  const document = segment && (await store.findDocument(segment.document));
  const project = document && (await store.findProject(document.project));
  if (segment === null || document === null || !project?.targetLanguages.includes(language)) return null;
  const memories = await memoriesOf(store, project, now());
  const all = await store.memories.listMemories();
  return {
    segment,
    format: document.format,
    project,
    memories,
    names: new Map(all.map(({ id, name }) => [id, name])),
  };
}
