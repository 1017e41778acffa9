/** `recto roundtrip FILE…`: read and write, unchanged and changed; what held. */
import { refusedRoundtrip, roundtripFile, type Roundtrip } from '../usecases/roundtrip-file.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  openInput,
  print,
  printJson,
  problemsForJson,
  report,
  targetLanguageOption,
  wantedLanguages,
  type RegisterCommand,
  type TargetLanguageChoice,
} from './context.ts';

export const roundtrip: RegisterCommand = (program, context) => {
  program
    .command('roundtrip')
    .description('prove that writing changes nothing but what was asked')
    .argument('<files...>')
    .addOption(targetLanguageOption())
    .option('--json', 'one JSON value')
    .action(async (files: string[], options: TargetLanguageChoice & { json?: true }) => {
      const rows: Roundtrip[] = [];
      for (const file of files) {
        const { input, problems } = await openInput(file);
        const row =
          input === null
            ? refusedRoundtrip(file, problems)
            : roundtripFile(context.files, {
                ...input,
                ...wantedLanguages(options),
                sourceLanguage: DEFAULT_SOURCE_LANGUAGE,
              });
        report(context, row.problems, input?.fileName);
        rows.push({ ...row, file });
      }
      if (options.json) {
        printJson(rows.map((row) => ({ ...row, problems: problemsForJson(context, row.problems) })));
      } else printTable(rows);
      if (rows.some((row) => !held(row))) process.exitCode = 1;
    });
};

function held(row: Roundtrip): boolean {
  return row.identical && row.restUntouched && row.readBack === row.changeable;
}

function printTable(rows: readonly Roundtrip[]): void {
  print('identical  targets read back  rest untouched  file');
  for (const row of rows) {
    const readBack = `${row.readBack}/${row.changeable}`;
    print(
      `${mark(row.identical).padEnd(11)}${readBack.padEnd(19)}${mark(row.restUntouched).padEnd(16)}${row.file}`,
    );
  }
  print(`${rows.filter(held).length} of ${rows.length} held`);
}

function mark(good: boolean): string {
  return good ? 'yes' : 'NO';
}
