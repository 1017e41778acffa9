/** The names in a project's sources, for its ledger: candidates with what is agreed about them. */
import { flatText } from '../core/qa/check.ts';
import { findNames, type NameCandidate, type NamePlace } from '../core/terminology/find-names.ts';
import type { Concept } from '../core/terminology/concept.ts';
import { isOfLanguage } from '../core/terminology/term-index.ts';
import { fold } from '../core/text/fold.ts';
import { primaryOf, type LanguageTag } from '../core/text/language.ts';
import type { DocumentId, ProjectId } from '../store/ids.ts';
import type { StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { termsOfProject } from './project-terms.ts';

export interface FoundPlace extends Pick<NamePlace, 'start' | 'end'> {
  readonly segment: StoredSegment;
}

export interface FoundName extends Omit<NameCandidate, 'places'> {
  readonly places: readonly FoundPlace[];
  /** The concept of the project's termbases that has one of its forms; null: nothing is agreed yet. */
  readonly concept: Concept | null;
}

/** German writes every noun with a capital. */
const EVERY_NOUN = new Set(['de', 'lb']);

/**
 * In one document or in all of the project; most frequent first. None in a language whose capitals say nothing; null
 * where there is no such project.
 */
export async function findProjectNames(
  deps: Dependencies,
  project: ProjectId,
  language: LanguageTag,
  only?: DocumentId,
): Promise<readonly FoundName[] | null> {
  const found = await deps.store.findProject(project);
  if (found === null) return null;
  const { sourceLanguage } = found;
  if (EVERY_NOUN.has(primaryOf(sourceLanguage))) return [];
  const segments: StoredSegment[] = [];
  for (const { id } of await deps.store.listDocuments(project)) {
    if (only !== undefined && id !== only) continue;
    for await (const segment of allSegments(deps.store, id, language)) segments.push(segment);
  }
  const { concepts } = await termsOfProject(deps.store, project);
  const agreed = new Map(
    concepts.flatMap((concept) =>
      concept.terms
        .filter((term) => isOfLanguage(term, sourceLanguage))
        .map((term) => [fold(term.text), concept] as const),
    ),
  );
  return findNames(segments.map(({ source }) => flatText(source))).map((candidate): FoundName => {
    const concept = [candidate.name, ...candidate.variants.map(({ text }) => text)]
      .map((text) => agreed.get(fold(text)))
      .find((each) => each !== undefined);
    const places = candidate.places.flatMap(({ text, start, end }): FoundPlace[] => {
      const segment = segments[text];
      return segment === undefined ? [] : [{ segment, start, end }];
    });
    return { ...candidate, places, concept: concept ?? null };
  });
}
