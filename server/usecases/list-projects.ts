/** What the first page shows: every project with its documents and how far each language has come. */
import { summarize, type ProgressSummary } from '../core/progress/summary.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Project } from '../store/project.ts';
import type { Progress, StoredDocument } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';

export interface LanguageProgress {
  readonly language: LanguageTag;
  readonly summary: ProgressSummary;
}

export interface ProjectOverview {
  readonly project: Project;
  readonly documents: readonly StoredDocument[];
  /** Over all documents, in the order of the project's target languages. */
  readonly progress: readonly LanguageProgress[];
}

export async function listProjects(deps: Dependencies): Promise<readonly ProjectOverview[]> {
  const projects = await deps.store.listProjects();
  return Promise.all(
    projects.map(async (project) => {
      const [documents, progress] = await Promise.all([
        deps.store.listDocuments(project.id),
        deps.store.projectProgress(project.id),
      ]);
      return { project, documents, progress: byLanguage(project, progress) };
    }),
  );
}

/** The counts of all documents added up, for each target language of the project. */
export function byLanguage(project: Project, progress: readonly Progress[]): readonly LanguageProgress[] {
  return project.targetLanguages.map((language) => ({
    language,
    summary: summarize(progress.filter((each) => each.language === language).map((each) => each.byState)),
  }));
}
