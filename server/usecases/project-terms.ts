/**
 * The terms of a project's termbases, ready to be found in texts. Kept in memory and read anew when a termbase has
 * changed, also by another server.
 */
import type { Concept } from '../core/terminology/concept.ts';
import { termIndex, type TermIndex } from '../core/terminology/term-index.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId } from '../store/store.ts';
import type { TermbaseId, TermStore } from '../store/term-store.ts';
import type { Dependencies } from './dependencies.ts';

export interface ProjectTerms {
  readonly index: TermIndex;
  /** Which termbase a concept of the index is of. */
  readonly termbaseOf: (concept: Concept) => TermbaseId | null;
}

const CONCEPTS_A_READ = 1_000;
/** Indexes of so many projects and languages are kept. */
const MOST_KEPT = 50;

interface Kept {
  /** Termbases in their order, each with its stamp. */
  readonly stamp: string;
  readonly terms: Promise<ProjectTerms>;
}

const keptOf = new WeakMap<TermStore, Map<string, Kept>>();

/** Those of the language, from the project's termbases in their order. */
export async function projectTerms(
  deps: Dependencies,
  project: ProjectId,
  language: LanguageTag,
): Promise<ProjectTerms> {
  const store = deps.store.terms;
  const used = (await store.listProjectTermbases(project)).map(({ termbase }) => termbase);
  const stamps = await Promise.all(used.map((id) => store.termbaseStamp(id)));
  const stamp = used.map((id, at) => `${id}:${stamps[at] ?? ''}`).join(' ');
  const kept = keptOf.get(store) ?? new Map<string, Kept>();
  keptOf.set(store, kept);
  const key = `${project} ${language}`;
  const known = kept.get(key);
  if (known?.stamp === stamp) return known.terms;
  const terms = readTerms(store, used, language);
  kept.delete(key);
  kept.set(key, { stamp, terms });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  terms.catch(() => kept.delete(key)); // the next one tries again
  return terms;
}

async function readTerms(
  store: TermStore,
  termbases: readonly TermbaseId[],
  language: LanguageTag,
): Promise<ProjectTerms> {
  const all = new Map<Concept, TermbaseId>();
  for (const termbase of termbases) {
    for (let after: string | null = null; ;) {
      const page = await store.listConcepts(termbase, {}, after, CONCEPTS_A_READ);
      for (const concept of page) all.set(concept, termbase);
      after = page.at(-1)?.id ?? null;
      if (page.length < CONCEPTS_A_READ) break;
    }
  }
  return { index: termIndex(all.keys(), language), termbaseOf: (concept) => all.get(concept) ?? null };
}
