/** How much of a project the memories know already, in bands, and what that is worth by its rates. */
import { BANDS, type Band } from '../../../core/memory/bands.ts';
import {
  totalOf,
  weightedWords,
  type Amount,
  type Leverage,
  type Rates,
} from '../../../core/memory/leverage.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { Project } from '../../../store/project.ts';
import type { ProjectLeverage } from '../../../usecases/analyse-project.ts';
import { methodWords } from '../../../usecases/leverage-html.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import { numberField, writeNumber, type NumberField } from '../../number-field.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';
import type { TypedRates } from './form.ts';

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
  readonly rates: readonly { readonly name: string; readonly field: NumberField }[];
}

export interface LeverageTable {
  readonly name: string;
  readonly rows: readonly LeverageRow[];
  readonly total: LeverageRow;
}

interface LeverageRow {
  readonly name: string;
  readonly segments: string;
  readonly words: string;
  readonly characters: string;
  readonly weighted: string;
  /** These segments in the editor; '' where there are none, or they are of several documents. */
  readonly href: string;
}

export interface AnalysisInput {
  readonly project: Project;
  readonly language: LanguageTag;
  readonly report: ProjectLeverage;
  /** Segments looked at; null: no analysis is under way. */
  readonly looked: number | null;
  /** Rates that are given back for correction. */
  readonly typed: TypedRates | null;
  readonly notice: Notice | null;
}

export function analysisPage(ui: Ui, input: AnalysisInput): AnalysisPage {
  const { project, language, report, looked, typed } = input;
  const { documents, all, rates } = report;
  const each = documents.map(({ document, fileName, leverage }) =>
    tableOf(ui, { name: fileName, leverage, rates, editor: `/documents/${document}/${language}` }),
  );
  const whole = { name: ui.t('analysis:all'), leverage: all, rates, editor: '' };
  const total = report.unknown + totalOf(all).segments;
  return {
    ui,
    isRefused: typed !== null,
    title: ui.t('analysis:title', { name: project.name, language: ui.languageName(language) }),
    notice: noticeView(ui, input.notice),
    backHref: `/projects/${project.id}/settings`,
    action: `/projects/${project.id}/${language}/analysis`,
    facts: factsOf(ui, input),
    isRunning: looked !== null,
    progress: looked === null ? null : { value: looked, max: Math.max(total, 1), text: ui.number(looked) },
    tables: report.at === null ? [] : each.length > 1 ? [tableOf(ui, whole), ...each] : each,
    rates: ratesOf(ui, rates, typed),
  };
}

function ratesOf(ui: Ui, rates: Rates, typed: TypedRates | null): AnalysisPage['rates'] {
  const wrong = BANDS.find((band) => typed !== null && typed[band].problem !== null);
  return BANDS.map((band) => ({
    name: ui.t(`analysis:band-${band}`),
    field: numberField(ui, {
      ...{ id: `rate-${band}`, name: band, kind: 'whole', value: writeNumber(ui, rates[band]) },
      ...{ typed: typed?.[band] ?? null, hasFocus: band === wrong },
    }),
  }));
}

function factsOf(ui: Ui, { project, report, looked }: AnalysisInput): readonly string[] {
  const method = methodWords(ui, project.sourceLanguage);
  if (looked !== null) return [ui.t('analysis:running', { count: looked }), method];
  if (report.at === null) return [ui.t('analysis:never')];
  const when = ui.t('analysis:analysed', { when: ui.dateTime(report.at) });
  const later = report.unknown === 0 ? [] : [ui.t('analysis:later', { count: report.unknown })];
  return [when, ...later, method];
}

function tableOf(
  ui: Ui,
  of: {
    readonly name: string;
    readonly leverage: Leverage;
    readonly rates: ProjectLeverage['rates'];
    /** Of the document; '' for several. */
    readonly editor: string;
  },
): LeverageTable {
  const { name, leverage, rates, editor } = of;
  const row = (label: string, amount: Amount, weighted: number, href = ''): LeverageRow => ({
    name: label,
    segments: ui.number(amount.segments),
    words: ui.number(amount.words),
    characters: ui.number(amount.characters),
    weighted: ui.number(Math.round(weighted * 10) / 10),
    href: amount.segments === 0 || editor === '' ? '' : href,
  });
  const bandRow = (band: Band): LeverageRow => {
    const weighted = (leverage[band].words * rates[band]) / 100;
    return row(ui.t(`analysis:band-${band}`), leverage[band], weighted, `${editor}?band=${band}`);
  };
  return {
    name,
    rows: BANDS.map(bandRow),
    total: row(ui.t('analysis:total'), totalOf(leverage), weightedWords(leverage, rates)),
  };
}
