/** How XLIFF 1.0, 1.1 and 1.2 are found one's way in. */
import type { XliffFamily } from '../shared/xliff/walk.ts';

export const FAMILY: XliffFamily = {
  unit: 'trans-unit',
  skeleton: 'internal-file',
  sourceLanguage: 'source-language',
  targetLanguage: 'target-language',
  fileName: ['original'],
};

export const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';
