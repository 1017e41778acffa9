/** One document: how far each translation has come, what can be fetched, what can be brought back. */
import type { LanguageTag } from '../../../core/text/language.ts';
import { isEstimate } from '../../../core/text/measures.ts';
import { WORD_METHOD } from '../../../core/text/words.ts';
import type { LanguageProgress } from '../../../usecases/list-projects.ts';
import type { ExchangeProfile, PossibleEdition } from '../../../usecases/list-exports.ts';
import type { DocumentOverview } from '../../../usecases/show-document.ts';
import type { Import } from '../../../store/exchange.ts';
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
  /** The ledger of names of the project. */
  readonly namesHref: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly fileName: string;
  readonly source: LanguageView;
  readonly translations: readonly TranslationCard[];
  readonly originalEditions: readonly EditionLink[];
  /** '' where the format has no specification to hold the file to. */
  readonly validationHref: string;
  /** '' where the source does not look like Zawgyi. */
  readonly unicodeCopyHref: string;
}

interface TranslationCard extends LanguageView {
  readonly id: string;
  readonly progress: ProgressView;
  readonly caption: string;
  /** What a price and the space in print are reckoned by. */
  readonly amounts: readonly Amount[];
  readonly work: WorkLink;
  readonly findingsHref: string;
  /** What the memories know of the text. */
  readonly leverageHref: string;
  readonly xliffHref: string;
  /** Empty where the document is XLIFF itself. */
  readonly profiles: readonly ProfileChoice[];
  readonly translationHref: string;
  readonly pretranslateHref: string;
  /** What a machine would be sent, and for how much. */
  readonly machineHref: string;
  /** Least scores to choose from. */
  readonly minima: readonly { readonly value: number; readonly label: string }[];
  readonly importHref: string;
  /** '' where nothing looks like Zawgyi. */
  readonly zawgyiHref: string;
  /** Of the files that were brought back, the newest. */
  readonly imports: readonly ImportView[];
  readonly editions: readonly EditionLink[];
}

interface Amount {
  readonly name: string;
  readonly value: string;
  /** How it was counted. */
  readonly method: string;
}

interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  /** One line: what it is for. */
  readonly use: string;
  readonly hasIssues: boolean;
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
  readonly profiles: readonly ExchangeProfile[];
  readonly canValidate: boolean;
  readonly editions: readonly PossibleEdition[];
  readonly imports: ReadonlyMap<string, readonly Import[]>;
  /** Languages whose targets look like Zawgyi. */
  readonly zawgyi: ReadonlySet<string>;
  readonly isSourceInZawgyi: boolean;
  /** Of the translation into each language. */
  readonly characters: ReadonlyMap<LanguageTag, number>;
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
    namesHref: `/projects/${project.id}/names`,
    fileName: document.fileName,
    source: languageView(ui, sourceLanguage),
    facts: facts(ui, input),
    translations: progress.map((each) => translationCard(ui, input, each)),
    originalEditions: editionLinks(ui, input, sourceLanguage),
    validationHref: input.canValidate ? `/documents/${document.id}/validation` : '',
    unicodeCopyHref: input.isSourceInZawgyi ? `/documents/${document.id}/unicode-copy` : '',
  };
}

/** XLIFF names itself, with its version and tool. */
function formatName(ui: Ui, { format, variant }: DocumentPageInput['document']): string {
  if (format === 'markdown' || format === 'text') return ui.t(`document:format-${format}`);
  return variant || format;
}

function facts(ui: Ui, { project, document }: DocumentPageInput): DocumentPage['facts'] {
  return [
    { name: ui.t('document:fact-source-language'), value: ui.languageName(project.sourceLanguage) },
    { name: ui.t('document:fact-format'), value: formatName(ui, document) },
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
    amounts: amounts(ui, input, language),
    caption: ui.t('document:progress-caption', { language: ui.languageName(language) }),
    work: workLink(ui, input.document.id, language, summary, ui.t('document:translate')),
    findingsHref: `${base}/findings`,
    leverageHref: `/projects/${input.project.id}/${language}/analysis`,
    xliffHref: `${base}/xliff`,
    profiles: input.profiles.map(({ id, hasIssues }) => ({
      id,
      hasIssues,
      name: ui.t(`document:profile-${id}`),
      use: ui.t(`document:profile-${id}-use`),
      chosen: id === USUAL_PROFILE,
    })),
    translationHref: `${base}/translation`,
    pretranslateHref: `${base}/pretranslation`,
    machineHref: `${base}/machine`,
    minima: [
      { value: 100, label: ui.t('matches:pretranslate-equal') },
      ...[95, 85, 75].map((value) => ({
        value,
        label: ui.t('matches:pretranslate-from', { score: ui.number(value) }),
      })),
    ],
    importHref: `${base}/import`,
    zawgyiHref: input.zawgyi.has(language) ? `${base}/zawgyi` : '',
    imports: (input.imports.get(language) ?? []).slice(0, SHOWN_IMPORTS).map((each) => importView(ui, each)),
    editions: editionLinks(ui, input, language),
  };
}

function amounts(
  ui: Ui,
  { project, document, characters }: DocumentPageInput,
  language: LanguageTag,
): readonly Amount[] {
  const isGuess = isEstimate(project.sourceLanguage);
  return [
    {
      name: ui.t('document:source-words'),
      value: ui.number(document.words),
      method: ui.t(isGuess ? 'document:source-words-estimate' : 'document:source-words-method', {
        method: WORD_METHOD,
      }),
    },
    {
      name: ui.t('document:target-characters'),
      value: ui.number(characters.get(language) ?? 0),
      method: ui.t('document:target-characters-method'),
    },
  ];
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
