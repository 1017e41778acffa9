/** The port of surveys over an engine. */
import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import { actId, memoryId, surveyId, tuId, type MemoryId, type SurveyId } from '../../ids.ts';
import {
  SURVEY_KINDS,
  SURVEY_STATES,
  type ListedHit,
  type NewSurvey,
  type Survey,
  type SurveyCourse,
  type SurveyHit,
  type SurveyKind,
  type SurveyStore,
} from '../../survey-store.ts';
import type { Engine } from '../engine.ts';
import { keepText, restoreText } from '../kept-text.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { HIT_COLUMNS } from './hit-columns.ts';
import { insertion } from './insert-rows.ts';
import { lockMemory } from './locked-memory.ts';
import type { MemorySurveyTable } from './memory-schema.ts';
import { dropOverwritten } from './overwritten.ts';

/** Of each kind in a memory: several people may be at it. */
const KEPT = 5;
const HITS_A_BATCH = 1_000;
const MOST_LISTED = 1_000;
const MOST_OPEN = 100;

const insertHits = insertion('memory_survey_hit', HIT_COLUMNS);

/** `tracked` work is waited for when the store closes. */
export function surveysOver(engine: Engine, tracked: <T>(work: Promise<T>) => Promise<T>): SurveyStore {
  const { db } = engine;
  return {
    startSurvey: async (survey) => {
      const id = await engine.write((tx) => startSurvey(engine, tx, survey));
      // What is not taken away now, because the store is closed, is by the next one.
      if (id !== null) tracked(dropOlder(engine, survey)).catch(() => undefined);
      return id;
    },
    findSurvey: (id) => findSurvey(db, id),
    latestSurvey: (memory, kind) => latestSurvey(db, memory, kind),
    openSurveys: async (memory, kind) => {
      const open = seen(db).where('s.memory_id', '=', memory).where('s.kind', '=', kind);
      const rows = await open
        .where('s.state', '<>', 'done')
        .orderBy('s.id', 'desc')
        .limit(MOST_OPEN)
        .execute();
      return rows.map(toSurvey).filter((survey) => survey !== null);
    },
    updateSurvey: async (id, state, change) => {
      const isChanged = await engine.write(async (tx) => {
        const set = columnsOfCourse(change);
        const update = tx.updateTable('memory_survey').set(Object.keys(set).length === 0 ? { state } : set);
        const { numUpdatedRows } = await update
          .where('id', '=', id)
          .where('state', '=', state)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      });
      // What is not dropped now, because the store is closed, goes with the survey.
      if (isChanged && change.state === 'done') tracked(dropOverwritten(engine, id)).catch(() => undefined);
      return isChanged;
    },
    addHits: (id, hits) => tracked(addHits(engine, id, hits)),
    listHits: (id, topic, after, limit) => listHits(db, id, topic, after, limit),
    leaveOut: async (id, topic, numbers, leftOut) => {
      if (numbers.length === 0) return;
      await engine.write((tx) =>
        tx
          .updateTable('memory_survey_hit')
          .set({ left_out: leftOut ? 1 : 0 })
          .where('survey_id', '=', id)
          .where('topic', '=', topic)
          .where('number', 'in', numbers)
          .execute(),
      );
    },
    countLeftOut: async (id) => {
      const { count } = await db
        .selectFrom('memory_survey_hit')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('survey_id', '=', id)
        .where('left_out', '=', 1)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

/** `Change` has a state too, perhaps. */
export function columnsOfCourse<Change extends Partial<SurveyCourse>>({
  act,
  ...rest
}: Change): Omit<Change, 'act'> & { readonly act_id?: number | null } {
  return { ...rest, ...(act === undefined ? {} : { act_id: act }) };
}

async function startSurvey(engine: Engine, tx: Kysely<Tables>, survey: NewSurvey): Promise<SurveyId | null> {
  if ((await lockMemory(engine, tx, survey.memory)) === null) return null;
  const { memory, question, author, ...rest } = survey;
  const row = await tx
    .insertInto('memory_survey')
    .values({
      memory_id: memory,
      ...rest,
      question: keepText(question),
      author: keepText(author),
      state: 'looking',
      looked: 0,
      told: survey.at,
      counts: '',
      act_id: null,
      changed: 0,
      skipped: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return surveyId(row.id);
}

/** Those beyond the newest, but what is being acted on, and imports that somebody has to hear of. */
async function dropOlder(engine: Engine, { memory, kind }: NewSurvey): Promise<void> {
  const rows = await engine.db
    .selectFrom('memory_survey')
    .select(['id', 'state'])
    .where('memory_id', '=', memory)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .offset(KEPT)
    .limit(1_000)
    .execute();
  const isOver = (state: string): boolean => (kind === 'import' ? state === 'done' : state !== 'acting');
  for (const { id } of rows.filter(({ state }) => isOver(state))) {
    const hits = sql`delete from memory_survey_hit where (survey_id, topic, number, tu_id) in (
      select survey_id, topic, number, tu_id from memory_survey_hit where survey_id = ${id} limit ${HITS_A_BATCH})`;
    while (((await engine.write((tx) => hits.execute(tx))).numAffectedRows ?? 0n) > 0n) await breathe();
    await engine.write((tx) => tx.deleteFrom('memory_survey').where('id', '=', id).execute());
  }
}

async function addHits(engine: Engine, id: SurveyId, hits: readonly SurveyHit[]): Promise<void> {
  for (let from = 0; from < hits.length; from += HITS_A_BATCH) {
    if (from > 0) await breathe();
    const rows = hits.slice(from, from + HITS_A_BATCH).map(({ topic, number, tu, seen: hash, data }) => ({
      survey_id: id,
      topic,
      number,
      tu_id: tu,
      seen: hash,
      left_out: 0,
      data: keepText(data),
    }));
    await engine.write(async (tx) => {
      // Somebody may have taken the survey away, with its memory or for a newer one.
      const there = await tx.selectFrom('memory_survey').select('id').where('id', '=', id).executeTakeFirst();
      if (there !== undefined) await insertHits(engine, tx, rows);
    });
  }
}

async function listHits(
  db: Kysely<Tables>,
  id: SurveyId,
  topic: string,
  after: Pick<SurveyHit, 'number' | 'tu'> | null,
  limit: number,
): Promise<readonly ListedHit[]> {
  const rows = await db
    .selectFrom('memory_survey_hit')
    .select(['topic', 'number', 'tu_id', 'seen', 'left_out', 'data'])
    .where('survey_id', '=', id)
    .where('topic', '=', topic)
    .where(sql<boolean>`(number, tu_id) > (${after?.number ?? 0}, ${after?.tu ?? 0})`)
    .orderBy('number')
    .orderBy('tu_id')
    .limit(Math.min(Math.max(limit, 1), MOST_LISTED))
    .execute();
  return rows.map(({ tu_id, left_out, data, ...hit }) => ({
    ...hit,
    tu: tuId(tu_id),
    leftOut: left_out === 1,
    data: restoreText(data),
  }));
}

function seen(db: Kysely<Tables>) {
  return db
    .selectFrom('memory_survey as s')
    .innerJoin('memory as m', 'm.id', 's.memory_id')
    .where('m.deleted', '=', 0)
    .selectAll('s');
}

export async function findSurvey(db: Kysely<Tables>, id: SurveyId): Promise<Survey | null> {
  return toSurvey(await seen(db).where('s.id', '=', id).executeTakeFirst());
}

async function latestSurvey(db: Kysely<Tables>, memory: MemoryId, kind: SurveyKind): Promise<Survey | null> {
  const newest = seen(db).where('s.memory_id', '=', memory).where('s.kind', '=', kind);
  return toSurvey(await newest.orderBy('s.id', 'desc').limit(1).executeTakeFirst());
}

function toSurvey(row: Selectable<MemorySurveyTable> | undefined): Survey | null {
  if (row === undefined) return null;
  const { id, memory_id, kind, state, question, author, act_id, ...rest } = row;
  return {
    ...rest,
    id: surveyId(id),
    memory: memoryId(memory_id),
    kind: z.enum(SURVEY_KINDS).parse(kind),
    state: z.enum(SURVEY_STATES).parse(state),
    question: restoreText(question),
    author: restoreText(author),
    act: act_id === null ? null : actId(act_id),
  };
}
