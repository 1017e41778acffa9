/**
 * Concepts of a termbase: listed, shown with their history, saved, deleted, restored. Invariant: a concept that is saved
 * has a term, and nobody's change of it is replaced by one who did not see it.
 */
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import type { Concept } from '../core/terminology/concept.ts';
import type { TermbaseId } from '../store/ids.ts';
import type { ConceptChange, ConceptFilter, StoredConcept, TermbaseChange } from '../store/term-store.ts';
import type { Dependencies } from './dependencies.ts';

export interface ConceptPage {
  readonly concepts: readonly StoredConcept[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** `limit` at most 999. */
export async function listConcepts(
  deps: Dependencies,
  termbase: TermbaseId,
  filter: ConceptFilter,
  after: string | null,
  limit: number,
): Promise<ConceptPage> {
  const found = await deps.store.terms.listConcepts(termbase, filter, after, limit + 1);
  const concepts = found.slice(0, limit);
  return { concepts, next: found.length > limit ? (concepts.at(-1)?.id ?? null) : null };
}

export interface ShownConcept {
  /** null where it was deleted. */
  readonly concept: StoredConcept | null;
  /** Newest first. */
  readonly changes: readonly ConceptChange[];
}

/** null where there never was one. */
export async function showConcept(
  deps: Dependencies,
  termbase: TermbaseId,
  id: string,
): Promise<ShownConcept | null> {
  const changes = await deps.store.terms.listConceptChanges(termbase, id);
  if (changes.length === 0) return null;
  return { concept: await deps.store.terms.findConcept(termbase, id), changes };
}

/** Newest first, those before the change `before`. */
export function listTermbaseChanges(
  deps: Dependencies,
  termbase: TermbaseId,
  before: number | null,
  limit: number,
): Promise<readonly TermbaseChange[]> {
  return deps.store.terms.listTermbaseChanges(termbase, before, limit);
}

export type SaveConceptResult =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** Somebody changed it, or deleted it, since. */
  | { readonly kind: 'conflict'; readonly current: StoredConcept | null }
  | { readonly kind: 'not-found' };

export interface SaveConceptInput {
  readonly termbase: TermbaseId;
  /** Without an id it is a new one. */
  readonly concept: Omit<Concept, 'id'> & { readonly id: string | null };
  /** When the concept that the person saw was changed last; null: whatever stands there is replaced. */
  readonly seen: number | null;
  readonly author: string;
}

export async function saveConcept(deps: Dependencies, input: SaveConceptInput): Promise<SaveConceptResult> {
  const { termbase, concept, seen, author } = input;
  const { terms } = deps.store;
  if ((await terms.findTermbase(termbase)) === null) return { kind: 'not-found' };
  const problems = problemsOf(concept);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  if (concept.id !== null && seen !== null) {
    const current = await terms.findConcept(termbase, concept.id);
    if (current?.changedAt !== seen) return { kind: 'conflict', current };
  }
  const id = concept.id ?? deps.newId();
  await terms.saveConcepts(termbase, [{ ...concept, id }], author, deps.now());
  return { kind: 'saved', id };
}

function problemsOf(concept: SaveConceptInput['concept']): readonly Problem[] {
  const { terms, image } = concept;
  const texts = [
    concept.domain,
    concept.definition,
    concept.note,
    ...terms.flatMap((term) => [term.text, term.note, term.source, term.context]),
  ];
  const found = new Map(texts.flatMap((text) => checkText([text])).map((each) => [each.code, each]));
  return [
    ...(terms.length === 0 ? [problem('concept-without-term')] : []),
    ...(image === '' || isHttps(image) ? [] : [problem('image-link-invalid', null, { link: image })]),
    ...found.values(),
  ];
}

/** Pictures are linked, never loaded; a link leads to a page of the web and runs nothing. */
function isHttps(link: string): boolean {
  try {
    return new URL(link).protocol === 'https:';
  } catch {
    return false;
  }
}

export interface ConceptAt {
  readonly termbase: TermbaseId;
  readonly id: string;
  readonly author: string;
}

/** False where it is not there. */
export function deleteConcept(deps: Dependencies, { termbase, id, author }: ConceptAt): Promise<boolean> {
  return deps.store.terms.deleteConcept(termbase, id, author, deps.now());
}

/**
 * Makes the concept again what it was after its change number `version`, 1 being the first. False where there was
 * nothing then.
 */
export async function restoreConcept(
  deps: Dependencies,
  { termbase, id, author, version }: ConceptAt & { readonly version: number },
): Promise<boolean> {
  const changes = await deps.store.terms.listConceptChanges(termbase, id);
  const concept = changes[changes.length - version]?.concept ?? null;
  if (concept === null) return false;
  await deps.store.terms.saveConcepts(termbase, [concept], author, deps.now());
  return true;
}
