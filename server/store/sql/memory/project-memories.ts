/** Which memories a project uses, in which order, and how. */
import type { Kysely } from 'kysely';
import { memoryId, type ProjectId } from '../../ids.ts';
import type { ProjectMemory } from '../../memory-store.ts';
import type { Tables } from '../schema.ts';

export async function listProjectMemories(
  db: Kysely<Tables>,
  project: ProjectId,
): Promise<readonly ProjectMemory[]> {
  const rows = await db
    .selectFrom('project_memory')
    .select(['memory_id', 'penalty', 'writable'])
    .where('project_id', '=', project)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    memory: memoryId(row.memory_id),
    penalty: row.penalty,
    writable: row.writable === 1,
  }));
}

/** Replaces them all; those that are not there (any more) are left out. */
export async function setProjectMemories(
  tx: Kysely<Tables>,
  project: ProjectId,
  memories: readonly ProjectMemory[],
): Promise<void> {
  await tx.deleteFrom('project_memory').where('project_id', '=', project).execute();
  const there = await tx.selectFrom('memory').select('id').where('deleted', '=', 0).execute();
  const known = new Set(there.map(({ id }) => id));
  const rows = memories
    .filter(({ memory }) => known.has(memory))
    .map(({ memory, penalty, writable }, position) => ({
      project_id: project,
      position,
      memory_id: memory,
      penalty,
      writable: writable ? 1 : 0,
    }));
  if (rows.length > 0) await tx.insertInto('project_memory').values(rows).execute();
}
