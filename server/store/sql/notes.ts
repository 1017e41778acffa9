/** Notes that people leave on a segment. */
import type { Kysely } from 'kysely';
import type { SegmentKey } from '../ids.ts';
import type { SegmentNote } from '../segment.ts';
import { languageSchema } from './kept-json.ts';
import { keepText, restoreText } from './kept-text.ts';
import type { Tables } from './schema.ts';

/** null where the segment is not there. */
export async function addNote(
  tx: Kysely<Tables>,
  key: SegmentKey,
  note: Omit<SegmentNote, 'id'>,
): Promise<SegmentNote | null> {
  const segment = await tx
    .selectFrom('segment')
    .select('id')
    .where('id', '=', key)
    .where('translate', '=', 1)
    .where('position', '>', 0)
    .executeTakeFirst();
  if (segment === undefined) return null;
  const { id } = await tx
    .insertInto('note')
    .values({
      segment_id: key,
      author: keepText(note.author),
      at: note.at,
      text: keepText(note.text),
      language: note.language,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, author: note.author, at: note.at, text: note.text, language: note.language };
}

/** In the order in which they were written. */
export async function listNotes(db: Kysely<Tables>, key: SegmentKey): Promise<readonly SegmentNote[]> {
  const rows = await db
    .selectFrom('note')
    .select(['id', 'author', 'at', 'text', 'language'])
    .where('segment_id', '=', key)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    author: restoreText(row.author),
    at: row.at,
    text: restoreText(row.text),
    language: row.language === null ? null : languageSchema.parse(row.language),
  }));
}

export async function deleteNote(tx: Kysely<Tables>, key: SegmentKey, id: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('note')
    .where('segment_id', '=', key)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
