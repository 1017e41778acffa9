/** A termbase as a file. */
import { problem, type Problem } from '../core/problem.ts';
import type { Concept } from '../core/terminology/concept.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { TERM_FORMATS } from '../formats/registry.ts';
import type { TermbaseId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { allConcepts } from './project-terms.ts';

export interface ExportTermsInput {
  readonly termbase: TermbaseId;
  /** Id of a kind of termbases. */
  readonly format: string;
  /** For kinds that hold two languages. */
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
}

export type ExportTermsResult =
  | {
      readonly kind: 'exported';
      readonly fileName: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/** Ids of the kinds that there are, the usual one first. */
export function termFormatNames(): readonly { readonly id: string; readonly name: string }[] {
  return TERM_FORMATS.map(({ id, name }) => ({ id, name }));
}

export async function exportTerms(deps: Dependencies, input: ExportTermsInput): Promise<ExportTermsResult> {
  const termbase = await deps.store.terms.findTermbase(input.termbase);
  if (termbase === null) return { kind: 'not-found' };
  const format = TERM_FORMATS.find(({ id }) => id === input.format);
  if (format === undefined) return { kind: 'refused', problems: [problem('terms-unknown')] };
  const concepts: Concept[] = [];
  for await (const concept of allConcepts(deps.store, input.termbase)) concepts.push(concept);
  const { bytes, problems } = format.write(concepts, { title: termbase.name, ...input });
  if (bytes === null) return { kind: 'refused', problems };
  const fileName = `${termbase.name}${format.extensions[0] ?? ''}`;
  return { kind: 'exported', fileName, mediaType: format.mediaType, bytes, problems };
}
