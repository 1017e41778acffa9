/** Files that went out for translation: what comes back is compared with them. */
import type { Kysely } from 'kysely';
import type { LanguageTag } from '../../core/text/language.ts';
import type { NewSentFile, SentFile } from '../exchange.ts';
import { sentFileId, type DocumentId, type SentFileId } from '../ids.ts';
import { keepText, restoreText } from './kept-text.ts';
import { packFile, unpackFile } from './packed-file.ts';
import type { Tables } from './schema.ts';

/** Older ones of the same document and language are forgotten: what they held is still in the versions. */
const KEPT = 20;

/** One that went out before with the same bytes only becomes the newest. */
export async function addSentFile(tx: Kysely<Tables>, file: NewSentFile): Promise<SentFileId> {
  const { document, language } = file;
  await tx
    .deleteFrom('sent_file')
    .where('document_id', '=', document)
    .where('language', '=', language)
    .where('hash', '=', file.hash)
    .execute();
  const { id } = await tx
    .insertInto('sent_file')
    .values({
      document_id: document,
      language,
      file_name: keepText(file.fileName),
      at: file.at,
      hash: file.hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const chunk of packFile(file.bytes)) {
    await tx
      .insertInto('sent_file_data')
      .values({ sent_file_id: id, ...chunk })
      .execute();
  }
  const old = await tx
    .selectFrom('sent_file')
    .select('id')
    .where('document_id', '=', document)
    .where('language', '=', language)
    .orderBy('id', 'desc')
    .offset(KEPT)
    .limit(KEPT)
    .execute();
  if (old.length > 0) {
    const ids = old.map((row) => row.id);
    await tx.deleteFrom('sent_file').where('id', 'in', ids).execute();
  }
  return sentFileId(id);
}

/** Newest first. */
export async function listSentFiles(
  db: Kysely<Tables>,
  document: DocumentId,
  language: LanguageTag,
): Promise<readonly SentFile[]> {
  const rows = await db
    .selectFrom('sent_file')
    .select(['id', 'file_name', 'at'])
    .where('document_id', '=', document)
    .where('language', '=', language)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: sentFileId(row.id),
    document,
    language,
    fileName: restoreText(row.file_name),
    at: row.at,
  }));
}

export async function readSentFile(db: Kysely<Tables>, id: SentFileId): Promise<Uint8Array | null> {
  const chunks = await db
    .selectFrom('sent_file_data')
    .select('data')
    .where('sent_file_id', '=', id)
    .orderBy('chunk')
    .execute();
  return chunks.length === 0 ? null : unpackFile(chunks);
}
