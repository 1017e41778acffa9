/** What is confirmed in a segment: one TU for its segment and target language, that of the newest version. */
import type { Kysely } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { memoryId, type MemoryId, type SegmentKey } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { lockMemory } from './memory-languages.ts';
import { insertTus, removeTus, replaceTu } from './tu-rows.ts';

/** Nothing happens where memory or segment is not there any more, or a later version was remembered or forgotten. */
export async function rememberSegment(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  segment: SegmentKey,
  target: { readonly language: LanguageTag; readonly version: number },
  tu: Tu,
): Promise<void> {
  if (!(await lockMemory(tx, memory))) return;
  const row = await tx
    .selectFrom('segment as s')
    .leftJoin('forgotten_segment as f', (join) =>
      join.onRef('f.segment_id', '=', 's.id').on('f.language', '=', target.language),
    )
    .leftJoin('tu', (join) =>
      join
        .onRef('tu.segment_id', '=', 's.id')
        .on('tu.segment_language', '=', target.language)
        .on('tu.memory_id', '=', memory),
    )
    .select(['f.version as forgotten', 'tu.id as tu', 'tu.segment_version as remembered'])
    .where('s.id', '=', segment)
    .executeTakeFirst();
  if (row === undefined) return;
  // The forgotten version itself may come back: its segment was joined to another, and that was undone.
  if (target.version < (row.forgotten ?? 0) || target.version < (row.remembered ?? 0)) return;
  const origin = { key: segment, ...target };
  if (row.tu === null) await insertTus(engine, tx, memory, [tu], 'added', origin);
  else await replaceTu(engine, tx, memory, row.tu, tu, origin);
}

export async function forgetSegment(
  engine: Engine,
  tx: Kysely<Tables>,
  segment: SegmentKey,
  language: LanguageTag,
  version: number,
): Promise<void> {
  const rows = await tx
    .selectFrom('tu')
    .select(['id', 'memory_id'])
    .where('segment_id', '=', segment)
    .where('segment_language', '=', language)
    .where('segment_version', '<=', version)
    .orderBy('memory_id')
    .execute();
  for (const { id, memory_id: memory } of rows) {
    await lockMemory(tx, memory);
    await removeTus(engine, tx, memoryId(memory), [id]);
  }
  const there = await tx.selectFrom('segment').select('id').where('id', '=', segment).executeTakeFirst();
  if (there === undefined) return;
  await tx
    .insertInto('forgotten_segment')
    .values({ segment_id: segment, language, version })
    .onConflict((conflict) =>
      conflict
        .columns(['segment_id', 'language'])
        .doUpdateSet({ version })
        .where('forgotten_segment.version', '<', version),
    )
    .execute();
}
