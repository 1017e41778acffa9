/** `recto segment FILE`: one segment a line. */
import type { LanguageTag } from '../core/text/language.ts';
import { segmentFile } from '../usecases/segment-file.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  languageArgument,
  openInput,
  print,
  printJson,
  report,
  type RegisterCommand,
} from './context.ts';

export const segment: RegisterCommand = (program, context) => {
  program
    .command('segment')
    .description('cut a text into segments, one a line')
    .argument('<file>')
    .option('--language <tag>', 'language of the text', languageArgument, DEFAULT_SOURCE_LANGUAGE)
    .option('--join-lines', 'plain text: lines are wrapped, a line break ends no segment')
    .option('--no-repair-page-breaks', 'Markdown: do not join sentences that a page break cut in two')
    .option('--json', 'one JSON value: an array of strings')
    .action(
      async (
        file: string,
        options: { language: LanguageTag; joinLines?: true; repairPageBreaks: boolean; json?: true },
      ) => {
        const opened = await openInput(file);
        const { segments, problems } =
          opened.input === null
            ? { segments: [], problems: opened.problems }
            : segmentFile(context.files, {
                ...opened.input,
                sourceLanguage: options.language,
                switches: {
                  'join-lines': options.joinLines ?? false,
                  'repair-page-breaks': options.repairPageBreaks,
                },
              });
        if (options.json) printJson(segments);
        else segments.forEach(print);
        report(context, problems, opened.input?.fileName);
      },
    );
};
