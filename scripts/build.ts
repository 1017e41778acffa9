/** Compiles the server and the browser modules into dist/. Run by `npm ci` through `prepare`. */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { compileBrowserModules } from './browser-modules.ts';

const root = resolve(import.meta.dirname, '..');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
compileBrowserModules(join(root, 'dist/browser'));
chmodSync(join(root, 'dist/server/cli.js'), 0o755);
