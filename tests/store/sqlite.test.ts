import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { openBetterSqlite3 } from '../../server/store/sqlite/better-sqlite3.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { looseOf, packingContract } from '../contracts/store/looking-up.ts';
import { storeContract } from '../contracts/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recto-sqlite-'));
const path = join(folder, 'recto.sqlite');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

storeContract('SQLite in a file', {
  open: () => openSqliteStore(path),
  another: () => openSqliteStore(path),
});
packingContract('SQLite', async () => {
  const own = join(folder, 'packing.sqlite');
  const store = await openSqliteStore(own);
  const driver = openBetterSqlite3(own);
  const count = driver.prepare('select count(*) as loose from tm_prefix');
  onTestFinished(() => {
    driver.close();
  });
  return { store, countLoose: () => Promise.resolve(looseOf(count.all([])[0])) };
});
storeContract('SQLite in memory', { open: () => openSqliteStore(':memory:'), another: null });
