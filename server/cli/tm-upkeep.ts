/** `recto tm stats|check`: what a memory amounts to, and what the checks find in it, by the same surveys as the pages. */
import { setTimeout as pause } from 'node:timers/promises';
import type { MemoryStatistics, Ranking } from '../core/memory/memory-statistics.ts';
import { TU_KINDS } from '../core/memory/tu.ts';
import { problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { isEstimate } from '../core/text/measures.ts';
import { textOf } from '../core/text/content.ts';
import { WORD_METHOD } from '../core/text/words.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Memory } from '../store/memory-store.ts';
import type { Survey, SurveyKind } from '../store/survey-store.ts';
import {
  checkGroups,
  checkMemory,
  checksOf,
  listFindings,
  type CheckGroup,
  type MemoryFinding,
} from '../usecases/check-memory.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { countMemory, statisticsOf } from '../usecases/memory-statistics.ts';
import { findSurvey, type SurveyBegun } from '../usecases/survey-memory.ts';
import { contentForJson } from './content-for-json.ts';
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
import { withWorkbench } from './with-workbench.ts';

type Kind = Extract<SurveyKind, 'statistics' | 'checks'>;

interface StatsOptions {
  readonly memory: string;
  readonly data?: string;
  readonly json?: true;
}

interface CheckOptions extends StatsOptions {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly strict?: true;
}

export const tmUpkeep: RegisterCommand = (program, context) => {
  const tm = program.commands.find((each) => each.name() === 'tm') ?? program.command('tm');
  tm.command('stats')
    .description('count units, texts, words and characters of a memory, by language, origin, year and person')
    .requiredOption('--memory <name>', 'name of the memory')
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--json', 'one JSON value')
    .action((options: StatsOptions) => stats(context, options));
  tm.command('check')
    .description('look for slips in a memory; exits with 1 where there are findings other than notes')
    .requiredOption('--memory <name>', 'name of the memory')
    .requiredOption('--source-language <tag>', 'language of the sources', languageArgument)
    .requiredOption('--target-language <tag>', 'language of the translations', languageArgument)
    .option('--strict', 'notes count too')
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--json', 'one JSON value')
    .action((options: CheckOptions) => check(context, options));
};

async function stats(context: CliContext, options: StatsOptions): Promise<void> {
  await withSurvey(
    context,
    options,
    'statistics',
    (deps, { id }) => countMemory(deps, id, ''),
    (_deps, { name }, survey) => {
      const found = statisticsOf(survey);
      if (found === null) return Promise.resolve();
      if (options.json) {
        const languages = found.languages.map((each) => ({ ...each, estimate: isEstimate(each.language) }));
        const { looked, total } = survey;
        printJson({ memory: name, ...found, languages, method: WORD_METHOD, looked, total, problems: [] });
      } else printStatistics(name, found, context.translator);
      return Promise.resolve();
    },
  );
}

async function check(context: CliContext, options: CheckOptions): Promise<void> {
  const pair = { source: options.sourceLanguage, target: options.targetLanguage };
  await withSurvey(
    context,
    options,
    'checks',
    (deps, { id }) => checkMemory(deps, { memory: id, pair, author: '' }),
    async (deps, { name }, survey) => {
      const { counts } = checksOf(survey);
      const groups = checkGroups(counts);
      const found: Found[] = [];
      for (const group of groups)
        for await (const finding of findingsOf(deps, survey, group)) found.push({ group, finding });
      if (options.json) {
        const findings = found.map((each) => findingForJson(each, context.translator));
        const { looked, total } = survey;
        printJson({
          ...{ memory: name, ...pair, checked: counts.checked, looked, total },
          ...{ checks: groups, findings, problems: [] },
        });
      } else printFindings(name, found, counts.checked, groups, context.translator);
      if (groups.some(({ severity }) => options.strict || severity !== 'note')) process.exitCode = 1;
    },
  );
}

/** Makes a survey of the named memory, with its progress, and acts on it. Without the memory there is none. */
async function withSurvey(
  context: CliContext,
  options: StatsOptions,
  kind: Kind,
  begin: (deps: Dependencies, memory: Memory) => Promise<SurveyBegun | null>,
  act: (deps: Dependencies, memory: Memory, survey: Survey) => Promise<void>,
): Promise<void> {
  await withWorkbench(context, options, async (deps) => {
    const memory = await deps.store.memories.findMemoryNamed(options.memory);
    const begun = memory && (await begin(deps, memory));
    const survey = memory && begun && (await madeSurvey(deps, memory, kind, begun, context.translator));
    if (memory !== null && survey !== null) {
      await act(deps, memory, survey);
      return;
    }
    const missing = problem('memory-not-found', null, { memory: options.memory });
    if (options.json) printJson({ memory: options.memory, problems: problemsForJson(context, [missing]) });
    report(context, [missing]);
  });
}

/** Milliseconds between two looks at how far it is. */
const LOOK_EVERY = 250;

/** Shows how far it is until it is over. */
async function madeSurvey(
  deps: Dependencies,
  { id }: Memory,
  kind: Kind,
  { survey, done }: SurveyBegun,
  translator: Translator,
): Promise<Survey | null> {
  const progress = new ProgressLine(process.stderr);
  const over = done.then(() => true);
  try {
    while (!(await Promise.race([over, pause(LOOK_EVERY, false)]))) {
      const now = await findSurvey(deps, id, kind, survey);
      const counts = { done: translator.number(now?.looked ?? 0), total: translator.number(now?.total ?? 0) };
      progress.show(translator.t('upkeep:looked', counts));
    }
  } finally {
    progress.end();
  }
  return findSurvey(deps, id, kind, survey);
}

interface Found {
  readonly group: CheckGroup;
  readonly finding: MemoryFinding;
}

const FINDINGS_A_READ = 200;

async function* findingsOf(
  deps: Dependencies,
  survey: Survey,
  { check: id, kept }: CheckGroup,
): AsyncGenerator<MemoryFinding> {
  for (let after = 0; after < kept; after += FINDINGS_A_READ)
    yield* await listFindings(deps, survey, id, after, FINDINGS_A_READ);
}

function findingForJson({ group, finding }: Found, translator: Translator): object {
  const { tu, source, text, message, values, target } = finding;
  return {
    unit: tu.id,
    code: group.check,
    severity: group.severity,
    message: translator.check(group.check, message, values),
    source: contentForJson(source.content),
    target: contentForJson(text.content),
    span: target,
  };
}

function printFindings(
  name: string,
  found: readonly Found[],
  checked: number,
  groups: readonly CheckGroup[],
  translator: Translator,
): void {
  for (const { group, finding } of found) {
    const { tu, source, text, message, values } = finding;
    const severity = translator.t(`problems:severity-${group.severity}`);
    const what = translator.check(group.check, message, values);
    print(`${name}: unit ${tu.id}: ${severity}: ${what} [${group.check}]`);
    print(`  ${textOf(source.content)}\n  ${textOf(text.content)}`);
  }
  const count = groups.reduce((sum, each) => sum + each.count, 0);
  const kept = groups.reduce((sum, each) => sum + each.kept, 0);
  const listed = kept < count ? `, ${kept} listed` : '';
  print(`${name}: ${checked} units, ${count} findings${listed}`);
}

/** Wide enough for the characters of a large memory. */
const COLUMN = 14;

function printStatistics(name: string, found: MemoryStatistics, translator: Translator): void {
  const row = (label: string, ...figures: readonly string[]): void => {
    print(`  ${figures.map((figure) => figure.padStart(COLUMN)).join('')}  ${label}`);
  };
  const rank = (head: string, { first, others }: Ranking, nobody: string): void => {
    print(head);
    for (const [label, count] of first) row(label === '' ? nobody : label, translator.number(count));
    if (others > 0) row(translator.t('upkeep:others'), translator.number(others));
  };
  print(`${name}: ${translator.t('memory:units-count', { count: found.tus })}`);
  const heads = ['upkeep:texts', 'upkeep:words', 'upkeep:characters', 'upkeep:with-codes'] as const;
  row(translator.t('upkeep:languages'), ...heads.map((key) => translator.t(key)));
  for (const { language, texts, words, characters, withCodes } of found.languages) {
    const figures = [texts, words, characters, withCodes].map((count) => translator.number(count));
    if (isEstimate(language)) figures[1] = `~${figures[1] ?? ''}`;
    row(language, ...figures);
  }
  print(translator.t('upkeep:word-method', { method: WORD_METHOD }));
  print(translator.t('upkeep:origin'));
  for (const kind of TU_KINDS) row(translator.t(`upkeep:kind-${kind}`), translator.number(found.kinds[kind]));
  row(translator.t('upkeep:of-segments'), translator.number(found.ofSegments));
  row(translator.t('upkeep:with-context'), translator.number(found.withContext));
  print(translator.t('upkeep:years'));
  for (const [year, count] of found.years)
    row(year === null ? translator.t('upkeep:undated') : String(year), translator.number(count));
  rank(translator.t('upkeep:authors'), found.authors, translator.t('receipt:nobody'));
  rank(translator.t('upkeep:documents'), found.documents, translator.t('upkeep:no-document'));
  for (const [key, at] of [
    ['upkeep:first-created', found.firstCreated],
    ['upkeep:last-changed', found.lastChanged],
  ] as const)
    if (at !== null) print(`${translator.t(key)}: ${translator.dateTime(at)}`);
}
