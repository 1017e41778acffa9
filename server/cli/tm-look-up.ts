/** `recto tm lookup|concordance`: what the memories of a workbench have, by the same use cases as the pages. */
import { createInterface } from 'node:readline';
import { Option } from 'commander';
import { NO_CONTEXT } from '../core/memory/tu.ts';
import { problem } from '../core/problem.ts';
import { textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Memory } from '../store/memory-store.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { lookUpMatches, type FoundMatch } from '../usecases/look-up-matches.ts';
import { searchMemories } from '../usecases/search-memories.ts';
import { contentForJson } from './content-for-json.ts';
import {
  countArgument,
  languageArgument,
  print,
  printJson,
  report,
  type CliContext,
  type RegisterCommand,
} from './context.ts';
import { withWorkbench } from './with-workbench.ts';

interface PairOptions {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly memory?: string;
  readonly limit: number;
  readonly data?: string;
  readonly json?: true;
}

interface LookUpOptions extends PairOptions {
  readonly minimum: number;
}

interface ConcordanceOptions extends PairOptions {
  readonly in: 'source' | 'target';
  readonly wholeWord?: true;
}

type Command = Parameters<RegisterCommand>[0];

export const tmLookUp: RegisterCommand = (program, context) => {
  const tm = program.commands.find((each) => each.name() === 'tm') ?? program.command('tm');
  withPair(tm.command('lookup').description('translations of the same and of similar texts, best first'))
    .argument('<text>', 'text, or - for stdin: one a line, of which the lines of JSON are arrays')
    .option('--minimum <percent>', 'least score, 50 to 100; what is less is taken as 50', countArgument, 70)
    .option('--limit <number>', 'most that are shown of one text, up to 500', countArgument, 500)
    .action((text: string, options: LookUpOptions) => lookUp(context, text, options));
  withPair(
    tm.command('concordance').description('where a text stands in memories, whatever its case and letters'),
  )
    .argument('<text>')
    .addOption(new Option('--in <side>', 'where to look').choices(['source', 'target']).default('source'))
    .option('--whole-word', 'not inside of a word')
    .option('--limit <number>', 'most that are shown, up to 100', countArgument, 100)
    .action((text: string, options: ConcordanceOptions) => concordance(context, text, options));
};

function withPair(command: Command): Command {
  return command
    .requiredOption('--source-language <tag>', 'language of the text', languageArgument)
    .requiredOption('--target-language <tag>', 'language of the translations', languageArgument)
    .option('--memory <name>', 'only this one')
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--json', 'one JSON value');
}

/** Opens the workbench; without its memory there is nothing to act on. */
async function withMemories(
  context: CliContext,
  options: PairOptions,
  act: (deps: Dependencies, memories: readonly Memory[]) => Promise<void>,
): Promise<void> {
  await withWorkbench(context, options, async (deps) => {
    const all = await deps.store.memories.listMemories();
    const memories = all.filter(({ name }) => options.memory === undefined || name === options.memory);
    if (memories.length === 0 && options.memory !== undefined) {
      report(context, [problem('memory-not-found', null, { memory: options.memory })]);
    } else await act(deps, memories);
  });
}

async function lookUp(context: CliContext, text: string, options: LookUpOptions): Promise<void> {
  await withMemories(context, options, async (deps, memories) => {
    const find = (query: string): Promise<readonly FoundMatch[]> =>
      lookUpMatches(deps, {
        memories: memories.map(({ id }) => ({ memory: id, penalty: 0 })),
        sourceLanguage: options.sourceLanguage,
        targetLanguage: options.targetLanguage,
        source: [query],
        context: NO_CONTEXT,
        minimum: Math.max(50, options.minimum),
        limit: options.limit,
        once: options.json ? 'pair' : 'target',
      });
    const names = namesOf(memories);
    if (text !== '-') {
      const found = await find(text);
      if (options.json) printJson(found.map((match) => matchForJson(match, names)));
      else for (const match of found) printMatch(match, names);
      return;
    }
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      const found = await find(line);
      print(JSON.stringify(found.map((match) => matchForJson(match, names))));
    }
  });
}

async function concordance(context: CliContext, text: string, options: ConcordanceOptions): Promise<void> {
  await withMemories(context, options, async (deps, memories) => {
    const found = await searchMemories(deps, {
      memories: memories.map(({ id }) => id),
      text,
      sourceLanguage: options.sourceLanguage,
      targetLanguage: options.targetLanguage,
      side: options.in,
      wholeWord: options.wholeWord === true,
      limit: Math.min(options.limit, 100),
    });
    const names = namesOf(memories);
    if (options.json) {
      printJson(
        found.map(({ tu, source, target, spans }) => ({
          source: contentForJson(source.content),
          target: contentForJson(target.content),
          memory: names.get(tu.memory) ?? '',
          in: options.in,
          spans,
        })),
      );
      return;
    }
    for (const { tu, source, target } of found) {
      print(`${names.get(tu.memory) ?? ''}\n  ${textOf(source.content)}\n  ${textOf(target.content)}`);
    }
  });
}

function namesOf(memories: readonly Memory[]): ReadonlyMap<number, string> {
  return new Map(memories.map(({ id, name }) => [id, name]));
}

function matchForJson(match: FoundMatch, names: ReadonlyMap<number, string>): unknown {
  const { score, kind, source, target, tu, penalties, similarity, edits, length, method, substituted } =
    match;
  return {
    score,
    kind,
    source: contentForJson(source),
    target: contentForJson(target),
    memory: names.get(tu.memory) ?? '',
    penalties,
    similarity,
    edits,
    length,
    method,
    substituted,
  };
}

function printMatch(match: FoundMatch, names: ReadonlyMap<number, string>): void {
  const { score, kind, source, target, tu, edits, length, method, penalties } = match;
  const why = [
    ...(edits > 0 ? [`${edits} of ${length} ${method} differ`] : []),
    ...penalties.map(({ reason, points }) => `${reason} −${points}`),
    ...(match.substituted ? ['numbers put in place'] : []),
  ];
  print(`${score}  ${kind}  ${names.get(tu.memory) ?? ''}${why.length > 0 ? `  (${why.join(', ')})` : ''}`);
  print(`  ${textOf(source)}\n  ${textOf(target)}`);
}
