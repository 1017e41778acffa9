/**
 * XLIFF 1.2, read and write of one file, beside npm xliff and the Translate Toolkit in the same run. Ratios, not
 * seconds, are what another machine will see again.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsToXliff12, xliff12ToJs } from 'xliff';
import type { UnitId } from '../../server/core/document/ids.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import { xliff12 } from '../../server/formats/xliff12/index.ts';

const MEGABYTES = 10;

const TOOLKIT = `
import sys, time
from translate.storage import xliff
data = open(sys.argv[1], 'rb').read()
start = time.perf_counter()
store = xliff.xlifffile.parsestring(data)
sum(len(unit.source or '') + len(unit.target or '') for unit in store.units)
bytes(store)
print(time.perf_counter() - start)
`;

export interface XliffBench {
  readonly megabytes: number;
  /** Read, one unit of ten retranslated, written: MB a second. */
  readonly recto: number;
  readonly rectoRead: number;
  /** Parse and serialise; null where the peer is not here. */
  readonly npmXliff: number;
  readonly translateToolkit: number | null;
}

/** Times all three and prints a line for each. */
export async function benchXliff(): Promise<XliffBench> {
  const file = synthetic();
  const megabytes = file.length / 1e6;
  const language = parseLanguageTag('fa');
  if (language === null) throw new Error('fa is a language');
  const options = {
    sourceLanguage: language,
    segmenter: () => [],
    granularity: 'sentence',
    switches: {},
  } as const;
  const read = (): readonly UnitId[] =>
    xliff12.read(file, options).document?.units.map((unit) => unit.id) ?? [];
  const ids = read();
  const rectoRead = megabytes / (await seconds(read));
  const recto = await seconds(() => {
    const updates = read()
      .filter((_, index) => index % 10 === 0)
      .map((unit) => ({ unit, segments: [{ target: ['ترجمهٔ تازه'] }] }));
    const { problems } = xliff12.write(file, updates, { targetLanguage: language });
    if (problems.length > 0) throw new Error('the benchmark file was refused');
  });
  const text = new TextDecoder().decode(file);
  const npmXliff = await seconds(async () => jsToXliff12(await xliff12ToJs(text)));
  const toolkit = toolkitSeconds(file);
  const result = {
    megabytes,
    rectoRead,
    recto: megabytes / recto,
    npmXliff: megabytes / npmXliff,
    translateToolkit: toolkit === null ? null : megabytes / toolkit,
  };
  print(result, ids.length);
  return result;
}

function print(result: XliffBench, units: number): void {
  const line = (name: string, speed: number): string =>
    `${name.padEnd(44)} ${speed.toFixed(1).padStart(6)} MB/s   Recto is ${(result.recto / speed).toFixed(1)} times as fast`;
  console.log(`XLIFF 1.2, ${result.megabytes.toFixed(1)} MB, ${units} units`);
  console.log(`${'Recto, read'.padEnd(44)} ${result.rectoRead.toFixed(1).padStart(6)} MB/s`);
  console.log(line('Recto, read and write a tenth of the units', result.recto));
  console.log(line('npm xliff, parse and serialise', result.npmXliff));
  if (result.translateToolkit === null) console.log('Translate Toolkit: not installed for /usr/bin/python3');
  else console.log(line('Translate Toolkit, read all units, serialise', result.translateToolkit));
}

/** The best of three. */
async function seconds(run: () => unknown): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    await run();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

function toolkitSeconds(file: Uint8Array): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'recto-bench-'));
  try {
    const name = join(folder, 'bench.xlf');
    writeFileSync(name, file);
    const run = (): number =>
      Number(
        execFileSync('/usr/bin/python3', ['-c', TOOLKIT, name], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      );
    return Math.min(run(), run(), run());
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function synthetic(): Uint8Array {
  const units: string[] = [];
  let length = 0;
  for (let number = 1; length < MEGABYTES * 1e6; number += 1) {
    const unit = `      <trans-unit id="${number}" resname="page.${number}" xml:space="preserve">
        <source>Paragraph ${number} has a <g id="1" ctype="bold">bold</g> word &amp; a break<x id="2" ctype="lb"/> in the middle of the sentence, as texts do.</source>
        <target state="translated">بند ${number} یک واژهٔ <g id="1" ctype="bold">درشت</g> دارد &amp; میان آن<x id="2" ctype="lb"/> می‌شکند، چنان‌که در نوشته‌ها.</target>
        <note from="author">Note ${number}</note>
      </trans-unit>`;
    units.push(unit);
    length += Buffer.byteLength(unit) + 1;
  }
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="book.md" source-language="en" target-language="fa" datatype="plaintext">
    <body>
${units.join('\n')}
    </body>
  </file>
</xliff>
`);
}
