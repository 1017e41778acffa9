/** Imports: returned files with what was decided about them, pending, applied or undone. */
import type { Kysely, Selectable } from 'kysely';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Import, ImportDetails, ImportStatus, ImportedVersion, NewImport } from '../exchange.ts';
import { documentId, segmentKey, type DocumentId } from '../ids.ts';
import type { Engine } from './engine.ts';
import { importDetailsSchema, importStatusSchema, languageSchema, readJson, writeJson } from './kept-json.ts';
import { keepText, restoreText } from './kept-text.ts';
import { packFile, unpackFile } from './packed-file.ts';
import type { ImportTable, Tables } from './schema.ts';

/** A week: nobody decides later, and nothing of a pending import was applied. */
const PENDING_FOR = 7 * 24 * 3_600_000;

export async function addImport(tx: Kysely<Tables>, { bytes, ...added }: NewImport): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      id: added.id,
      document_id: added.document,
      language: added.language,
      file_name: keepText(added.fileName),
      author: keepText(added.author),
      at: added.at,
      status: 'pending',
      details: writeJson(importDetailsSchema, added.details),
    })
    .execute();
  for (const chunk of packFile(bytes)) {
    await tx
      .insertInto('import_data')
      .values({ import_id: added.id, ...chunk })
      .execute();
  }
}

export async function findImport(db: Kysely<Tables>, id: string): Promise<Import | null> {
  // An id comes from an address, and may hold what no database takes.
  const row = await db.selectFrom('import').selectAll().where('id', '=', keepText(id)).executeTakeFirst();
  return row === undefined ? null : toImport(row);
}

export async function readImportFile(db: Kysely<Tables>, id: string): Promise<Uint8Array | null> {
  const chunks = await db
    .selectFrom('import_data')
    .select('data')
    .where('import_id', '=', id)
    .orderBy('chunk')
    .execute();
  return chunks.length === 0 ? null : unpackFile(chunks);
}

/** Newest first, without those that are pending. */
export async function listImports(
  db: Kysely<Tables>,
  document: DocumentId,
  language: LanguageTag,
): Promise<readonly Import[]> {
  const rows = await db
    .selectFrom('import')
    .selectAll()
    .where('document_id', '=', document)
    .where('language', '=', language)
    .where('status', '<>', 'pending')
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toImport);
}

/** False, and nothing is written, where it is no longer of the status that the caller saw. */
export async function updateImport(
  tx: Kysely<Tables>,
  id: string,
  seen: ImportStatus,
  change: { readonly status: ImportStatus; readonly author: string; readonly details: ImportDetails },
): Promise<boolean> {
  const result = await tx
    .updateTable('import')
    .set({
      status: change.status,
      author: keepText(change.author),
      details: writeJson(importDetailsSchema, change.details),
    })
    .where('id', '=', id)
    .where('status', '=', seen)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The versions that an import made. */
export async function listImportedVersions(
  { db, contains }: Pick<Engine, 'db' | 'contains'>,
  id: string,
): Promise<readonly ImportedVersion[]> {
  const found = await findImport(db, id);
  if (found === null) return [];
  const rows = await db
    .selectFrom('target_version as v')
    .innerJoin('segment as s', 's.id', 'v.segment_id')
    .select(['v.segment_id', 'v.version'])
    .where('s.document_id', '=', found.document)
    .where('v.language', '=', found.language)
    .where('s.position', '>', 0)
    .where((eb) => contains(eb.ref('v.origin'), `"import":${JSON.stringify(id)}`))
    .orderBy('s.position')
    .orderBy('v.version')
    .execute();
  return rows.map((row) => ({ segment: segmentKey(row.segment_id), version: row.version }));
}

export async function clearPending(tx: Kysely<Tables>, now: number): Promise<void> {
  await tx
    .deleteFrom('import')
    .where('status', '=', 'pending')
    .where('at', '<', now - PENDING_FOR)
    .execute();
}

function toImport(row: Selectable<ImportTable>): Import {
  return {
    id: row.id,
    document: documentId(row.document_id),
    language: languageSchema.parse(row.language),
    fileName: restoreText(row.file_name),
    author: restoreText(row.author),
    at: row.at,
    status: importStatusSchema.parse(row.status),
    details: readJson(importDetailsSchema, row.details),
  };
}
