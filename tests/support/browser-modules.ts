/** The modules that pages load, compiled for a test by what the build runs. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileBrowserModules as compile } from '../../scripts/browser-modules.ts';

/** Gives the folder that they are in. */
export function compileBrowserModules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recto-browser-'));
  compile(folder);
  return folder;
}
