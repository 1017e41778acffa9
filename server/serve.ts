/** Starts the workbench on the loopback address, and stops it cleanly. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino, stdSerializers } from 'pino';
import { compose } from './compose.ts';
import { readConfig, type ConfigOverrides } from './config.ts';
import { chooseUiLanguage } from './i18n/languages.ts';
import { loadSamples } from './samples.ts';
import { createApp } from './web/app.ts';

/** How long open requests may take to end when stopping, in milliseconds. */
const GRACE = 5_000;

/**
 * A request's headers must be there within so many milliseconds. Its body may take as long as it needs, while it keeps
 * coming (web/middleware/refuse-slow-bodies.ts): a memory of 300 MB takes some lines an hour.
 */
const HEADERS = 20_000;

export interface ServeOptions extends ConfigOverrides {
  /** Whether the sample projects are loaded into a workbench that is new. */
  readonly sample: boolean;
}

/**
 * Resolves when it listens; prints the address, or that the port cannot be had. Throws where the data cannot be opened.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const config = readConfig(options);
  const log = pino(
    { level: config.logLevel, serializers: { error: stdSerializers.err } },
    pino.destination(2),
  );
  const usecases = await compose(config, (error) => {
    log.error({ error }, 'memories could not be written');
  });
  if (options.sample && usecases.store.isNew) await loadSamples(usecases, join(config.root, 'source'));
  const app = createApp({
    usecases,
    root: config.root,
    version: config.version,
    browserFolder: join(config.root, 'dist', 'browser'),
    log: (level, message, fields) => {
      log[level](fields, message);
    },
  });
  const server = createServer({ headersTimeout: HEADERS, requestTimeout: 0 }, app);
  if (!(await listen(server, config.port))) {
    const translator = usecases.translators(chooseUiLanguage(config.languages));
    process.stderr.write(`${translator.t('common:port-taken', { port: String(config.port) })}\n`);
    process.exitCode = 1;
    await usecases.store.close();
    return;
  }
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Recto: http://127.0.0.1:${port}/\n`);

  const stop = async (): Promise<void> => {
    const forced = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    clearTimeout(forced);
    await usecases.store.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}

/** False where the port is taken, or not ours to take. */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(true);
    });
  });
}
