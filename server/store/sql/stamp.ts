/**
 * Tells whether a document has moved on, without reading it. Versions of a segment only grow, ids of notes and
 * of changes of segmentation are never given twice, and what was undone stays so: hence no two changes cancel each other out.
 */
import type { Kysely } from 'kysely';
import type { LanguageTag } from '../../core/text/language.ts';
import type { DocumentId } from '../ids.ts';
import type { Tables } from './schema.ts';

/** Of its newest targets in the language, of its segmentation, and of its notes in any. */
export async function stampOf(db: Kysely<Tables>, id: DocumentId, language: LanguageTag): Promise<string> {
  const targets = await db
    .selectFrom('target_current')
    .select((eb) => eb.fn.sum<number | string | null>('version').as('versions'))
    .where('document_id', '=', id)
    .where('language', '=', language)
    .executeTakeFirstOrThrow();
  const notes = await db
    .selectFrom('segment')
    .innerJoin('note', 'note.segment_id', 'segment.id')
    .select((eb) => [
      eb.fn.countAll<number | string>().as('count'),
      eb.fn.max<number | string | null>('note.id').as('newest'),
    ])
    .where('segment.document_id', '=', id)
    .executeTakeFirstOrThrow();
  const cuts = await db
    .selectFrom('resegmentation')
    .select((eb) => [
      eb.fn.max<number | string | null>('id').as('newest'),
      eb.fn.sum<number | string | null>('undone').as('undone'),
    ])
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow();
  return `${targets.versions ?? 0} ${cuts.newest ?? 0} ${cuts.undone ?? 0} ${notes.count} ${notes.newest ?? 0}`;
}
