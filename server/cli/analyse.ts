/**
 * `recto analyse FILE…`: how much of the files the memories know already, before work begins. The memories are those of a
 * workbench, or files of any kind that a memory is made of, which are forgotten at the end.
 */
import { InvalidArgumentError, Option } from 'commander';
import { BANDS, isBand } from '../core/memory/bands.ts';
import { DEFAULT_RATES, totalOf, weightedWords, type Amount, type Rates } from '../core/memory/leverage.ts';
import type { Problem } from '../core/problem.ts';
import { UNDETERMINED, type LanguageTag } from '../core/text/language.ts';
import { analyseFiles, type AnalysedFiles } from '../usecases/analyse-files.ts';
import { leverageHtml } from '../usecases/leverage-html.ts';
import { reportCsv, reportJson, type DocumentLeverage } from '../usecases/leverage-report.ts';
import { withMemories } from './analyse-memories.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  languageArgument,
  openInput,
  print,
  printJson,
  problemsForJson,
  report,
  SRX_OPTION,
  withOwnRules,
  writeOutput,
  type CliContext,
  type InputFile,
  type RegisterCommand,
} from './context.ts';
import { ProgressLine } from './progress-line.ts';

interface Options {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage?: LanguageTag;
  readonly tmx?: readonly string[];
  readonly memory?: readonly string[];
  readonly rate?: Partial<Rates>;
  readonly joinLines?: true;
  readonly srx?: string;
  readonly data?: string;
  readonly csv?: string;
  readonly html?: string;
  readonly json?: true;
}

export const analyse: RegisterCommand = (program, context) => {
  program
    .command('analyse')
    .description(
      'how much of files the memories know already: segments and words by the band of the best match',
    )
    .argument('<files...>')
    .option(
      '--source-language <tag>',
      'of files that do not say it',
      languageArgument,
      DEFAULT_SOURCE_LANGUAGE,
    )
    .option(
      '--target-language <tag>',
      'language of the translation; else that of each file',
      languageArgument,
    )
    .option('--tmx <file>', 'look in this TMX, XLIFF, PO or table of two columns; may be repeated', collect)
    .addOption(
      new Option('--memory <name>', 'look in this memory of the workbench; may be repeated')
        .argParser(collect)
        .conflicts('tmx'),
    )
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--rate <band=percent>', 'what a word of the band is worth; may be repeated', collectRate)
    .option('--join-lines', 'plain text: lines are wrapped, a line break ends no segment')
    .option(...SRX_OPTION)
    .option('--csv <file>', 'write the report as CSV too')
    .option('--html <file>', 'write the report as one HTML page too, in your language')
    .option('--json', 'one JSON value instead of a table')
    .action(async (files: string[], options: Options) => {
      const problems: Problem[] = [];
      const result = await analyseThem(context, files, options, problems);
      const { report: figures } = result;
      if (options.csv !== undefined) await writeText(options.csv, reportCsv(figures));
      if (options.html !== undefined)
        await writeText(
          options.html,
          await leverageHtml(context.files, {
            report: figures,
            name: '',
            sourceLanguage: result.sourceLanguage ?? options.sourceLanguage,
            targetLanguage: result.targetLanguage ?? UNDETERMINED,
            translator: context.translator,
          }),
        );
      if (options.json) printJson({ ...reportJson(figures), problems: problemsForJson(context, problems) });
      else if (options.csv !== '-' && options.html !== '-') printReport(context, result);
    });
};

/** What is wrong with a file is told, and kept in `problems`. */
async function analyseThem(
  context: CliContext,
  paths: readonly string[],
  options: Options,
  problems: Problem[],
): Promise<AnalysedFiles> {
  const tell = (found: readonly Problem[], file = ''): void => {
    report(context, found, file);
    problems.push(...found);
  };
  const inputs: InputFile[] = [];
  for (const path of paths) {
    const { input, problems: found } = await openInput(path);
    tell(found);
    if (input !== null) inputs.push(input);
  }
  const files = (await withOwnRules(context, options.srx)) ?? context.files;
  return withMemories(context, options, tell, async (memories) => {
    const progress = new ProgressLine(process.stderr);
    const result = await analyseFiles(files, {
      files: inputs.map((input) => ({
        ...input,
        sourceLanguage: options.sourceLanguage,
        switches: { 'join-lines': options.joinLines ?? false },
        ...(options.targetLanguage === undefined ? {} : { targetLanguages: [options.targetLanguage] }),
      })),
      targetLanguage: options.targetLanguage ?? null,
      memories,
      rates: { ...DEFAULT_RATES, ...options.rate },
      onProgress: (looked) => {
        progress.show(`${looked} segments`);
      },
    });
    progress.end();
    for (const each of result.problems) tell(each.problems, each.fileName);
    return result;
  });
}

/** All together first, where there are several; figures stand below each other in any script. */
function printReport({ translator }: CliContext, { report: { documents, all, rates } }: AnalysedFiles): void {
  const heads = (['segments', 'words', 'characters', 'weighted'] as const).map((head) =>
    translator.t(`analysis:${head}`),
  );
  const width = Math.max(12, ...heads.map((head) => head.length + 2));
  const line = (name: string, { segments, words, characters }: Amount, weighted: number): string =>
    [...[segments, words, characters, Math.round(weighted * 10) / 10], name]
      .map((cell) => (typeof cell === 'string' ? `  ${cell}` : translator.number(cell).padStart(width)))
      .join('');
  const show = ({ fileName, leverage }: Pick<DocumentLeverage, 'fileName' | 'leverage'>): void => {
    print(fileName);
    print(heads.map((head) => head.padStart(width)).join(''));
    for (const band of BANDS) {
      const weighted = (leverage[band].words * rates[band]) / 100;
      print(line(translator.t(`analysis:band-${band}`), leverage[band], weighted));
    }
    print(line(translator.t('analysis:total'), totalOf(leverage), weightedWords(leverage, rates)));
  };
  if (documents.length > 1) show({ fileName: translator.t('analysis:all'), leverage: all });
  for (const document of documents) show(document);
}

function writeText(path: string, text: string): Promise<void> {
  return writeOutput(path, new TextEncoder().encode(text));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** `75-84=50`, or a usage error. */
function collectRate(text: string, before: Partial<Rates> = {}): Partial<Rates> {
  const [band = '', percent = ''] = text.split('=');
  const value = Number(percent);
  if (!isBand(band) || percent.trim() === '' || !(value >= 0 && value <= 1_000))
    throw new InvalidArgumentError(`“${text}” is no rate; the bands are ${BANDS.join(', ')}.`);
  return { ...before, [band]: value };
}
