/** `recto pseudo FILE.xlf`: pseudo-translation in the target's script and direction. */
import type { LanguageTag } from '../core/text/language.ts';
import { pseudoTranslateFile } from '../usecases/pseudo-translate.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  finish,
  languageArgument,
  readInput,
  type RegisterCommand,
} from './context.ts';

export const pseudo: RegisterCommand = (program, context) => {
  program
    .command('pseudo')
    .description('fill every target with made-up text in the target language’s script')
    .argument('<file>')
    .requiredOption('--language <tag>', 'language whose script is used', languageArgument)
    .option('-o, --output <file>', 'where to write', '-')
    .action(async (file: string, options: { language: LanguageTag; output: string }) => {
      const input = await readInput(context, file);
      if (input === null) return;
      const result = pseudoTranslateFile(context.files, {
        ...input,
        sourceLanguage: DEFAULT_SOURCE_LANGUAGE,
        language: options.language,
      });
      await finish(context, result, options.output);
    });
};
