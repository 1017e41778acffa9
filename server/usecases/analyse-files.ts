/** The leverage of files that are in no project: read, looked for in memories, and nothing of them kept. */
import { segmentsOf } from '../core/document/unit.ts';
import type { Band } from '../core/memory/bands.ts';
import {
  addLeverage,
  leverageOf,
  RepetitionCounter,
  type Amount,
  type Rates,
} from '../core/memory/leverage.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { characterCount, textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { countWords } from '../core/text/words.ts';
import type { FileDependencies } from './dependencies.ts';
import { findBands, type Memories } from './find-bands.ts';
import type { DocumentLeverage, LeverageReport } from './leverage-report.ts';
import { hasOwnIds } from './memory-entry.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface AnalyseFilesInput {
  readonly files: readonly ReadFileInput[];
  /** null: that of each file, which then has to say it. */
  readonly targetLanguage: LanguageTag | null;
  readonly memories: Memories;
  readonly rates: Rates;
  /** How many segments were looked at. */
  readonly onProgress: (looked: number) => void;
}

export interface AnalysedFiles {
  readonly report: LeverageReport;
  /** Languages that all files have; null where there is none or they differ. */
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
  /** By file, in order. */
  readonly problems: readonly { readonly fileName: string; readonly problems: readonly Problem[] }[];
}

/** A file that cannot be read is not in the report, and its problems say why. */
export async function analyseFiles(deps: FileDependencies, input: AnalyseFilesInput): Promise<AnalysedFiles> {
  const repetitions = new RepetitionCounter();
  const documents: DocumentLeverage[] = [];
  const problems: AnalysedFiles['problems'][number][] = [];
  const sources = new Set<LanguageTag>();
  const targets = new Set<LanguageTag>();
  let looked = 0;
  for (const file of input.files) {
    const read = readFile(deps, file);
    const document = read.kind === 'read' ? read.document : null;
    const language = input.targetLanguage ?? document?.targetLanguage ?? null;
    const missing = document !== null && language === null ? [problem('language-missing')] : [];
    const own = [...read.problems, ...missing];
    problems.push({ fileName: file.fileName, problems: own });
    if (document === null || language === null || hasErrors(own)) continue;
    const sourceLanguage = document.sourceLanguage ?? file.sourceLanguage;
    sources.add(sourceLanguage);
    targets.add(language);
    const segments = document.units
      .filter((unit) => unit.translate)
      .flatMap((unit) =>
        segmentsOf(unit).map(({ source, locked }) => ({ source, unit: unit.id, locked: locked === true })),
      );
    const question = {
      sourceLanguage,
      targetLanguage: language,
      withIds: hasOwnIds(document.format),
      repetitions,
    };
    const amounts: (readonly [Band, Amount])[] = [];
    for await (const { segment, band } of findBands(input.memories, question, segments)) {
      const words = countWords(textOf(segment.source), sourceLanguage);
      amounts.push([band, { segments: 1, words, characters: characterCount(segment.source) }]);
      looked += 1;
      input.onProgress(looked);
    }
    documents.push({ fileName: file.fileName, leverage: leverageOf(amounts), unknown: 0 });
  }
  const report: LeverageReport = {
    documents,
    all: addLeverage(documents.map(({ leverage }) => leverage)),
    unknown: 0,
    at: deps.now(),
    rates: input.rates,
  };
  return { report, sourceLanguage: only(sources), targetLanguage: only(targets), problems };
}

function only(languages: ReadonlySet<LanguageTag>): LanguageTag | null {
  const [first] = languages;
  return first !== undefined && languages.size === 1 ? first : null;
}
