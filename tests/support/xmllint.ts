/** xmllint as an independent judge of what we make: schemas from the corpus, resolved through its own catalogue. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusRoot, hasCorpus } from './corpus.ts';

const schemas = join(corpusRoot, 'xliff', 'schemas');

const SCHEMA = {
  '1.1': '1.2/xliff-core-1.1.xsd',
  '1.2': '1.2/xliff-core-1.2-strict.xsd',
  '1.2-transitional': '1.2/xliff-core-1.2-transitional.xsd',
  '2.0': '2.0/xliff_core_2.0.xsd',
  '2.1': '2.1/all.xsd',
  '2.2': '2.2/all.xsd',
} as const;

export type SchemaVersion = keyof typeof SCHEMA;

/** Fails in CI, where nothing may be skipped; elsewhere prints why tests are left out. */
export function hasXmllint(): boolean {
  if (!hasCorpus()) return false;
  if (spawnSync('xmllint', ['--version']).status === 0) return true;
  const reason = 'skipped: xmllint is not installed';
  if (process.env['CI'] !== undefined) throw new Error(reason);
  console.warn(reason);
  return false;
}

/** What xmllint says about each file by the schema of a version; '' where it is valid. */
export function schemaErrors(version: SchemaVersion, files: readonly Uint8Array[]): readonly string[] {
  const catalogs = ['catalog-example.xml', `${version}/catalog.xml`].map((name) => join(schemas, name));
  const options = ['--schema', join(schemas, SCHEMA[version])];
  return verdicts(files, options, catalogs.filter((name) => existsSync(name)).join(' '));
}

/** What xmllint says about each file by the DTD of XLIFF 1.0; '' where it is valid. */
export function dtdErrors(files: readonly Uint8Array[]): readonly string[] {
  return verdicts(files, ['--dtdvalid', join(schemas, '1.2/xliff.dtd')], '');
}

/** What xmllint says about each file as XML; '' where it is well-formed. */
export function formErrors(files: readonly Uint8Array[]): readonly string[] {
  return verdicts(files, [], '');
}

function verdicts(
  files: readonly Uint8Array[],
  options: readonly string[],
  catalogs: string,
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'recto-xmllint-'));
  try {
    const names = files.map((bytes, index) => {
      const name = join(folder, `${index}.xlf`);
      writeFileSync(name, bytes);
      return name;
    });
    const result = spawnSync('xmllint', ['--noout', '--nonet', '--huge', ...options, ...names], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, XML_CATALOG_FILES: catalogs },
    });
    // 1: not well-formed, 3 and 4: not valid; anything else did not judge at all.
    if (![0, 1, 3, 4].includes(result.status ?? -1)) throw new Error(result.stderr);
    const lines = result.stderr.split('\n');
    return names.map((name) => {
      const said = lines.filter(
        (line) => line.startsWith(`${name}:`) && !/ (?:namespace )?warning : /.test(line),
      );
      const passed = options[0] !== '--schema' || lines.includes(`${name} validates`);
      return said.length === 0 && passed ? '' : said.join('\n') || 'no verdict';
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
