/** The modules that pages load, compiled for a test as the build does. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './workbench.ts';

/** Gives the folder that they are in. */
export function compileBrowserModules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recto-browser-'));
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');
  const project = join(root, 'server/web/browser');
  execFileSync(process.execPath, [compiler, '--project', project, '--outDir', folder], { stdio: 'inherit' });
  return folder;
}
