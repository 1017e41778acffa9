/** Termbases themselves, and which of them a project uses. */
import type { Kysely } from 'kysely';
import { termbaseId, type ProjectId, type TermbaseId } from '../../ids.ts';
import type { ProjectTermbase, Termbase } from '../../term-store.ts';
import { languageSchema } from '../kept-json.ts';
import { keepText, restoreText } from '../kept-text.ts';
import type { Tables } from '../schema.ts';

/** null where the name is taken. */
export async function createTermbase(
  tx: Kysely<Tables>,
  name: string,
  at: number,
): Promise<TermbaseId | null> {
  const row = await tx
    .insertInto('termbase')
    .values({ name: keepText(name), created_at: at, changes: 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row === undefined ? null : termbaseId(row.id);
}

export async function listTermbases(db: Kysely<Tables>): Promise<readonly Termbase[]> {
  const rows = await db.selectFrom('termbase').selectAll().execute();
  const termbases = await Promise.all(rows.map((row) => toTermbase(db, row)));
  return termbases.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

export async function findTermbase(db: Kysely<Tables>, id: TermbaseId): Promise<Termbase | null> {
  const row = await db.selectFrom('termbase').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toTermbase(db, row);
}

/** False where the name is taken, or it is not there. */
export async function renameTermbase(tx: Kysely<Tables>, id: TermbaseId, name: string): Promise<boolean> {
  const taken = await tx
    .selectFrom('termbase')
    .select('id')
    .where('name', '=', keepText(name))
    .where('id', '<>', id)
    .executeTakeFirst();
  if (taken !== undefined) return false;
  const result = await tx
    .updateTable('termbase')
    .set({ name: keepText(name) })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Removes it and, by the foreign keys, everything in it. */
export async function deleteTermbase(tx: Kysely<Tables>, id: TermbaseId): Promise<boolean> {
  const result = await tx.deleteFrom('termbase').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function listProjectTermbases(
  db: Kysely<Tables>,
  project: ProjectId,
): Promise<readonly ProjectTermbase[]> {
  const rows = await db
    .selectFrom('project_termbase')
    .select(['termbase_id', 'writable'])
    .where('project_id', '=', project)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ termbase: termbaseId(row.termbase_id), writable: row.writable === 1 }));
}

/** Those that are not there any more are left out. */
export async function setProjectTermbases(
  tx: Kysely<Tables>,
  project: ProjectId,
  termbases: readonly ProjectTermbase[],
): Promise<void> {
  await tx.deleteFrom('project_termbase').where('project_id', '=', project).execute();
  const known = new Set((await tx.selectFrom('termbase').select('id').execute()).map(({ id }) => id));
  const rows = termbases
    .filter(({ termbase }) => known.has(termbase))
    .map(({ termbase, writable }, position) => ({
      project_id: project,
      termbase_id: termbase,
      position,
      writable: writable ? 1 : 0,
    }));
  if (rows.length > 0) await tx.insertInto('project_termbase').values(rows).execute();
}

/** In alphabetical order. */
export async function listDomains(db: Kysely<Tables>, id: TermbaseId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('concept')
    .select('domain')
    .distinct()
    .where('termbase_id', '=', id)
    .where('deleted', '=', 0)
    .where('domain', '<>', '')
    .execute();
  return rows.map((row) => restoreText(row.domain)).sort((a, b) => a.localeCompare(b, 'en'));
}

interface TermbaseRow {
  readonly id: number;
  readonly name: string;
  readonly created_at: number;
}

async function toTermbase(db: Kysely<Tables>, row: TermbaseRow): Promise<Termbase> {
  const concepts = await db
    .selectFrom('concept')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('termbase_id', '=', row.id)
    .where('deleted', '=', 0)
    .executeTakeFirstOrThrow();
  const languages = await db
    .selectFrom('concept_term')
    .select('language')
    .where('termbase_id', '=', row.id)
    .groupBy('language')
    .orderBy((eb) => eb.fn.sum('terms'), 'desc')
    .orderBy('language')
    .execute();
  return {
    id: termbaseId(row.id),
    name: restoreText(row.name),
    createdAt: row.created_at,
    concepts: concepts.count,
    languages: languages.map(({ language }) => languageSchema.parse(language)),
  };
}
