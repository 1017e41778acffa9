/** `recto stats FILE…`: words, characters, segments, repetitions, by state; for several files also all together. */
import type { StateCounts } from '../core/progress/summary.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { MEASURES, type Measure } from '../core/text/measures.ts';
import { countFile, reportFiles, type CountedFile, type FileReport } from '../usecases/count-file.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  languageArgument,
  print,
  printJson,
  readInput,
  report,
  targetLanguageOption,
  wantedLanguages,
  type RegisterCommand,
  type TargetLanguageChoice,
} from './context.ts';

export const stats: RegisterCommand = (program, context) => {
  program
    .command('stats')
    .description(
      'count words and characters, each by named methods, segments, repetitions, states and the categories of GMX-V',
    )
    .argument('<files...>')
    .option('--language <tag>', 'language of monolingual files', languageArgument, DEFAULT_SOURCE_LANGUAGE)
    .addOption(targetLanguageOption())
    .option(
      '--json',
      'one JSON value: an array, one a file; of several files the last is all together, its file is null',
    )
    .action(
      async (files: string[], options: TargetLanguageChoice & { language: LanguageTag; json?: true }) => {
        const counted: CountedFile[] = [];
        for (const file of files) {
          const input = await readInput(context, file);
          if (input === null) continue;
          const count = countFile(context.files, {
            ...input,
            ...wantedLanguages(options),
            sourceLanguage: options.language,
          });
          report(context, count.problems, input.fileName);
          counted.push({ ...count, file });
        }
        const reports = reportFiles(counted);
        if (options.json) printJson(reports);
        else reports.forEach(printReport);
      },
    );
};

function printReport(report: FileReport): void {
  print(report.file ?? 'all files');
  print(`  ${report.format ?? '?'}  ${report.sourceLanguage ?? '?'} → ${report.targetLanguage ?? '–'}`);
  print(`  units ${report.units}, segments ${report.segments}`);
  printTable(report);
  const { repetitions, untranslatable, gmx } = report;
  print(`  repetitions: ${sizeOf(repetitions)}`);
  print(
    `  not translated: ${sizeOf(untranslatable.notTranslated)}; codes only: ${untranslatable.codesOnly.segments} ` +
      `segments; protected: ${untranslatable.protectedWords} words`,
  );
  for (const [state, counts] of Object.entries(report.byState)) print(`  ${state}: ${sizeOf(counts)}`);
  print(`  ${gmx.method} (words: ${gmx.words.words}${gmx.words.estimate ? ', estimate' : ''})`);
  for (const [name, count] of Object.entries(gmx.categories)) {
    if (count > 0) print(`    ${name.padEnd(40)} ${String(count).padStart(9)}`);
  }
}

const LABELS: Readonly<Record<Measure, string>> = {
  words: 'words',
  whiteSpaceWords: 'words by white space',
  characters: 'characters',
  charactersWithoutSpaces: 'characters without spaces',
  graphemes: 'graphemes',
  burmeseSyllables: 'Burmese syllables',
};

/** One line a measure; Burmese syllables only where there are any. */
function printTable({ source, target }: FileReport): void {
  const head = target === null ? '' : 'target'.padStart(10);
  print(`  ${''.padEnd(26)}${'source'.padStart(10)}${head}`);
  for (const measure of MEASURES) {
    const [from, to] = [source[measure], target?.[measure]];
    if (measure === 'burmeseSyllables' && from.count === 0 && (to?.count ?? 0) === 0) continue;
    const columns = to === undefined ? [from] : [from, to];
    const figures = columns.map(({ count, estimate }) => `${estimate ? '~' : ''}${count}`.padStart(10));
    const isEstimate = columns.some(({ estimate }) => estimate === true);
    print(
      `  ${LABELS[measure].padEnd(26)}${figures.join('')}  ${from.method}${isEstimate ? ' (~ estimate)' : ''}`,
    );
  }
}

function sizeOf({ segments, words }: StateCounts): string {
  return `${segments} segments, ${words} words`;
}
