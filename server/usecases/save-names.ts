/** Names that people agreed on in the ledger. Only what a person changed is written, so that two may work on it at once. */
import { hasErrors, type Problem } from '../core/problem.ts';
import { PLAIN_CONCEPT, PLAIN_TERM, type Concept, type Term } from '../core/terminology/concept.ts';
import { termsIn } from '../core/terminology/translations.ts';
import { checkText } from '../core/text/check-text.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId, TermbaseId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { writableTermbase } from './project-termbases.ts';

export interface NameChange {
  /** null: a new name, for the project's writable termbase. */
  readonly known: { readonly termbase: TermbaseId; readonly concept: string } | null;
  readonly source: string;
  /** By language; '' takes the agreed one away. */
  readonly agreed: readonly (readonly [language: LanguageTag, text: string])[];
}

export type SaveNamesResult =
  | { readonly kind: 'saved'; readonly names: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

export async function saveNames(
  deps: Dependencies,
  project: ProjectId,
  changes: readonly NameChange[],
  author: string,
): Promise<SaveNamesResult> {
  const found = await deps.store.findProject(project);
  if (found === null) return { kind: 'not-found' };
  const texts = changes.flatMap(({ source, agreed }) => [source, ...agreed.map(([, text]) => text)]);
  const problems = texts.flatMap((text) => checkText([text]));
  if (hasErrors(problems)) return { kind: 'refused', problems };
  const used = (await deps.store.terms.listProjectTermbases(project)).map(({ termbase }) => termbase);
  let names = 0;
  for (const change of changes) {
    const target = await concerned(deps, project, found.sourceLanguage, change, used);
    if (target === null) continue;
    const concept = change.agreed.reduce(
      (before, [language, text]) => withAgreed(before, language, text),
      target.concept,
    );
    await deps.store.terms.saveConcepts(target.termbase, [concept], author, deps.now());
    names += 1;
  }
  return { kind: 'saved', names };
}

/** null where it is gone, or in no termbase of the project. */
async function concerned(
  deps: Dependencies,
  project: ProjectId,
  sourceLanguage: LanguageTag,
  { known, source }: NameChange,
  used: readonly TermbaseId[],
): Promise<{ readonly termbase: TermbaseId; readonly concept: Concept } | null> {
  if (known === null) {
    const termbase = await writableTermbase(deps, project);
    const term = { ...termOf(sourceLanguage, source), partOfSpeech: 'properNoun' } as const;
    const concept = { ...PLAIN_CONCEPT, id: deps.newId(), isName: true, terms: [term] };
    return termbase && { termbase, concept };
  }
  if (!used.includes(known.termbase)) return null;
  const concept = await deps.store.terms.findConcept(known.termbase, known.concept);
  return concept && { termbase: known.termbase, concept };
}

/** Another text in place of the agreed term, which keeps all that is known of it. */
function withAgreed(concept: Concept, language: LanguageTag, text: string): Concept {
  const [agreed] = termsIn(concept, language).filter(({ status }) => status !== 'forbidden');
  if (agreed === undefined)
    return text === '' ? concept : { ...concept, terms: [...concept.terms, termOf(language, text)] };
  const terms = concept.terms.flatMap((term): readonly Term[] => {
    if (term !== agreed) return [term];
    return text === '' ? [] : [{ ...term, text }];
  });
  return { ...concept, terms };
}

function termOf(language: LanguageTag, text: string): Term {
  return { ...PLAIN_TERM, language, text };
}
