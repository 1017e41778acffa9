/** The translation programs of the test run: whether they are here, and how one is run and ended. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds for a test with such a program in it, on a machine that has much else to do. */
export const TOOL_TIMEOUT = 240_000;

/** Fails in CI, where nothing may be skipped; elsewhere prints why tests are left out. `files` by Debian package. */
export function hasTool(files: Readonly<Record<string, string>>): boolean {
  const missing = Object.keys(files).filter((name) => !existsSync(files[name] ?? ''));
  if (missing.length === 0) return true;
  const reason = `skipped: not installed: ${missing.join(', ')} (apt-get install ${missing.join(' ')})`;
  if (process.env['CI'] !== undefined) throw new Error(reason);
  console.warn(reason);
  return false;
}

export interface ToolRun {
  readonly status: number | null;
  readonly output: string;
}

export interface ToolOptions {
  /** Its HOME, made if need be: nothing of the person's own settings is read or written. */
  readonly home: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Ended after so many seconds. */
  readonly limit?: number;
}

/** Runs a program in a process group of its own; whatever it has started is ended with it. */
export async function runTool(
  command: string,
  args: readonly string[],
  { home, cwd = home, env = {}, limit = 180 }: ToolOptions,
): Promise<ToolRun> {
  const runtime = join(home, 'run');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const log = join(home, 'output.txt');
  const output = openSync(log, 'w');
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...{ PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: runtime, LC_ALL: 'C.UTF-8' },
      ...{ NO_AT_BRIDGE: '1', ...env },
    },
  });
  const timer = setTimeout(() => {
    endGroup(child.pid);
  }, limit * 1000);
  const status = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => {
      resolve(null);
    });
  });
  clearTimeout(timer);
  endGroup(child.pid);
  closeSync(output);
  return { status, output: readFileSync(log, 'utf8') };
}

/** Runs a short program that starts nothing else. */
export function runQuick(command: string, args: readonly string[], home: string): ToolRun {
  mkdirSync(home, { recursive: true });
  const env = { PATH: process.env['PATH'], HOME: home, LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: home, env, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // All of it has ended by itself.
  }
}
