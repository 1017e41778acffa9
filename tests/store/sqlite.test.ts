import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
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
storeContract('SQLite in memory', { open: () => openSqliteStore(':memory:'), another: null });
