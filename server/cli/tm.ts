/** `recto tm import|export`: translation memories of a workbench, by the same use cases as the pages. */
import type { ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { MemoryId } from '../store/ids.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { exportMemory } from '../usecases/export-memory.ts';
import { importMemory, type ImportProgress } from '../usecases/import-memory.ts';
import {
  languageArgument,
  print,
  printJson,
  problemsForJson,
  report,
  type CliContext,
  type RegisterCommand,
} from './context.ts';
import { ProgressLine } from './progress-line.ts';
import { writeStream } from './write-stream.ts';
import { withWorkbench } from './with-workbench.ts';

interface MemoryOptions {
  readonly memory: string;
  readonly data?: string;
  readonly json?: true;
}

interface ImportOptions extends MemoryOptions {
  readonly sourceLanguage?: LanguageTag;
  readonly targetLanguage?: LanguageTag;
}

interface ExportOptions extends MemoryOptions {
  readonly output: string;
  readonly languages: readonly LanguageTag[];
}

export const tm: RegisterCommand = (program, context) => {
  const memory = program.command('tm').description('translation memories');
  memory
    .command('import')
    .description(
      'put a TMX, XLIFF, PO or table of two columns into a memory, which is made if it is not there',
    )
    .argument('<file>', 'file, or - for stdin')
    .requiredOption('--memory <name>', 'name of the memory')
    .option('--source-language <tag>', 'of a file that does not say it', languageArgument)
    .option('--target-language <tag>', 'of a file that does not say it', languageArgument)
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--json', 'one JSON value')
    .action((file: string, options: ImportOptions) => importFile(context, file, options));
  memory
    .command('export')
    .description('write a memory as TMX 1.4')
    .requiredOption('--memory <name>', 'name of the memory')
    .option(
      '--languages <tags>',
      'only these, with commas between; the first is the source',
      languageList,
      [],
    )
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('-o, --output <file>', 'where to write', '-')
    .option('--json', 'one JSON value, where the file does not go to stdout')
    .action((options: ExportOptions) => exportFile(context, options));
};

function languageList(text: string): readonly LanguageTag[] {
  return text.split(',').map(languageArgument);
}

async function importFile(context: CliContext, file: string, options: ImportOptions): Promise<void> {
  const progress = new ProgressLine(process.stderr);
  const deps = await context.openWorkbench(options);
  try {
    // No memory is made for a file that is not there.
    const { chunks, size } = file === '-' ? { chunks: process.stdin, size: 0 } : await readStreamOf(file);
    const result = await importMemory(deps, {
      memory: await memoryNamed(deps, options.memory),
      chunks,
      fileName: file === '-' ? 'stdin' : basename(file),
      size,
      author: '',
      sourceLanguage: options.sourceLanguage ?? null,
      targetLanguage: options.targetLanguage ?? null,
      onProgress: (counts) => {
        progress.show(progressText(counts));
      },
    });
    progress.end();
    const { problems, furtherProblems, ...counts } = result;
    if (options.json) {
      printJson({
        memory: options.memory,
        ...counts,
        problems: problemsForJson(context, problems),
        furtherProblems,
      });
    } else print(`${counts.added} added, ${counts.merged} merged, ${counts.refused} refused`);
    report(context, problems, basename(file));
    if (furtherProblems > 0) process.stderr.write(`${furtherProblems} further problems\n`);
  } catch (error) {
    progress.end();
    if (!isNotReadable(error)) throw error;
    const why = problem('file-not-found', { path: file }, { file, reason: error.message });
    if (options.json)
      printJson({ memory: options.memory, kind: 'broken', problems: problemsForJson(context, [why]) });
    report(context, [why]);
  } finally {
    await deps.store.close();
  }
}

/** A folder can be opened, and only reading it fails: that is said at once. */
async function readStreamOf(file: string): Promise<{ readonly chunks: ReadStream; readonly size: number }> {
  const handle = await open(file);
  const stats = await handle.stat();
  if (!stats.isDirectory()) return { chunks: handle.createReadStream(), size: stats.size };
  await handle.close();
  throw Object.assign(new Error('EISDIR'), { syscall: 'read', path: file });
}

/** Made if it is not there. */
async function memoryNamed(deps: Dependencies, name: string): Promise<MemoryId> {
  const { memories } = deps.store;
  const found = await memories.findMemoryNamed(name);
  const id = found?.id ?? (await memories.createMemory(name, deps.now()));
  // null: somebody made it in between.
  return id ?? memoryNamed(deps, name);
}

function progressText({ bytes, added, merged, refused }: ImportProgress): string {
  return `${Math.round(bytes / 1e6)} MB, ${added} added, ${merged} merged, ${refused} refused`;
}

function isNotReadable(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

async function exportFile(context: CliContext, options: ExportOptions): Promise<void> {
  await withWorkbench(context, options, async (deps) => {
    const memory = await deps.store.memories.findMemoryNamed(options.memory);
    const problems: Problem[] = [];
    if (memory === null) problems.push(problem('memory-not-found', null, { memory: options.memory }));
    else await write(context, deps, memory.id, options, problems);
    if (options.json && options.output !== '-') {
      printJson({ memory: options.memory, problems: problemsForJson(context, problems) });
    }
    report(context, problems);
  });
}

async function write(
  context: CliContext,
  deps: Dependencies,
  memory: MemoryId,
  { output, languages }: ExportOptions,
  problems: Problem[],
): Promise<void> {
  const progress = new ProgressLine(process.stderr);
  const bytes = exportMemory(deps, {
    memory,
    languages,
    version: context.version,
    onProblem: (each) => problems.push(each),
    onProgress: (tus) => {
      progress.show(`${tus} units`);
    },
  });
  await writeStream(output, bytes);
  progress.end();
}
