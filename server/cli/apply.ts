/** `recto apply FILE --targets T.json`: sets targets in a bilingual file. */
import { applyTargets } from '../usecases/apply-targets.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  finish,
  readInput,
  readText,
  targetLanguageOption,
  wantedLanguages,
  type RegisterCommand,
  type TargetLanguageChoice,
} from './context.ts';

export const apply: RegisterCommand = (program, context) => {
  program
    .command('apply')
    .description('set targets in a bilingual file; units that are not named stay untouched to the byte')
    .argument('<file>')
    .requiredOption('--targets <json>', 'file of {"UNIT ID": [{"target": …, "state": …}, …]}')
    .addOption(targetLanguageOption())
    .option('-o, --output <file>', 'where to write', '-')
    .action(async (file: string, options: TargetLanguageChoice & { targets: string; output: string }) => {
      const input = await readInput(context, file);
      const targets = await readText(context, options.targets);
      if (input === null || targets === null) return;
      const result = applyTargets(context.files, {
        ...input,
        ...wantedLanguages(options),
        sourceLanguage: DEFAULT_SOURCE_LANGUAGE,
        targets,
      });
      await finish(context, result, options.output);
    });
};
