/** Concepts as they are kept: the JSON of a change, the text that is searched, and the key of an id. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  GENDERS,
  PARTS_OF_SPEECH,
  TERM_STATUSES,
  type Concept,
  type Term,
} from '../../../core/terminology/concept.ts';
import { languageSchema } from '../kept-json.ts';
import { foldText, keepText } from '../kept-text.ts';

const termSchema: z.ZodType<Term> = z.object({
  language: languageSchema,
  text: z.string(),
  status: z.enum(TERM_STATUSES),
  partOfSpeech: z.enum(PARTS_OF_SPEECH).nullable(),
  gender: z.enum(GENDERS).nullable(),
  note: z.string(),
  source: z.string(),
  context: z.string(),
});

export const conceptSchema: z.ZodType<Concept> = z.object({
  id: z.string(),
  domain: z.string(),
  definition: z.string(),
  note: z.string(),
  image: z.string(),
  isName: z.boolean(),
  terms: z.array(termSchema),
});

/** A line for each text, so that nothing is found across two of them. */
export function foldConcept({ terms, definition, note }: Concept): string {
  return [...terms.map(({ text }) => text), definition, note, ...terms.map((term) => term.note)]
    .filter((text) => text !== '')
    .map(foldText)
    .join('\n');
}

/** PostgreSQL's indexes take up to some 2,700 bytes. */
const LONGEST_KEY = 500;

/** The id where an index can hold it, else its beginning and a hash of it. */
export function keyOf(id: string): string {
  const kept = keepText(id);
  if (kept.length <= LONGEST_KEY) return kept;
  const hash = createHash('sha256').update(kept).digest('hex');
  return `${keepText(id.slice(0, 50))}…${hash}`;
}
