/**
 * A PostgreSQL server for a run of the tests: the one of RECTO_TEST_DATABASE_URL, or a cluster of its own from
 * the machine's packages, in a folder of its own, stopped and removed at the end. Each suite uses a schema of
 * its own in it. vitest.config.ts names this file as globalSetup.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

const URL_VARIABLE = 'RECTO_TEST_DATABASE_URL';
const PACKAGES = '/usr/lib/postgresql';

/** The URL, or why there is none. */
type Found = { readonly url: string } | { readonly absent: string };

/** Starts a server where none is given; vitest calls it once a run, and what it returns at the end. */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.env[URL_VARIABLE] !== undefined) return undefined;
  const bin = findPrograms();
  if (bin === null) return undefined;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'recto-postgres-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const asRoot = userInfo().uid === 0;
  const run = (program: string, parameters: readonly string[]): void => {
    const command = [join(bin, program), ...parameters];
    // The server refuses to run as root: Debian's package has made a user for it.
    if (asRoot) command.unshift('runuser', '-u', 'postgres', '--');
    const [file = '', ...rest] = command;
    execFileSync(file, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  };
  if (asRoot) execFileSync('chown', ['postgres', folder]);
  run('initdb', ['-D', data, '-U', 'recto', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100`;
  run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start']);
  process.env[URL_VARIABLE] = `postgres://recto@127.0.0.1:${port}/postgres`;
  return () => {
    run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
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

function find(): Found {
  const url = process.env[URL_VARIABLE];
  if (url !== undefined) return { url };
  return { absent: `skipped: no PostgreSQL: install its package, or set ${URL_VARIABLE}` };
}

/** The server's URL. null where there is none: fails in CI, elsewhere prints why tests are left out. */
export function postgresUrl(): string | null {
  const found = find();
  if ('url' in found) return found.url;
  if (process.env['CI'] !== undefined) throw new Error(found.absent);
  console.warn(found.absent);
  return null;
}

/** A schema of its own for a suite, with a name that needs quoting. */
export function schemaForTest(name: string): string {
  return `Test "${name}" ${process.pid.toString(36)}-${Date.now().toString(36)}`;
}
