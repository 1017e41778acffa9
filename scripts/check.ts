/**
 * `npm run check`: everything that can be known of the tree without running it. Each step prints its name; the
 * first that fails is shown whole, and all of them run.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '--project', '.'],
  ['types, browser and core without Node', 'tsc', '--project', 'server/web/browser', '--noEmit'],
  ['lint', 'eslint', '.'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['dependency rules', 'depcruise', '--config', '.dependency-cruiser.js', 'server'],
  ['dead code', 'knip'],
  ['templates', 'tsx', 'scripts/check-views.ts'],
  ['catalogues', 'tsx', 'scripts/check-locales.ts'],
  ['page of problems', 'tsx', 'scripts/problems-page.ts', '--check'],
  ['page of checks', 'tsx', 'scripts/checks-page.ts', '--check'],
];

const root = resolve(import.meta.dirname, '..');
let failed = 0;
for (const [name, command, ...args] of STEPS) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', command, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)\n`);
  if (status !== 0) {
    failed += 1;
    process.stdout.write(`${stdout}${stderr}\n`);
  }
}
process.stdout.write(`${STEPS.length - failed} of ${STEPS.length} checks passed\n`);
process.exitCode = failed === 0 ? 0 : 1;
