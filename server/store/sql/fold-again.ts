/**
 * Makes what is derived from the kept contents anew: folded texts and characters. A step of a migration, needed
 * again (at the end of the list) whenever folding or counting changes.
 */
import { sql, type Kysely } from 'kysely';
import { characterCount } from '../../core/text/content.ts';
import { contentSchema, readJson } from './kept-json.ts';
import { foldContent } from './kept-text.ts';
import type { Tables } from './schema.ts';
import { newestVersions } from './versions.ts';

const ROWS_A_READ = 1_000;

export async function foldAgain(tx: Kysely<Tables>): Promise<void> {
  await foldSources(tx);
  await foldTargets(tx);
}

async function foldSources(tx: Kysely<Tables>): Promise<void> {
  for (let after = 0; ;) {
    const rows = await tx
      .selectFrom('segment')
      .select(['id', 'source', 'source_folded'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_A_READ)
      .execute();
    for (const { id, source, source_folded } of rows) {
      after = id;
      const folded = foldContent(readJson(contentSchema, source));
      if (folded === source_folded) continue;
      await tx.updateTable('segment').set({ source_folded: folded }).where('id', '=', id).execute();
    }
    if (rows.length < ROWS_A_READ) return;
  }
}

async function foldTargets(tx: Kysely<Tables>): Promise<void> {
  let after = { id: 0, language: '' };
  for (;;) {
    const rows = await newestVersions(tx)
      .select(['c.segment_id', 'c.language', 'v.target'])
      .where(sql<boolean>`(c.segment_id, c.language) > (${after.id}, ${after.language})`)
      .orderBy('c.segment_id')
      .orderBy('c.language')
      .limit(ROWS_A_READ)
      .execute();
    for (const { segment_id: id, language, target } of rows) {
      after = { id, language };
      const content = readJson(contentSchema, target);
      await tx
        .updateTable('target_current')
        .set({ target_folded: foldContent(content), characters: characterCount(content) })
        .where('segment_id', '=', id)
        .where('language', '=', language)
        .execute();
    }
    if (rows.length < ROWS_A_READ) return;
  }
}
