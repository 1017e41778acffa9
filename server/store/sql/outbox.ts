/** The outbox: changes that were committed with what they tell of. */
import type { Kysely, Selectable } from 'kysely';
import { documentId, segmentKey } from '../ids.ts';
import type { ChangeEvent } from '../segment.ts';
import { languageSchema } from './kept-json.ts';
import { restoreText } from './kept-text.ts';
import type { OutboxTable, Tables } from './schema.ts';

const KEPT_FOR = 3_600_000;
export const CHANGES_A_READ = 500;

export type OutboxRow = Selectable<OutboxTable>;

export async function newestChange(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirstOrThrow();
  return row.id ?? 0;
}

/** Nobody needs a change after an hour: a page that was away so long reads anew. */
export async function pruneOutbox(tx: Kysely<Tables>, now: number): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where('queued_at', '<', now - KEPT_FOR)
    .execute();
}

export function toChange(row: OutboxRow): ChangeEvent {
  return {
    id: row.id,
    document: documentId(row.document_id),
    segment: segmentKey(row.segment_id),
    language: languageSchema.parse(row.language),
    version: row.version,
    author: restoreText(row.author),
    at: row.at,
  };
}
