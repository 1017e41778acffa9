/** Which segments' entries in the memories are due: written with the change itself, taken away when it was followed. */
import type { Kysely } from 'kysely';
import { segmentKey, type ProjectId, type SegmentKey } from '../../ids.ts';
import type { DueSegment } from '../../living-store.ts';
import type { Engine } from '../engine.ts';
import { languageSchema } from '../kept-json.ts';
import { statement } from '../statement.ts';
import type { Tables } from '../schema.ts';

/** As many as one statement may name. */
const A_STATEMENT = 200;

export interface DueRow {
  readonly segment_id: number;
  readonly language: string;
  readonly version: number;
}

/** Notes them; a segment that is due already is due for the newer version. */
export async function addDue(tx: Kysely<Tables>, rows: readonly DueRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += A_STATEMENT) {
    await tx
      .insertInto('memory_due')
      .values(rows.slice(at, at + A_STATEMENT))
      .onConflict((conflict) =>
        conflict
          .columns(['segment_id', 'language'])
          .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
      )
      .execute();
  }
}

/** The confirmed targets at these places and beside them: what stands around them is part of an entry. */
export async function addDueAround(
  tx: Kysely<Tables>,
  document: number,
  segments: readonly number[],
): Promise<void> {
  const places = await tx.selectFrom('segment').select('position').where('id', 'in', segments).execute();
  const positions = places.map((place) => place.position).filter((position) => position > 0);
  if (positions.length === 0) return;
  const rows = await tx
    .selectFrom('target_current')
    .select(['segment_id', 'language', 'version'])
    .where('document_id', '=', document)
    .where('position', '>=', Math.min(...positions) - 1)
    .where('position', '<=', Math.max(...positions) + 1)
    .where('state', '<>', 'initial')
    .execute();
  await addDue(tx, rows);
}

export async function listDue(
  db: Kysely<Tables>,
  segments: readonly SegmentKey[] | null,
  limit: number,
): Promise<readonly DueSegment[]> {
  if (segments?.length === 0) return [];
  const all = db.selectFrom('memory_due').selectAll().orderBy('segment_id').orderBy('language').limit(limit);
  const rows = await (segments === null ? all : all.where('segment_id', 'in', segments)).execute();
  return rows.map((row) => ({
    segment: segmentKey(row.segment_id),
    language: languageSchema.parse(row.language),
    version: row.version,
  }));
}

const deleteDue = statement(
  ({ elements }) => `delete from memory_due where (segment_id, language, version) in
    (select cast(q.value ->> 0 as bigint), q.value ->> 1, cast(q.value ->> 2 as bigint) from ${elements})`,
);

export async function settleDue(
  engine: Engine,
  tx: Kysely<Tables>,
  done: readonly DueSegment[],
): Promise<void> {
  const rows = done.map(({ segment, language, version }) => [segment, language, version]);
  await deleteDue(engine, tx, JSON.stringify(rows));
}

export async function requireAll(tx: Kysely<Tables>, project: ProjectId): Promise<void> {
  await tx
    .insertInto('memory_due')
    .columns(['segment_id', 'language', 'version'])
    .expression((eb) =>
      eb
        .selectFrom('target_current as c')
        .innerJoin('document as d', 'd.id', 'c.document_id')
        .select(['c.segment_id', 'c.language', 'c.version'])
        .where('d.project_id', '=', project)
        .where('c.state', '<>', 'initial'),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['segment_id', 'language'])
        .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
    )
    .execute();
}
