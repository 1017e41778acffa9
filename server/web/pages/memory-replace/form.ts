/** What the page of find and replace is asked and sends. Spaces count, so nothing is trimmed. */
import { z } from 'zod';
import { textList } from '../../form.ts';
import { browseQuery, pairForm } from '../../memory-query.ts';
import { STORE_NUMBER } from '../../params.ts';

const text = z.string().max(150_000).default('');
const yes = z.enum(['', 'yes']).catch('').default('');

export const replaceForm = pairForm.extend({
  find: text,
  by: text,
  side: z.enum(['source', 'target']).catch('target').default('target'),
  word: yes,
  folded: yes,
  /** The filter of the memory's page, where it is to count. */
  within: yes,
  filterText: z.string().max(1_000).default(''),
  filterSide: z.enum(['source', 'target']).catch('source').default('source'),
  filterWord: yes,
});
export type ReplaceForm = z.output<typeof replaceForm>;

/** The page of units leads here with its filter. */
export function formOfFilter(query: unknown): ReplaceForm {
  const { text: filterText, source, target, side, word } = browseQuery.parse(query);
  return replaceForm.parse({
    ...{ source, target, filterText, filterSide: side, filterWord: word },
    within: filterText === '' ? '' : 'yes',
  });
}

const number = z.string().regex(STORE_NUMBER).transform(Number);
const numbers = textList.pipe(z.array(number).max(200));

export const chooseForm = z.object({
  shown: numbers,
  wanted: numbers,
  /** Path of the page that is gone to, by the number that it begins behind; `apply` replaces. */
  go: z.union([z.literal('apply'), z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)]).catch(0),
});
