/**
 * Part of `npm run bench:tm`: a large TMX read, written, and imported into a memory and exported out of it, beside the
 * Translate Toolkit in the same run. Each measurement is a process of its own; peak memory is what the system saw of it.
 * Recto is measured as `npm run build` makes it.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Prints seconds, processor seconds, peak megabytes, and how many TUs it met. */
const NODE = (imports: string, work: string): string => `
import { createReadStream } from 'node:fs';
${imports}
const path = process.argv[1];
const start = performance.now();
let count = 0;
${work}
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log((performance.now() - start) / 1000, (userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024, count);
process.exit(0);
`;

const FORMAT = `import { tmxMemory } from './dist/server/formats/tmx/index.js';`;
const STORE = `
import { openSqliteStore } from './dist/server/store/sqlite/open.js';
import { importMemory } from './dist/server/usecases/import-memory.js';
import { exportMemory } from './dist/server/usecases/export-memory.js';
const store = await openSqliteStore(process.argv[2]);
const deps = { store, now: () => Date.now(), uploadLimit: 1e9 };`;

const READ = NODE(
  FORMAT,
  `for await (const event of tmxMemory.readTus(createReadStream(path), {})) if (event.kind === 'tu') count += 1;`,
);
const COPY = NODE(
  FORMAT,
  `
async function* tus() {
  for await (const event of tmxMemory.readTus(createReadStream(path), {})) if (event.kind === 'tu') yield event.tu;
}
const options = { sourceLanguage: null, date: 0, version: '1', report: () => {} };
for await (const part of tmxMemory.writeTus(tus(), options)) count += Buffer.from(part).toString().split('</tu>').length - 1;`,
);
const IMPORT = NODE(
  STORE,
  `
const known = await store.memories.findMemoryNamed('bench');
const memory = known?.id ?? (await store.memories.createMemory('bench', 0));
const chunks = createReadStream(path);
const result = await importMemory(deps, { memory, chunks, fileName: 'bench.tmx', size: 0, author: '' });
count = result.added + result.merged;
await store.close();`,
);
const EXPORT = NODE(
  STORE,
  `
const { id: memory } = await store.memories.findMemoryNamed('bench');
const input = { memory, languages: [], version: '1', onProblem: () => {}, onProgress: (tus) => { count = tus; } };
for await (const part of exportMemory(deps, input)) if (part.length === 0) throw new Error('nothing');
await store.close();`,
);
const TOOLKIT = `
import resource, sys, time
from translate.storage import tmx
start = time.time()
store = tmx.tmxfile(open(sys.argv[1], 'rb'), 'en', 'fa')
count = sum(1 for unit in store.units if unit.source and unit.target)
if len(sys.argv) > 2: bytes(store)
used = resource.getrusage(resource.RUSAGE_SELF)
print(time.time() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, count)
`;

/** Prints a table for a file of so many units, about 320 bytes each. */
export function benchTmx(units: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'recto-bench-tmx-'));
  try {
    const [file, data] = [join(folder, 'bench.tmx'), join(folder, 'bench.db')];
    writeBench(file, units);
    console.log(`\nTMX, ${units} units, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
    console.log(`${'s'.padStart(56)}${'cpu s'.padStart(8)}${'peak MB'.padStart(9)}${'units'.padStart(10)}`);
    // As server/cli.ts sets them for every command.
    const node = ['--heap-growing-percent=30', '--semi-space-growth-factor=1', '--input-type=module', '-e'];
    show('Recto, read', process.execPath, [...node, READ, file]);
    show('Recto, read and written', process.execPath, [...node, COPY, file]);
    show('Recto, imported into a memory (SQLite)', process.execPath, [...node, IMPORT, file, data]);
    show('Recto, imported again (all merged)', process.execPath, [...node, IMPORT, file, data]);
    show('Recto, exported', process.execPath, [...node, EXPORT, file, data]);
    show('Translate Toolkit, read', '/usr/bin/python3', ['-c', TOOLKIT, file]);
    show('Translate Toolkit, read and written', '/usr/bin/python3', ['-c', TOOLKIT, file, 'write']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function show(name: string, command: string, args: readonly string[]): void {
  const figures = measure(command, args);
  if (figures === null) console.log(`${name.padEnd(48)}  not installed here, or out of memory`);
  else {
    const [wall = NaN, cpu = NaN, megabytes = NaN, count = NaN] = figures;
    const columns = [
      wall.toFixed(1),
      cpu.toFixed(1).padStart(7),
      megabytes.toFixed(0).padStart(8),
      String(count).padStart(9),
    ];
    console.log(`${name.padEnd(48)}${columns[0]?.padStart(8)} ${columns.slice(1).join(' ')}`);
  }
}

function measure(command: string, args: readonly string[]): readonly number[] | null {
  try {
    const output = execFileSync(command, [...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return output.trim().split(' ').map(Number);
  } catch (error) {
    if (command.endsWith('python3')) return null;
    throw error;
  }
}

const ENGLISH =
  'the of a book that long before house river under light which had been standing for years near old mill'.split(
    ' ',
  );
const PERSIAN = 'این کتاب در کنار رودخانه بود که سال‌ها پیش از آن خانه آسیاب کهنه را می‌دیدند و هیچ کس'.split(
  ' ',
);

/** The same file each time. */
function writeBench(path: string, units: number): void {
  let state = 12345;
  const words = (list: readonly string[]): string =>
    Array.from({ length: 8 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return list[(state >>> 8) % list.length];
    }).join(' ');
  const file = openSync(path, 'w');
  writeSync(
    file,
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="xml"/>\n<body>\n',
  );
  let text = '';
  for (let index = 0; index < units; index += 1) {
    const code = index % 5 === 0 ? `<bpt i="1" x="1">&lt;b></bpt>${index}<ept i="1">&lt;/b></ept>` : index;
    text += `<tu tuid="${index}" creationdate="20200101T101010Z" creationid="ann"><tuv xml:lang="en"><seg>${words(ENGLISH)} ${code}</seg></tuv><tuv xml:lang="fa"><seg>${words(PERSIAN)} ${code}</seg></tuv></tu>\n`;
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, `${text}</body></tmx>\n`);
  closeSync(file);
}
