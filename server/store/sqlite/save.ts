/** Writes the winners of a batch by small statements inside the queue's transaction: nobody else writes there. */
import { sql, type Insertable, type Kysely } from 'kysely';
import type { SaveResult } from '../store.ts';
import type { SaveBatch } from '../sql/engine.ts';
import { decide, readStandings, winOf, type Win } from '../sql/save.ts';
import type { ProgressTable, Tables } from '../sql/schema.ts';

export async function saveBatch(
  tx: Kysely<Tables>,
  { language, saves }: SaveBatch,
): Promise<readonly SaveResult[]> {
  const keys = saves.map((save) => save.segment);
  const standings = await readStandings(tx, language, keys);
  const wins: Win[] = [];
  const results = saves.map((save) => {
    const standing = standings.get(save.segment);
    const result = decide(save, standing);
    if (result.kind === 'saved' && standing !== undefined) wins.push(winOf(save, standing));
    return result;
  });
  if (wins.length > 0) await write(tx, wins);
  return results;
}

async function write(tx: Kysely<Tables>, wins: readonly Win[]): Promise<void> {
  await tx
    .insertInto('target_version')
    .values(wins.map((win) => win.row))
    .execute();
  await tx
    .insertInto('target_current')
    .values(
      wins.map(({ row, document, position, folded, characters }) => ({
        segment_id: row.segment_id,
        language: row.language,
        document_id: document,
        position,
        version: row.version,
        state: row.state,
        target_folded: folded,
        characters,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['segment_id', 'language']).doUpdateSet((eb) => ({
        version: eb.ref('excluded.version'),
        state: eb.ref('excluded.state'),
        target_folded: eb.ref('excluded.target_folded'),
        characters: eb.ref('excluded.characters'),
      })),
    )
    .execute();
  const counters = counterChanges(wins);
  if (counters.length > 0) await addToCounters(tx, counters);
  const queued_at = Date.now();
  await tx
    .insertInto('outbox')
    .values(
      wins.map(({ row, document }) => ({
        document_id: document,
        segment_id: row.segment_id,
        language: row.language,
        version: row.version,
        author: row.author,
        at: row.at,
        queued_at,
      })),
    )
    .execute();
}

async function addToCounters(
  tx: Kysely<Tables>,
  changes: readonly Insertable<ProgressTable>[],
): Promise<void> {
  await tx
    .insertInto('progress')
    .values(changes)
    .onConflict((conflict) =>
      conflict.columns(['document_id', 'language', 'state']).doUpdateSet({
        segments: sql`progress.segments + excluded.segments`,
        words: sql`progress.words + excluded.words`,
      }),
    )
    .execute();
}

/** What the wins add to and take from each counter, in one row a counter. */
function counterChanges(wins: readonly Win[]): readonly Insertable<ProgressTable>[] {
  const changes = new Map<string, Insertable<ProgressTable>>();
  for (const { row, document, words, from, to } of wins) {
    if (from === to) continue;
    for (const [state, sign] of [[from, -1] as const, [to, 1] as const]) {
      if (state === 'initial') continue;
      const key = `${document} ${row.language} ${state}`;
      const known = changes.get(key) ?? { segments: 0, words: 0 };
      changes.set(key, {
        document_id: document,
        language: row.language,
        state,
        segments: known.segments + sign,
        words: known.words + sign * words,
      });
    }
  }
  return [...changes.values()];
}
