#!/usr/bin/env node
/** Runs one command: `npx recto …`. */
import { setFlagsFromString } from 'node:v8';
import { runCli } from './cli/run.ts';
import { compose, composeFiles, composeScratch } from './compose.ts';
import { readConfig } from './config.ts';
import { chooseUiLanguage } from './i18n/languages.ts';

// Swept when it has grown by this much, not by several times as much: what goes by as a stream then costs the same memory
// however long it is, for a few per cent more time.
setFlagsFromString('--heap-growing-percent=30');

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const config = readConfig();
const files = composeFiles(config);

await runCli(
  {
    files,
    translator: files.translators(chooseUiLanguage(config.languages)),
    openWorkbench: ({ data }) => compose(readConfig({ dataFolder: data })),
    openScratch: () => composeScratch(readConfig()),
    serve: async ({ data, port, sample }) => {
      // The whole of the web, which no other command has to wait for.
      const { serve } = await import('./serve.ts');
      await serve({ dataFolder: data, port, sample });
    },
    version: config.version,
  },
  process.argv.slice(2),
);
