/** One document: how far each translation has come, what can be fetched, what can be brought back. */
import type { LanguageProgress } from '../../../usecases/list-projects.ts';
import type { exchangeProfilesOf, PossibleEdition } from '../../../usecases/list-exports.ts';
import type { DocumentOverview } from '../../../usecases/show-document.ts';
import type { Import } from '../../../store/store.ts';
import { importView, type ImportView } from '../../import-view.ts';
import { languageView, type LanguageView } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { progressView, type ProgressView } from '../../progress-view.ts';
import type { Ui } from '../../ui.ts';
import { workLink, type WorkLink } from '../../work-link.ts';

export interface DocumentPage extends Page {
  readonly notice: NoticeView | null;
  readonly projectName: string;
  readonly settingsHref: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly fileName: string;
  readonly source: LanguageView;
  readonly translations: readonly TranslationCard[];
  readonly originalEditions: readonly EditionLink[];
  /** '' where the format has no specification to hold the file to. */
  readonly validationHref: string;
}

interface TranslationCard extends LanguageView {
  readonly id: string;
  readonly progress: ProgressView;
  readonly caption: string;
  readonly work: WorkLink;
  readonly findingsHref: string;
  readonly xliffHref: string;
  /** Empty where the document is XLIFF itself. */
  readonly profiles: readonly ProfileChoice[];
  readonly translationHref: string;
  readonly importHref: string;
  /** Of the files that were brought back, the newest. */
  readonly imports: readonly ImportView[];
  readonly editions: readonly EditionLink[];
}

interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  /** One line: what it is for. */
  readonly use: string;
  readonly chosen: boolean;
}

interface EditionLink {
  readonly name: string;
  /** '' where browsers do not show it: it is only fetched. */
  readonly href: string;
  readonly downloadHref: string;
}

export interface DocumentPageInput extends DocumentOverview {
  readonly notice: Notice | null;
  readonly profiles: ReturnType<typeof exchangeProfilesOf>;
  readonly canValidate: boolean;
  readonly editions: readonly PossibleEdition[];
  readonly imports: ReadonlyMap<string, readonly Import[]>;
}

/** The newest version that most tools read. */
export const USUAL_PROFILE = 'xliff-2.1';

/** Of each translation. */
const SHOWN_IMPORTS = 10;

export function documentPage(ui: Ui, input: DocumentPageInput): DocumentPage {
  const { project, document, progress } = input;
  const { sourceLanguage } = project;
  return {
    ui,
    title: project.name,
    notice: noticeView(ui, input.notice),
    projectName: project.name,
    settingsHref: `/projects/${project.id}/settings`,
    fileName: document.fileName,
    source: languageView(ui, sourceLanguage),
    facts: facts(ui, input),
    translations: progress.map((each) => translationCard(ui, input, each)),
    originalEditions: editionLinks(ui, input, sourceLanguage),
    validationHref: input.canValidate ? `/documents/${document.id}/validation` : '',
  };
}

function facts(ui: Ui, { project, document }: DocumentPageInput): DocumentPage['facts'] {
  return [
    { name: ui.t('document:fact-source-language'), value: ui.languageName(project.sourceLanguage) },
    { name: ui.t('document:fact-format'), value: document.variant || document.format },
    {
      name: ui.t('document:fact-size'),
      value: ui.t('common:size', { segments: document.segments, words: document.words }),
    },
    { name: ui.t('document:fact-added'), value: ui.date(document.createdAt) },
    { name: ui.t('projects:author'), value: project.author },
    { name: ui.t('projects:licence'), value: project.licence },
    { name: ui.t('projects:origin'), value: project.origin },
  ].filter(({ value }) => value !== '');
}

function translationCard(
  ui: Ui,
  input: DocumentPageInput,
  { language, summary }: LanguageProgress,
): TranslationCard {
  const base = `/documents/${input.document.id}/${language}`;
  return {
    ...languageView(ui, language),
    id: `translation-${language}`,
    progress: progressView(ui, summary),
    caption: ui.t('document:progress-caption', { language: ui.languageName(language) }),
    work: workLink(ui, input.document.id, language, summary, ui.t('document:translate')),
    findingsHref: `${base}/findings`,
    xliffHref: `${base}/xliff`,
    profiles: input.profiles.map((id) => ({
      id,
      name: ui.t(`document:profile-${id}`),
      use: ui.t(`document:profile-${id}-use`),
      chosen: id === USUAL_PROFILE,
    })),
    translationHref: `${base}/translation`,
    importHref: `${base}/import`,
    imports: (input.imports.get(language) ?? []).slice(0, SHOWN_IMPORTS).map((each) => importView(ui, each)),
    editions: editionLinks(ui, input, language),
  };
}

function editionLinks(
  ui: Ui,
  { document, editions }: DocumentPageInput,
  language: string,
): readonly EditionLink[] {
  return editions
    .filter((edition) => edition.language === language)
    .map((edition) => {
      const href = `/documents/${document.id}/editions/${encodeURIComponent(edition.fileName)}`;
      return {
        name: edition.bilingual ? ui.t('document:edition-bilingual', { name: edition.name }) : edition.name,
        href: edition.isPage ? href : '',
        downloadHref: `${href}?download`,
      };
    });
}
