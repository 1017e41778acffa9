/** The terms that a segment's source holds, with what to call them in the target language. */
import { flatText } from '../core/qa/check.ts';
import type { Concept, Term } from '../core/terminology/concept.ts';
import { recognise, type TermForm } from '../core/terminology/recognise.ts';
import { termsIn } from '../core/terminology/translations.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey, TermbaseId } from '../store/ids.ts';
import type { StoredConcept } from '../store/term-store.ts';
import type { Dependencies } from './dependencies.ts';
import { termsOfProject } from './project-terms.ts';
import { findSegment } from './show-segment.ts';

export interface FoundTerm {
  /** Half-open, as positions of the source's content. */
  readonly start: number;
  readonly end: number;
  readonly form: TermForm;
  /** It shares words with a longer one. */
  readonly within: boolean;
  readonly termbase: TermbaseId | null;
  readonly concept: Concept;
  /** As the termbase has it. */
  readonly term: Term;
  /** Preferred first, forbidden last. */
  readonly translations: readonly Term[];
}

/** In order of place, the longer first; null where there is no such segment. */
export async function findSegmentTerms(
  deps: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<readonly FoundTerm[] | null> {
  const segment = await findSegment(deps, key, language);
  const document = segment === null ? null : await deps.store.findDocument(segment.document);
  const project = document === null ? null : await deps.store.findProject(document.project);
  if (segment === null || project === null) return null;
  const index = (await termsOfProject(deps.store, project.id)).in(project.sourceLanguage);
  return recognise(flatText(segment.source), index).flatMap(({ start, end, form, within, entries }) =>
    entries.map(({ concept, term }) => ({
      start,
      end,
      form,
      within,
      termbase: isStored(concept) ? concept.termbase : null,
      concept,
      term,
      translations: termsIn(concept, language),
    })),
  );
}

/** Concepts of the index come from the store as they are. */
function isStored(concept: Concept): concept is StoredConcept {
  return 'termbase' in concept;
}
