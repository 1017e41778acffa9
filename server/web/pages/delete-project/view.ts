/** Asks before a project is deleted, and says what goes with it. */
import type { ProjectWithDocuments } from '../../../usecases/show-project.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface DeleteProjectPage extends Page {
  readonly action: string;
  readonly question: string;
  readonly fileNames: readonly string[];
  readonly languages: string;
}

export function deleteProjectPage(ui: Ui, { project, documents }: ProjectWithDocuments): DeleteProjectPage {
  return {
    ui,
    title: ui.t('projects:delete-title'),
    action: `/projects/${project.id}/delete`,
    question: ui.t('projects:delete-question', { name: project.name }),
    fileNames: documents.map((document) => document.fileName),
    languages: ui.list(project.targetLanguages.map((tag) => ui.languageName(tag))),
  };
}
