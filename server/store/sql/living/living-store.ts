/** The port of living memories over an engine. */
import type { LivingStore } from '../../living-store.ts';
import type { Engine } from '../engine.ts';
import { listDue, requireAll, settleDue } from './due.ts';
import { findMemorySettings, giveOwnMemory, setPropagation } from './settings.ts';

export function livingStoreOver(engine: Engine): LivingStore {
  const { db } = engine;
  return {
    listDue: (...question) => listDue(db, ...question),
    settleDue: (done) => engine.write((tx) => settleDue(engine, tx, done)),
    requireAll: (project) => engine.write((tx) => requireAll(tx, project)),
    findMemorySettings: (project) => findMemorySettings(db, project),
    setPropagation: (...setting) => engine.write((tx) => setPropagation(tx, ...setting)),
    giveOwnMemory: (...what) => engine.write((tx) => giveOwnMemory(tx, ...what)),
  };
}
