/**
 * What a command has: files, output, problems in the person's language, and the use cases' dependencies. The
 * contract of every command: results to stdout (or `-o`), problems to stderr, exit 0 fine, 1 problems or
 * findings, 2 wrong usage; `--json` prints one JSON value, of the same shape where a file was refused.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text as readAll, buffer as readBytes } from 'node:stream/consumers';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { parseLanguageTag, type LanguageTag } from '../core/text/language.ts';
import { describeProblem, problemMessage } from '../i18n/describe-problem.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Dependencies, FileDependencies } from '../usecases/dependencies.ts';
import type { ReadFileInput } from '../usecases/read-file.ts';
import { readSegmentationRules } from '../usecases/read-segmentation-rules.ts';

export interface WorkbenchOptions {
  readonly data?: string | undefined;
}

export interface CliContext {
  readonly files: FileDependencies;
  readonly translator: Translator;
  /** Opens a workbench's data; the caller closes the store. */
  readonly openWorkbench: (options: WorkbenchOptions) => Promise<Dependencies>;
  /** An empty workbench that is gone when its store is closed. */
  readonly openScratch: () => Promise<Dependencies>;
  readonly serve: (options: { data?: string; port?: number; sample: boolean }) => Promise<void>;
  readonly version: string;
}

/** One file per command registers itself on the program. */
export type RegisterCommand = (program: Command, context: CliContext) => void;

export interface InputFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export interface OpenedInput {
  /** null where it cannot be read; then there is a problem. */
  readonly input: InputFile | null;
  readonly problems: readonly Problem[];
}

/** Reads a file, or stdin for `-`; reports nothing, for commands that have to print JSON all the same. */
export async function openInput(path: string): Promise<OpenedInput> {
  if (path === '-')
    return { input: { bytes: await readBytes(process.stdin), fileName: 'stdin' }, problems: [] };
  try {
    return { input: { bytes: await readFile(path), fileName: basename(path) }, problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return { input: null, problems: [problem('file-not-found', { path }, { file: path, reason })] };
  }
}

/** Reads a file, or stdin for `-`; null (with the problem printed) where it cannot be read. */
export async function readInput(context: CliContext, path: string): Promise<InputFile | null> {
  const { input, problems } = await openInput(path);
  report(context, problems);
  return input;
}

/** stdin or a file as text. */
export async function readText(context: CliContext, path: string): Promise<string | null> {
  if (path === '-') return readAll(process.stdin);
  const input = await readInput(context, path);
  return input === null ? null : new TextDecoder().decode(input.bytes);
}

/** Writes to the file, or to stdout for `-`. */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  if (path !== '-') return writeFile(path, bytes);
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Writes what a use case made, and reports; sets the exit code. */
export async function finish(
  context: CliContext,
  result: { readonly bytes: Uint8Array | null; readonly problems: readonly Problem[] },
  output: string,
): Promise<void> {
  if (result.bytes !== null) await writeOutput(output, result.bytes);
  report(context, result.problems);
  if (result.bytes === null) process.exitCode = 1;
}

/** Problems go to stderr, each with its code and place; an error makes the exit code 1. */
export function report(context: CliContext, problems: readonly Problem[], file = ''): void {
  for (const each of problems) {
    process.stderr.write(`${describeProblem(context.translator, each, file)}\n`);
  }
  if (hasErrors(problems)) process.exitCode = 1;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Problems as they stand in JSON: each with its message for people. */
export function problemsForJson(
  { translator }: CliContext,
  problems: readonly Problem[],
): readonly (Problem & { readonly message: string })[] {
  return problems.map((each) => ({ ...each, message: problemMessage(translator, each) }));
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** For commander: a BCP 47 tag, or a usage error. */
export function languageArgument(text: string): LanguageTag {
  const tag = parseLanguageTag(text);
  if (tag === null) throw new InvalidArgumentError(`“${text}” is not a BCP 47 language tag.`);
  return tag;
}

export interface TargetLanguageChoice {
  readonly targetLanguage?: LanguageTag;
}

/** Which translation of a package that holds several is meant. */
export function targetLanguageOption(): Option {
  return new Option(
    '--target-language <tag>',
    'the translation that is meant, of a package with several',
  ).argParser(languageArgument);
}

/** What that option says, for reading. */
export function wantedLanguages(options: TargetLanguageChoice): Partial<ReadFileInput> {
  return options.targetLanguage === undefined ? {} : { targetLanguages: [options.targetLanguage] };
}

/** For commander: a whole number from 1, or a usage error. */
export function countArgument(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new InvalidArgumentError(`“${text}” is not a number from 1.`);
  }
  return count;
}

/** Of the commands that cut a text. */
export const SRX_OPTION = ['--srx <file>', 'cut by the rules of this SRX file instead of our own'] as const;

/** The context's files with the segmenter of an SRX file, if one is given; null where it cannot be used. */
export async function withOwnRules(
  context: CliContext,
  path: string | undefined,
): Promise<FileDependencies | null> {
  if (path === undefined) return context.files;
  const input = await readInput(context, path);
  if (input === null) return null;
  const { segmenter, problems } = readSegmentationRules(input.bytes);
  report(context, problems, input.fileName);
  return segmenter === null ? null : { ...context.files, segmenter };
}

/** The language of a document when nobody says it. */
export const DEFAULT_SOURCE_LANGUAGE = languageArgument('en');
