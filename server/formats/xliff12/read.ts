/** Reads an XLIFF 1.x file into a document. */
import { hasErrors } from '../../core/problem.ts';
import type { ReadResult } from '../format.ts';
import { readXliff } from '../shared/xliff/read-units.ts';
import { FAMILY } from './family.ts';
import { readUnit } from './read-unit.ts';

export function read(bytes: Uint8Array): ReadResult {
  const { facts, document, problems } = readXliff(
    bytes,
    FAMILY,
    (source, found, id) => readUnit(source, found, id).unit,
  );
  if (document === null || facts === null || hasErrors(problems)) return { document: null, problems };
  const variant = `XLIFF ${facts.version || '1.x'}`;
  return { document: { ...document, format: 'xliff12', variant }, problems };
}
