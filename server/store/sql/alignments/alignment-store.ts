/** The port of alignments over an engine. */
import type { Kysely, Selectable } from 'kysely';
import type { AlignmentStore, AlignmentSummary, KeptAlignment, NewAlignment } from '../../alignment-store.ts';
import type { Engine } from '../engine.ts';
import { languageSchema, readJson, writeJson } from '../kept-json.ts';
import { keepText, restoreText } from '../kept-text.ts';
import { packFile, unpackFile } from '../packed-file.ts';
import type { Tables } from '../schema.ts';
import { readLinks, readUndo, sidesSchema, writeLinks, writeUndo } from './alignment-json.ts';
import type { AlignmentDataTable, AlignmentTable } from './tables.ts';

const SUMMARY = [
  'id',
  'source_file',
  'target_file',
  'source_language',
  'target_language',
  'author',
  'at',
  'created_at',
  'version',
] as const;

export function alignmentStoreOver(engine: Engine): AlignmentStore {
  const { db } = engine;
  return {
    addAlignment: (alignment) => engine.write((tx) => addAlignment(tx, alignment)),
    listAlignments: async () => {
      const rows = await db
        .selectFrom('alignment')
        .select(SUMMARY)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toSummary);
    },
    findAlignment: async (id) => {
      const row = await db.selectFrom('alignment').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toAlignment(row);
    },
    readSides: async (id) => {
      const bytes = await readPart(db, id, 'sides');
      return bytes === null ? null : readJson(sidesSchema, new TextDecoder().decode(bytes));
    },
    readAlignedDocument: (id) => readPart(db, id, 'document'),
    updateAlignment: (id, seen, { links, undo, author, at }) =>
      engine.write(async (tx) => {
        const result = await tx
          .updateTable('alignment')
          .set({
            links: writeLinks(links),
            undo: writeUndo(undo),
            author: keepText(author),
            at,
            version: seen + 1,
          })
          .where('id', '=', id)
          .where('version', '=', seen)
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      }),
    deleteAlignment: (id) =>
      engine.write(async (tx) => {
        const result = await tx.deleteFrom('alignment').where('id', '=', id).executeTakeFirst();
        return result.numDeletedRows > 0n;
      }),
  };
}

async function addAlignment(tx: Kysely<Tables>, alignment: NewAlignment): Promise<void> {
  await tx
    .insertInto('alignment')
    .values({
      id: alignment.id,
      source_file: keepText(alignment.sourceFile),
      target_file: keepText(alignment.targetFile),
      source_language: alignment.sourceLanguage,
      target_language: alignment.targetLanguage,
      author: keepText(alignment.author),
      at: alignment.at,
      created_at: alignment.createdAt,
      version: 1,
      links: writeLinks(alignment.links),
      undo: writeUndo([]),
    })
    .execute();
  const sides = new TextEncoder().encode(writeJson(sidesSchema, alignment.sides));
  await addPart(tx, alignment.id, 'sides', sides);
  await addPart(tx, alignment.id, 'document', alignment.document);
}

type Part = AlignmentDataTable['part'];

async function addPart(tx: Kysely<Tables>, id: string, part: Part, bytes: Uint8Array): Promise<void> {
  for (const chunk of packFile(bytes))
    await tx
      .insertInto('alignment_data')
      .values({ alignment_id: id, part, ...chunk })
      .execute();
}

async function readPart(db: Kysely<Tables>, id: string, part: Part): Promise<Uint8Array | null> {
  const chunks = await db
    .selectFrom('alignment_data')
    .select('data')
    .where('alignment_id', '=', id)
    .where('part', '=', part)
    .orderBy('chunk')
    .execute();
  return chunks.length === 0 ? null : unpackFile(chunks);
}

function toSummary(row: Omit<Selectable<AlignmentTable>, 'links' | 'undo'>): AlignmentSummary {
  return {
    id: row.id,
    sourceFile: restoreText(row.source_file),
    targetFile: restoreText(row.target_file),
    sourceLanguage: languageSchema.parse(row.source_language),
    targetLanguage: languageSchema.parse(row.target_language),
    author: restoreText(row.author),
    at: row.at,
    createdAt: row.created_at,
    version: row.version,
  };
}

function toAlignment(row: Selectable<AlignmentTable>): KeptAlignment {
  return { ...toSummary(row), links: readLinks(row.links), undo: readUndo(row.undo) };
}
