/**
 * What is timed: one small program each, run in a process of its own from the project's root, with the file's path as
 * its argument. Time runs from before the file is read until the output stands in memory. Recto is measured as
 * `npm run build` makes it.
 */

export interface BenchCase {
  readonly name: string;
  readonly command: 'node' | 'python3';
  readonly program: string;
  /** Run once before the measurements, with the same argument. */
  readonly prepare?: string;
}

/** Prints one line: wall milliseconds, processor milliseconds, peak megabytes. `before` is done before time runs. */
const NODE = (imports: string, work: string, before = ''): string => `
import { readFileSync, writeFileSync } from 'node:fs';
${imports}
const path = process.argv[1];
${before}
const cpu = process.cpuUsage();
const start = performance.now();
${work}
const used = process.cpuUsage(cpu);
console.log(performance.now() - start, (used.user + used.system) / 1000, process.resourceUsage().maxRSS / 1024);
`;

const RECTO = (version: string, work: string, before?: string): string =>
  NODE(
    version === '1.2'
      ? `import { xliff12 as format } from './dist/server/formats/xliff12/index.js';`
      : `import { xliff2 as format } from './dist/server/formats/xliff2/index.js';`,
    `const bytes = readFileSync(path);\nconst options = { targetLanguage: 'fa' };\n${work}`,
    before,
  );

const OPEN = `
const { file } = format.open(bytes);
if (file.unitCount < 1000) throw new Error('the file was not read');`;
const ALL_IDS = `
let length = 0;
for (let index = 0; index < file.unitCount; index += 1) length += file.idOf(index).length;
if (length === 0) throw new Error('no ids');`;
const ALL_UNITS = `
let parts = 0;
for (let index = 0; index < file.unitCount; index += 1) parts += file.unit(index).unit.parts.length;
if (parts === 0) throw new Error('no parts');`;
const UNCHANGED = `
if (!file.write([], options).bytes.equals(bytes)) throw new Error('not the same bytes');`;
const INVENTED = `
const updates = [];
let targets = 0;
for (let index = 0; targets < 10000 && index < file.unitCount; index += 1) {
  const { unit } = file.unit(index);
  const segments = unit.parts.filter((part) => part.kind === 'segment');
  targets += segments.length;
  updates.push({ unit: unit.id, segments: segments.map(({ source }) => ({ target: ['«', ...source, '»'] })) });
}`;
const STORED = "const updates = JSON.parse(readFileSync(path + '.updates.json', 'utf8'));";
const STORE = "writeFileSync(path + '.updates.json', JSON.stringify(updates));";
const CHANGED = `
const written = file.write(updates, options);
if (written.problems.length > 0 || written.bytes.equals(bytes)) throw new Error('not written');`;

/** The ways in which Recto is measured; the first is what the peers are compared with. */
export function rectoCases(version: string): readonly BenchCase[] {
  const recto = (name: string, work: string): BenchCase => ({
    name: `Recto, ${name}`,
    command: 'node',
    program: RECTO(version, work),
  });
  return [
    recto('places and ids of all units, written unchanged', OPEN + ALL_IDS + UNCHANGED),
    recto("every unit's model made, written unchanged", OPEN + ALL_UNITS + UNCHANGED),
    {
      ...recto('10,000 stored targets written', ''),
      program: RECTO(version, OPEN + CHANGED, STORED),
      prepare: RECTO(version, OPEN + INVENTED + STORE),
    },
    recto('units read, 10,000 new targets made of them and written', OPEN + INVENTED + CHANGED),
    recto(
      'whole document held, written unchanged',
      `const { document } = format.read(bytes, {});\nconst written = format.write(bytes, [], options);\nif (document.units.length < 1000 || !written.bytes.equals(bytes)) throw new Error('not read');`,
    ),
    recto(
      'checked, and the first page of units made',
      `${OPEN}\nfor (let index = 0; index < 20; index += 1) file.unit(index);`,
    ),
  ];
}

export function peerCases(version: string): readonly BenchCase[] {
  const [read, write] = version === '1.2' ? ['xliff12ToJs', 'jsToXliff12'] : ['xliff2js', 'js2xliff'];
  const npm = NODE(
    `import { ${read}, ${write} } from 'xliff';`,
    `const text = await ${write}(await ${read}(readFileSync(path, 'utf8')));\nif (text.length < 1000) throw new Error('nothing');`,
  );
  const libxml = NODE(
    `import { ParseOption, XmlDocument } from 'libxml2-wasm';`,
    `const document = XmlDocument.fromBuffer(readFileSync(path), { option: ParseOption.XML_PARSE_HUGE });\nconst text = document.toString({ format: false });\ndocument.dispose();\nif (text.length < 1000) throw new Error('nothing');`,
  );
  const cases: readonly BenchCase[] = [
    { name: 'npm xliff, parse and serialise', command: 'node', program: npm },
    { name: 'libxml2-wasm, parse and serialise', command: 'node', program: libxml },
  ];
  if (version !== '1.2') return cases;
  return [...cases, { name: 'Translate Toolkit, read and serialise', command: 'python3', program: TOOLKIT }];
}

const TOOLKIT = `
import resource, sys, time
from translate.storage import xliff
start, cpu = time.perf_counter(), time.process_time()
with open(sys.argv[1], 'rb') as file:
    store = xliff.xlifffile.parsestring(file.read())
sum(len(unit.source or '') + len(unit.target or '') for unit in store.units)
bytes(store)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print((time.perf_counter() - start) * 1000, (time.process_time() - cpu) * 1000, peak)
`;
