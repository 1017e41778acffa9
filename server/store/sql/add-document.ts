/**
 * Takes a document in. Its rows come in batches, so that people who save meanwhile do not wait for a whole
 * book, and nobody sees it before the last batch: then it is marked complete, in one step. What a crash leaves
 * behind is cleared when the store is opened later.
 */
import type { Insertable, Kysely } from 'kysely';
import { segmentsOf, type Unit } from '../../core/document/unit.ts';
import { documentId, type DocumentId, type ProjectId } from '../ids.ts';
import type { NewDocument } from '../segment.ts';
import { fileChunks } from './documents.ts';
import type { Engine } from './engine.ts';
import {
  contentSchema,
  outlineSchema,
  skeletonSchema,
  unitSchema,
  writeJson,
  type KeptPart,
} from './kept-json.ts';
import { foldContent, keepText } from './kept-text.ts';
import { breathe } from './pace.ts';
import type { DocumentTable, SegmentTable, Tables, UnitTable } from './schema.ts';

const ROWS_A_BATCH = 500;
/** Nobody takes longer than this over one document. */
const ABANDONED_AFTER = 3_600_000;

/** Throws where the project is not there or the words are not one for each segment. */
export async function addDocument(
  engine: Engine,
  project: ProjectId,
  added: NewDocument,
): Promise<DocumentId> {
  const row = documentRow(project, added);
  const id = await engine.write(async (tx) => {
    const found = await tx.selectFrom('project').select('id').where('id', '=', project).executeTakeFirst();
    if (found === undefined) throw new Error(`There is no project ${project}.`);
    return (await tx.insertInto('document').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  try {
    await addFiles(engine, id, added);
    for (const batch of batches(id, added)) {
      await engine.write((tx) => insertBatch(tx, batch));
      await breathe();
    }
    await engine.write(async (tx) => {
      const done = await tx
        .updateTable('document')
        .set({ complete: 1 })
        .where('id', '=', id)
        .executeTakeFirst();
      if (done.numUpdatedRows === 0n) throw new Error('The project was deleted while a document came in.');
    });
  } catch (error) {
    await engine.write((tx) => tx.deleteFrom('document').where('id', '=', id).execute());
    throw error;
  }
  return documentId(id);
}

/** Removes what a crash left of documents that were coming in. */
export async function clearAbandoned(tx: Kysely<Tables>, now: number): Promise<void> {
  await tx
    .deleteFrom('document')
    .where('complete', '=', 0)
    .where('begun_at', '<', now - ABANDONED_AFTER)
    .execute();
}

function documentRow(project: ProjectId, { document, ...added }: NewDocument): Insertable<DocumentTable> {
  const counted = document.units.flatMap((unit) => segmentsOf(unit).map(() => unit.translate));
  if (counted.length !== added.words.length) {
    throw new Error(`${counted.length} segments, but word counts for ${added.words.length}.`);
  }
  const { skeleton } = document;
  const kept = skeleton && {
    ...skeleton,
    ranges: [...skeleton.ranges].map(toPair),
    outline: [...skeleton.outline],
    hrefs: [...skeleton.hrefs].map(([key, href]): [string, string] => [key, href]),
  };
  return {
    project_id: project,
    file_name: keepText(added.fileName),
    format: keepText(document.format),
    variant: keepText(document.variant),
    source_language: document.sourceLanguage,
    target_language: document.targetLanguage,
    outline: writeJson(outlineSchema, [...document.outline]),
    skeleton: kept && writeJson(skeletonSchema, kept),
    created_at: added.createdAt,
    segments: counted.filter(Boolean).length,
    words: added.words.reduce((sum, words, index) => sum + (counted[index] === true ? words : 0), 0),
    complete: 0,
    begun_at: Date.now(),
  };
}

function toPair<K>([unit, offsets]: readonly [K, readonly number[]]): [K, number[]] {
  return [unit, [...offsets]];
}

async function addFiles(engine: Engine, id: number, added: NewDocument): Promise<void> {
  const { skeleton } = added.document;
  const chunks = [...fileChunks(id, 'original', added.original)];
  if (skeleton !== null) chunks.push(...fileChunks(id, 'skeleton', skeleton.original));
  for (const chunk of chunks) {
    await engine.write((tx) => tx.insertInto('document_file').values(chunk).execute());
    await breathe();
  }
}

interface Batch {
  readonly units: Insertable<UnitTable>[];
  readonly segments: Insertable<SegmentTable>[];
}

/** The rows of all units, in order, some hundred at a time (a unit is never divided). */
function* batches(id: number, { document, words }: NewDocument): Generator<Batch> {
  let batch: Batch = { units: [], segments: [] };
  let position = 0;
  for (const [index, unit] of document.units.entries()) {
    const kept = { ...unit, notes: [...unit.notes], parts: unit.parts.map((part) => toKeptPart(unit, part)) };
    const place = { document_id: id, unit_index: index, unit_id: keepText(unit.id) };
    batch.units.push({ ...place, data: writeJson(unitSchema, kept) });
    for (const segment of segmentsOf(unit)) {
      batch.segments.push({
        ...place,
        segment_id: keepText(segment.id),
        position: position + 1,
        source: writeJson(contentSchema, segment.source),
        source_folded: foldContent(segment.source),
        words: words[position] ?? 0,
        locked: segment.locked === true ? 1 : 0,
        translate: unit.translate ? 1 : 0,
      });
      position += 1;
    }
    if (batch.segments.length + batch.units.length >= ROWS_A_BATCH) {
      yield batch;
      batch = { units: [], segments: [] };
    }
  }
  yield batch;
}

function toKeptPart(unit: Unit, part: Unit['parts'][number]): KeptPart {
  const range = part.range === undefined ? {} : { range: part.range };
  if (part.kind === 'ignorable') {
    return { kind: 'ignorable', source: part.source, target: part.target, ...range };
  }
  if (unit.translate) return { kind: 'segment', ...range };
  const subState = part.subState === undefined ? {} : { subState: part.subState };
  return { kind: 'segment', ...range, standing: { state: part.state, target: part.target, ...subState } };
}

async function insertBatch(tx: Kysely<Tables>, batch: Batch): Promise<void> {
  for (let from = 0; from < batch.units.length; from += 1000) {
    await tx
      .insertInto('unit')
      .values(batch.units.slice(from, from + 1000))
      .execute();
  }
  // A unit may hold more segments than one statement takes parameters.
  for (let from = 0; from < batch.segments.length; from += 1000) {
    await tx
      .insertInto('segment')
      .values(batch.segments.slice(from, from + 1000))
      .execute();
  }
}
