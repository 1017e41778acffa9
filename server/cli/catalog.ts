/** `recto catalog extract` and `recto catalog apply`: UI catalogues to translators and back. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Option } from 'commander';
import type { LanguageTag } from '../core/text/language.ts';
import { applyCatalog } from '../usecases/apply-catalog.ts';
import { extractCatalog, type CatalogFile } from '../usecases/extract-catalog.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  finish,
  languageArgument,
  openInput,
  print,
  printJson,
  problemsForJson,
  readInput,
  report,
  type CliContext,
  type RegisterCommand,
} from './context.ts';
import { limitsOption, readLimits } from './exchange-options.ts';

interface ExtractOptions {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly targets?: string;
  readonly xliff: '1.2' | '2.0';
  readonly limits?: string;
  readonly output: string;
}

interface ApplyOptions {
  readonly sources: readonly string[];
  readonly into: string;
  readonly json?: true;
}

export const catalog: RegisterCommand = (program, context) => {
  const group = program
    .command('catalog')
    .description('UI catalogues (i18next JSON) to translators and back');
  group
    .command('extract')
    .description('make one XLIFF of the catalogues of a language')
    .argument('<files...>', 'JSON files in the source language')
    .option('--source-language <tag>', 'their language', languageArgument, DEFAULT_SOURCE_LANGUAGE)
    .requiredOption('--target-language <tag>', 'language to translate into', languageArgument)
    .option('--targets <folder>', 'where the present translations are, in files of the same names')
    .addOption(new Option('--xliff <version>', 'version to make').choices(['1.2', '2.0']).default('1.2'))
    .addOption(limitsOption())
    .option('-o, --output <file>', 'where to write', '-')
    .action(async (paths: readonly string[], options: ExtractOptions) => {
      const sources = await readAll(context, paths);
      if (sources === null) return;
      const targets = options.targets === undefined ? [] : await readFolder(options.targets, sources);
      const limits = await readLimits(context, options.limits);
      if (limits === null) return;
      const { sourceLanguage, targetLanguage, xliff: version } = options;
      const languages = { sourceLanguage, targetLanguage };
      const result = await extractCatalog({ sources, targets, ...languages, version, limits });
      await finish(context, result, options.output);
    });
  group
    .command('apply')
    .description('put the translations of an XLIFF into catalogues; every other byte of them stays')
    .argument('<file>')
    .requiredOption('--sources <files...>', 'JSON files in the source language')
    .requiredOption('--into <folder>', 'where the translations are kept, in files of the same names')
    .option('--json', 'one JSON value')
    .action(async (path: string, options: ApplyOptions) => {
      const xliff = await openInput(path);
      const opened = await Promise.all(options.sources.map(openInput));
      const sources = opened.flatMap(({ input }) => input ?? []);
      const unread = [xliff, ...opened].flatMap(({ problems }) => problems);
      if (xliff.input === null || unread.length > 0) {
        report(context, unread);
        if (options.json) printJson({ applied: 0, files: [], problems: problemsForJson(context, unread) });
        return;
      }
      const targets = await readFolder(options.into, sources);
      const result = applyCatalog(context.files, {
        xliff: xliff.input,
        sources,
        targets,
        sourceLanguage: DEFAULT_SOURCE_LANGUAGE,
      });
      const before = new Map(targets.map((file) => [file.fileName, file.bytes]));
      const changed = result.files.filter(
        ({ fileName, bytes }) => Buffer.compare(bytes, before.get(fileName) ?? Buffer.alloc(0)) !== 0,
      );
      await mkdir(options.into, { recursive: true });
      for (const { fileName, bytes } of changed) await writeFile(join(options.into, fileName), bytes);
      report(context, result.problems, xliff.input.fileName);
      if (result.problems.length > 0) process.exitCode = 1;
      const files = changed.map(({ fileName }) => fileName);
      const problems = problemsForJson(context, result.problems);
      if (options.json) printJson({ applied: result.applied, files, problems });
      else for (const fileName of files) print(fileName);
    });
};

async function readAll(
  context: CliContext,
  paths: readonly string[],
): Promise<readonly CatalogFile[] | null> {
  const files = await Promise.all(paths.map((path) => readInput(context, path)));
  return files.every((file) => file !== null) ? files : null;
}

/** The files of the folder that have a source; none where there is no folder yet. */
async function readFolder(folder: string, sources: readonly CatalogFile[]): Promise<readonly CatalogFile[]> {
  const names = await readdir(folder).catch((): readonly string[] => []);
  const wanted = sources.map(({ fileName }) => basename(fileName)).filter((name) => names.includes(name));
  return Promise.all(
    wanted.map(async (fileName) => ({ fileName, bytes: await readFile(join(folder, fileName)) })),
  );
}
