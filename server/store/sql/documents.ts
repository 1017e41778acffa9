/** Documents as entries of a list, and their files. Incomplete ones do not exist for anybody. */
import type { Kysely, Selectable } from 'kysely';
import { documentId, projectId, type DocumentId, type ProjectId } from '../ids.ts';
import type { StoredDocument } from '../segment.ts';
import { restoreText } from './kept-text.ts';
import type { DocumentFileTable, DocumentTable, Tables } from './schema.ts';

/** A multiple of three bytes, so that only the last chunk is padded. */
const CHUNK_BYTES = 768 * 1024;

export async function listDocuments(
  db: Kysely<Tables>,
  project: ProjectId,
): Promise<readonly StoredDocument[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'project_id', 'file_name', 'format', 'variant', 'created_at', 'segments', 'words'])
    .where('project_id', '=', project)
    .where('complete', '=', 1)
    .orderBy('id')
    .execute();
  return rows.map(toStoredDocument);
}

export async function findDocument(db: Kysely<Tables>, id: DocumentId): Promise<StoredDocument | null> {
  const row = await db
    .selectFrom('document')
    .select(['id', 'project_id', 'file_name', 'format', 'variant', 'created_at', 'segments', 'words'])
    .where('id', '=', id)
    .where('complete', '=', 1)
    .executeTakeFirst();
  return row === undefined ? null : toStoredDocument(row);
}

/** The bytes of a file that belongs to the document; null where there is none. */
export async function readFile(
  db: Kysely<Tables>,
  id: DocumentId,
  role: DocumentFileTable['role'],
): Promise<Uint8Array | null> {
  const rows = await db
    .selectFrom('document_file')
    .innerJoin('document', 'document.id', 'document_file.document_id')
    .select('data')
    .where('document_id', '=', id)
    .where('role', '=', role)
    .where('complete', '=', 1)
    .orderBy('chunk')
    .execute();
  if (rows.length === 0) return null;
  return new Uint8Array(Buffer.concat(rows.map((row) => Buffer.from(row.data, 'base64'))));
}

/** Rows for the bytes of a file; an empty file is one empty chunk. */
export function* fileChunks(
  document: number,
  role: DocumentFileTable['role'],
  bytes: Uint8Array,
): Generator<DocumentFileTable> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const data = buffer.toString('base64', chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES);
    yield { document_id: document, role, chunk, data };
  }
}

type ListedColumns = Pick<
  Selectable<DocumentTable>,
  'id' | 'project_id' | 'file_name' | 'format' | 'variant' | 'created_at' | 'segments' | 'words'
>;

function toStoredDocument(row: ListedColumns): StoredDocument {
  return {
    id: documentId(row.id),
    project: projectId(row.project_id),
    fileName: restoreText(row.file_name),
    format: restoreText(row.format),
    variant: restoreText(row.variant),
    createdAt: row.created_at,
    segments: row.segments,
    words: row.words,
  };
}
