/**
 * The translation memory at scale: `npm run bench:tm [-- SIZE… | --full] [--sqlite | --postgres]`, by default 10,000
 * and 100,000 units; --full adds 1,000,000. PostgreSQL is that of RECTO_BENCH_DATABASE_URL, or left out. Then TMX files
 * of those sizes, where `npm run build` was run before.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPostgresStore } from '../../server/store/postgres/open.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Store } from '../../server/store/store.ts';
import { benchConcordance } from './tm/concordance.ts';
import { megabytes, say } from './tm/figures.ts';
import { benchLookup } from './tm/lookup.ts';
import { tag, type Pair } from './tm/memory.ts';
import { benchOmegat } from './tm/omegat.ts';
import { benchPgTrgm, benchSqliteTrigram } from './tm/rivals.ts';
import { englishTexts, translatedTexts } from './tm/texts.ts';
import { benchTmx } from './tmx.ts';

const given = process.argv.slice(2);
const sizes = given.filter((each) => /^\d+$/u.test(each)).map(Number);
if (sizes.length === 0) sizes.push(10_000, 100_000);
if (given.includes('--full')) sizes.push(1_000_000);
const url = process.env['RECTO_BENCH_DATABASE_URL'];
/** Of the texts that are not in the memory but asked for. */
const HELD_BACK = 200;

for (const size of sizes) {
  const en = englishTexts(size + HELD_BACK);
  const fa = translatedTexts('fa', size + HELD_BACK);
  console.log(`${size} units, load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`);
  say('English texts as somebody wrote them, the rest recombined', String(Math.min(en.real, size)));
  say('Persian texts as somebody wrote them, the rest recombined', String(Math.min(fa.real, size)));
  const english: Pair = { from: tag('en'), to: tag('fa'), sources: en.texts, targets: fa.texts };
  const my = translatedTexts('my', Math.min(size, 100_000) + HELD_BACK);
  const burmese: Pair = { from: tag('my'), to: tag('en'), sources: my.texts, targets: en.texts };
  if (!given.includes('--postgres')) await withSqlite(english, burmese);
  benchOmegat(english.sources, HELD_BACK);
  if (url !== undefined && !given.includes('--sqlite')) await withPostgres(url, english, burmese);
}

if (!given.includes('--postgres')) {
  if (existsSync(resolve(import.meta.dirname, '../../dist/server'))) for (const size of sizes) benchTmx(size);
  else console.log('TMX is left out: npm run build makes what is measured');
}

async function withSqlite(english: Pair, burmese: Pair): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'recto-bench-tm-'));
  const path = join(folder, 'recto.sqlite');
  const store = await openSqliteStore(path);
  try {
    console.log(' SQLite');
    await measure(store, english, burmese);
    say('disk, both memories', megabytes(statSync(path).size));
    benchSqliteTrigram(join(folder, 'rival.sqlite'), english.sources, HELD_BACK);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function withPostgres(database: string, english: Pair, burmese: Pair): Promise<void> {
  const schema = `bench_${Date.now().toString(36)}`;
  const store = await openPostgresStore(database, { schema });
  try {
    console.log(' PostgreSQL');
    await measure(store, english, burmese);
  } finally {
    await store.close();
  }
  await benchPgTrgm(database, schema, english.sources, HELD_BACK);
}

async function measure(store: Store, english: Pair, burmese: Pair): Promise<void> {
  const memory = await benchLookup(store, 'en', english, HELD_BACK);
  await benchConcordance(store, memory, english);
  await benchLookup(store, 'my', burmese, HELD_BACK);
  say('memory of this process', megabytes(process.memoryUsage().rss));
}
