/** Memories themselves. One that is deleted is gone at once; its rows are taken away batch by batch (purge.ts). */
import type { Kysely, Selectable } from 'kysely';
import { memoryId, type MemoryId } from '../../ids.ts';
import type { Memory } from '../../memory-store.ts';
import { languageSchema } from '../kept-json.ts';
import { keepText, restoreText } from '../kept-text.ts';
import type { Tables } from '../schema.ts';
import type { MemoryTable } from './memory-schema.ts';

/** null where the name is taken. */
export async function createMemory(tx: Kysely<Tables>, name: string, at: number): Promise<MemoryId | null> {
  const row = await tx
    .insertInto('memory')
    .values({ name: keepText(name), created_at: at, tus: 0, deleted: 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row === undefined ? null : memoryId(row.id);
}

/** By name. */
export async function listMemories(db: Kysely<Tables>): Promise<readonly Memory[]> {
  const rows = await db.selectFrom('memory').selectAll().where('deleted', '=', 0).execute();
  const languages = await db
    .selectFrom('memory_language')
    .select(['memory_id', 'language', 'tuvs'])
    .where('tuvs', '>', 0)
    .execute();
  return rows
    .map((row) =>
      toMemory(
        row,
        languages.filter((each) => each.memory_id === row.id),
      ),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function findMemory(db: Kysely<Tables>, id: MemoryId): Promise<Memory | null> {
  return withLanguages(db, await found(db).where('id', '=', id).executeTakeFirst());
}

export async function findMemoryNamed(db: Kysely<Tables>, name: string): Promise<Memory | null> {
  return withLanguages(db, await found(db).where('name', '=', keepText(name)).executeTakeFirst());
}

/** False where the name is taken, or it is not there. */
export async function renameMemory(tx: Kysely<Tables>, id: MemoryId, name: string): Promise<boolean> {
  const kept = keepText(name);
  const result = await tx
    .updateTable('memory')
    .set({ name: kept })
    .where('id', '=', id)
    .where('deleted', '=', 0)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('memory as m').select('m.id').where('m.name', '=', kept).where('m.id', '<>', id),
        ),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** From now on nobody sees it and its name is free; false where it was not there. */
export async function hideMemory(tx: Kysely<Tables>, id: MemoryId): Promise<boolean> {
  const result = await tx
    .updateTable('memory')
    // No name that anybody gives is kept with this character followed by a letter.
    .set({ name: `\u001Agone ${id}`, deleted: 1 })
    .where('id', '=', id)
    .where('deleted', '=', 0)
    .executeTakeFirst();
  await tx.deleteFrom('project_memory').where('memory_id', '=', id).execute();
  return result.numUpdatedRows > 0n;
}

function found(db: Kysely<Tables>) {
  return db.selectFrom('memory').selectAll().where('deleted', '=', 0);
}

async function withLanguages(
  db: Kysely<Tables>,
  row: Selectable<MemoryTable> | undefined,
): Promise<Memory | null> {
  if (row === undefined) return null;
  const languages = await db
    .selectFrom('memory_language')
    .select(['language', 'tuvs'])
    .where('memory_id', '=', row.id)
    .where('tuvs', '>', 0)
    .execute();
  return toMemory(row, languages);
}

function toMemory(
  row: Selectable<MemoryTable>,
  languages: readonly { readonly language: string; readonly tuvs: number }[],
): Memory {
  return {
    id: memoryId(row.id),
    name: restoreText(row.name),
    createdAt: row.created_at,
    tus: row.tus,
    languages: languages
      .map(({ language, tuvs }) => ({ language: languageSchema.parse(language), tuvs }))
      .sort((a, b) => b.tuvs - a.tuvs || (a.language < b.language ? -1 : 1)),
  };
}
