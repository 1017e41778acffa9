#!/usr/bin/env node
/** Runs one command: `npx recto …`. */
import { runCli } from './cli/run.ts';
import { compose, composeFiles } from './compose.ts';
import { readConfig } from './config.ts';
import { chooseUiLanguage } from './i18n/languages.ts';
import { serve } from './serve.ts';

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
    serve: ({ data, port, sample }) => serve({ dataFolder: data, port, sample }),
    version: config.version,
  },
  process.argv.slice(2),
);
