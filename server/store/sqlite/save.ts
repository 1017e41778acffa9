/** Writes the winners of a batch by small statements inside the queue's transaction: nobody else writes there. */
import type { Kysely } from 'kysely';
import type { SaveResult } from '../segment.ts';
import type { SaveBatch } from '../sql/engine.ts';
import { count, type Counted } from '../sql/counters.ts';
import { addDue, type DueRow } from '../sql/living/due.ts';
import { decide, readStandings, winOf, type Win } from '../sql/save.ts';
import type { Tables } from '../sql/schema.ts';

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
  await count(tx, counted(wins));
  await addDue(tx, dueOf(wins));
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

/** Drafts that stay drafts are in no memory. */
function dueOf(wins: readonly Win[]): readonly DueRow[] {
  return wins
    .filter(({ from, to }) => from !== 'initial' || to !== 'initial')
    .map(({ row: { segment_id, language, version } }) => ({ segment_id, language, version }));
}

/** What the wins add to and take from the counters. */
function counted(wins: readonly Win[]): readonly Counted[] {
  return wins
    .filter(({ from, to }) => from !== to)
    .flatMap(({ row, document, words, from, to }): readonly Counted[] => [
      { document, language: row.language, state: from, segments: -1, words: -words },
      { document, language: row.language, state: to, segments: 1, words },
    ]);
}
