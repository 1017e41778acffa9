/** Adding a term while translating: into the project's writable termbase, which is made where there is none. */
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import {
  PLAIN_CONCEPT,
  PLAIN_TERM,
  type Concept,
  type Term,
  type TermStatus,
} from '../core/terminology/concept.ts';
import { termsIn } from '../core/terminology/translations.ts';
import { checkText } from '../core/text/check-text.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, TermbaseId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { writableTermbase } from './project-termbases.ts';
import { hasEdition } from './show-progress.ts';

export interface AddTermInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly source: string;
  /** '' where only the source term is known. */
  readonly target: string;
  /** Of the target term. */
  readonly status: TermStatus;
  readonly note: string;
  /** The sentence that the source term was found in, or ''. */
  readonly context: string;
  readonly isName: boolean;
  readonly author: string;
}

export type AddTermResult =
  | { readonly kind: 'added'; readonly termbase: TermbaseId; readonly concept: Concept }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/**
 * A concept of that very source term there gets the translation too, as an admitted one where it has a preferred one
 * already; else it is a new concept.
 */
export async function addTerm(deps: Dependencies, input: AddTermInput): Promise<AddTermResult> {
  const document = await deps.store.findDocument(input.document);
  const project = document === null ? null : await deps.store.findProject(document.project);
  if (project === null || !(await hasEdition(deps, input.document, input.language)))
    return { kind: 'not-found' };
  const problems =
    input.source === ''
      ? [problem('concept-without-term')]
      : [input.source, input.target, input.note, input.context].flatMap((text) => checkText([text]));
  if (hasErrors(problems)) return { kind: 'refused', problems };
  const termbase = await writableTermbase(deps, project.id);
  if (termbase === null) return { kind: 'not-found' };
  const known = await findOf(deps, termbase, project.sourceLanguage, input.source);
  const concept = known === null ? newConcept(deps, project.sourceLanguage, input) : withTarget(known, input);
  await deps.store.terms.saveConcepts(termbase, [concept], input.author, deps.now());
  return { kind: 'added', termbase, concept };
}

const CONCEPTS_A_READ = 1_000;

async function findOf(
  deps: Dependencies,
  termbase: TermbaseId,
  language: LanguageTag,
  text: string,
): Promise<Concept | null> {
  for (let after: string | null = null; ;) {
    const page = await deps.store.terms.listConcepts(termbase, { text, language }, after, CONCEPTS_A_READ);
    const found = page.find(({ terms }) =>
      terms.some((term) => term.language === language && term.text === text),
    );
    if (found !== undefined) return conceptOf(found);
    after = page.at(-1)?.id ?? null;
    if (page.length < CONCEPTS_A_READ) return null;
  }
}

/** Without what the store knows besides. */
function conceptOf({ id, domain, definition, note, image, isName, terms }: Concept): Concept {
  return { id, domain, definition, note, image, isName, terms };
}

function newConcept(deps: Dependencies, language: LanguageTag, input: AddTermInput): Concept {
  const source = { ...termOf(language, input.source, 'preferred'), context: input.context };
  return {
    ...PLAIN_CONCEPT,
    id: deps.newId(),
    note: input.note,
    isName: input.isName,
    terms: input.target === '' ? [source] : [source, termOf(input.language, input.target, input.status)],
  };
}

function withTarget(known: Concept, { language, target, status, note, isName }: AddTermInput): Concept {
  const present = termsIn(known, language);
  const named = { ...known, isName: known.isName || isName, note: joined(known.note, note) };
  if (target === '' || present.some((term) => term.text === target)) return named;
  const second = present.some((term) => term.status === 'preferred');
  const added = termOf(language, target, status === 'preferred' && second ? 'admitted' : status);
  return { ...named, terms: [...known.terms, added] };
}

function joined(note: string, added: string): string {
  return added === '' || note.includes(added) ? note : [note, added].filter((text) => text !== '').join('\n');
}

function termOf(language: LanguageTag, text: string, status: TermStatus): Term {
  return { ...PLAIN_TERM, language, text, status };
}
