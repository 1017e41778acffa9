/** Runs the command line as a person does: its own process, real files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `language`: of the person, as an environment says it. */
export function recto(args: readonly string[], input = '', language = 'C'): CliResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'dist/server/cli.js'), ...args],
    {
      cwd: projectRoot,
      input,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: language, RECTO_LOG: 'silent' },
    },
  );
  return { status, stdout, stderr };
}

/** A folder for one test file's output. */
export function scratchFolder(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'recto-test-'));
  return {
    path: (name) => join(folder, name),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
