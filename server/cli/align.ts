/** `recto align SOURCE TRANSLATION`: two documents to pairs of segments. */
import { InvalidArgumentError, Option } from 'commander';
import { SURE } from '../core/alignment/link.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { alignDocuments } from '../usecases/align-documents.ts';
import { alignmentToTmx, alignmentToXliff, listLinks } from '../usecases/write-alignment.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  finish,
  languageArgument,
  openInput,
  print,
  report,
  SRX_OPTION,
  withOwnRules,
  writeOutput,
  type RegisterCommand,
} from './context.ts';

type Kind = 'xlf' | 'tmx' | 'json';

interface Options {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly joinLines?: true;
  readonly srx?: string;
  readonly to?: Kind;
  readonly minimum: number;
  readonly output: string;
  readonly json?: true;
}

export const align: RegisterCommand = (program, context) => {
  program
    .command('align')
    .description('put the sentences of a text and of its translation side by side')
    .argument('<source>')
    .argument('<translation>')
    .option('--source-language <tag>', 'language of the source', languageArgument, DEFAULT_SOURCE_LANGUAGE)
    .requiredOption('--target-language <tag>', 'language of the translation', languageArgument)
    .option('--join-lines', 'plain text: lines are wrapped, a line break ends no segment')
    .option(...SRX_OPTION)
    .addOption(
      new Option('--to <kind>', 'xlf, tmx or json; by the output’s name where not given').choices([
        'xlf',
        'tmx',
        'json',
      ]),
    )
    .option('--minimum <percent>', 'tmx: leave out links that are less sure', percentArgument, 80)
    .option('--json', 'the same as --to json')
    .option('-o, --output <file>', 'where to write (.xlf, .tmx, .json)', '-')
    .action(async (sourcePath: string, targetPath: string, options: Options) => {
      const kind = options.json ? 'json' : (options.to ?? kindOf(options.output));
      if (kind === null) program.error(`error: “${options.output}” ends in none of .xlf, .tmx and .json`);
      const files = await withOwnRules(context, options.srx);
      const [source, target] = [await openInput(sourcePath), await openInput(targetPath)];
      report(context, [...source.problems, ...target.problems]);
      if (source.input === null || target.input === null || files === null) {
        if (kind === 'json') print('[]');
        return;
      }
      const sourceFile = { ...source.input, language: options.sourceLanguage };
      const result = alignDocuments(files, {
        source: sourceFile,
        target: { ...target.input, language: options.targetLanguage },
        switches: { 'join-lines': options.joinLines ?? false },
      });
      report(context, result.problems);
      if (result.kind === 'refused') {
        if (kind === 'json') print('[]');
        return;
      }
      const { alignment } = result;
      if (kind === 'json') {
        const text = `${JSON.stringify(listLinks(alignment), null, 2)}\n`;
        await writeOutput(options.output, new TextEncoder().encode(text));
      } else if (kind === 'tmx') {
        const details = {
          sourceFile: sourceFile.fileName,
          targetFile: target.input.fileName,
          author: '',
          at: files.now(),
          minimum: options.minimum / 100,
        };
        await finish(context, await alignmentToTmx(alignment, details, context.version), options.output);
      } else {
        await finish(context, alignmentToXliff(files, alignment, sourceFile), options.output);
      }
      const low = alignment.links.filter(({ confidence }) => confidence < SURE).length;
      process.stderr.write(`${alignment.links.length} links, ${low} to be looked at\n`);
    });
};

/** Standard output is read by other programs. */
function kindOf(output: string): Kind | null {
  if (output === '-' || /[.]json$/iu.test(output)) return 'json';
  if (/[.]tmx$/iu.test(output)) return 'tmx';
  return /[.](?:xlf|xliff)$/iu.test(output) ? 'xlf' : null;
}

function percentArgument(text: string): number {
  const percent = Number(text);
  if (text.trim() === '' || !(percent >= 0 && percent <= 100))
    throw new InvalidArgumentError(`“${text}” is not a number from 0 to 100.`);
  return percent;
}
