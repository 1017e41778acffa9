/** Name, credits and target languages of a project are changed. Languages are only added: work is never hidden. */
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

export interface UpdateProjectInput {
  readonly id: ProjectId;
  /** '' leaves the name as it is. */
  readonly name: string;
  readonly author: string;
  readonly licence: string;
  readonly origin: string;
  /** Those that it has already, and its source language, are left out. */
  readonly addLanguages: readonly LanguageTag[];
}

/** False where there is no such project. */
export async function updateProject(deps: Dependencies, input: UpdateProjectInput): Promise<boolean> {
  const project = await deps.store.findProject(input.id);
  if (project === null) return false;
  const added = input.addLanguages.filter((language) => language !== project.sourceLanguage);
  await deps.store.updateProject({
    ...project,
    name: input.name === '' ? project.name : input.name,
    author: input.author,
    licence: input.licence,
    origin: input.origin,
    targetLanguages: [...new Set([...project.targetLanguages, ...added])],
  });
  return true;
}
