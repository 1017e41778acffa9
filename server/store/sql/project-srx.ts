/** The SRX file of a project, packed, in chunks. */
import type { Kysely } from 'kysely';
import type { ProjectId } from '../ids.ts';
import type { ProjectSrx } from '../project.ts';
import { keepText, restoreText } from './kept-text.ts';
import { packFile, unpackFile } from './packed-file.ts';
import type { Tables } from './schema.ts';

/** null takes it away. Throws where there is no such project. */
export async function setProjectSrx(
  tx: Kysely<Tables>,
  project: ProjectId,
  file: ProjectSrx | null,
): Promise<void> {
  await tx.deleteFrom('project_srx').where('project_id', '=', project).execute();
  if (file === null) return;
  for (const chunk of packFile(file.bytes)) {
    await tx
      .insertInto('project_srx')
      .values({ project_id: project, file_name: keepText(file.fileName), ...chunk })
      .execute();
  }
}

export async function findProjectSrx(db: Kysely<Tables>, project: ProjectId): Promise<ProjectSrx | null> {
  const chunks = await db
    .selectFrom('project_srx')
    .select(['file_name', 'data'])
    .where('project_id', '=', project)
    .orderBy('chunk')
    .execute();
  const [first] = chunks;
  return first === undefined ? null : { fileName: restoreText(first.file_name), bytes: unpackFile(chunks) };
}
