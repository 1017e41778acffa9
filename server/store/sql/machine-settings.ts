/** How a project asks for machine translation. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { MachineSettings } from '../../core/memory/machine-settings.ts';
import type { ProjectId } from '../store.ts';
import { readJson, writeJson } from './kept-json.ts';
import { keepText, restoreText } from './kept-text.ts';
import type { Tables } from './schema.ts';

const settingsSchema: z.ZodType<MachineSettings> = z.object({
  provider: z.string(),
  url: z.string(),
  key: z.string(),
  model: z.string(),
  price: z.number().nullable(),
  context: z.boolean(),
});

export async function findMachineSettings(
  db: Kysely<Tables>,
  project: ProjectId,
): Promise<MachineSettings | null> {
  const row = await db
    .selectFrom('machine_settings')
    .select('settings')
    .where('project_id', '=', project)
    .executeTakeFirst();
  return row === undefined ? null : readJson(settingsSchema, restoreText(row.settings));
}

/** null takes them away. Throws where there is no such project. */
export async function saveMachineSettings(
  tx: Kysely<Tables>,
  project: ProjectId,
  settings: MachineSettings | null,
): Promise<void> {
  await tx.deleteFrom('machine_settings').where('project_id', '=', project).execute();
  if (settings === null) return;
  await tx
    .insertInto('machine_settings')
    .values({ project_id: project, settings: keepText(writeJson(settingsSchema, settings)) })
    .execute();
}
