/** The port of memories over an engine. */
import { primaryLanguage } from '../../../core/memory/tu.ts';
import type { MemoryId } from '../../ids.ts';
import type { MemoryStore, SimilarQuestion, SimilarTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { changeTus, findAct, listActs, startAct } from './acts.ts';
import { mergeTus } from './merge-act.ts';
import { addTus, importTus } from './add-tus.ts';
import { deleteTus, updateTu } from './change-tus.ts';
import { findOccurrences } from './concordance.ts';
import { isFarBehind } from './behind.ts';
import { findSimilar } from './find-similar.ts';
import {
  createMemory,
  findMemory,
  findMemoryNamed,
  hideMemory,
  listMemories,
  renameMemory,
} from './memories.ts';
import { IndexWork } from './index-work.ts';
import { INDEX_STATES, languagesOf, type MemoryLanguage } from './memory-languages.ts';
import { listOverwritten } from './overwritten.ts';
import { listProjectMemories, setProjectMemories } from './project-memories.ts';
import { purgeMemories } from './purge.ts';
import { breathe } from '../pace.ts';
import { findSurvey } from './surveys.ts';
import { RememberQueue } from './remember-queue.ts';
import { forgetSegment, rememberSegments } from './remember.ts';
import { TextWork } from './text-work.ts';
import { listTus, readTus } from './tu-rows.ts';
import { undoTus } from './undo-act.ts';

/** `tracked` work is waited for when the store closes. */
export function memoriesOver(engine: Engine, tracked: <T>(work: Promise<T>) => Promise<T>): MemoryStore {
  const { db } = engine;
  const work = new IndexWork(engine);
  const textWork = new TextWork(engine);
  textWork.soon(); // what waits since the last time
  const confirmed = new RememberQueue((memory, segments) =>
    engine.write((tx) => rememberSegments(engine, tx, memory, segments)),
  );
  /** What comes in bulk is put in its places when no more comes. */
  const inBulk = async <T>(memory: MemoryId, add: () => Promise<T>): Promise<T> => {
    work.later(memory);
    try {
      return await tracked(add());
    } finally {
      work.soon(memory);
      textWork.soon();
    }
  };
  return {
    createMemory: (name, at) => engine.write((tx) => createMemory(tx, name, at)),
    listMemories: () => listMemories(db),
    findMemory: (id) => findMemory(db, id),
    findMemoryNamed: (name) => findMemoryNamed(db, name),
    renameMemory: (id, name) => engine.write((tx) => renameMemory(tx, id, name)),
    deleteMemory: async (id) => {
      const was = await engine.write((tx) => hideMemory(tx, id));
      // It is gone already. What is not taken away now, because the store is closed, is at the next start.
      if (was) await purgeMemories(engine).catch(() => undefined);
      return was;
    },
    listProjectMemories: (project) => listProjectMemories(db, project),
    setProjectMemories: (...change) => engine.write((tx) => setProjectMemories(tx, ...change)),
    addTus: (memory, tus) =>
      inBulk(memory, () => addTus(engine, memory, tus, () => textWork.makeRoom(memory))),
    importTus: async (into, ...what) => {
      const of = await findSurvey(db, into);
      if (of === null) return null;
      return inBulk(of.memory, async () => {
        await breathe();
        const added = await engine.write((tx) => importTus(engine, tx, into, ...what));
        await textWork.makeRoom(of.memory);
        return added;
      });
    },
    listOverwritten: (...what) => listOverwritten(engine, ...what),
    rememberSegment: async (memory, key, target, tu) => {
      work.nowAndThen(memory);
      await confirmed.add(memory, { key, ...target, tu });
      textWork.soon();
    },
    forgetSegment: (...what) => engine.write((tx) => forgetSegment(engine, tx, ...what)),
    findSimilar: (question) => answer(engine, question, work),
    findOccurrences: (question) => findOccurrences(engine, question),
    findTu: async (id) => (await readTus(engine, db, [id]))[0] ?? null,
    listTus: (memory, after, limit) => listTus(engine, db, memory, after, limit),
    updateTu: (id, tu) => engine.write((tx) => updateTu(engine, tx, id, tu)),
    deleteTus: (ids) => tracked(deleteTus(engine, ids)),
    startAct: (act) => engine.write((tx) => startAct(engine, tx, act)),
    changeTus: (act, changes) => tracked(changeTus(engine, act, changes)),
    mergeTus: (act, merges) => tracked(mergeTus(engine, act, merges)),
    findAct: (id) => findAct(db, id),
    listActs: (memory, before, limit) => listActs(db, memory, before, limit),
    undoTus: (...what) => engine.write((tx) => undoTus(engine, tx, ...what)),
  };
}

/** A language that is asked for as a source for the first time is indexed before the question is answered. */
async function answer(
  engine: Engine,
  question: SimilarQuestion,
  work: IndexWork,
): Promise<readonly SimilarTu[]> {
  const from = primaryLanguage(question.sourceLanguage);
  const to = primaryLanguage(question.targetLanguage);
  const ask = async (): Promise<readonly MemoryLanguage[]> =>
    (await languagesOf(engine, engine.db, question.memories)).filter(({ tuvs }) => tuvs > 0);
  let languages = await ask();
  const isSource = ({ primary }: MemoryLanguage): boolean => primary === from;
  const isBehind = ({ index }: MemoryLanguage): boolean => index?.state !== INDEX_STATES.complete;
  const behind = languages.filter((each) => isSource(each) && isBehind(each));
  if (behind.length > 0) {
    for (const language of behind) await work.keyed(language);
    languages = await ask();
    for (const language of languages.filter((each) => isSource(each) && isBehind(each))) {
      const placed = work.placed(language);
      placed.catch(() => undefined); // the store was closed while nobody waited
      if (await isFarBehind(engine.db, language)) await placed;
    }
    // Somebody who asks again and again would leave that work no time.
    await new Promise((resolve) => setImmediate(resolve));
    languages = await ask();
  }
  const sources = languages.filter(isSource);
  for (const { memory } of sources) work.nowAndThen(memory);
  return findSimilar(
    engine,
    question,
    sources,
    languages.filter(({ primary }) => primary === to),
  );
}
