/**
 * The composition root: configuration → store → what the use cases need. The only place that knows which store
 * runs and where files lie.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { segmentText } from './core/text/segmentation/segmenter.ts';
import { loadTranslators } from './i18n/translator.ts';
import type { FontFile } from './publish/fonts.ts';
import type { EmbeddedFont } from './publish/publisher.ts';
import type { Store } from './store/store.ts';
import type { Dependencies, FileDependencies } from './usecases/dependencies.ts';

/** What commands on files need; opens nothing. */
export function composeFiles(config: Config): FileDependencies {
  return {
    segmenter: segmentText,
    translators: loadTranslators(join(config.root, 'locales')),
    now: Date.now,
    readFonts,
  };
}

/**
 * What the workbench needs; opens the store, which the caller closes. `failed` hears of memories that could not be
 * written; nobody is kept from saving by that.
 */
export async function compose(
  config: Config,
  failed: (error: unknown) => void = () => undefined,
): Promise<Dependencies> {
  // Commands on files do without all that stands behind it.
  const { withLivingMemory } = await import('./usecases/living-memory.ts');
  const { openNetwork } = await import('./machine/network.ts');
  const { machineHosts } = config;
  const { store } = withLivingMemory({ store: await openStore(config), now: Date.now, failed });
  return {
    ...composeFiles(config),
    store,
    newId: randomUUID,
    uploadLimit: config.uploadLimit,
    send: openNetwork((host) => machineHosts?.includes(host) === true),
    machineHosts,
  };
}

/** A workbench in a folder of its own that is taken away when the store is closed, whatever database is configured. */
export async function composeScratch(config: Config): Promise<Dependencies> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'recto-'));
  const deps = await compose({ ...config, databaseUrl: null, dataFolder });
  const close = async (): Promise<void> => {
    await deps.store.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { ...deps, store: { ...deps.store, close } };
}

/** Only the engine that is used is loaded, and none for commands on files. */
async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl !== null) {
    const { openPostgresStore } = await import('./store/postgres/open.ts');
    return openPostgresStore(config.databaseUrl);
  }
  const { openSqliteStore } = await import('./store/sqlite/open.ts');
  await mkdir(config.dataFolder, { recursive: true });
  return openSqliteStore(join(config.dataFolder, 'recto.sqlite'));
}

const require = createRequire(import.meta.url);

async function readFonts(files: readonly FontFile[]): Promise<readonly EmbeddedFont[]> {
  return Promise.all(
    files.map(async ({ packagePath, ...font }) => ({
      ...font,
      fileName: packagePath.slice(packagePath.lastIndexOf('/') + 1),
      bytes: await readFile(packageFile(packagePath)),
    })),
  );
}

/** `@scope/name/files/x.woff2` → where the package is installed. */
function packageFile(packagePath: string): string {
  const [scope = '', name = '', ...rest] = packagePath.split('/');
  return join(dirname(require.resolve(`${scope}/${name}/package.json`)), ...rest);
}
