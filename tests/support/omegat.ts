/** OmegaT, the real program: a project of its in a folder, translated from the memories that lie in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { hasTool, runTool } from './cat-tool.ts';
import type { scratchFolder } from './cli.ts';

const OMEGAT = '/usr/bin/omegat';
const SEGMENTED_BY_US = '<sentence_seg>false</sentence_seg>';

/** As `hasTool`: fails in CI where it is missing. */
export function hasOmegat(): boolean {
  return hasTool({ omegat: OMEGAT });
}

/** An empty project: files go into `source`, memories into `tm/auto`; what is translated stands in `target`. */
export function writeOmegatProject(folder: string, language: string): void {
  for (const name of ['source', 'target', 'omegat', 'tm/auto', 'glossary', 'dictionary']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary']
    .map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`)
    .join('');
  writeFileSync(
    join(folder, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><omegat><project version="1.0">${folders}<source_lang>en</source_lang><target_lang>${language}</target_lang>${SEGMENTED_BY_US}<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
  );
}

/** Translates all of a project; preferences are in the scratch folder's `config`. */
export async function translateInOmegat(
  folder: string,
  scratch: ReturnType<typeof scratchFolder>,
): Promise<void> {
  const run = await runTool(
    OMEGAT,
    [
      folder,
      ...['--mode=console-translate', '--quiet', '--no-team', '--disable-project-locking'],
      `--config-dir=${scratch.path('config')}`,
    ],
    { home: scratch.path('home') },
  );
  expect(run.status, run.output).toBe(0);
}
