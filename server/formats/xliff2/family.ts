/** How XLIFF 2.0, 2.1 and 2.2 are found one's way in. */
import type { XliffFamily } from '../shared/xliff/walk.ts';

export const FAMILY: XliffFamily = {
  unit: 'unit',
  skeleton: 'skeleton',
  sourceLanguage: 'srcLang',
  targetLanguage: 'trgLang',
  fileName: ['original', 'id'],
};

/** Namespace of the core, by version (2.0 and 2.1 share one). */
export const NAMESPACES: Readonly<Record<string, string>> = {
  '2.0': 'urn:oasis:names:tc:xliff:document:2.0',
  '2.1': 'urn:oasis:names:tc:xliff:document:2.0',
  '2.2': 'urn:oasis:names:tc:xliff:document:2.2',
};
