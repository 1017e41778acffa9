/**
 * `npm run bench:xliff -- [rounds] [megabytes…]`: large XLIFF files read and written, beside npm xliff, libxml2-wasm
 * and the Translate Toolkit in the same run; then XLIFF 1.2 of each size. Each measurement is a process of its own, the
 * best of the rounds (three, where nothing is said). Ratios are what another machine
 * will see again; they are of processor time, which other work on the machine disturbs less.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeBigXliff, type BigVersion } from './big-xliff.ts';
import { peerCases, rectoCases, type BenchCase } from './xliff-cases.ts';

const [ROUNDS = 3, ...SIZES] = process.argv.slice(2).map(Number);
const root = resolve(import.meta.dirname, '../..');

interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Measures 50 MB of each version beside the peers, then 5, 50 and 500 MB; prints a table of each. */
export function benchXliff(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'recto-bench-'));
  try {
    for (const version of ['1.2', '2.1'] as const) besidePeers(version, join(folder, `${version}.xlf`));
    bySize(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function besidePeers(version: BigVersion, path: string): void {
  const units = writeBigXliff(path, version, 50);
  console.log(`\nXLIFF ${version}, ${(statSync(path).size / 1e6).toFixed(1)} MB, ${units} units`);
  console.log(
    `${'ms'.padStart(54)}${'cpu ms'.padStart(8)}${'peak MB'.padStart(9)}   times as long as Recto's first`,
  );
  const first = rectoCases(version)[0];
  const ours = first === undefined ? null : measure(first, path);
  if (ours === null) throw new Error('Recto was not measured');
  for (const each of [...rectoCases(version), ...peerCases(version)]) {
    const measured = each.name === first?.name ? ours : measure(each, path);
    if (measured === null) console.log(`${each.name}: not installed here`);
    else console.log(`${line(each.name, measured)}   ${(measured.cpu / ours.cpu).toFixed(1)}`);
    if (measured !== null && each.name.includes('model')) {
      const one = ((measured.cpu - ours.cpu) * 1000) / units;
      console.log(`${"  that is, for one unit's model".padEnd(48)}${one.toFixed(0).padStart(6)} µs`);
    }
  }
}

function bySize(folder: string): void {
  console.log('\nXLIFF 1.2 by size');
  const [whole] = rectoCases('1.2');
  const page = rectoCases('1.2').at(-1);
  for (const megabytes of SIZES.length > 0 ? SIZES : [5, 50, 500]) {
    const path = join(folder, `${megabytes}.xlf`);
    writeBigXliff(path, '1.2', megabytes);
    for (const each of [whole, page]) {
      const measured = each === undefined ? null : measure(each, path);
      if (each === undefined || measured === null) continue;
      const name = `${megabytes} MB: ${each.name.replace('Recto, ', '')}`;
      console.log(`${line(name, measured)}   ${(measured.cpu / megabytes).toFixed(1)} ms a megabyte`);
    }
    rmSync(path);
  }
}

function line(name: string, { wall, cpu, megabytes }: Measured): string {
  return [
    name.padEnd(48),
    wall.toFixed(0).padStart(6),
    cpu.toFixed(0).padStart(8),
    megabytes.toFixed(0).padStart(9),
  ].join('');
}

/** null where the peer is not here. */
function measure(each: BenchCase, path: string): Measured | null {
  if (each.prepare !== undefined) run({ ...each, program: each.prepare }, path);
  let best: Measured | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = run(each, path);
    if (now === null) return null;
    if (best === null || now.cpu < best.cpu) best = now;
  }
  return best;
}

function run({ command, program }: BenchCase, path: string): Measured | null {
  const [file, ...args] =
    command === 'node'
      ? [process.execPath, '--input-type=module', '-e', program, path]
      : ['/usr/bin/python3', '-c', program, path];
  try {
    const output = execFileSync(file, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [wall = NaN, cpu = NaN, megabytes = NaN] = output.trim().split(' ').map(Number);
    return { wall, cpu, megabytes };
  } catch (error) {
    if (command === 'python3') return null;
    throw error;
  }
}

if (process.argv[1] === import.meta.filename) benchXliff();
