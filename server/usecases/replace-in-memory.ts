/**
 * Find and replace over a memory: what would be changed is looked for first and shown, then done as one act. A TU that
 * changed since it was shown stays as it is, and so does one that the replacement would leave without a text.
 */
import { z } from 'zod';
import { tuStamp } from '../core/memory/tu-stamp.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import { textOf } from '../core/text/content.ts';
import { findSpans } from '../core/text/find.ts';
import { fold } from '../core/text/fold.ts';
import { replaceText, type Replaced, type Replacement } from '../core/text/replace.ts';
import { isInsideWord } from '../core/text/whole-word.ts';
import type { Tuv } from '../core/memory/tu.ts';
import { tuId, type MemoryId, type TuId } from '../store/ids.ts';
import type { StoredTu } from '../store/memory-store.ts';
import type { ListedHit, Survey, SurveyHit } from '../store/survey-store.ts';
import { pairOf, type LanguagePair } from './browse-memory.ts';
import { findTu } from './change-memory.ts';
import type { Dependencies } from './dependencies.ts';
import {
  actOnSurvey,
  pagesOf,
  startSurvey,
  tagSchema,
  wantedHits,
  type ActBegun,
  type SurveyBegun,
  type SurveyDependencies,
  type Surveyor,
} from './survey-memory.ts';

const sideSchema = z.enum(['source', 'target']);

/** Only in TUs that hold this text too. */
const filterSchema = z.object({ text: z.string(), side: sideSchema, wholeWord: z.boolean() });

const questionSchema = z.object({
  source: tagSchema,
  target: tagSchema,
  /** Where it is replaced. */
  side: sideSchema,
  find: z.string(),
  by: z.string(),
  wholeWord: z.boolean(),
  folded: z.boolean(),
  filter: filterSchema.nullable(),
});
export type ReplacementQuestion = z.output<typeof questionSchema>;

const countsSchema = z.object({
  /** TUs that would be changed, and places in them. */
  tus: z.number(),
  places: z.number(),
  /** Places that codes cut, and TUs that would be left without a text or with one too long. */
  cut: z.number(),
  unfit: z.number(),
});
export type ReplacementCounts = z.output<typeof countsSchema>;

export type FindReplacementsResult =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' }
  | ({ readonly kind: 'begun' } & SurveyBegun);

/** UTF-16 units. */
const LONGEST_FIND = 2_000;
const REPLACED = 'replaced';

export async function findReplacements(
  deps: SurveyDependencies,
  input: { readonly memory: MemoryId; readonly question: ReplacementQuestion; readonly author: string },
): Promise<FindReplacementsResult> {
  const { memory, question, author } = input;
  const problems = problemsOf(question);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  const found = await deps.store.memories.findMemory(memory);
  if (found === null) return { kind: 'not-found' };
  const survey = {
    memory,
    kind: 'replacement',
    question: JSON.stringify(question),
    author,
    total: found.tus,
  } as const;
  const begun = await startSurvey(deps, survey, surveyorOf(question), candidates(deps, memory, question));
  return begun === null ? { kind: 'not-found' } : { kind: 'begun', ...begun };
}

function problemsOf({ find, by }: ReplacementQuestion): readonly Problem[] {
  if (find === '') return [problem('find-text-empty')];
  if (find.length > LONGEST_FIND)
    return [problem('find-text-too-long', null, { limit: LONGEST_FIND, size: find.length })];
  return checkText([find, by]);
}

export function replacementOf({ question, counts }: Survey): {
  readonly question: ReplacementQuestion;
  readonly counts: ReplacementCounts;
} {
  const none = { tus: 0, places: 0, cut: 0, unfit: 0 };
  return {
    question: questionSchema.parse(JSON.parse(question)),
    counts: counts === '' ? none : countsSchema.parse(JSON.parse(counts)),
  };
}

function surveyorOf(question: ReplacementQuestion): Surveyor {
  const counts = { tus: 0, places: 0, cut: 0, unfit: 0 };
  return {
    look: (tus, keep) => {
      const hits = tus.flatMap((tu): SurveyHit[] => {
        const change = replaceIn(tu, question);
        counts.cut += change?.replaced.cut ?? 0;
        if (change === null || change.replaced.found.length === 0) return [];
        if (change.becomes === null) {
          counts.unfit += 1;
          return [];
        }
        counts.tus += 1;
        counts.places += change.replaced.found.length;
        return [{ topic: REPLACED, number: counts.tus, tu: tu.id, seen: tuStamp(tu), data: '' }];
      });
      return keep(hits);
    },
    counts: () => JSON.stringify(counts),
  };
}

export interface TuReplacement {
  /** The text in question, before. */
  readonly tuv: Tuv;
  readonly replaced: Replaced;
  /** null where it would not be fit to be kept. */
  readonly becomes: StoredTu | null;
}

/** null where the TU has not the pair, or is not within the filter. */
export function replaceIn(tu: StoredTu, question: ReplacementQuestion): TuReplacement | null {
  const pair = pairOf(tu, question);
  if (pair === null || !isWithin(pair, question)) return null;
  const tuv = pair[question.side];
  const replaced = replaceText(tuv.content, replacementIn(question));
  const { content } = replaced;
  const isFit = textOf(content).trim() !== '' && !hasErrors(checkText(content));
  const variants = tu.variants.map((each) => (each === tuv ? { ...tuv, content } : each));
  return { tuv, replaced, becomes: isFit ? { ...tu, variants } : null };
}

function replacementIn({ find, by, wholeWord, folded }: ReplacementQuestion): Replacement {
  return { find, by, wholeWord, folded };
}

function isWithin(
  pair: Readonly<Record<'source' | 'target', Tuv>>,
  { filter }: ReplacementQuestion,
): boolean {
  if (filter === null) return true;
  const text = textOf(pair[filter.side].content);
  return findSpans(text, filter.text).some((span) => !filter.wholeWord || !isInsideWord(text, span));
}

const A_READ = 100;

/** TUs that may hold it: by the index of texts, where what is looked for is in that; else all. */
async function* candidates(
  deps: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  question: ReplacementQuestion,
): AsyncGenerator<readonly StoredTu[]> {
  const { find, side, filter } = question;
  if (isIndexed(find)) yield* holding(deps, memory, question, { text: find, side });
  else if (filter !== null && isIndexed(filter.text)) yield* holding(deps, memory, question, filter);
  else yield* pagesOf(deps, memory);
}

/** Letters make a text findable; a mark alone, or what is not seen, is folded away or together with others. */
function isIndexed(text: string): boolean {
  return !/^[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(text) && Array.from(fold(text).trim()).length >= 3;
}

async function* holding(
  { store }: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  pair: LanguagePair,
  { text, side }: { readonly text: string; readonly side: 'source' | 'target' },
): AsyncGenerator<readonly StoredTu[]> {
  const [language, otherLanguage] =
    side === 'source' ? [pair.source, pair.target] : [pair.target, pair.source];
  for (let after: TuId | null = null; ;) {
    const page: readonly StoredTu[] = await store.memories.findOccurrences({
      memories: [memory],
      ...{ text, language, otherLanguage, wholeWord: false, limit: A_READ },
      ...(after === null ? {} : { after }),
    });
    if (page.length > 0) yield page;
    after = page.at(-1)?.id ?? null;
    if (page.length < A_READ || after === null) return;
  }
}

export interface ShownReplacement {
  readonly hit: ListedHit;
  /** null where it is not any more what was found. */
  readonly change: (TuReplacement & { readonly tu: StoredTu }) | null;
}

/** A page of what was found, after the hit of that number. */
export async function listReplacements(
  deps: Pick<Dependencies, 'store'>,
  survey: Survey,
  after: number,
  limit: number,
): Promise<readonly ShownReplacement[]> {
  const { question } = replacementOf(survey);
  const hits = await deps.store.surveys.listHits(survey.id, REPLACED, afterNumber(after), limit);
  return Promise.all(
    hits.map(async (hit) => {
      const tu = await unchanged(deps, survey.memory, hit);
      const change = tu && replaceIn(tu, question);
      return { hit, change: tu === null || change === null ? null : { ...change, tu } };
    }),
  );
}

/** All hits of that number and those before it are behind it. */
function afterNumber(number: number): Pick<SurveyHit, 'number' | 'tu'> | null {
  return number === 0 ? null : { number, tu: tuId(Number.MAX_SAFE_INTEGER) };
}

async function unchanged(
  deps: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  { tu: id, seen }: SurveyHit,
): Promise<StoredTu | null> {
  const tu = await findTu(deps, memory, id);
  return tu !== null && tuStamp(tu) === seen ? tu : null;
}

/** Leaves hits that were shown out, or takes them in again. */
export async function chooseReplacements(
  { store }: Pick<Dependencies, 'store'>,
  { id }: Survey,
  choice: { readonly shown: readonly number[]; readonly wanted: readonly number[] },
): Promise<void> {
  const wanted = choice.shown.filter((number) => choice.wanted.includes(number));
  const left = choice.shown.filter((number) => !choice.wanted.includes(number));
  await store.surveys.leaveOut(id, REPLACED, wanted, false);
  await store.surveys.leaveOut(id, REPLACED, left, true);
}

/** As actOnSurvey. */
export function applyReplacements(
  deps: SurveyDependencies,
  survey: Survey,
  author: string,
): Promise<ActBegun | null> {
  const { question } = replacementOf(survey);
  return actOnSurvey(deps, survey, {
    kind: 'replaced',
    author,
    hits: wantedHits(deps, survey.id, REPLACED),
    act: async (act, hits) => {
      const found = await Promise.all(hits.map((hit) => unchanged(deps, survey.memory, hit)));
      const changes = found.flatMap((was) => {
        const becomes = was && replaceIn(was, question)?.becomes;
        return was && becomes
          ? [{ was, becomes: { ...becomes, changedBy: author, changedAt: deps.now() } }]
          : [];
      });
      const changed = await deps.store.memories.changeTus(act, changes);
      return { changed, skipped: hits.length - changed };
    },
  });
}
