/** `recto compare SENT.xlf BACK.xlf`: the receipt. */
import { textOf } from '../core/text/content.ts';
import { compareFiles } from '../usecases/compare-files.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  print,
  printJson,
  readInput,
  report,
  targetLanguageOption,
  wantedLanguages,
  type RegisterCommand,
  type TargetLanguageChoice,
} from './context.ts';

export const compare: RegisterCommand = (program, context) => {
  program
    .command('compare')
    .description('show segment by segment what came back against what was sent')
    .argument('<sent>')
    .argument('<back>')
    .addOption(targetLanguageOption())
    .option('--json', 'one JSON value')
    .action(async (sent: string, back: string, options: TargetLanguageChoice & { json?: true }) => {
      const ours = await readInput(context, sent);
      const theirs = await readInput(context, back);
      if (ours === null || theirs === null) return;
      const result = compareFiles(
        context.files,
        { ...ours, ...wantedLanguages(options), sourceLanguage: DEFAULT_SOURCE_LANGUAGE },
        { ...theirs, ...wantedLanguages(options), sourceLanguage: DEFAULT_SOURCE_LANGUAGE },
      );
      report(context, result.problems, theirs.fileName);
      if (result.kind === 'refused') return;
      const { rows, counts } = result.receipt;
      if (options.json) printJson(result.receipt);
      else {
        for (const row of rows) {
          if (row.change !== 'kept')
            print(`${row.change}  ${row.unit} > ${row.segment}  ${textOf(row.source)}`);
        }
        print(
          Object.entries(counts)
            .map(([change, count]) => `${change} ${count}`)
            .join(', '),
        );
      }
      if (counts.lost + counts['source-differs'] + counts['missing-target'] > 0) process.exitCode = 1;
    });
};
