/** `recto terms import|export|list`: the termbases of a workbench, by the same use cases as the pages. */
import { Option } from 'commander';
import { problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Termbase } from '../store/term-store.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { exportTerms, termFormatNames } from '../usecases/export-terms.ts';
import { importTerms } from '../usecases/import-terms.ts';
import { createTermbase, listTermbases } from '../usecases/termbases.ts';
import {
  finish,
  languageArgument,
  print,
  printJson,
  problemsForJson,
  readInput,
  report,
  type CliContext,
  type RegisterCommand,
} from './context.ts';
import { withWorkbench } from './with-workbench.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

interface FileOptions extends Options {
  readonly termbase: string;
  readonly sourceLanguage?: LanguageTag;
  readonly targetLanguage?: LanguageTag;
  readonly format?: string;
}

type Command = Parameters<RegisterCommand>[0];

export const terms: RegisterCommand = (program, context) => {
  const command = program.command('terms').description('the termbases of a workbench');
  withFile(command.command('import').description('take the terms of a file: TBX, CSV, OmegaT’s glossary'))
    .argument('<file>')
    .option('--json', 'one JSON value')
    .action((file: string, options: FileOptions) => takeIn(context, file, options));
  withFile(command.command('export').description('write a termbase as a file'))
    .option('-o, --output <file>', 'where to write', '-')
    .action((options: FileOptions & { output: string }) => giveOut(context, options));
  command
    .command('list')
    .description('the termbases with how many concepts they have')
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--json', 'one JSON value')
    .action((options: Options) =>
      withWorkbench(context, options, async (deps) => {
        const all = await listTermbases(deps);
        if (options.json) printJson(all);
        else for (const each of all) print(`${each.name}  ${each.concepts}  ${each.languages.join(' ')}`);
      }),
    );
};

function withFile(command: Command): Command {
  return command
    .requiredOption('--termbase <name>', 'name of the termbase; import makes it where it is not there')
    .addOption(new Option('--format <format>', 'kind of file').choices(termFormatNames().map(({ id }) => id)))
    .option('--source-language <tag>', 'of a file that does not say it', languageArgument)
    .option('--target-language <tag>', 'of a file that does not say it', languageArgument)
    .option('--data <folder>', 'where the workbench keeps its data');
}

async function takeIn(context: CliContext, file: string, options: FileOptions): Promise<void> {
  const input = await readInput(context, file);
  if (input === null) return;
  await withWorkbench(context, options, async (deps) => {
    const known = await findNamed(deps, options.termbase);
    const made = known === null ? await createTermbase(deps, options.termbase) : null;
    if (made?.kind === 'refused') report(context, made.problems);
    const termbase = known?.id ?? (made?.kind === 'named' ? made.termbase : null);
    if (termbase === null) return;
    const result = await importTerms(deps, { ...input, ...languagesOf(options), termbase, author: '' });
    if (result.kind === 'not-found') return;
    // What was made for a file that cannot be read is nobody's.
    if (result.kind === 'refused' && known === null) await deps.store.terms.deleteTermbase(termbase);
    report(context, result.problems, input.fileName);
    if (options.json) printJson({ ...result, problems: problemsForJson(context, result.problems) });
    else if (result.kind === 'imported')
      print(`${result.added} added, ${result.changed} changed, ${result.same} as they were`);
  });
}

async function giveOut(context: CliContext, options: FileOptions & { output: string }): Promise<void> {
  await withWorkbench(context, options, async (deps) => {
    const termbase = await findNamed(deps, options.termbase);
    if (termbase === null) {
      report(context, [problem('terms-no-termbase', null, { name: options.termbase })]);
      return;
    }
    const { format = formatOf(options.output) } = options;
    const result = await exportTerms(deps, { ...languagesOf(options), termbase: termbase.id, format });
    if (result.kind === 'exported') await finish(context, result, options.output);
    else if (result.kind === 'refused') report(context, result.problems);
  });
}

/** By the name of the file that is wanted. */
function formatOf(output: string): string {
  if (/\.(?:csv|tsv)$/iu.test(output)) return 'csv';
  return /\.(?:txt|tab|utf8)$/iu.test(output) ? 'omegat' : 'tbx';
}

function languagesOf({ sourceLanguage, targetLanguage, format }: FileOptions): {
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
  readonly format?: string;
} {
  return {
    sourceLanguage: sourceLanguage ?? null,
    targetLanguage: targetLanguage ?? null,
    ...(format !== undefined && { format }),
  };
}

async function findNamed(deps: Dependencies, name: string): Promise<Termbase | null> {
  return (await listTermbases(deps)).find((each) => each.name === name) ?? null;
}
