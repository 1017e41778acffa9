/**
 * Style sheets, browser modules and fonts. The build id is a digest of all that is served below it, so that a
 * browser may keep a file for ever and still gets the new one after a change.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import { styleSheets } from './style-sheets.ts';

/** Packages whose `files` folders are served below /assets/fonts/<last part of the name>/. */
const FONT_PACKAGES = [
  '@fontsource-variable/inter',
  '@fontsource-variable/literata',
  '@fontsource/padauk',
  '@fontsource/vazirmatn',
] as const;

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

export interface Assets {
  /** `/assets/<build id>`. */
  readonly path: string;
  readonly router: Router;
}

export function createAssets(root: string, browserFolder: string): Assets {
  const assetsFolder = join(root, 'views/assets');
  const path = `/assets/${buildId([assetsFolder, browserFolder])}`;
  const router = express.Router();
  const forEver = { immutable: true, maxAge: '1y', index: false, redirect: false } as const;
  router.use(`${path}/js`, express.static(browserFolder, forEver));
  for (const [name, css] of styleSheets(join(assetsFolder, 'css'))) {
    router.get(`${path}/css/${name}`, (_req, res) => {
      res.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').send(css);
    });
  }
  router.use(path, express.static(assetsFolder, forEver));
  const require = createRequire(join(root, 'package.json'));
  for (const name of FONT_PACKAGES) {
    const files = join(dirname(require.resolve(`${name}/package.json`)), 'files');
    const short = name.slice(name.indexOf('/') + 1);
    router.use(
      `/assets/fonts/${short}`,
      express.static(files, { maxAge: THIRTY_DAYS, index: false, redirect: false }),
    );
  }
  return { path, router };
}

function buildId(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders.filter((each) => existsSync(each))) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(folder.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
