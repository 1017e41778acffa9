/**
 * Texts within texts. A text that is new or another waits (tm_text_pending) until it is put into a chunk with others
 * (seal-texts.ts); what waits is looked through. A chunk is never changed: what it says of a text that is another by
 * now, or gone, leads to a candidate that is none.
 */
import { given, rowChange, type GivenRows } from './change-rows.ts';
import { rowsInto } from './insert-rows.ts';

interface TextOf {
  readonly tu_id: number;
  readonly language_id: number;
}

const PENDING_COLUMNS = { language_id: 'bigint', tu_id: 'bigint', stamp: 'bigint' } as const;

const pending = rowsInto(
  'tm_text_pending',
  PENDING_COLUMNS,
  'on conflict (language_id, tu_id) do update set stamp = excluded.stamp',
);

/** The folded texts of these are new, or others than they were. */
export function addTexts(texts: readonly TextOf[]): GivenRows {
  // No number that comes twice: whoever made a chunk of the text as it was must not take this for it.
  const stamp = Math.floor(Math.random() * 2 ** 48);
  const rows = texts.map(({ tu_id, language_id }) => ({ tu_id, language_id, stamp }));
  return given(pending, rows);
}

const noLongerPending = rowChange<TextOf>(
  ({ elements }) => `delete from tm_text_pending where (language_id, tu_id) in
    (select cast(q.value ->> 0 as bigint), cast(q.value ->> 1 as bigint) from ${elements})`,
  ({ tu_id, language_id }) => [language_id, tu_id],
);

/** These are gone, or are said to be new next. */
export function removeTexts(texts: readonly TextOf[]): GivenRows {
  return given(noLongerPending, texts);
}
