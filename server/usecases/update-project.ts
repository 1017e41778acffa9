/** Name, credits and target languages of a project are changed. Languages are only added: work is never hidden. */
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId } from '../store/store.ts';
import type { Dependencies } from './dependencies.ts';

export interface UpdateProjectInput {
  readonly id: ProjectId;
  /** '' leaves the name as it is. */
  readonly name: string;
  readonly author: string;
  readonly licence: string;
  readonly origin: string;
  readonly addLanguages: readonly LanguageTag[];
}

export type UpdateProjectResult =
  | { readonly kind: 'updated' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/** Languages that the project has already count as added; its source language is refused. */
export async function updateProject(
  deps: Dependencies,
  input: UpdateProjectInput,
): Promise<UpdateProjectResult> {
  const project = await deps.store.findProject(input.id);
  if (project === null) return { kind: 'not-found' };
  if (input.addLanguages.includes(project.sourceLanguage)) {
    const values = { language: project.sourceLanguage };
    return { kind: 'refused', problems: [problem('language-is-source', null, values)] };
  }
  await deps.store.updateProject({
    ...project,
    name: input.name === '' ? project.name : input.name,
    author: input.author,
    licence: input.licence,
    origin: input.origin,
    targetLanguages: [...new Set([...project.targetLanguages, ...input.addLanguages])],
  });
  return { kind: 'updated' };
}
