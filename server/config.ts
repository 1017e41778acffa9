/** The environment as typed configuration: read once, here, and nowhere else. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

export interface Config {
  /** Where the workbench keeps its database. */
  readonly dataFolder: string;
  /** postgres://… , or null for SQLite in the data folder. */
  readonly databaseUrl: string | null;
  readonly port: number;
  /** The project's own folder: views, locales, source and packages lie there. */
  readonly root: string;
  /** Of this Recto. */
  readonly version: string;
  /** Largest file that is taken, in bytes. */
  readonly uploadLimit: number;
  /** Host names of machine translation that projects may use; null where all are allowed. */
  readonly machineHosts: readonly string[] | null;
  /** Wishes for the language of messages, best first. */
  readonly languages: readonly string[];
  readonly logLevel: string;
}

const packageJson = z.object({ version: z.string() });

const environment = z.object({
  RECTO_DATA: z.string().min(1).optional(),
  RECTO_DATABASE_URL: z.string().min(1).optional(),
  RECTO_UPLOAD_LIMIT: z.coerce.number().int().positive().optional(),
  RECTO_MACHINE_HOSTS: z.string().optional(),
  RECTO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  LC_ALL: z.string().optional(),
  LC_MESSAGES: z.string().optional(),
  LANG: z.string().optional(),
});

export interface ConfigOverrides {
  readonly dataFolder?: string | undefined;
  readonly port?: number | undefined;
}

/** Reads the environment; what is given on the command line goes before it. Throws on a malformed variable. */
export function readConfig(overrides: ConfigOverrides = {}): Config {
  const env = environment.parse(process.env);
  const root = findRoot(import.meta.dirname);
  return {
    dataFolder: resolve(overrides.dataFolder ?? env.RECTO_DATA ?? 'data'),
    databaseUrl: env.RECTO_DATABASE_URL ?? null,
    port: overrides.port ?? env.PORT ?? 3000,
    root,
    version: packageJson.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
    uploadLimit: env.RECTO_UPLOAD_LIMIT ?? 50 * 1024 * 1024,
    machineHosts: env.RECTO_MACHINE_HOSTS?.split(',').map(hostNamed) ?? null,
    languages: [env.LC_ALL, env.LC_MESSAGES, env.LANG].filter((wish) => wish !== undefined),
    logLevel: env.RECTO_LOG ?? 'info',
  };
}

/** A host as the address of a server has it, IPv6 in brackets. */
function hostNamed(text: string): string {
  const host = text.trim();
  const url = `http://${/^[^[]*:.*:/.test(host) ? `[${host}]` : host}`;
  return URL.canParse(url) ? new URL(url).hostname : host;
}

/** The nearest folder above that holds package.json: the same from server/ and from dist/server/. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json not found above the program');
  return findRoot(above);
}
