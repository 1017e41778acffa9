/**
 * Looks through a whole memory in the background and keeps what it finds (store/survey-store.ts), with progress and to
 * be stopped by anybody, on whichever server. What was found until somebody stopped it is shown and may be acted on.
 */
import { z } from 'zod';
import { parseLanguageTag, type LanguageTag } from '../core/text/language.ts';
import type { ActId, MemoryId, SurveyId, TuId } from '../store/ids.ts';
import type { NewAct, StoredTu } from '../store/memory-store.ts';
import type { NewSurvey, Survey, SurveyCourse, SurveyHit, SurveyKind } from '../store/survey-store.ts';
import type { Dependencies } from './dependencies.ts';
import { takeTurns } from './in-turns.ts';

/** A survey of which nobody has heard for so long has died with its server. Milliseconds. */
const SILENCE = 30_000;
/** Milliseconds between two words of how far it is. */
const TELL_EVERY = 400;
const A_READ = 250;

/** A language tag as a question has it. */
export const tagSchema = z.string().transform((text, context): LanguageTag => {
  const tag = parseLanguageTag(text);
  if (tag !== null) return tag;
  context.addIssue('not a language tag');
  return z.NEVER;
});

export type SurveyDependencies = Pick<Dependencies, 'store' | 'now'>;

export type KeepHits = (hits: readonly SurveyHit[]) => Promise<void>;

export interface Surveyor {
  /** Gets TUs, page by page, and keeps what it finds in them. */
  look(tus: readonly StoredTu[], keep: KeepHits): Promise<void> | void;
  /** JSON of what was counted so far. */
  counts(): string;
  /** At the end, what only all of them tell. */
  finish?(keep: KeepHits): Promise<void>;
}

export interface SurveyBegun {
  readonly survey: SurveyId;
  /** Rejects where the store failed. */
  readonly done: Promise<void>;
}

/** null where the memory is not there. `pages`: the TUs that are looked at. */
export async function startSurvey(
  deps: SurveyDependencies,
  survey: Omit<NewSurvey, 'at'>,
  surveyor: Surveyor,
  pages: AsyncIterable<readonly StoredTu[]> = pagesOf(deps, survey.memory),
): Promise<SurveyBegun | null> {
  const id = await deps.store.surveys.startSurvey({ ...survey, at: deps.now() });
  return id === null ? null : { survey: id, done: run(deps, id, surveyor, pages, survey.total) };
}

async function run(
  { store, now }: SurveyDependencies,
  id: SurveyId,
  surveyor: Surveyor,
  pages: AsyncIterable<readonly StoredTu[]>,
  total: number,
): Promise<void> {
  const { surveys } = store;
  let looked = 0;
  let told = now();
  const tell = async (): Promise<boolean> => {
    told = now();
    const course = { looked, told, counts: surveyor.counts() };
    if (await surveys.updateSurvey(id, 'looking', course)) return true;
    // Somebody has stopped it: what was found since the last word counts too.
    await surveys.updateSurvey(id, 'ready', course);
    return false;
  };
  const keep: KeepHits = async (hits) => {
    if (hits.length === 0) return;
    await surveys.addHits(id, hits);
    if (now() - told >= TELL_EVERY) await tell();
  };
  for await (const tus of pages) {
    await surveyor.look(tus, keep);
    looked = Math.min(looked + tus.length, total);
    if (now() - told >= TELL_EVERY && !(await tell())) return;
    await takeTurns();
  }
  looked = total;
  // It says so before what may take a while.
  if (surveyor.finish !== undefined) {
    if (!(await tell())) return;
    await surveyor.finish(keep);
  }
  const course = { looked, told: now(), counts: surveyor.counts() };
  await surveys.updateSurvey(id, 'looking', { ...course, state: 'ready' });
}

/** All TUs of the memory, `times` over. */
export async function* pagesOf(
  { store }: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  times = 1,
): AsyncGenerator<readonly StoredTu[]> {
  for (let time = 0; time < times; time += 1) {
    for (let after: TuId | null = null; ;) {
      const page: readonly StoredTu[] = await store.memories.listTus(memory, after, A_READ);
      if (page.length > 0) yield page;
      after = page.at(-1)?.id ?? null;
      if (page.length < A_READ) break;
    }
  }
}

export async function findSurvey(
  { store }: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  kind: SurveyKind,
  id: SurveyId,
): Promise<Survey | null> {
  const survey = await store.surveys.findSurvey(id);
  return survey?.memory === memory && survey.kind === kind ? survey : null;
}

export function latestSurvey(
  { store }: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  kind: SurveyKind,
): Promise<Survey | null> {
  return store.surveys.latestSurvey(memory, kind);
}

/** Whether somebody works at it, as far as one hears. `silence`: how long nothing may be heard of it, in milliseconds. */
export function isRunning({ state, told }: Survey, now: number, silence: number = SILENCE): boolean {
  return (state === 'looking' || state === 'acting') && now - told <= silence;
}

/** What was found stays, and so does what was done. */
export async function stopSurvey({ store }: Pick<Dependencies, 'store'>, { id }: Survey): Promise<void> {
  if (!(await store.surveys.updateSurvey(id, 'looking', { state: 'ready' })))
    await store.surveys.updateSurvey(id, 'acting', { state: 'done' });
}

export interface ActBegun {
  /** Rejects where the store failed. */
  readonly done: Promise<void>;
}

export interface Doing<Hit> extends Pick<NewAct, 'kind' | 'author'> {
  /** What it is about, in order. */
  readonly hits: AsyncIterable<readonly Hit[]>;
  /** Does it; gives how many were changed, and how many were not what was found. */
  readonly act: (act: ActId, hits: readonly Hit[]) => Promise<Pick<SurveyCourse, 'changed' | 'skipped'>>;
}

/**
 * Acts on what a survey found, in the background; once for a survey. Resolves when it has begun; it ends where somebody
 * stops it, or takes the act back. null where somebody was faster, or the memory is gone.
 */
export async function actOnSurvey<Hit>(
  { store, now }: SurveyDependencies,
  { id, memory }: Pick<Survey, 'id' | 'memory'>,
  doing: Doing<Hit>,
): Promise<ActBegun | null> {
  const { surveys } = store;
  const { kind, author } = doing;
  const act = await store.memories.startAct({ memory, kind, author, at: now() });
  if (act === null) return null;
  if (!(await surveys.updateSurvey(id, 'ready', { state: 'acting', act, told: now() }))) return null;
  const work = async (): Promise<void> => {
    let [changed, skipped] = [0, 0];
    for await (const hits of doing.hits) {
      if ((await store.memories.findAct(act))?.undoneAt != null) break;
      const done = await doing.act(act, hits);
      changed += done.changed;
      skipped += done.skipped;
      if (!(await surveys.updateSurvey(id, 'acting', { changed, skipped, told: now() }))) {
        // Somebody stopped it meanwhile; what was done since is told too.
        await surveys.updateSurvey(id, 'done', { changed, skipped });
        return;
      }
      await takeTurns();
    }
    await surveys.updateSurvey(id, 'acting', { changed, skipped, state: 'done' });
  };
  return { done: work() };
}

const HITS_A_READ = 200;

/** All hits of a topic that are not left out. */
export async function* wantedHits(
  { store }: Pick<Dependencies, 'store'>,
  id: SurveyId,
  topic: string,
): AsyncGenerator<readonly SurveyHit[]> {
  for (let after: SurveyHit | null = null; ;) {
    const page: readonly (SurveyHit & { readonly leftOut: boolean })[] = await store.surveys.listHits(
      id,
      topic,
      after,
      HITS_A_READ,
    );
    const wanted = page.filter(({ leftOut }) => !leftOut);
    if (wanted.length > 0) yield wanted;
    after = page.at(-1) ?? null;
    if (page.length < HITS_A_READ || after === null) return;
  }
}
