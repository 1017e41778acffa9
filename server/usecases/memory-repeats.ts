/**
 * Duplicates and inconsistencies of a memory: found in the background for a pair of languages, listed by group, and
 * duplicates merged as one act. Groups were so when they were found; they are shown, and merged, as they are now.
 */
import { z } from 'zod';
import { mergeRepeats } from '../core/memory/merge-repeats.ts';
import {
  readText,
  repeatKeysOf,
  RepeatTable,
  REPEAT_TOPICS,
  type RepeatTopic,
} from '../core/memory/repeats.ts';
import type { Tuv } from '../core/memory/tu.ts';
import { tuId, type MemoryId } from '../store/ids.ts';
import type { StoredTu } from '../store/memory-store.ts';
import type { Survey, SurveyHit } from '../store/survey-store.ts';
import { pairOf } from './browse-memory.ts';
import { findTu } from './change-memory.ts';
import type { Dependencies } from './dependencies.ts';
import { inTurns } from './in-turns.ts';
import {
  actOnSurvey,
  pagesOf,
  startSurvey,
  tagSchema,
  wantedHits,
  type ActBegun,
  type KeepHits,
  type SurveyBegun,
  type SurveyDependencies,
  type Surveyor,
} from './survey-memory.ts';

const questionSchema = z.object({
  source: tagSchema,
  target: tagSchema,
  /** TUs whose context differs are no duplicates. */
  byContext: z.boolean(),
});
export type RepeatQuestion = z.output<typeof questionSchema>;

/** Groups, and TUs in them. */
const countSchema = z.object({ groups: z.number(), tus: z.number() });
const countsSchema = z.object({ duplicates: countSchema, targets: countSchema, sources: countSchema });
export type RepeatCounts = z.output<typeof countsSchema>;
const NONE: RepeatCounts = {
  duplicates: { groups: 0, tus: 0 },
  targets: { groups: 0, tus: 0 },
  sources: { groups: 0, tus: 0 },
};

/** TUs of which the keys are held together, some 70 bytes each; of more, one share after the other. */
const AT_ONCE = 1_000_000;

/** null where the memory is not there. */
export async function findRepeats(
  deps: SurveyDependencies,
  input: { readonly memory: MemoryId; readonly question: RepeatQuestion; readonly author: string },
): Promise<SurveyBegun | null> {
  const { memory, question, author } = input;
  const found = await deps.store.memories.findMemory(memory);
  if (found === null) return null;
  const shares = Math.max(1, Math.ceil(found.tus / AT_ONCE));
  const survey = { memory, kind: 'repeats', question: JSON.stringify(question), author } as const;
  return startSurvey(
    deps,
    { ...survey, total: found.tus * shares },
    surveyorOf(question, shares),
    pagesOf(deps, memory, shares),
  );
}

export function repeatsOf({ question, counts }: Survey): {
  readonly question: RepeatQuestion;
  readonly counts: RepeatCounts;
} {
  return {
    question: questionSchema.parse(JSON.parse(question)),
    counts: counts === '' ? NONE : countsSchema.parse(JSON.parse(counts)),
  };
}

function surveyorOf(question: RepeatQuestion, shares: number): Surveyor {
  const counts = {
    duplicates: { ...NONE.duplicates },
    targets: { ...NONE.targets },
    sources: { ...NONE.sources },
  };
  const newTables = (): Record<RepeatTopic, RepeatTable> => ({
    duplicates: new RepeatTable(),
    targets: new RepeatTable(),
    sources: new RepeatTable(),
  });
  let tables = newTables();
  let share = 0;
  let last = 0;
  const finish = async (keep: KeepHits): Promise<void> => {
    for (const topic of REPEAT_TOPICS) {
      const groups = await inTurns(tables[topic].groups(topic));
      let hits: SurveyHit[] = [];
      for (const tus of groups) {
        counts[topic].groups += 1;
        counts[topic].tus += tus.length;
        const number = counts[topic].groups;
        for (const tu of tus) hits.push({ topic, number, tu: tuId(tu), seen: null, data: '' });
        if (hits.length < HITS_A_WRITE) continue;
        await keep(hits);
        hits = [];
      }
      await keep(hits);
    }
    tables = newTables();
    share += 1;
  };
  return {
    look: async (tus, keep) => {
      // They come from the beginning again, for the next share.
      if ((tus[0]?.id ?? 0) <= last) await finish(keep);
      for (const tu of tus) {
        last = tu.id;
        const pair = pairOf(tu, question);
        if (pair === null) continue;
        const keys = repeatKeysOf(tu, pair, question.byContext);
        for (const topic of REPEAT_TOPICS)
          if (keys[topic].key % shares === share) tables[topic].add(tu.id, keys[topic]);
      }
    },
    counts: () => JSON.stringify(counts),
    finish,
  };
}

const HITS_A_WRITE = 5_000;

export interface RepeatGroup {
  readonly number: number;
  /** What they have in common: the source, or the target where sources differ. */
  readonly common: Tuv;
  /** As they are now, the first ones; each with its pair. */
  readonly tus: readonly { readonly tu: StoredTu; readonly source: Tuv; readonly target: Tuv }[];
  readonly hasMore: boolean;
}

const TUS_A_GROUP = 20;

/** Groups after that number, as far as they are still so. */
export async function listRepeats(
  deps: Pick<Dependencies, 'store'>,
  survey: Survey,
  topic: RepeatTopic,
  after: number,
  limit: number,
): Promise<readonly RepeatGroup[]> {
  const { question, counts } = repeatsOf(survey);
  const groups: RepeatGroup[] = [];
  for (let number = after + 1; number <= Math.min(after + limit, counts[topic].groups); number += 1) {
    const from = { number, tu: tuId(0) };
    const hits = await deps.store.surveys.listHits(survey.id, topic, from, TUS_A_GROUP + 1);
    const own = hits.filter((hit) => hit.number === number);
    const tus = (await readGroup(deps, survey.memory, own.slice(0, TUS_A_GROUP))).flatMap((tu) => {
      const pair = pairOf(tu, question);
      return pair === null ? [] : [{ tu, ...pair }];
    });
    const group = stillSo(topic, tus);
    const [first] = group;
    if (first === undefined) continue;
    const common = topic === 'sources' ? first.target : first.source;
    groups.push({ number, common, tus: group, hasMore: own.length > TUS_A_GROUP });
  }
  return groups;
}

/** Those that have the first one's text in common; none where they are not a group any more. */
function stillSo(topic: RepeatTopic, tus: RepeatGroup['tus']): RepeatGroup['tus'] {
  const commonOf = ({ source, target }: RepeatGroup['tus'][number]): string =>
    readText(topic === 'sources' ? target.content : source.content);
  const otherOf = ({ source, target }: RepeatGroup['tus'][number]): string =>
    readText(topic === 'sources' ? source.content : target.content);
  const [first] = tus;
  if (first === undefined) return [];
  const same = tus.filter((each) => commonOf(each) === commonOf(first));
  const differ = same.some((each) => otherOf(each) !== otherOf(first));
  const all = topic === 'duplicates' ? same.filter((each) => otherOf(each) === otherOf(first)) : same;
  return all.length > 1 && (topic === 'duplicates' || differ) ? all : [];
}

/** As actOnSurvey. */
export function mergeDuplicates(
  deps: SurveyDependencies,
  survey: Survey,
  author: string,
): Promise<ActBegun | null> {
  const { question } = repeatsOf(survey);
  // A group may go on in the next page: what is left of it is merged with that.
  let open: { readonly number: number; readonly tus: readonly StoredTu[] } = { number: 0, tus: [] };
  return actOnSurvey(deps, survey, {
    kind: 'merged',
    author,
    hits: wantedHits(deps, survey.id, 'duplicates'),
    act: async (act, hits) => {
      let [changed, meant] = [0, 0];
      for (const [number, own] of groupsOf(hits)) {
        const before = open.number === number ? open.tus : [];
        const tus = [...before, ...(await readGroup(deps, survey.memory, own))];
        const merges = alike(tus, question).flatMap((same) => mergeRepeats(same));
        meant += merges.reduce((sum, { gone }) => sum + gone.length, 0);
        changed += await deps.store.memories.mergeTus(act, merges);
        const gone = new Set(merges.flatMap((merge) => merge.gone.map((tu) => tu.id)));
        const became = new Map(merges.map(({ into }) => [into.was.id, into.becomes]));
        const left = tus.flatMap((tu) => (gone.has(tu.id) ? [] : (became.get(tu.id) ?? tu)));
        open = { number, tus: left.slice(0, MOST_OPEN) };
      }
      return { changed, skipped: meant - changed };
    },
  });
}

const MOST_OPEN = 20;

function groupsOf(hits: readonly SurveyHit[]): ReadonlyMap<number, readonly SurveyHit[]> {
  const groups = new Map<number, SurveyHit[]>();
  for (const hit of hits) groups.set(hit.number, [...(groups.get(hit.number) ?? []), hit]);
  return groups;
}

/** Those that the memory has still. */
async function readGroup(
  deps: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  hits: readonly SurveyHit[],
): Promise<readonly StoredTu[]> {
  const found = await Promise.all(hits.map(({ tu }) => findTu(deps, memory, tu)));
  return found.filter((tu) => tu !== null);
}

/** Those that are duplicates of each other still, as groups. */
function alike(tus: readonly StoredTu[], question: RepeatQuestion): readonly (readonly StoredTu[])[] {
  const groups = new Map<number, StoredTu[]>();
  for (const tu of tus) {
    const pair = pairOf(tu, question);
    if (pair === null) continue;
    const { key } = repeatKeysOf(tu, pair, question.byContext).duplicates;
    groups.set(key, [...(groups.get(key) ?? []), tu]);
  }
  return [...groups.values()];
}
