/** Projects: rows to values and back. */
import type { Insertable, Kysely, Selectable } from 'kysely';
import { projectId, type ProjectId } from '../ids.ts';
import type { NewProject, Project } from '../project.ts';
import { languageSchema, languagesSchema, readJson, writeJson } from './kept-json.ts';
import { keepText, restoreText } from './kept-text.ts';
import type { ProjectTable, Tables } from './schema.ts';

export async function insertProject(tx: Kysely<Tables>, project: NewProject): Promise<ProjectId> {
  const row = await tx.insertInto('project').values(toRow(project)).returning('id').executeTakeFirstOrThrow();
  return projectId(row.id);
}

export async function listProjects(db: Kysely<Tables>): Promise<readonly Project[]> {
  const rows = await db.selectFrom('project').selectAll().orderBy('id').execute();
  return rows.map(toProject);
}

export async function findProject(db: Kysely<Tables>, id: ProjectId): Promise<Project | null> {
  const row = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toProject(row);
}

export async function updateProject(tx: Kysely<Tables>, project: Project): Promise<void> {
  await tx.updateTable('project').set(toRow(project)).where('id', '=', project.id).execute();
}

/** Removes the project and, by the foreign keys, everything in it. */
export async function deleteProject(tx: Kysely<Tables>, id: ProjectId): Promise<boolean> {
  const result = await tx.deleteFrom('project').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

function toRow(project: NewProject): Insertable<ProjectTable> {
  return {
    name: keepText(project.name),
    source_language: project.sourceLanguage,
    target_languages: writeJson(languagesSchema, [...project.targetLanguages]),
    author: keepText(project.author),
    licence: keepText(project.licence),
    origin: keepText(project.origin),
    work_id: keepText(project.workId),
    created_at: project.createdAt,
  };
}

function toProject(row: Selectable<ProjectTable>): Project {
  return {
    id: projectId(row.id),
    name: restoreText(row.name),
    sourceLanguage: languageSchema.parse(row.source_language),
    targetLanguages: readJson(languagesSchema, row.target_languages),
    author: restoreText(row.author),
    licence: restoreText(row.licence),
    origin: restoreText(row.origin),
    workId: restoreText(row.work_id),
    createdAt: row.created_at,
  };
}
