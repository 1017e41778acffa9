/** The first page: every project, how far each of its languages has come, and where to go on. */
import { WORD_METHOD } from '../../../core/text/words.ts';
import type { ProjectOverview } from '../../../usecases/list-projects.ts';
import { languageView, type LanguageView } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { progressView, type ProgressView } from '../../progress-view.ts';
import type { Ui } from '../../ui.ts';
import { workLink, type WorkLink } from '../../work-link.ts';

export interface ProjectsPage extends Page {
  readonly notice: NoticeView | null;
  readonly projects: readonly ProjectCard[];
}

export interface ProjectCard {
  readonly id: number;
  readonly name: string;
  readonly source: LanguageView;
  readonly created: string;
  readonly documents: readonly DocumentLink[];
  readonly languages: readonly LanguageRow[];
}

interface DocumentLink {
  readonly href: string;
  readonly fileName: string;
  readonly size: string;
  /** How its words were counted. */
  readonly method: string;
}

interface LanguageRow extends LanguageView {
  readonly progress: ProgressView;
  /** Where its first document is translated; null where the project has none. */
  readonly work: WorkLink | null;
}

export function projectsPage(
  ui: Ui,
  overviews: readonly ProjectOverview[],
  notice: Notice | null,
): ProjectsPage {
  return {
    ui,
    title: ui.t('common:projects'),
    notice: noticeView(ui, notice),
    projects: overviews.map((overview) => projectCard(ui, overview)),
  };
}

function projectCard(ui: Ui, { project, documents, progress }: ProjectOverview): ProjectCard {
  const [first] = documents;
  return {
    id: project.id,
    name: project.name,
    source: languageView(ui, project.sourceLanguage),
    created: ui.date(project.createdAt),
    documents: documents.map((document) => ({
      href: `/documents/${document.id}`,
      fileName: document.fileName,
      size: ui.t('common:size', { segments: document.segments, words: document.words }),
      method: ui.t('common:words-method', { method: WORD_METHOD }),
    })),
    languages: progress.map(({ language, summary }) => ({
      ...languageView(ui, language),
      progress: progressView(ui, summary),
      work: first === undefined ? null : workLink(ui, first.id, language, summary, ui.t('projects:continue')),
    })),
  };
}
