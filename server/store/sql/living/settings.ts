/** What a project wants of its memories. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { PROPAGATIONS, type MemorySettings, type Propagation } from '../../living-store.ts';
import type { MemoryId, ProjectId } from '../../ids.ts';
import { createMemory } from '../memory/memories.ts';
import { listProjectMemories, setProjectMemories } from '../memory/project-memories.ts';
import type { Tables } from '../schema.ts';

const propagationSchema = z.enum(PROPAGATIONS);
const DEFAULT: Propagation = 'document';

export async function findMemorySettings(db: Kysely<Tables>, project: ProjectId): Promise<MemorySettings> {
  const row = await db
    .selectFrom('memory_settings')
    .selectAll()
    .where('project_id', '=', project)
    .executeTakeFirst();
  if (row === undefined) return { propagation: DEFAULT, hasOwn: false };
  return { propagation: propagationSchema.parse(row.propagation), hasOwn: row.has_own === 1 };
}

export async function setPropagation(
  tx: Kysely<Tables>,
  project: ProjectId,
  propagation: Propagation,
): Promise<void> {
  await tx
    .insertInto('memory_settings')
    .values({ project_id: project, propagation, has_own: 0 })
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ propagation }))
    .execute();
}

/** Who comes second waits for the first, and finds that it is done. */
export async function giveOwnMemory(
  tx: Kysely<Tables>,
  project: ProjectId,
  name: string,
  at: number,
): Promise<void> {
  if (!(await claim(tx, project))) return;
  const own = { memory: await makeMemory(tx, name, at), penalty: 0, writable: true };
  await setProjectMemories(tx, project, [own, ...(await listProjectMemories(tx, project))]);
}

async function makeMemory(tx: Kysely<Tables>, name: string, at: number): Promise<MemoryId> {
  for (let number = 1; ; number += 1) {
    const made = await createMemory(tx, number === 1 ? name : `${name} (${number})`, at);
    if (made !== null) return made;
  }
}

async function claim(tx: Kysely<Tables>, project: ProjectId): Promise<boolean> {
  const result = await tx
    .insertInto('memory_settings')
    .values({ project_id: project, propagation: DEFAULT, has_own: 1 })
    .onConflict((conflict) =>
      conflict.column('project_id').doUpdateSet({ has_own: 1 }).where('memory_settings.has_own', '=', 0),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
