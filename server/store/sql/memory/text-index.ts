/**
 * Texts within texts. A text that is new or another waits (tm_text_pending) until it is put into a chunk with others
 * (seal-texts.ts); what waits is looked through. A chunk is never changed: what it says of a text that is another by
 * now, or gone, leads to a candidate that is none.
 */
import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { insertion } from './insert-rows.ts';
import { numberRows } from './number-rows.ts';

interface TextOf {
  readonly tu_id: number;
  readonly language_id: number;
}

const PENDING_COLUMNS = { language_id: 'bigint', tu_id: 'bigint', stamp: 'bigint' } as const;

const insertPending = insertion(
  'tm_text_pending',
  PENDING_COLUMNS,
  'on conflict (language_id, tu_id) do update set stamp = excluded.stamp',
);

/** The folded texts of these are new, or others than they were. */
export async function addTexts(engine: Engine, tx: Kysely<Tables>, texts: readonly TextOf[]): Promise<void> {
  // No number that comes twice: whoever made a chunk of the text as it was must not take this for it.
  const stamp = Math.floor(Math.random() * 2 ** 48);
  const rows = texts.map(({ tu_id, language_id }) => ({ tu_id, language_id, stamp }));
  await insertPending(engine, tx, rows);
}

/** These are gone, or are said to be new next. */
export async function removeTexts(tx: Kysely<Tables>, texts: readonly TextOf[]): Promise<void> {
  if (texts.length === 0) return;
  const places = texts.map(({ tu_id, language_id }) => [language_id, tu_id]);
  await sql`delete from tm_text_pending where (language_id, tu_id) in ${numberRows(places)}`.execute(tx);
}
