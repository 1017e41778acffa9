/** The port of memories over an engine. */
import { primaryLanguage } from '../../../core/memory/tu.ts';
import type { MemoryStore, SimilarQuestion, SimilarTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { changeTus, findAct, listActs, startAct } from './acts.ts';
import { addTus } from './add-tus.ts';
import { buildIndex } from './build-index.ts';
import { deleteTus, updateTu } from './change-tus.ts';
import { findOccurrences } from './concordance.ts';
import { findSimilar } from './find-similar.ts';
import {
  createMemory,
  findMemory,
  findMemoryNamed,
  hideMemory,
  listMemories,
  renameMemory,
} from './memories.ts';
import { languagesOf, type MemoryLanguage } from './memory-languages.ts';
import { listProjectMemories, setProjectMemories } from './project-memories.ts';
import { purgeMemories } from './purge.ts';
import { forgetSegment, rememberSegment } from './remember.ts';
import { listTus, readTus } from './tu-rows.ts';
import { undoAct } from './undo-act.ts';

/** `tracked` work is waited for when the store closes. */
export function memoriesOver(engine: Engine, tracked: <T>(work: Promise<T>) => Promise<T>): MemoryStore {
  const { db } = engine;
  const building = new Map<number, Promise<void>>();
  const indexed = (language: MemoryLanguage): Promise<void> => {
    const begun = building.get(language.id);
    if (begun !== undefined) return begun;
    const work = tracked(buildIndex(engine, language)).finally(() => building.delete(language.id));
    building.set(language.id, work);
    return work;
  };
  return {
    createMemory: (name, at) => engine.write((tx) => createMemory(tx, name, at)),
    listMemories: () => listMemories(db),
    findMemory: (id) => findMemory(db, id),
    findMemoryNamed: (name) => findMemoryNamed(db, name),
    renameMemory: (id, name) => engine.write((tx) => renameMemory(tx, id, name)),
    deleteMemory: async (id) => {
      const was = await engine.write((tx) => hideMemory(tx, id));
      if (was) await tracked(purgeMemories(engine));
      return was;
    },
    listProjectMemories: (project) => listProjectMemories(db, project),
    setProjectMemories: (...change) => engine.write((tx) => setProjectMemories(tx, ...change)),
    addTus: (memory, tus) => tracked(addTus(engine, memory, tus)),
    rememberSegment: (...what) => engine.write((tx) => rememberSegment(engine, tx, ...what)),
    forgetSegment: (...what) => engine.write((tx) => forgetSegment(engine, tx, ...what)),
    findSimilar: (question) => answer(engine, question, indexed),
    findOccurrences: (question) => findOccurrences(engine, question),
    findTu: async (id) => (await readTus(db, [id]))[0] ?? null,
    listTus: (memory, after, limit) => listTus(db, memory, after, limit),
    updateTu: (id, tu) => engine.write((tx) => updateTu(engine, tx, id, tu)),
    deleteTus: (ids) => tracked(deleteTus(engine, ids)),
    startAct: (act) => engine.write((tx) => startAct(tx, act)),
    changeTus: (act, changes) => tracked(changeTus(engine, act, changes)),
    findAct: (id) => findAct(db, id),
    listActs: (memory, before, limit) => listActs(db, memory, before, limit),
    undoAct: (id, at) => tracked(undoAct(engine, id, at)),
  };
}

/** A language that is asked for as a source for the first time is indexed before the question is answered. */
async function answer(
  engine: Engine,
  question: SimilarQuestion,
  indexed: (language: MemoryLanguage) => Promise<void>,
): Promise<readonly SimilarTu[]> {
  const from = primaryLanguage(question.sourceLanguage);
  const to = primaryLanguage(question.targetLanguage);
  let languages = await languagesOf(engine.db, question.memories);
  const waiting = languages.filter(
    (each) => each.primary === from && each.tuvs > 0 && !(each.index?.complete ?? false),
  );
  if (waiting.length > 0) {
    await Promise.all(waiting.map(indexed));
    languages = await languagesOf(engine.db, question.memories);
  }
  const there = languages.filter(({ tuvs }) => tuvs > 0);
  return findSimilar(
    engine.db,
    question,
    there.filter(({ primary }) => primary === from),
    there.filter(({ primary }) => primary === to),
  );
}
