/**
 * A PostgreSQL server for a run of the tests: the one of RECTO_TEST_DATABASE_URL, or a cluster of its own from
 * the machine's packages, in a folder of its own. vitest.config.ts names this file as globalSetup; the first
 * test file that asks for the server starts it, so runs that need none do not pay for it; at the end it is
 * stopped and removed. Each suite uses a schema of its own in it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

const URL_VARIABLE = 'RECTO_TEST_DATABASE_URL';
const PACKAGES = '/usr/lib/postgresql';
const START_WITHIN = 90_000;

/** Where the cluster of this run is to be: set by setup, inherited by the workers. */
const FOLDER = 'RECTO_TEST_POSTGRES_FOLDER';
const PORT = 'RECTO_TEST_POSTGRES_PORT';

/** vitest calls it once a run, and what it returns at the end. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'recto-postgres-'));
  chmodSync(folder, 0o755);
  process.env[FOLDER] = folder;
  process.env[PORT] = String(await freePort());
  return () => {
    const bin = findPrograms();
    const wasStarted = existsSync(join(folder, 'starting'));
    if (bin !== null && wasStarted) run(bin, folder, 'pg_ctl', ['-w', '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The server's URL. null where there is none: fails in CI, elsewhere prints why tests are left out. */
export function postgresUrl(): string | null {
  const given = process.env[URL_VARIABLE];
  if (given !== undefined) return given;
  const folder = process.env[FOLDER];
  const port = process.env[PORT];
  const bin = findPrograms();
  if (bin !== null && folder !== undefined && port !== undefined) {
    startOnce(bin, folder, port);
    return `postgres://recto@127.0.0.1:${port}/postgres`;
  }
  const absent = `skipped: no PostgreSQL: install its package, or set ${URL_VARIABLE}`;
  if (process.env['CI'] !== undefined) throw new Error(absent);
  console.warn(absent);
  return null;
}

/** A schema of its own for a suite, with a name that needs quoting. */
export function schemaForTest(name: string): string {
  return `Test "${name}" ${process.pid.toString(36)}-${Date.now().toString(36)}`;
}

/** Whichever worker makes the folder `starting` starts the server; the others wait for `started`. */
function startOnce(bin: string, folder: string, port: string): void {
  const started = join(folder, 'started');
  try {
    mkdirSync(join(folder, 'starting'));
  } catch {
    const end = Date.now() + START_WITHIN;
    while (!existsSync(started)) {
      if (Date.now() > end) throw new Error('The PostgreSQL server for the tests did not start.');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
    return;
  }
  if (isRoot()) execFileSync('chown', ['postgres', folder]);
  run(bin, folder, 'initdb', ['-U', 'recto', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100`;
  run(bin, folder, 'pg_ctl', ['-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start']);
  mkdirSync(started);
}

/** The server refuses to run as root; its package has made a user for it. */
function run(bin: string, folder: string, program: string, parameters: readonly string[]): void {
  const own = [join(bin, program), '-D', join(folder, 'data'), ...parameters];
  const [file = '', ...rest] = isRoot() ? ['runuser', '-u', 'postgres', '--', ...own] : own;
  execFileSync(file, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

function findPrograms(): string | null {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES) : [];
  const newestFirst = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((name) => join(PACKAGES, name, 'bin'));
  const folders = [...newestFirst, ...(process.env['PATH'] ?? '').split(delimiter)];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
