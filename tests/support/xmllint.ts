/** Validates against the OASIS schemas, which lie beside the project, with xmllint. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { corpusRoot } from './corpus.ts';

const SCHEMAS: Readonly<Record<string, string>> = {
  '1.2': '1.2/xliff-core-1.2-strict.xsd',
  '2.0': '2.0/xliff_core_2.0.xsd',
  '2.1': '2.1/all.xsd',
  '2.2': '2.2/all.xsd',
};

/** What xmllint complains of; '' where the file is valid. Throws where xmllint is not installed. */
export function xmllint(file: string, version: string): string {
  const schemas = join(corpusRoot, 'xliff/schemas');
  const { status, stderr, error } = spawnSync(
    'xmllint',
    ['--nonet', '--noout', '--schema', join(schemas, SCHEMAS[version] ?? ''), file],
    { encoding: 'utf8', env: { ...process.env, XML_CATALOG_FILES: join(schemas, 'catalog-example.xml') } },
  );
  if (error) throw new Error(`xmllint cannot be run (Debian package libxml2-utils): ${error.message}`);
  return status === 0 ? '' : stderr;
}
