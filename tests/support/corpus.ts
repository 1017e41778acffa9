/** The data beside the project: where it is, and the one way to skip what needs it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const corpusRoot = resolve(import.meta.dirname, '../../../shared/corpus');

/** Reason to print where the corpus is absent, or null. */
export const corpusAbsent: string | null = existsSync(corpusRoot)
  ? null
  : 'skipped: ../shared/corpus is not beside the project';

/** Fails in CI, where nothing may be skipped; elsewhere prints why tests are left out. */
export function hasCorpus(): boolean {
  if (corpusAbsent === null) return true;
  if (process.env['CI'] !== undefined) throw new Error(corpusAbsent);
  console.warn(corpusAbsent);
  return false;
}

export function corpusFile(path: string): Buffer {
  return readFileSync(join(corpusRoot, path));
}

export function corpusJson(path: string): unknown {
  return JSON.parse(readFileSync(join(corpusRoot, path), 'utf8'));
}

/** Paths below a corpus folder, relative to the corpus, whose names end so. */
export function corpusFiles(folder: string, ending: string): readonly string[] {
  return readdirSync(join(corpusRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}
