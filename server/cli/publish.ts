/** `recto publish FILE`: an edition. */
import type { Person } from '../core/publish/edition.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { publishFile } from '../usecases/publish-file.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  finish,
  languageArgument,
  readInput,
  type RegisterCommand,
} from './context.ts';

interface Options {
  readonly format: string;
  readonly bilingual?: true;
  readonly drafts?: true;
  readonly language: LanguageTag;
  readonly title: string;
  readonly author: readonly string[];
  readonly translator: readonly string[];
  readonly licence: string;
  readonly origin: string;
  readonly output: string;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export const publish: RegisterCommand = (program, context) => {
  program
    .command('publish')
    .description('make an edition of a translated XLIFF or of a document')
    .argument('<file>')
    .requiredOption('--format <format>', 'html or epub')
    .option('--bilingual', 'source and target facing, paragraph by paragraph')
    .option('--drafts', 'set drafts (state initial) too; otherwise the source stands in their place')
    .option(
      '--language <tag>',
      'language of a monolingual document',
      languageArgument,
      DEFAULT_SOURCE_LANGUAGE,
    )
    .option('--title <text>', 'title; the first heading where not given', '')
    .option('--author <name>', 'may be repeated', collect, [])
    .option('--translator <name>', 'may be repeated', collect, [])
    .option('--licence <text>', 'licence or rights statement', '')
    .option('--origin <text>', 'where the text comes from', '')
    .requiredOption('-o, --output <file>', 'where to write')
    .action(async (file: string, options: Options) => {
      const input = await readInput(context, file);
      if (input === null) return;
      const people: readonly Person[] = [
        ...options.author.map((name) => ({ name, role: 'author' as const })),
        ...options.translator.map((name) => ({ name, role: 'translator' as const })),
      ];
      const result = await publishFile(context.files, {
        ...input,
        sourceLanguage: options.language,
        format: options.format,
        bilingual: options.bilingual ?? false,
        drafts: options.drafts ?? false,
        title: options.title,
        people,
        licence: options.licence,
        origin: options.origin,
      });
      await finish(context, result, options.output);
    });
};
