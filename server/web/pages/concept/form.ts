/**
 * What the form of a concept sends: its terms as lists of fields in the same order, so that it works without scripts. A
 * row whose term is empty is no term.
 */
import { z } from 'zod';
import { problem, type Problem } from '../../../core/problem.ts';
import {
  GENDERS,
  PARTS_OF_SPEECH,
  TERM_STATUSES,
  type Concept,
  type Term,
} from '../../../core/terminology/concept.ts';
import { LONGEST_CONCEPT_ID } from '../../../core/terminology/concept-id.ts';
import { parseLanguageTag } from '../../../core/text/language.ts';
import { textList } from '../../form.ts';
import { termLine } from '../../single-line.ts';

const line = z.string().default('').transform(termLine);
const lines = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

/** An id of a file, with the number behind it that tells it from another of the same. */
const LONGEST = LONGEST_CONCEPT_ID + 20;

export const conceptForm = z.object({
  id: z.string().max(LONGEST).default(''),
  /** When the concept that was shown was changed last; '' for a new one. */
  seen: z.string().default(''),
  domain: line,
  definition: lines,
  note: lines,
  image: line,
  isName: z
    .string()
    .optional()
    .transform((text) => text !== undefined),
  language: textList,
  text: textList,
  status: textList,
  partOfSpeech: textList,
  gender: textList,
  termNote: textList,
  source: textList,
  context: textList,
  /** One more empty row is asked for; nothing is saved. */
  more: z.string().optional(),
});
export type ConceptForm = z.output<typeof conceptForm>;

/** A row as it was typed. */
export type TermRow = { readonly [Name in keyof Term]: string };

export function rowsOf(form: ConceptForm): readonly TermRow[] {
  const at = (list: readonly string[], index: number): string => termLine(list[index] ?? '');
  return form.text.map((_, index) => ({
    language: at(form.language, index),
    text: at(form.text, index),
    status: at(form.status, index),
    partOfSpeech: at(form.partOfSpeech, index),
    gender: at(form.gender, index),
    note: at(form.termNote, index),
    source: at(form.source, index),
    context: at(form.context, index),
  }));
}

export type ParsedConcept =
  | { readonly kind: 'parsed'; readonly concept: Omit<Concept, 'id'> }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export function parseConcept(form: ConceptForm): ParsedConcept {
  const { domain, definition, note, image, isName } = form;
  const parsed = rowsOf(form)
    .filter(({ text }) => text !== '')
    .map((row) => ({ row, term: termOf(row) }));
  const problems = parsed.flatMap(({ row, term }) =>
    term === null ? [problem('language-invalid', null, { text: row.language })] : [],
  );
  if (problems.length > 0) return { kind: 'refused', problems };
  const terms = parsed.flatMap(({ term }) => (term === null ? [] : [term]));
  return { kind: 'parsed', concept: { domain, definition, note, image, isName, terms } };
}

/** null where its language is none. */
function termOf(row: TermRow): Term | null {
  const language = parseLanguageTag(row.language);
  if (language === null) return null;
  const { text, note, source, context } = row;
  return {
    language,
    text,
    status: TERM_STATUSES.find((each) => each === row.status) ?? 'preferred',
    partOfSpeech: PARTS_OF_SPEECH.find((each) => each === row.partOfSpeech) ?? null,
    gender: GENDERS.find((each) => each === row.gender) ?? null,
    note,
    source,
    context,
  };
}

export const conceptAt = z.object({ id: z.string().min(1).max(LONGEST) });
export const restoreForm = conceptAt.extend({ version: z.coerce.number().int().positive() });
