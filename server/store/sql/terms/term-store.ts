/** The port of termbases over an engine. */
import type { TermStore } from '../../term-store.ts';
import type { Engine } from '../engine.ts';
import {
  findConcept,
  listConceptChanges,
  listConcepts,
  listTermbaseChanges,
  termbaseStamp,
} from './concepts.ts';
import { deleteConcept, saveConcepts } from './save-concepts.ts';
import {
  createTermbase,
  deleteTermbase,
  findTermbase,
  listDomains,
  listProjectTermbases,
  listTermbases,
  renameTermbase,
  setProjectTermbases,
} from './termbases.ts';

/** `tracked`: closing the store waits for what takes several transactions. */
export function termStoreOver(engine: Engine, tracked: <T>(work: Promise<T>) => Promise<T>): TermStore {
  const { db } = engine;
  return {
    createTermbase: (name, at) => engine.write((tx) => createTermbase(tx, name, at)),
    listTermbases: () => listTermbases(db),
    findTermbase: (id) => findTermbase(db, id),
    renameTermbase: (id, name) => engine.write((tx) => renameTermbase(tx, id, name)),
    deleteTermbase: (id) => engine.write((tx) => deleteTermbase(tx, id)),
    listProjectTermbases: (project) => listProjectTermbases(db, project),
    setProjectTermbases: (...change) => engine.write((tx) => setProjectTermbases(tx, ...change)),
    saveConcepts: (termbase, concepts, author, at) =>
      tracked(saveConcepts(engine, termbase, concepts, { author, at })),
    findConcept: (...which) => findConcept(db, ...which),
    listConcepts: (...question) => listConcepts(engine, ...question),
    deleteConcept: (termbase, id, author, at) =>
      engine.write((tx) => deleteConcept(tx, termbase, id, { author, at })),
    listConceptChanges: (...which) => listConceptChanges(db, ...which),
    listTermbaseChanges: (...question) => listTermbaseChanges(db, ...question),
    listDomains: (termbase) => listDomains(db, termbase),
    termbaseStamp: (termbase) => termbaseStamp(db, termbase),
  };
}
