#!/usr/bin/env node
/** Runs one command: `npx recto …`. */
import { setFlagsFromString } from 'node:v8';
import { runCli } from './cli/run.ts';
import { compose, composeFiles, composeScratch } from './compose.ts';
import { readConfig } from './config.ts';
import { chooseUiLanguage } from './i18n/languages.ts';

// Memory is swept when it has grown by this much, not by several times as much, and the part for what is new stays small.
// What goes by as a stream then costs the same memory however long it is, in about the same time. Set before the commands
// are loaded, by which it would have grown.
setFlagsFromString('--heap-growing-percent=30');
setFlagsFromString('--semi-space-growth-factor=1');

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
