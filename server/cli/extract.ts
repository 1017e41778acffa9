/** `recto extract FILE`: a document of a known format to XLIFF. */
import type { LanguageTag } from '../core/text/language.ts';
import { extractFile } from '../usecases/extract-file.ts';
import { readTerms } from '../usecases/read-terms.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  finish,
  languageArgument,
  readInput,
  report,
  SRX_OPTION,
  withOwnRules,
  type RegisterCommand,
} from './context.ts';
import {
  limitsOption,
  profileOf,
  readLimits,
  toolOption,
  versionOption,
  type ExchangeOptions,
} from './exchange-options.ts';

interface Options extends ExchangeOptions {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly joinLines?: true;
  readonly repairPageBreaks: boolean;
  readonly glossary?: string;
  readonly limits?: string;
  readonly srx?: string;
  readonly output: string;
}

export const extract: RegisterCommand = (program, context) => {
  program
    .command('extract')
    .description('make an XLIFF of a document; it carries all that merge needs')
    .argument('<file>')
    .option('--source-language <tag>', 'language of the document', languageArgument, DEFAULT_SOURCE_LANGUAGE)
    .requiredOption('--target-language <tag>', 'language to translate into', languageArgument)
    .addOption(versionOption())
    .addOption(toolOption())
    .option('--paragraphs', 'one segment a unit instead of one a sentence')
    .option('--join-lines', 'plain text: lines are wrapped, a line break ends no segment')
    .option('--no-repair-page-breaks', 'Markdown: do not join sentences that a page break cut in two')
    .option(...SRX_OPTION)
    .option('--glossary <file>', 'terms to go with it: TBX, CSV, or a term, a tab and its translation a line')
    .addOption(limitsOption())
    .option('-o, --output <file>', 'where to write', '-')
    .action(async (file: string, options: Options & { paragraphs?: true }) => {
      const input = await readInput(context, file);
      const files = await withOwnRules(context, options.srx);
      if (input === null || files === null) return;
      const glossary =
        options.glossary === undefined ? undefined : await readInput(context, options.glossary);
      if (glossary === null) return;
      const terms = glossary && readTerms({ ...glossary, ...options });
      report(context, terms?.problems ?? [], options.glossary);
      if (terms?.concepts === null) return;
      const limits = await readLimits(context, options.limits);
      if (limits === null) return;
      const result = extractFile(files, {
        ...input,
        sourceLanguage: options.sourceLanguage,
        targetLanguage: options.targetLanguage,
        profile: profileOf(options),
        terms: terms?.concepts ?? [],
        limits,
        granularity: options.paragraphs ? 'paragraph' : 'sentence',
        switches: {
          'join-lines': options.joinLines ?? false,
          'repair-page-breaks': options.repairPageBreaks,
        },
      });
      await finish(context, result, options.output);
    });
};
