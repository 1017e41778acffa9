/** The one list of formats: what is not here does not exist. One more format is one line. */
import type { Format } from './format.ts';
import { markdown } from './markdown/index.ts';
import { xliffPackage } from './package/index.ts';
import { plainText } from './text/index.ts';
import { xliff12 } from './xliff12/index.ts';
import { xliff2 } from './xliff2/index.ts';

export const FORMATS: readonly Format[] = [
  markdown,
  xliff2,
  xliff12,
  xliffPackage([xliff2, xliff12]),
  plainText,
];

export function findFormat(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
