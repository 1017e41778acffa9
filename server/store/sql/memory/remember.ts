/** What is confirmed in segments: one TU for a segment and target language, that of the newest version. */
import type { Kysely } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { MemoryId, SegmentKey } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { lockForAdding, lockMemory } from './locked-memory.ts';
import { statement } from '../statement.ts';
import { insertTus, removeTus, replaceTus, type NewTu, type ReplacedTu } from './tu-rows.ts';

export interface ConfirmedSegment {
  readonly key: SegmentKey;
  readonly language: LanguageTag;
  readonly version: number;
  readonly tu: Tu;
}

const readRemembered = statement<{
  readonly number: number;
  readonly forgotten: number | null;
  readonly tu: number | null;
  readonly remembered: number | null;
}>(({ forEach }) => {
  const itsTu = `from tu where tu.segment_id = t.id and tu.segment_language = q.value ->> 2 and tu.memory_id = ?`;
  return `select cast(q.value ->> 0 as bigint) as number,
      (select f.version from forgotten_segment as f where f.segment_id = t.id and f.language = q.value ->> 2) as forgotten,
      (select max(tu.id) ${itsTu}) as tu, (select max(tu.segment_version) ${itsTu}) as remembered
      ${forEach('segment', 't.id = cast(q.value ->> 1 as bigint)')}`;
});

/**
 * No segment twice in a language. Nothing happens where memory or segment is not there any more, or a later version was
 * remembered or forgotten.
 */
export async function rememberSegments(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  confirmed: readonly ConfirmedSegment[],
): Promise<void> {
  const asked = JSON.stringify(confirmed.map(({ key, language }, number) => [number, key, language]));
  const tus = confirmed.map(({ tu }) => tu);
  const adding = await lockForAdding(engine, tx, memory, tus, readRemembered.of(memory, memory, asked));
  if (adding === null) return;
  const [added, replaced]: [NewTu[], ReplacedTu[]] = [[], []];
  for (const { number, forgotten, tu: id, remembered } of adding.rows) {
    const each = confirmed[number];
    // The forgotten version itself may come back: its segment was joined to another, and that was undone.
    if (each === undefined || each.version < (forgotten ?? 0) || each.version < (remembered ?? 0)) continue;
    const { tu, ...segment } = each;
    if (id === null) added.push({ tu, segment });
    else replaced.push({ id, tu, version: each.version });
  }
  await replaceTus(adding.locked, replaced);
  await insertTus(adding.locked, added, 'added');
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
    const locked = await lockMemory(engine, tx, memory);
    if (locked !== null) await removeTus(locked, [id]);
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
