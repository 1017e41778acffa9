/**
 * A real workbench for tests: the pipeline that production runs, over SQLite in memory, listening on a free port
 * of this machine. Nothing of ours is replaced by a double.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';
import { parseLanguageTag, type LanguageTag } from '../../server/core/text/language.ts';
import { loadTranslators } from '../../server/i18n/translator.ts';
import { openNetwork } from '../../server/machine/network.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { withLivingMemory } from '../../server/usecases/living-memory.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { createApp } from '../../server/web/app.ts';

export const root = resolve(import.meta.dirname, '../..');
/** Of the build, which is made before the tests where it is older than its sources. */
export const browserFolder = join(root, 'dist/browser');

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Workbench {
  readonly usecases: Dependencies;
  /** `http://127.0.0.1:12345`. */
  readonly address: string;
  readonly log: readonly LogLine[];
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** In bytes. */
  readonly uploadLimit?: number;
}

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const usecases = await openUsecases(options.uploadLimit ?? 1024 * 1024);
  const log: LogLine[] = [];
  const app = createApp({
    usecases,
    root,
    version: '5.4.3',
    browserFolder,
    log: (level, message, fields) => log.push({ level, message, fields }),
  });
  const server = createServer(app);
  // A test that was busy for long finds its connection as it left it.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    usecases,
    address: `http://127.0.0.1:${port}`,
    log,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await usecases.store.close();
    },
  };
}

/** The use cases alone, over a store of their own. */
export async function openUsecases(uploadLimit: number = 1024 * 1024): Promise<Dependencies> {
  const require = createRequire(import.meta.url);
  const { store } = withLivingMemory({
    store: await openSqliteStore(':memory:'),
    now: Date.now,
    failed: (error) => {
      throw error;
    },
  });
  return {
    store,
    segmenter: segmentText,
    translators: loadTranslators(join(root, 'locales')),
    now: Date.now,
    newId: randomUUID,
    uploadLimit,
    send: openNetwork(() => false),
    machineHosts: null,
    readFonts: (files) =>
      Promise.all(
        files.map(async ({ packagePath, ...font }) => {
          const [scope = '', name = '', ...rest] = packagePath.split('/');
          const folder = dirname(require.resolve(`${scope}/${name}/package.json`));
          return { ...font, fileName: rest.at(-1) ?? '', bytes: await readFile(join(folder, ...rest)) };
        }),
      ),
  };
}

export function tag(text: string): LanguageTag {
  const parsed = parseLanguageTag(text);
  if (parsed === null) throw new Error(`${text} is not a language tag`);
  return parsed;
}

export interface SampleInput {
  readonly name?: string;
  readonly fileName?: string;
  readonly text?: string;
  readonly sourceLanguage?: string;
  readonly targetLanguages?: readonly string[];
}

/** A small English Markdown document of two headings, prose with inline codes and a list. */
export const SAMPLE_TEXT = `# The lamp

The lamp *still* burned. Nobody had thought of putting it out.

She read the [letter](https://example.org/a?b=1) again. It said little.

## Morning

- bread
- salt
`;

/** Imports a sample; throws with the problems where it is refused. */
export async function importSample(usecases: Dependencies, input: SampleInput = {}): Promise<DocumentId> {
  const result = await importDocument(usecases, {
    projectName: input.name ?? 'The lamp',
    fileName: input.fileName ?? 'lamp.md',
    bytes: new TextEncoder().encode(input.text ?? SAMPLE_TEXT),
    sourceLanguage: tag(input.sourceLanguage ?? 'en'),
    targetLanguages: (input.targetLanguages ?? ['fa', 'my']).map(tag),
    granularity: 'sentence',
    switches: {},
    author: '',
    credits: { author: 'A. Writer', licence: 'CC BY 4.0', origin: 'written for the tests' },
  });
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result.document;
}
