/**
 * Saves in two round trips: one reads what stands and decides, the other writes everything in one statement
 * that is guarded by the version. Who loses a race there wrote nothing, reads again and is told of the other.
 */
import { sql, type Kysely } from 'kysely';
import type { Save, SaveResult } from '../segment.ts';
import type { SaveBatch } from '../sql/engine.ts';
import { decide, readStandings, winOf, type Win } from '../sql/save.ts';
import type { Tables } from '../sql/schema.ts';
import { again, isForeignKeyError } from './transaction.ts';

export async function saveBatch(
  db: Kysely<Tables>,
  { language, saves }: SaveBatch,
): Promise<readonly SaveResult[]> {
  const results = new Map<Save, SaveResult>();
  let open: readonly Save[] = saves;
  while (open.length > 0) {
    const keys = open.map((save) => save.segment);
    const standings = await readStandings(db, language, keys);
    const wins = new Map<Save, Win>();
    for (const save of open) {
      const standing = standings.get(save.segment);
      const result = decide(save, standing);
      results.set(save, result);
      if (result.kind === 'saved' && standing !== undefined) wins.set(save, winOf(save, standing));
    }
    const written = await write(db, [...wins.values()]);
    open = [...wins.keys()].filter((save) => !written.has(save.segment));
  }
  return saves.map((save) => results.get(save) ?? { kind: 'not-found' });
}

/** Segments of the wins that were written; none where one of them was deleted meanwhile: then all are asked again. */
async function write(db: Kysely<Tables>, wins: readonly Win[]): Promise<ReadonlySet<number>> {
  if (wins.length === 0) return new Set();
  try {
    const { rows } = await again(() => statement(wins).execute(db));
    return new Set(rows.map((row) => row.segment_id));
  } catch (error) {
    if (isForeignKeyError(error)) return new Set();
    throw error;
  }
}

/**
 * Rows are locked in one order everywhere (segments by id, then counters by state), so that batches of two
 * servers wait for each other instead of locking each other out. An outbox id is drawn while the segment is
 * locked: for one segment, ids are in the order of the versions. Locking the segments finds those that were joined to
 * others, or moved, since they were read.
 */
function statement(wins: readonly Win[]) {
  const given = wins.map(({ row, folded, characters, document, position, words, from, to }, n) => ({
    ...row,
    n,
    target_folded: folded,
    characters,
    document_id: document,
    position,
    words,
    from_state: from,
    to_state: to,
  }));
  return sql<{ segment_id: number }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as g (
        n bigint, segment_id bigint, language text, version bigint, target text, state text, sub_state text,
        author text, at bigint, origin text, target_folded text, characters bigint,
        document_id bigint, position bigint, words bigint, from_state text, to_state text)
    ),
    standing as (
      select id, position from segment
      where id in (select segment_id from given) and position > 0 order by id for key share
    ),
    won as (
      insert into target_current as c
        (segment_id, language, document_id, position, version, state, target_folded, characters)
      select segment_id, language, document_id, s.position, version, state, target_folded, characters
      from given join standing as s on s.id = given.segment_id order by segment_id
      on conflict (segment_id, language) do update set
        version = excluded.version, state = excluded.state, target_folded = excluded.target_folded,
        characters = excluded.characters
        where c.version = excluded.version - 1
      returning c.segment_id
    ),
    written as (select given.* from given join won using (segment_id)),
    versions as (
      insert into target_version
        (segment_id, language, version, target, state, sub_state, author, at, origin)
      select segment_id, language, version, target, state, sub_state, author, at, origin from written
    ),
    moved as (
      select document_id, language, to_state as state, 1 as segments, words from written
        where to_state <> from_state
      union all
      select document_id, language, from_state, -1, -words from written where to_state <> from_state
    ),
    counted as (
      insert into progress (document_id, language, state, segments, words)
      select document_id, language, state, sum(segments)::bigint, sum(words)::bigint from moved
      where state <> 'initial' group by document_id, language, state order by document_id, language, state
      on conflict (document_id, language, state) do update set
        segments = progress.segments + excluded.segments, words = progress.words + excluded.words
    ),
    due as (
      insert into memory_due (segment_id, language, version)
      select segment_id, language, version from written
      where from_state <> 'initial' or to_state <> 'initial' order by segment_id
      on conflict (segment_id, language) do update set version = excluded.version
    ),
    announced as (
      insert into outbox (document_id, segment_id, language, version, author, at, queued_at)
      select document_id, segment_id, language, version, author, at, ${Date.now()}::bigint
      from written order by n
    )
    select segment_id from won`;
}
