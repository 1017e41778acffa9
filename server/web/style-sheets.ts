/**
 * Style sheets are written in small parts and given to a browser as one file each, so that a page waits for one
 * request. Unserved they mean the same: a browser follows `@import` itself.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORT = /^@import '(?<part>[^']+)';\n/gm;

/** The sheets that stand directly in the folder: file name and text, with the parts that they import in their places. */
export function styleSheets(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.css'));
  return new Map(names.map((name) => [name, withParts(join(folder, name))]));
}

function withParts(path: string): string {
  const css = readFileSync(path, 'utf8');
  return css.replace(IMPORT, (_line, part: string) => withParts(join(dirname(path), part)));
}
