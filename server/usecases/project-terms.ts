/**
 * The terms of a project ready to be recognised: of all its termbases, in their order. Made once and kept until one of
 * them changes, because everybody who edits or checks asks for them.
 */
import type { Concept } from '../core/terminology/concept.ts';
import { termIndex, type TermIndex, type TermIndexes } from '../core/terminology/term-index.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId, TermbaseId } from '../store/ids.ts';
import type { Store } from '../store/store.ts';

export class ProjectTerms {
  readonly concepts: readonly Concept[];
  readonly #indexes = new Map<LanguageTag, TermIndex>();

  constructor(concepts: readonly Concept[]) {
    this.concepts = concepts;
  }

  in(language: LanguageTag): TermIndex {
    const known = this.#indexes.get(language);
    if (known !== undefined) return known;
    const made = termIndex(this.concepts, language);
    this.#indexes.set(language, made);
    return made;
  }

  /** Of a translation; absent where there is no term, so that checks have nothing to do. */
  pair(source: LanguageTag, target: LanguageTag): TermIndexes | undefined {
    return this.concepts.length === 0 ? undefined : { source: this.in(source), target: this.in(target) };
  }
}

/** As many projects with termbases as are edited at one time in one process. */
const KEPT = 8;
const kept = new WeakMap<Store, Map<string, Promise<ProjectTerms>>>();

export async function termsOfProject(store: Store, project: ProjectId): Promise<ProjectTerms> {
  const used = await store.terms.listProjectTermbases(project);
  if (used.length === 0) return new ProjectTerms([]);
  const ids = used.map(({ termbase }) => termbase);
  const stamps = await Promise.all(ids.map((id) => store.terms.termbaseStamp(id)));
  const key = ids.map((id, index) => `${id}=${stamps[index] ?? ''}`).join(' ');
  const own = kept.get(store) ?? new Map<string, Promise<ProjectTerms>>();
  kept.set(store, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = load(store, ids);
  own.set(key, made);
  const [oldest] = own.keys();
  if (own.size > KEPT && oldest !== undefined) own.delete(oldest);
  made.catch(() => own.delete(key));
  return made;
}

async function load(store: Store, ids: readonly TermbaseId[]): Promise<ProjectTerms> {
  const concepts: Concept[] = [];
  for (const id of ids) for await (const concept of allConcepts(store, id)) concepts.push(concept);
  return new ProjectTerms(concepts);
}

/** In pages, so that a large termbase stops nobody else. */
const PAGE = 1_000;

export async function* allConcepts(store: Store, termbase: TermbaseId): AsyncGenerator<Concept> {
  let after: string | null = null;
  for (;;) {
    const page: readonly Concept[] = await store.terms.listConcepts(termbase, {}, after, PAGE);
    yield* page;
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return;
  }
}
