/** What a project has set, by name, as JSON: how it asks machines, what it pays. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { BANDS } from '../../core/memory/bands.ts';
import { DEFAULT_RATES, type Rates } from '../../core/memory/leverage.ts';
import type { MachineSettings } from '../../core/memory/machine-settings.ts';
import type { ProjectId } from '../ids.ts';
import { readJson, writeJson } from './kept-json.ts';
import { keepText, restoreText } from './kept-text.ts';
import type { Tables } from './schema.ts';

/** One setting: its name in the table, and the shape that is written and read. */
export interface ProjectSetting<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

export const MACHINE: ProjectSetting<MachineSettings> = {
  name: 'machine',
  schema: z.object({
    provider: z.string(),
    url: z.string(),
    key: z.string(),
    model: z.string(),
    price: z.number().nullable(),
    context: z.boolean(),
  }),
};

/** A band that came later than the rates were kept is paid as by default. */
export const RATES: ProjectSetting<Rates> = {
  name: 'rates',
  schema: z.partialRecord(z.enum(BANDS), z.number()).transform((kept) => ({ ...DEFAULT_RATES, ...kept })),
};

/** null where it is not set. */
export async function findSetting<T>(
  db: Kysely<Tables>,
  project: ProjectId,
  { name, schema }: ProjectSetting<T>,
): Promise<T | null> {
  const row = await db
    .selectFrom('project_setting')
    .select('value')
    .where('project_id', '=', project)
    .where('name', '=', name)
    .executeTakeFirst();
  return row === undefined ? null : readJson(schema, restoreText(row.value));
}

/** null takes it away. Throws where there is no such project. */
export async function saveSetting<T>(
  tx: Kysely<Tables>,
  project: ProjectId,
  { name, schema }: ProjectSetting<T>,
  value: T | null,
): Promise<void> {
  await tx.deleteFrom('project_setting').where('project_id', '=', project).where('name', '=', name).execute();
  if (value === null) return;
  const row = { project_id: project, name, value: keepText(writeJson(schema, value)) };
  await tx.insertInto('project_setting').values(row).execute();
}
