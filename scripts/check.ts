/**
 * `npm run check`: everything that can be known of the tree without running it, two steps at a time. Each prints
 * its name when it is done; one that fails is shown whole, and all of them run.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

type Step = readonly [name: string, command: string, ...args: string[]];

/** The longest first. */
const STEPS: readonly Step[] = [
  ['lint', 'eslint', '.'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types', 'tsc', '--project', '.'],
  ['types, browser and core without Node', 'tsc', '--project', 'server/web/browser', '--noEmit'],
  ['dependency rules', 'depcruise', '--config', '.dependency-cruiser.js', 'server'],
  ['dead code', 'knip'],
  ['templates', 'tsx', 'scripts/check-views.ts'],
  ['catalogues', 'tsx', 'scripts/check-locales.ts'],
  ['page of problems', 'tsx', 'scripts/problems-page.ts', '--check'],
  ['page of checks', 'tsx', 'scripts/checks-page.ts', '--check'],
];
const AT_ONCE = 2;

const root = resolve(import.meta.dirname, '..');

/** Whether it passed. */
async function take([name, command, ...args]: Step): Promise<boolean> {
  const started = Date.now();
  const child = spawn('npx', ['--no-install', command, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
  const status = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)\n`);
  if (status !== 0) process.stdout.write(`${Buffer.concat(output).toString('utf8')}\n`);
  return status === 0;
}

const waiting = [...STEPS];
let passed = 0;

async function takeAll(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
    if (await take(step)) passed += 1;
}

await Promise.all(Array.from({ length: AT_ONCE }, takeAll));
process.stdout.write(`${passed} of ${STEPS.length} checks passed\n`);
process.exitCode = passed === STEPS.length ? 0 : 1;
