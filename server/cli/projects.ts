/** `recto project|import|export`: a workbench's data from the command line, by the same use cases as the pages. */
import { Option } from 'commander';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, ProjectId } from '../store/ids.ts';
import { deleteProject } from '../usecases/delete-project.ts';
import { exportXliff } from '../usecases/export-xliff.ts';
import { importDocument } from '../usecases/import-document.ts';
import { listProjects } from '../usecases/list-projects.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  finish,
  languageArgument,
  print,
  printJson,
  readInput,
  report,
  type CliContext,
  type RegisterCommand,
} from './context.ts';
import { profileOf, toolOption, versionOption, type ExchangeOptions } from './exchange-options.ts';
import { withWorkbench, type DataOption } from './with-workbench.ts';

interface ExportOptions extends DataOption, ExchangeOptions {
  readonly language: LanguageTag;
  readonly output: string;
  readonly withMatches?: true;
  readonly withHistory?: true;
  readonly withFindings?: true;
  readonly findingsAs: 'notes' | 'its';
}

export const projects: RegisterCommand = (program, context) => {
  const project = program.command('project').description('the projects of a workbench');
  project
    .command('list')
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--json', 'one JSON value')
    .action((options: DataOption & { json?: true }) => list(context, options));
  project
    .command('delete')
    .argument('<id>', 'number of the project', Number)
    .option('--data <folder>', 'where the workbench keeps its data')
    .action((id: number, options: DataOption) =>
      withWorkbench(context, options, async (deps) => {
        if (!(await deleteProject(deps, id as ProjectId))) process.exitCode = 1;
      }),
    );
  const create = project.command('create').description('make a project of a file');
  registerImport(create, context);
  registerImport(program.command('import').description('the same as project create'), context);
  program
    .command('export')
    .description('write a document of a project as XLIFF')
    .argument('<document>', 'number of the document', Number)
    .requiredOption('--language <tag>', 'target language', languageArgument)
    .addOption(versionOption())
    .addOption(toolOption())
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--with-matches', 'with translations of the same text elsewhere in the project')
    .option('--with-history', 'with earlier versions of each translation')
    .option('--with-findings', 'with what the language checks find in each translation')
    .addOption(
      new Option('--findings-as <form>', 'notes, or ITS quality issues where the version has them (2.1, 2.2)')
        .choices(['notes', 'its'])
        .default('notes'),
    )
    .option('-o, --output <file>', 'where to write', '-')
    .action((document: number, options: ExportOptions) => exportDocument(context, document, options));
};

async function exportDocument(context: CliContext, document: number, options: ExportOptions): Promise<void> {
  const choice = {
    matches: options.withMatches === true,
    history: options.withHistory === true,
    findings: options.withFindings === true ? context.translator : null,
    findingsAs: options.findingsAs,
  };
  await withWorkbench(context, options, async (deps) => {
    const id = document as DocumentId;
    const result = await exportXliff(deps, id, options.language, profileOf(options), choice);
    if (result.kind === 'exported') await finish(context, result, options.output);
    else if (result.kind === 'refused') report(context, result.problems);
    else process.exitCode = 1;
  });
}

interface ImportOptions extends DataOption {
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: readonly LanguageTag[];
}

function registerImport(
  command: ReturnType<Parameters<RegisterCommand>[0]['command']>,
  context: CliContext,
): void {
  command
    .argument('<file>')
    .option('--name <text>', 'name of the project', '')
    .option('--source-language <tag>', 'language of the document', languageArgument, DEFAULT_SOURCE_LANGUAGE)
    .option(
      '--target-language <tag>',
      'may be repeated',
      (tag: string, before: readonly LanguageTag[]) => [...before, languageArgument(tag)],
      [],
    )
    .option('--data <folder>', 'where the workbench keeps its data')
    .action((file: string, options: ImportOptions) =>
      withWorkbench(context, options, async (deps) => {
        const input = await readInput(context, file);
        if (input === null) return;
        const result = await importDocument(deps, {
          ...input,
          projectName: options.name,
          sourceLanguage: options.sourceLanguage,
          targetLanguages: options.targetLanguage,
          granularity: 'sentence',
          switches: {},
          author: '',
        });
        report(context, result.problems, input.fileName);
        if (result.kind === 'imported') print(`project ${result.project}, document ${result.document}`);
      }),
    );
}

async function list(context: CliContext, options: DataOption & { json?: true }): Promise<void> {
  await withWorkbench(context, options, async (deps) => {
    const overviews = await listProjects(deps);
    if (options.json) printJson(overviews);
    for (const { project, documents, progress } of options.json ? [] : overviews) {
      print(`${project.id}  ${project.name}`);
      for (const document of documents) print(`   document ${document.id}  ${document.fileName}`);
      for (const { language, summary } of progress) {
        print(`   ${language}  ${context.translator.percent(summary.translated)}`);
      }
    }
  });
}
