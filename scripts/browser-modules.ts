/**
 * Compiles the modules that pages load. Browsers know files, not packages: of a package that core uses the one
 * file is put beside them, and the import names it by its path.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** What is imported by name, and by which compiled file. */
const PACKAGES: Readonly<Record<string, string>> = {
  'bidi-js/dist/bidi.mjs': 'core/text/bidi.js',
};

/** Writes them into the folder, which is made where it is not there. */
export function compileBrowserModules(folder: string): void {
  const root = resolve(import.meta.dirname, '..');
  const require = createRequire(import.meta.url);
  const compiler = require.resolve('typescript/bin/tsc');
  const project = join(root, 'server/web/browser');
  execFileSync(process.execPath, [compiler, '--project', project, '--outDir', folder], { stdio: 'inherit' });
  for (const [name, importer] of Object.entries(PACKAGES)) {
    const target = join(folder, 'packages', `${basename(name, '.mjs')}.js`);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(require.resolve(name), target);
    const file = join(folder, importer);
    const written = readFileSync(file, 'utf8');
    const linked = written.replace(`'${name}'`, `'${relative(dirname(file), target)}'`);
    if (linked === written) throw new Error(`${importer} does not import ${name}`);
    writeFileSync(file, linked);
  }
}
