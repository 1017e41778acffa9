/** `recto stats FILE…`: words, characters, segments, repetitions, by state; for several files also all together. */
import { STATES } from '../core/document/state.ts';
import type { StateCounts } from '../core/progress/summary.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { MEASURES } from '../core/text/measures.ts';
import type { Translator } from '../i18n/translator.ts';
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
        else for (const each of reports) printReport(each, context.translator);
      },
    );
};

function printReport(report: FileReport, translator: Translator): void {
  const { repetitions, untranslatable, gmx, units, segments } = report;
  const sizeOf = (counts: StateCounts): string => translator.t('common:size', { ...counts });
  print(report.file ?? translator.t('counts:all-files'));
  print(`  ${report.format ?? '?'}  ${report.sourceLanguage ?? '?'} → ${report.targetLanguage ?? '–'}`);
  print(`  ${translator.t('counts:size', { units, segments })}`);
  printTable(report, translator);
  print(`  ${translator.t('counts:repetitions')}: ${sizeOf(repetitions)}`);
  print(`  ${translator.t('counts:not-translated')}: ${sizeOf(untranslatable.notTranslated)}`);
  print(`  ${translator.t('counts:codes-only')}: ${translator.number(untranslatable.codesOnly.segments)}`);
  print(`  ${translator.t('counts:protected-words')}: ${translator.number(untranslatable.protectedWords)}`);
  for (const state of STATES)
    print(`  ${translator.t(`common:state-${state}`)}: ${sizeOf(report.byState[state])}`);
  const guess = gmx.words.estimate ? `, ${translator.t('counts:estimate')}` : '';
  print(`  ${gmx.method} (${translator.t('counts:measure-words')}: ${gmx.words.words}${guess})`);
  for (const [name, count] of Object.entries(gmx.categories)) {
    if (count > 0) print(`  ${translator.number(count).padStart(COLUMN)}  ${name}`);
  }
}

/** Wide enough for the words of a library. */
const COLUMN = 12;

/** One line a measure, figures first: they stand below each other in any script. Syllables only where there are any. */
function printTable({ source, target }: FileReport, translator: Translator): void {
  const heads = target === null ? ['source' as const] : ['source' as const, 'target' as const];
  print(`  ${heads.map((head) => translator.t(`counts:${head}`).padStart(COLUMN)).join('')}`);
  for (const measure of MEASURES) {
    const [from, to] = [source[measure], target?.[measure]];
    if (measure === 'burmeseSyllables' && from.count === 0 && (to?.count ?? 0) === 0) continue;
    const columns = to === undefined ? [from] : [from, to];
    const figures = columns.map(({ count, estimate }) =>
      `${estimate ? '~' : ''}${translator.number(count)}`.padStart(COLUMN),
    );
    const isEstimate = columns.some(({ estimate }) => estimate === true);
    const guess = isEstimate ? ` (~ ${translator.t('counts:estimate')})` : '';
    print(`  ${figures.join('')}  ${translator.t(`counts:measure-${measure}`)} · ${from.method}${guess}`);
  }
}
