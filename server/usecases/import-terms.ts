/**
 * The terms of a file into a termbase. A concept that the termbase has by its id takes the place of that one, as long as
 * they share a term; one without an id, or with that of
 * another thing, is joined to the concept that has its first term. Nothing else is touched, and
 * what was there stays in the history.
 */
import type { Problem } from '../core/problem.ts';
import type { Concept, Term } from '../core/terminology/concept.ts';
import { checkText } from '../core/text/check-text.ts';
import type { TermbaseId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { allConcepts } from './project-terms.ts';
import { readTerms, type TermFile } from './read-terms.ts';

export interface ImportTermsInput extends TermFile {
  readonly termbase: TermbaseId;
  readonly author: string;
}

export type ImportTermsResult =
  | {
      readonly kind: 'imported';
      readonly added: number;
      readonly changed: number;
      /** Said nothing new. */
      readonly same: number;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

export async function importTerms(deps: Dependencies, input: ImportTermsInput): Promise<ImportTermsResult> {
  const { terms } = deps.store;
  if ((await terms.findTermbase(input.termbase)) === null) return { kind: 'not-found' };
  const { concepts, problems } = readTerms(input);
  if (concepts === null) return { kind: 'refused', problems };
  const unfit = unfitTexts(concepts.flatMap((concept) => textsOf(concept)));
  if (unfit.length > 0) return { kind: 'refused', problems: unfit };
  const plan = new Plan(deps.newId);
  for await (const concept of allConcepts(deps.store, input.termbase)) plan.know(concept);
  for (const concept of concepts) plan.take(concept);
  await terms.saveConcepts(input.termbase, plan.toSave(), input.author, deps.now());
  return { kind: 'imported', ...plan.counts, problems };
}

/** The first of each kind. */
function unfitTexts(texts: readonly string[]): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const text of texts)
    for (const each of checkText([text])) if (!found.has(each.code)) found.set(each.code, each);
  return [...found.values()];
}

function textsOf({ id, domain, definition, note, image, terms }: Concept): readonly string[] {
  const ofTerms = terms.flatMap((term) => [term.text, term.note, term.source, term.context]);
  return [id, domain, definition, note, image, ...ofTerms];
}

class Plan {
  readonly counts = { added: 0, changed: 0, same: 0 };
  readonly #newId: () => string;
  readonly #byId = new Map<string, Concept>();
  readonly #byTerm = new Map<string, string>();
  readonly #changed = new Set<string>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  know(concept: Concept): void {
    this.#byId.set(concept.id, concept);
    for (const term of concept.terms) {
      const name = nameOf(term);
      if (!this.#byTerm.has(name)) this.#byTerm.set(name, concept.id);
    }
  }

  take(given: Concept): void {
    const known = this.#byId.get(given.id) ?? null;
    if (given.id !== '' && (known === null || sharesTerm(known, given))) this.#put(given, known);
    else {
      const [first] = given.terms;
      const same = this.#byId.get((first && this.#byTerm.get(nameOf(first))) ?? '') ?? null;
      this.#put(same === null ? { ...given, id: this.#newId() } : joined(same, given), same);
    }
  }

  toSave(): readonly Concept[] {
    return [...this.#changed].flatMap((id) => this.#byId.get(id) ?? []);
  }

  #put(concept: Concept, before: Concept | null): void {
    if (before !== null && JSON.stringify(plain(before)) === JSON.stringify(plain(concept))) {
      this.counts.same += 1;
      return;
    }
    if (before === null) this.counts.added += 1;
    else if (!this.#changed.has(concept.id)) this.counts.changed += 1;
    this.#changed.add(concept.id);
    this.know(concept);
  }
}

function nameOf({ language, text }: Pick<Term, 'language' | 'text'>): string {
  return `${language} ${text}`;
}

function sharesTerm(a: Concept, b: Concept): boolean {
  const names = new Set(a.terms.map(nameOf));
  return b.terms.some((term) => names.has(nameOf(term)));
}

/** What the one that is there lacks. */
function joined(before: Concept, given: Concept): Concept {
  const names = new Set(before.terms.map(nameOf));
  const fresh = given.terms.filter((term) => !names.has(nameOf(term)));
  const hasPreferred = (term: Term): boolean =>
    before.terms.some(({ language, status }) => language === term.language && status === 'preferred');
  const terms = fresh.map((term): Term =>
    term.status === 'preferred' && hasPreferred(term) ? { ...term, status: 'admitted' } : term,
  );
  const isNew = given.note !== '' && !before.note.split('\n').includes(given.note);
  return {
    ...before,
    domain: before.domain === '' ? given.domain : before.domain,
    definition: before.definition === '' ? given.definition : before.definition,
    image: before.image === '' ? given.image : before.image,
    note: isNew ? [before.note, given.note].filter((text) => text !== '').join('\n') : before.note,
    isName: before.isName || given.isName,
    terms: [...before.terms, ...terms],
  };
}

/** Without what the store knows beside it, in one order of keys. */
function plain({ id, domain, definition, note, image, isName, terms }: Concept): readonly unknown[] {
  const ofTerms = terms.map((term) => [
    ...[term.language, term.text, term.status, term.partOfSpeech, term.gender],
    ...[term.note, term.source, term.context],
  ]);
  return [id, domain, definition, note, image, isName, ofTerms];
}
