/** One source translated in two ways within a document. */
import type { DocumentCheck } from '../check.ts';

export const inconsistentTranslation: DocumentCheck = {
  id: 'inconsistent-translation',
  languages: 'all',
  severity: 'note',
  issueType: 'inconsistency',
  exampleLanguage: 'fa',
  example: [
    { source: 'Save', target: 'ذخیره', mended: 'ذخیره' },
    { source: 'Save', target: 'نگه‌داری', mended: 'ذخیره' },
  ],
  group: ({ source }) => comparable(source),
  variant: ({ target }) => comparable(target) ?? '',
};

/** Case, white space and normalization make no difference; null where there is no letter. */
function comparable(text: string): string | null {
  if (!/\p{L}/u.test(text)) return null;
  return text
    .normalize('NFC')
    .replace(/[\s\u200B]+/gu, ' ')
    .trim()
    .toLowerCase();
}
