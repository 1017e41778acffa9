/** The port over an engine: reading through its connection, writing through its transactions. */
import type { Store } from '../store.ts';
import { analysisOver } from './analysis/analysis-store.ts';
import { addDocument, clearAbandoned } from './add-document.ts';
import {
  findCheckRules,
  ignoreFinding,
  listIgnoredFindings,
  restoreFinding,
  saveCheckSettings,
  switchCheck,
} from './check-rules.ts';
import { findDocument, listDocuments, readFile } from './documents.ts';
import type { Engine } from './engine.ts';
import {
  addImport,
  clearPending,
  findImport,
  listImportedVersions,
  listImports,
  readImportFile,
  updateImport,
} from './imports.ts';
import { livingStoreOver } from './living/living-store.ts';
import { memoriesOver } from './memory/sql-memories.ts';
import { surveysOver } from './memory/surveys.ts';
import { purgeMemories } from './memory/purge.ts';
import { addNote, deleteNote, listNotes } from './notes.ts';
import { pruneOutbox } from './outbox.ts';
import { readProgress, readTargetCharacters } from './progress.ts';
import { findSetting, MACHINE, saveSetting } from './project-setting.ts';
import { findProjectSrx, setProjectSrx } from './project-srx.ts';
import { deleteProject, findProject, insertProject, listProjects, updateProject } from './projects.ts';
import { findConstraints, readDocument } from './read-document.ts';
import { resegment } from './resegment.ts';
import { saveMany } from './save.ts';
import { findSegment, listSegments, listUnitSegments, nextSegment } from './segments.ts';
import { addSentFile, listSentFiles, readSentFile } from './sent-files.ts';
import { stampOf } from './stamp.ts';
import { isResegmented, lastResegmentation, undoResegmentation } from './undo-resegmentation.ts';
import { alignmentStoreOver } from './alignments/alignment-store.ts';
import { termStoreOver } from './terms/term-store.ts';
import { listAuthors, listVersions } from './versions.ts';

const SWEEP_EVERY = 600_000;

/** Clears what is no longer needed, now and every ten minutes, and gives the store. */
export async function storeOver(engine: Engine, isNew: boolean): Promise<Store> {
  const { db } = engine;
  await sweep(engine);
  const timer = setInterval(() => {
    sweep(engine).catch(() => undefined); // the database is away: the next one will do
  }, SWEEP_EVERY);
  timer.unref();
  const running = new Set<Promise<unknown>>();
  const tracked = async <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  };
  purgeMemories(engine).catch(() => undefined); // the store was closed; the next start goes on
  return {
    engine: engine.name,
    isNew,
    ...partsOver(engine, tracked),
    createProject: (project) => engine.write((tx) => insertProject(tx, project)),
    listProjects: () => listProjects(db),
    findProject: (id) => findProject(db, id),
    updateProject: (project) => engine.write((tx) => updateProject(tx, project)),
    deleteProject: (id) => engine.write((tx) => deleteProject(tx, id)),
    addDocument: (project, document) => tracked(addDocument(engine, project, document)),
    listDocuments: (project) => listDocuments(db, project),
    findDocument: (id) => findDocument(db, id),
    readOriginal: (id) => readFile(db, id, 'original'),
    readDocument: (id, language) => readDocument(db, id, language),
    stampOf: (id, language) => stampOf(db, id, language),
    listSegments: (...question) => listSegments(engine, ...question),
    findSegment: (key, language) => findSegment(engine, key, language),
    findConstraints: (...question) => findConstraints(db, ...question),
    listUnitSegments: (...question) => listUnitSegments(engine, ...question),
    nextSegment: (...question) => nextSegment(engine, ...question),
    saveTarget: async (save) => {
      const [result] = await engine.save({ language: save.language, saves: [save] });
      if (result === undefined) throw new Error('A save has no result.');
      return result;
    },
    saveTargets: (saves) => tracked(saveMany(engine, saves)),
    listVersions: (key, language) => listVersions(db, key, language),
    resegment: (change, words) => tracked(resegment(engine, change, words)),
    undoResegmentation: (id, by) => tracked(undoResegmentation(engine, id, by)),
    isResegmented: (document) => isResegmented(db, document),
    lastResegmentation: (document, unitIndex) => lastResegmentation(db, document, unitIndex),
    ...exchangeOver(engine),
    ...checksOver(engine),
    ...settingsOver(engine),
    addNote: (key, note) => engine.write((tx) => addNote(tx, key, note)),
    listNotes: (key) => listNotes(db, key),
    deleteNote: (key, id) => engine.write((tx) => deleteNote(tx, key, id)),
    projectProgress: (project) => readProgress(db, { project }),
    documentProgress: (document) => readProgress(db, { document }),
    targetCharacters: (document) => readTargetCharacters(db, document),
    listAuthors: (document, language) => listAuthors(db, document, language),
    onChange: (listener) => engine.changes.onChange(listener),
    close: async () => {
      clearInterval(timer);
      await Promise.allSettled(running); // what takes several transactions
      await engine.close();
    },
  };
}

/** What has a port of its own. */
function partsOver(
  engine: Engine,
  tracked: <T>(work: Promise<T>) => Promise<T>,
): Pick<Store, 'analysis' | 'memories' | 'surveys' | 'living' | 'alignments' | 'terms'> {
  return {
    analysis: analysisOver(engine),
    memories: memoriesOver(engine, tracked),
    surveys: surveysOver(engine, tracked),
    living: livingStoreOver(engine),
    alignments: alignmentStoreOver(engine),
    terms: termStoreOver(engine, tracked),
  };
}

/** Files that were sent and came back. */
function exchangeOver(
  engine: Engine,
): Pick<
  Store,
  | 'addSentFile'
  | 'listSentFiles'
  | 'readSentFile'
  | 'addImport'
  | 'findImport'
  | 'readImportFile'
  | 'listImports'
  | 'updateImport'
  | 'listImportedVersions'
> {
  const { db } = engine;
  return {
    addSentFile: (file) => engine.write((tx) => addSentFile(tx, file)),
    listSentFiles: (document, language) => listSentFiles(db, document, language),
    readSentFile: (id) => readSentFile(db, id),
    addImport: (added) => engine.write((tx) => addImport(tx, added)),
    findImport: (id) => findImport(db, id),
    readImportFile: (id) => readImportFile(db, id),
    listImports: (document, language) => listImports(db, document, language),
    updateImport: (...update) => engine.write((tx) => updateImport(tx, ...update)),
    listImportedVersions: (id) => listImportedVersions(engine, id),
  };
}

/** What was decided about findings and checks. */
function checksOver(
  engine: Engine,
): Pick<
  Store,
  | 'ignoreFinding'
  | 'restoreFinding'
  | 'listIgnoredFindings'
  | 'findCheckRules'
  | 'switchCheck'
  | 'saveCheckSettings'
> {
  const { db } = engine;
  return {
    ignoreFinding: (ignored) => engine.write((tx) => ignoreFinding(tx, ignored)),
    restoreFinding: (...which) => engine.write((tx) => restoreFinding(tx, ...which)),
    listIgnoredFindings: (...question) => listIgnoredFindings(db, ...question),
    findCheckRules: (project) => findCheckRules(db, project),
    switchCheck: (...change) => engine.write((tx) => switchCheck(tx, ...change)),
    saveCheckSettings: (...change) => engine.write((tx) => saveCheckSettings(tx, ...change)),
  };
}

/** What a project sets. */
function settingsOver(
  engine: Engine,
): Pick<Store, 'findProjectSrx' | 'setProjectSrx' | 'findMachineSettings' | 'saveMachineSettings'> {
  const { db } = engine;
  return {
    findProjectSrx: (id) => findProjectSrx(db, id),
    setProjectSrx: (id, file) => engine.write((tx) => setProjectSrx(tx, id, file)),
    findMachineSettings: (project) => findSetting(db, project, MACHINE),
    saveMachineSettings: (project, settings) =>
      engine.write((tx) => saveSetting(tx, project, MACHINE, settings)),
  };
}

async function sweep(engine: Engine): Promise<void> {
  await engine.write(async (tx) => {
    await pruneOutbox(tx, Date.now());
    await clearAbandoned(tx, Date.now());
    await clearPending(tx, Date.now());
  });
}
