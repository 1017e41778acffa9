/** The leverage report as one HTML file for a customer, in a person's language and its digits. */
import { BANDS } from '../core/memory/bands.ts';
import { totalOf, weightedWords, type Amount, type Leverage } from '../core/memory/leverage.ts';
import { scriptOf, type LanguageTag } from '../core/text/language.ts';
import { isEstimate } from '../core/text/measures.ts';
import { WORD_METHOD } from '../core/text/words.ts';
import type { Translator } from '../i18n/translator.ts';
import { figurePage, type FigureTable } from '../publish/figures/page.ts';
import { fontFilesFor } from '../publish/fonts.ts';
import type { FileDependencies } from './dependencies.ts';
import type { LeverageReport } from './leverage-report.ts';

export interface LeverageHtmlInput {
  readonly report: LeverageReport;
  /** Of the project; '' for files. */
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly translator: Translator;
}

export async function leverageHtml(
  { readFonts }: Pick<FileDependencies, 'readFonts'>,
  { report, name, sourceLanguage, targetLanguage, translator }: LeverageHtmlInput,
): Promise<string> {
  const { language } = translator;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const pair = translator.t('editor:pair', {
    source: names.of(sourceLanguage) ?? sourceLanguage,
    target: names.of(targetLanguage) ?? targetLanguage,
  });
  const each = report.documents.map(({ fileName, leverage }) =>
    tableOf(translator, fileName, leverage, report),
  );
  const all = tableOf(translator, translator.t('analysis:all'), report.all, report);
  return figurePage({
    language,
    title: translator.t('analysis:report-title', { name: name === '' ? pair : name }),
    facts: [
      ...(name === '' ? [] : [pair]),
      translator.t('analysis:report-lead'),
      ...(report.at === null
        ? []
        : [translator.t('analysis:analysed', { when: translator.dateTime(report.at) })]),
      ...(report.unknown === 0
        ? []
        : [translator.t('analysis:report-not-counted', { count: report.unknown })]),
      methodWords(translator, sourceLanguage),
    ],
    tables: each.length === 1 ? each : [all, ...each],
    // Any machine has Latin letters; not every one Persian or Burmese ones.
    fonts: scriptOf(language) === 'Latn' ? [] : await readFonts(fontFilesFor([language])),
  });
}

/** How words were counted, and whether that is a guess. */
export function methodWords(translator: Translator, sourceLanguage: LanguageTag): string {
  const key = isEstimate(sourceLanguage) ? 'analysis:method-estimate' : 'analysis:method';
  return translator.t(key, { method: WORD_METHOD });
}

function tableOf(
  translator: Translator,
  name: string,
  leverage: Leverage,
  { rates }: LeverageReport,
): FigureTable {
  const cells = ({ segments, words, characters }: Amount, rate: string, weighted: number): string[] => [
    ...[segments, words, characters].map((figure) => translator.number(figure)),
    rate,
    translator.number(Math.round(weighted * 10) / 10),
  ];
  return {
    name,
    columns: [
      translator.t('analysis:band'),
      translator.t('analysis:segments'),
      translator.t('analysis:words'),
      translator.t('analysis:characters'),
      translator.t('analysis:rate'),
      translator.t('analysis:weighted'),
    ],
    rows: BANDS.map((band) => ({
      name: translator.t(`analysis:band-${band}`),
      cells: cells(
        leverage[band],
        translator.percent(rates[band] / 100),
        (leverage[band].words * rates[band]) / 100,
      ),
    })),
    total: {
      name: translator.t('analysis:total'),
      cells: cells(totalOf(leverage), '', weightedWords(leverage, rates)),
    },
  };
}
