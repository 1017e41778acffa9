/**
 * Undoes a split or a join: segments, sources and places are as before to the letter; targets that the change wrote
 * are followed by one more version, which is again what stood before it.
 */
import type { Kysely, Selectable } from 'kysely';
import { documentId, resegmentationId, segmentKey, type DocumentId, type ResegmentationId } from '../ids.ts';
import type { Resegmented, ResegmentResult, UndoneBy } from '../resegmentation.ts';
import type { Engine } from './engine.ts';
import {
  readJson,
  resegmentationSchema,
  unitSchema,
  writeJson,
  type KeptResegmentation,
} from './kept-json.ts';
import { restoreText } from './kept-text.ts';
import { adjustImports } from './resegment-imports.ts';
import { setCurrent, settleTargets, type HeldVersion, type TargetChange } from './resegment-targets.ts';
import { lockUnit, moveNotes } from './resegment.ts';
import type { ResegmentationTable, Tables } from './schema.ts';
import {
  movePositions,
  parkSegment,
  readHeld,
  readUnitRows,
  setSource,
  type UnitSegment,
} from './unit-rows.ts';
import { listVersions } from './versions.ts';

type Row = Selectable<ResegmentationTable>;

export async function isResegmented(db: Kysely<Tables>, document: DocumentId): Promise<boolean> {
  const row = await db
    .selectFrom('resegmentation')
    .select('id')
    .where('document_id', '=', document)
    .where('undone', '=', 0)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The last change of the unit that is not undone. */
export async function lastResegmentation(
  db: Kysely<Tables>,
  document: DocumentId,
  unitIndex: number,
): Promise<Resegmented | null> {
  const row = await lastRow(db, document, unitIndex);
  return row === undefined ? null : toResegmented(row);
}

function lastRow(db: Kysely<Tables>, document: number, unitIndex: number): Promise<Row | undefined> {
  return db
    .selectFrom('resegmentation')
    .selectAll()
    .where('document_id', '=', document)
    .where('unit_index', '=', unitIndex)
    .where('undone', '=', 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function undoResegmentation(
  engine: Engine,
  id: ResegmentationId,
  by: UndoneBy,
): Promise<ResegmentResult> {
  return engine.write(async (tx) => {
    const row = await tx.selectFrom('resegmentation').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return { kind: 'not-found' };
    const place = { document: row.document_id, unitIndex: row.unit_index };
    await lockUnit(engine, tx, place);
    const last = await lastRow(tx, place.document, place.unitIndex);
    if (last?.id !== row.id) return { kind: 'conflict' };
    const rows = await readUnitRows(tx, place.document, place.unitIndex);
    const first = rows?.segments.find((each) => each.id === row.first_segment);
    if (rows === null || first === undefined) return { kind: 'not-found' };
    const kept = readJson(resegmentationSchema, row.data);
    const second = rows.segments.find((each) => each.id === row.second_segment) ?? null;
    if (!(await isAsLeft(tx, kept, [first, second]))) return { kind: 'conflict' };
    await undo(tx, { row, kept, first, second, by });
    return { kind: 'resegmented', done: toResegmented(row) };
  });
}

interface Undoing {
  readonly row: Row;
  readonly kept: KeptResegmentation;
  readonly first: UnitSegment;
  /** null: it is no more, since it was joined. */
  readonly second: UnitSegment | null;
  readonly by: UndoneBy;
}

async function isAsLeft(
  tx: Kysely<Tables>,
  kept: KeptResegmentation,
  segments: readonly (UnitSegment | null)[],
): Promise<boolean> {
  const held = await readHeld(
    tx,
    segments.flatMap((each) => (each === null ? [] : [each.id])),
  );
  const now = held.map(({ segment, language, version }) => ({ segment, language, version: version.version }));
  return now.length === kept.after.length && kept.after.every((each) => now.some((one) => same(one, each)));
}

function same(one: HeldVersion, other: HeldVersion): boolean {
  return one.segment === other.segment && one.language === other.language && one.version === other.version;
}

async function undo(tx: Kysely<Tables>, undoing: Undoing): Promise<void> {
  const { row, kept, first, second, by } = undoing;
  const { document_id: document, unit_index: unitIndex, second_segment: other } = row;
  const held = await readHeld(tx, [first.id, ...(second === null ? [] : [second.id])]);
  const targets = await targetsBefore(tx, undoing);
  await tx
    .updateTable('unit')
    .set({ data: writeJson(unitSchema, readJson(unitSchema, kept.unit)) })
    .where('document_id', '=', document)
    .where('unit_index', '=', unitIndex)
    .execute();
  await setSource(tx, first.id, kept.first.source, kept.first.words);
  if (second !== null) {
    await moveNotes(tx, other, first.id);
    await parkSegment(tx, other, unitIndex);
    await movePositions(tx, document, second.position, -1);
  } else await bringBack(tx, undoing);
  const words = second === null ? await wordsOf(tx, other) : null;
  await settleTargets(tx, {
    by: { ...by, document },
    held,
    targets,
    before: new Map([
      [first.id, first.words],
      [other, second?.words ?? null],
    ]),
    after: new Map([
      [first.id, kept.first.words],
      [other, words],
    ]),
    language: by.language,
  });
  await adjustImports(tx, document, first.position, second === null ? 1 : -1);
  await tx.updateTable('resegmentation').set({ undone: 1 }).where('id', '=', row.id).execute();
}

/** For each target that the change wrote, what stood there before it; nothing where there was nothing. */
async function targetsBefore(
  tx: Kysely<Tables>,
  { kept, first, row }: Undoing,
): Promise<readonly TargetChange[]> {
  const targets: TargetChange[] = [];
  for (const { segment, language, version: after } of kept.after) {
    if (segment !== first.id) continue;
    const to = kept.before.find((each) => each.segment === segment && each.language === language)?.version;
    if (to === after) continue;
    const versions = await listVersions(tx, segmentKey(row.first_segment), language);
    const {
      target = [],
      state = 'initial',
      subState = null,
    } = versions.find((each) => each.version === to) ?? {};
    const origin = { kind: 'reverted', to: to ?? 0 } as const;
    targets.push({ segment, language, target, state, subState, origin });
  }
  return targets;
}

/** The segment that was joined to the first, with its notes and what was newest of its targets. */
async function bringBack(tx: Kysely<Tables>, { row, kept, first }: Undoing): Promise<void> {
  const { document_id: document, unit_index: unitIndex, second_segment: id } = row;
  await movePositions(tx, document, first.position, 1);
  await tx
    .updateTable('segment')
    .set({ position: first.position + 1, unit_index: unitIndex })
    .where('id', '=', id)
    .execute();
  if (kept.notes.length > 0)
    await tx.updateTable('note').set({ segment_id: id }).where('id', 'in', kept.notes).execute();
  for (const { segment, language, version } of kept.before) {
    if (segment !== id) continue;
    const versions = await listVersions(tx, segmentKey(id), language);
    const found = versions.find((each) => each.version === version);
    if (found === undefined) throw new Error(`Segment ${id} has lost version ${version}.`);
    await setCurrent(tx, document, {
      segment: id,
      language,
      version,
      state: found.state,
      target: found.target,
    });
  }
}

async function wordsOf(tx: Kysely<Tables>, id: number): Promise<number> {
  const row = await tx.selectFrom('segment').select('words').where('id', '=', id).executeTakeFirstOrThrow();
  return row.words;
}

function toResegmented(row: Row): Resegmented {
  return {
    id: resegmentationId(row.id),
    kind: row.kind === 'split' ? 'split' : 'join',
    document: documentId(row.document_id),
    unitIndex: row.unit_index,
    first: segmentKey(row.first_segment),
    second: segmentKey(row.second_segment),
    author: restoreText(row.author),
    at: row.at,
  };
}
