/** What a leverage report says, and its figures in a plain order for spreadsheets and programs. */
import { BANDS } from '../core/memory/bands.ts';
import { totalOf, weightedWords, type Leverage, type Rates } from '../core/memory/leverage.ts';
import { guarded, writeCsv } from '../core/text/csv.ts';
import { WORD_METHOD } from '../core/text/words.ts';

export interface DocumentLeverage {
  readonly fileName: string;
  readonly leverage: Leverage;
  /** Segments that came later, or were never looked at. */
  readonly unknown: number;
}

export interface LeverageReport {
  readonly documents: readonly DocumentLeverage[];
  readonly all: Leverage;
  readonly unknown: number;
  /** When the last segment was looked for; null: nobody has asked yet. */
  readonly at: number | null;
  readonly rates: Rates;
}

export function reportJson({ documents, all, unknown, at, rates }: LeverageReport): object {
  const figures = (name: string | null, leverage: Leverage, notAnalysed: number): object => ({
    document: name,
    bands: leverage,
    total: totalOf(leverage),
    weightedWords: weightedWords(leverage, rates),
    notAnalysed,
  });
  return {
    method: WORD_METHOD,
    analysedAt: at === null ? null : new Date(at).toISOString(),
    rates,
    documents: documents.map((each) => figures(each.fileName, each.leverage, each.unknown)),
    all: figures(null, all, unknown),
  };
}

/** With the mark by which spreadsheets know UTF-8. */
export function reportCsv({ documents, all, rates }: LeverageReport): string {
  const head = ['document', 'band', 'segments', 'words', 'characters', 'rate', 'weighted words'];
  const rowsOf = (name: string, leverage: Leverage): readonly (readonly (string | number)[])[] => {
    const total = totalOf(leverage);
    return [
      ...BANDS.map((band) => {
        const { segments, words, characters } = leverage[band];
        return [name, band, segments, words, characters, rates[band], (words * rates[band]) / 100];
      }),
      [name, 'total', total.segments, total.words, total.characters, '', weightedWords(leverage, rates)],
    ];
  };
  const rows = [
    head,
    ...documents.flatMap(({ fileName, leverage }) => rowsOf(fileName, leverage)),
    ...rowsOf('*', all),
  ];
  const fields = rows.map((row) =>
    row.map((value) => (typeof value === 'string' ? guarded(value) : String(value))),
  );
  return `\uFEFF${writeCsv(fields)}`;
}
