/** How much of a project the memories know already, in bands, and what that is worth by its rates. */
import { BANDS, type Band } from '../../../core/memory/bands.ts';
import { totalOf, weightedWords, type Amount, type Leverage } from '../../../core/memory/leverage.ts';
import { isEstimate } from '../../../core/text/measures.ts';
import { WORD_METHOD } from '../../../core/text/words.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { Project } from '../../../store/project.ts';
import type { LeverageReport } from '../../../usecases/analyse-project.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface AnalysisPage extends Page {
  readonly notice: NoticeView | null;
  readonly backHref: string;
  readonly action: string;
  /** What stands or happens, a sentence each. */
  readonly facts: readonly string[];
  readonly isRunning: boolean;
  readonly progress: { readonly value: number; readonly max: number; readonly text: string } | null;
  /** All together first, where there are several. */
  readonly tables: readonly LeverageTable[];
  readonly rates: readonly { readonly band: Band; readonly name: string; readonly percent: number }[];
}

export interface LeverageTable {
  readonly name: string;
  readonly rows: readonly LeverageRow[];
  readonly total: Omit<LeverageRow, 'href'>;
}

interface LeverageRow {
  readonly name: string;
  readonly segments: string;
  readonly words: string;
  readonly characters: string;
  readonly weighted: string;
}

export interface AnalysisInput {
  readonly project: Project;
  readonly language: LanguageTag;
  readonly report: LeverageReport;
  /** Segments looked at; null: no analysis is under way. */
  readonly looked: number | null;
  readonly notice: Notice | null;
}

export function analysisPage(ui: Ui, input: AnalysisInput): AnalysisPage {
  const { project, language, report, looked } = input;
  const { documents, all, rates } = report;
  const table = (name: string, leverage: Leverage): LeverageTable => tableOf(ui, name, leverage, rates);
  const each = documents.map(({ fileName, leverage }) => table(fileName, leverage));
  const total = report.unknown + totalOf(all).segments;
  return {
    ui,
    title: ui.t('analysis:title', { name: project.name, language: ui.languageName(language) }),
    notice: noticeView(ui, input.notice),
    backHref: `/projects/${project.id}/settings`,
    action: `/projects/${project.id}/${language}/analysis`,
    facts: factsOf(ui, input),
    isRunning: looked !== null,
    progress: looked === null ? null : { value: looked, max: Math.max(total, 1), text: ui.number(looked) },
    tables: report.at === null ? [] : each.length > 1 ? [table(ui.t('analysis:all'), all), ...each] : each,
    rates: BANDS.map((band) => ({ band, name: ui.t(`analysis:band-${band}`), percent: rates[band] })),
  };
}

function factsOf(ui: Ui, { project, report, looked }: AnalysisInput): readonly string[] {
  const method = ui.t(isEstimate(project.sourceLanguage) ? 'analysis:method-estimate' : 'analysis:method', {
    method: WORD_METHOD,
  });
  if (looked !== null) return [ui.t('analysis:running', { count: looked }), method];
  if (report.at === null) return [ui.t('analysis:never')];
  const when = ui.t('analysis:analysed', { when: ui.dateTime(report.at) });
  const later = report.unknown === 0 ? [] : [ui.t('analysis:later', { count: report.unknown })];
  return [when, ...later, method];
}

function tableOf(ui: Ui, name: string, leverage: Leverage, rates: LeverageReport['rates']): LeverageTable {
  const row = (label: string, { segments, words, characters }: Amount, weighted: number): LeverageRow => ({
    name: label,
    segments: ui.number(segments),
    words: ui.number(words),
    characters: ui.number(characters),
    weighted: ui.number(Math.round(weighted * 10) / 10),
  });
  return {
    name,
    rows: BANDS.map((band) =>
      row(ui.t(`analysis:band-${band}`), leverage[band], (leverage[band].words * rates[band]) / 100),
    ),
    total: row(ui.t('analysis:total'), totalOf(leverage), weightedWords(leverage, rates)),
  };
}
