/**
 * A program for kill.test.ts: `sqlite PATH` or `postgres URL SCHEMA`, then `save` or `import`. It works on the
 * newest document until it is killed (or has done a thousand saves), and prints a line for each thing that the
 * store has acknowledged: segment and version, or the document's id.
 */
import { writeSync } from 'node:fs';
import { openPostgresStore } from '../../server/store/postgres/open.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Store } from '../../server/store/store.ts';
import { allSegments, asNew, documentOf, saveOf } from './store-samples.ts';

const SAVES = 1000;

const [engine, place = '', schema = '', task] = process.argv.slice(2);
const store = engine === 'sqlite' ? await openSqliteStore(place) : await openPostgresStore(place, { schema });
writeSync(1, 'open\n');
await (task === 'import' ? importForever(store) : save(store));
await store.close();

/** All segments are saved at the same time, each one again and again. */
async function save(into: Store): Promise<void> {
  const [project] = await into.listProjects();
  const [document] = project === undefined ? [] : await into.listDocuments(project.id);
  if (document === undefined) throw new Error('nothing to save');
  const segments = await allSegments(into, document.id);
  const lanes = segments.map(async ({ key, current }) => {
    const from = current?.version ?? 0;
    for (let base = from; base < from + SAVES / segments.length; base += 1) {
      const state = base % 2 === 0 ? 'translated' : 'reviewed';
      const result = await into.saveTarget(saveOf(key, base, `متن ${base + 1}`, { state }));
      if (result.kind !== 'saved') throw new Error(result.kind);
      writeSync(1, `${key} ${result.version.version}\n`);
    }
  });
  await Promise.all(lanes);
}

async function importForever(into: Store): Promise<void> {
  const [project] = await into.listProjects();
  if (project === undefined) throw new Error('nothing to import into');
  const texts = Array.from({ length: 5000 }, (_, index) => `text ${index}`);
  for (;;) writeSync(1, `${await into.addDocument(project.id, asNew(documentOf(texts)))} 0\n`);
}
