/** `recto stats FILE…`: words, characters, segments, repetitions, by state. */
import type { LanguageTag } from '../core/text/language.ts';
import { countFile, type FileCount } from '../usecases/count-file.ts';
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
    .description('count words (the method is named), characters, segments and repetitions, by state')
    .argument('<files...>')
    .option('--language <tag>', 'language of monolingual files', languageArgument, DEFAULT_SOURCE_LANGUAGE)
    .addOption(targetLanguageOption())
    .option('--json', 'one JSON value: an array, one a file')
    .action(
      async (files: string[], options: TargetLanguageChoice & { language: LanguageTag; json?: true }) => {
        const counts: FileCount[] = [];
        for (const file of files) {
          const input = await readInput(context, file);
          if (input === null) continue;
          const count = countFile(context.files, {
            ...input,
            ...wantedLanguages(options),
            sourceLanguage: options.language,
          });
          report(context, count.problems, input.fileName);
          counts.push({ ...count, file });
        }
        if (options.json) printJson(counts);
        else counts.forEach(printCount);
      },
    );
};

function printCount(count: FileCount): void {
  print(count.file);
  print(`  ${count.format ?? '?'}  ${count.sourceLanguage ?? '?'} → ${count.targetLanguage ?? '–'}`);
  print(`  units ${count.units}, segments ${count.segments}`);
  print(`  words ${count.words} (${count.method})`);
  print(
    `  characters ${count.characters}, without spaces ${count.charactersWithoutSpaces}, graphemes ${count.graphemes}`,
  );
  print(`  repetitions: ${count.repetitions.segments} segments, ${count.repetitions.words} words`);
  for (const [state, { segments, words }] of Object.entries(count.byState)) {
    print(`  ${state}: ${segments} segments, ${words} words`);
  }
}
