/** The ledger of names of a project: what each is called in each target language, and whether the translations keep to it. */
import { flatText } from '../core/qa/check.ts';
import { compareTerms } from '../core/terminology/compare-terms.ts';
import type { Concept } from '../core/terminology/concept.ts';
import { recognise } from '../core/terminology/recognise.ts';
import { isOfLanguage, termIndex, type TermIndexes } from '../core/terminology/term-index.ts';
import { termsIn } from '../core/terminology/translations.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, ProjectId, TermbaseId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredSegment } from '../store/segment.ts';
import type { StoredConcept } from '../store/term-store.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { findProjectNames } from './find-names.ts';
import { takeTurns } from './in-turns.ts';
import { allConcepts } from './project-terms.ts';

export interface NamePlace {
  readonly document: DocumentId;
  readonly position: number;
}

/** How a name is written in one language. */
export interface NameUse {
  readonly language: LanguageTag;
  /** '' where nothing is agreed. */
  readonly agreed: string;
  /** Translated segments whose source has the name and whose translation has it as agreed. */
  readonly written: number;
  /** Those whose translation has not. */
  readonly missing: readonly NamePlace[];
}

export interface LedgerName {
  readonly termbase: TermbaseId;
  readonly concept: string;
  readonly source: string;
  readonly uses: readonly NameUse[];
  /** The first segment that it stands in; null where none has it. */
  readonly first: NamePlace | null;
}

export interface LedgerCandidate {
  readonly name: string;
  readonly count: number;
  readonly first: NamePlace | null;
}

export interface Ledger {
  readonly project: Project;
  /** By their source, in alphabetical order. */
  readonly names: readonly LedgerName[];
  /** Names in the texts about which nothing is agreed, most frequent first. */
  readonly candidates: readonly LedgerCandidate[];
}

/** null where there is no such project. */
export async function showLedger(deps: Dependencies, id: ProjectId): Promise<Ledger | null> {
  const project = await deps.store.findProject(id);
  if (project === null) return null;
  const found = await namesOf(deps, project);
  const uses = new Uses(found.map(({ concept }) => concept));
  for (const language of project.targetLanguages) await countUses(deps, project, language, uses);
  const collator = new Intl.Collator(project.sourceLanguage);
  const names = found
    .map(({ concept, termbase, source }) => ({
      termbase,
      concept: concept.id,
      source,
      uses: project.targetLanguages.map((language) => uses.of(concept, language)),
      first: uses.first.get(concept) ?? null,
    }))
    .sort((a, b) => collator.compare(a.source, b.source));
  return { project, names, candidates: await candidatesOf(deps, project) };
}

/** More would be no help. */
const MOST_CANDIDATES = 200;

async function candidatesOf(deps: Dependencies, project: Project): Promise<readonly LedgerCandidate[]> {
  const language = project.targetLanguages[0] ?? project.sourceLanguage;
  const found = (await findProjectNames(deps, project.id, language)) ?? [];
  return found
    .filter(({ concept }) => concept === null)
    .slice(0, MOST_CANDIDATES)
    .map(({ name, count, places }) => {
      const segment = places[0]?.segment;
      const first = segment && { document: segment.document, position: segment.position };
      return { name, count, first: first ?? null };
    });
}

interface NameInTermbase {
  readonly concept: Concept;
  readonly termbase: TermbaseId;
  readonly source: string;
}

/** Names that have a term in the project's source language, from all its termbases. */
async function namesOf(deps: Dependencies, project: Project): Promise<readonly NameInTermbase[]> {
  const found: NameInTermbase[] = [];
  for (const { termbase } of await deps.store.terms.listProjectTermbases(project.id)) {
    for await (const concept of allConcepts(deps.store, termbase)) {
      const [source] = concept.isName ? termsIn(concept, project.sourceLanguage) : [];
      if (source !== undefined) found.push({ concept, termbase, source: source.text });
    }
  }
  return found;
}

class Uses {
  readonly concepts: readonly Concept[];
  readonly first = new Map<Concept, NamePlace>();
  readonly #counts = new Map<string, { written: number; missing: NamePlace[] }>();
  readonly #ids: ReadonlyMap<Concept, number>;

  constructor(concepts: readonly Concept[]) {
    this.concepts = concepts;
    this.#ids = new Map(concepts.map((concept, index) => [concept, index]));
  }

  of(concept: Concept, language: LanguageTag): NameUse {
    const { written, missing } = this.count(concept, language);
    return { language, agreed: agreedIn(concept, language), written, missing };
  }

  count(concept: Concept, language: LanguageTag): { written: number; missing: NamePlace[] } {
    const key = `${this.#ids.get(concept) ?? -1} ${language}`;
    const known = this.#counts.get(key) ?? { written: 0, missing: [] };
    this.#counts.set(key, known);
    return known;
  }
}

/** '' where nothing is agreed: the first term that is preferred, else the first that may be used. */
export function agreedIn(concept: Pick<StoredConcept, 'terms'>, language: LanguageTag): string {
  const [best] = concept.terms.some((term) => isOfLanguage(term, language)) ? termsIn(concept, language) : [];
  return best === undefined || best.status === 'forbidden' ? '' : best.text;
}

const SEGMENTS_A_TURN = 50;

async function countUses(
  deps: Dependencies,
  project: Project,
  language: LanguageTag,
  uses: Uses,
): Promise<void> {
  if (uses.concepts.length === 0) return;
  const indexes = {
    source: termIndex(uses.concepts, project.sourceLanguage),
    target: termIndex(uses.concepts, language),
  };
  for (const document of await deps.store.listDocuments(project.id)) {
    let seen = 0;
    for await (const segment of allSegments(deps.store, document.id, language)) {
      countIn(segment, language, indexes, uses);
      seen += 1;
      if (seen % SEGMENTS_A_TURN === 0) await takeTurns();
    }
  }
}

function countIn(segment: StoredSegment, language: LanguageTag, indexes: TermIndexes, uses: Uses): void {
  const source = flatText(segment.source);
  const named = new Set(
    recognise(source, indexes.source)
      .filter(({ within, form }) => !within && form !== 'perhaps')
      .flatMap(({ entries }) => entries.map(({ concept }) => concept)),
  );
  if (named.size === 0) return;
  const place = { document: segment.document, position: segment.position };
  for (const concept of named) if (!uses.first.has(concept)) uses.first.set(concept, place);
  const target = segment.current?.target ?? [];
  if (target.length === 0) return;
  const { missing } = compareTerms(source, flatText(target), indexes);
  const lacking = new Set(missing.map(({ concept }) => concept));
  for (const concept of named) {
    if (agreedIn(concept, language) === '') continue;
    const count = uses.count(concept, language);
    if (lacking.has(concept)) count.missing.push(place);
    else count.written += 1;
  }
}
