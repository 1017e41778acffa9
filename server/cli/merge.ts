/** `recto merge OUT.xlf`: the translated document in its original format. */
import { Option } from 'commander';
import { mergeFile } from '../usecases/merge-file.ts';
import type { Fallback } from '../usecases/updates-of.ts';
import { DEFAULT_SOURCE_LANGUAGE, finish, readInput, type RegisterCommand } from './context.ts';

interface Options {
  readonly original?: string;
  readonly fallback: Fallback;
  readonly output: string;
}

export const merge: RegisterCommand = (program, context) => {
  program
    .command('merge')
    .description('turn a translated XLIFF back into a document of the original format')
    .argument('<file>')
    .option('--original <file>', 'the original, where the XLIFF does not carry it')
    .addOption(
      new Option('--fallback <what>', 'what stands where there is no target')
        .choices(['source', 'empty', 'error'])
        .default('source'),
    )
    .option('-o, --output <file>', 'where to write', '-')
    .action(async (file: string, options: Options) => {
      const input = await readInput(context, file);
      const original =
        options.original === undefined ? undefined : await readInput(context, options.original);
      if (input === null || original === null) return;
      const result = mergeFile(context.files, {
        ...input,
        sourceLanguage: DEFAULT_SOURCE_LANGUAGE,
        fallback: options.fallback,
        ...(original === undefined ? {} : { original }),
      });
      await finish(context, result, options.output);
    });
};
