/**
 * Imports into memories as the store keeps them: how far each is, so that one that stops before its end (its server dies,
 * its sender goes) is known of, on whichever server. What came in of it may be kept, or taken out as one act.
 */
import { z } from 'zod';
import { tuId, type MemoryId, type SurveyId, type TuId } from '../store/ids.ts';
import type { TuChange } from '../store/memory-store.ts';
import { IMPORTED, type Survey, type SurveyCourse } from '../store/survey-store.ts';
import type { Dependencies } from './dependencies.ts';
import {
  actOnSurvey,
  isRunning,
  wantedHits,
  type ActBegun,
  type SurveyDependencies,
} from './survey-memory.ts';

/**
 * An import of which nobody has heard for so long has died with its server. Milliseconds; it gives a sign of life every
 * other second. One that was only held up is ended where somebody takes it for dead, and says so; nothing is lost by it.
 */
const SILENCE = 10_000;

const questionSchema = z.object({ file: z.string() });

const countsSchema = z.object({
  added: z.number(),
  merged: z.number(),
  replaced: z.number().default(0),
  refused: z.number(),
});
export type ImportCounts = z.output<typeof countsSchema>;

export interface MemoryImport {
  readonly survey: Survey;
  readonly file: string;
  readonly counts: ImportCounts;
  /** Somebody works at it, as far as one hears. */
  readonly isRunning: boolean;
}

export interface NewImport {
  readonly memory: MemoryId;
  readonly fileName: string;
  readonly author: string;
  /** Of the file in bytes; 0 where nobody knows. */
  readonly size: number;
}

/** Throws where the memory is not there. */
export async function startImport(
  { store, now }: SurveyDependencies,
  { memory, fileName, author, size }: NewImport,
): Promise<SurveyId> {
  const id = await store.surveys.startSurvey({
    ...{ memory, kind: 'import', author, at: now(), total: size },
    question: JSON.stringify({ file: fileName }),
  });
  if (id === null) throw new Error(`There is no memory ${memory}.`);
  return id;
}

export function courseOfImport(
  { now }: Pick<Dependencies, 'now'>,
  { bytes, ...counts }: ImportCounts & { readonly bytes: number },
): Pick<SurveyCourse, 'looked' | 'told' | 'counts'> {
  return { looked: bytes, told: now(), counts: JSON.stringify(counts) };
}

/**
 * The import has ended; what is not at the end of its file is shown until somebody says what becomes of it. A whole file
 * settles what was begun with the same file before: one of that name and size.
 */
export async function endImport(
  deps: SurveyDependencies,
  id: SurveyId,
  { memory, fileName, size }: Pick<NewImport, 'memory' | 'fileName' | 'size'>,
  end: 'whole' | 'broken' | 'stopped',
  course: Partial<SurveyCourse>,
): Promise<void> {
  await deps.store.surveys.updateSurvey(id, 'looking', {
    ...course,
    state: end === 'stopped' ? 'ready' : 'done',
  });
  if (end !== 'whole' || size === 0) return;
  for (const { survey, file, isRunning } of await openImports(deps, memory)) {
    const isSame = survey.id < id && file === fileName && survey.total === size;
    // It may have died a moment ago. Were it alive, it would have nothing to add.
    if (isSame && !(isRunning && survey.state === 'acting'))
      await deps.store.surveys.updateSurvey(survey.id, survey.state, { state: 'done' });
  }
}

/** Those that are going on, and those that have stopped before their end; newest first. */
export async function openImports(
  { store, now }: SurveyDependencies,
  memory: MemoryId,
): Promise<readonly MemoryImport[]> {
  const open = await store.surveys.openSurveys(memory, 'import');
  return open.map((survey) => importOf(survey, now()));
}

export function importOf(survey: Survey, now: number): MemoryImport {
  const { question, counts } = survey;
  return {
    survey,
    file: questionSchema.parse(JSON.parse(question)).file,
    counts:
      counts === ''
        ? { added: 0, merged: 0, replaced: 0, refused: 0 }
        : countsSchema.parse(JSON.parse(counts)),
    isRunning: isRunning(survey, now, survey.state === 'looking' ? SILENCE : undefined),
  };
}

/** What came in stays, and nothing is said of it any more. False where it goes on, or somebody was faster. */
export async function keepImport(
  { store }: Pick<Dependencies, 'store'>,
  { survey, isRunning }: MemoryImport,
): Promise<boolean> {
  const { id, state } = survey;
  return !isRunning && state !== 'done' && (await store.surveys.updateSurvey(id, state, { state: 'done' }));
}

/**
 * Takes out what was new, and gives back what others were put in the place of, in the background, as one act that can be
 * undone. What was changed since the import began stays, and what is new and follows a segment. null where it goes on,
 * or somebody was faster.
 */
export async function takeOutImport(
  deps: SurveyDependencies,
  { survey, isRunning }: MemoryImport,
  author: string,
): Promise<ActBegun | null> {
  const { store } = deps;
  const { id, state } = survey;
  if (isRunning || state === 'done') return null;
  if (!(await store.surveys.updateSurvey(id, state, { state: 'ready' }))) return null;
  return actOnSurvey(deps, survey, {
    kind: 'withdrawn',
    author,
    hits: changesBack(deps, survey),
    act: async (act, tus) => {
      const changed = await store.memories.changeTus(
        act,
        tus.filter((change) => change !== null),
      );
      return { changed, skipped: tus.length - changed };
    },
  });
}

const A_READ = 100;

/** What makes the memory what it was; null for each unit that has changed since. */
type ChangesBack = readonly (TuChange | null)[];

/** First those that go: what the import itself brought and then replaced needs nothing more. */
async function* changesBack(deps: Pick<Dependencies, 'store'>, survey: Survey): AsyncGenerator<ChangesBack> {
  yield* newOnes(deps, survey);
  for (let after: TuId | null = null; ;) {
    const page = await deps.store.memories.listOverwritten(survey.id, after, A_READ);
    const back: ChangesBack = page.tus.map(({ was, is }) => ({ was: is, becomes: was }));
    if (back.length + page.changed > 0) yield [...back, ...Array<null>(page.changed).fill(null)];
    if (page.next === null) return;
    after = page.next;
  }
}

async function* newOnes(
  deps: Pick<Dependencies, 'store'>,
  { id, memory, at }: Survey,
): AsyncGenerator<ChangesBack> {
  for await (const parts of wantedHits(deps, id, IMPORTED)) {
    for (const { number: first, tu: last } of parts) {
      for (let after: TuId | null = tuId(first - 1); after !== null && after < last;) {
        const page = await deps.store.memories.listTus(memory, after, A_READ);
        const own = page.filter((tu) => tu.id <= last);
        const isNew = ({ segment, changedAt }: TuChange['was']): boolean =>
          segment === null && (changedAt === null || changedAt <= at);
        if (own.length > 0) yield own.map((was) => (isNew(was) ? { was, becomes: null } : null));
        after = page.at(-1)?.id ?? null;
      }
    }
  }
}
