/** One source translated in two ways within a document, and two sources in one. */
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

/** Two sources with one translation: what the author tells apart, the reader cannot. */
export const sameTranslation: DocumentCheck = {
  id: 'same-translation',
  languages: 'all',
  severity: 'note',
  issueType: 'inconsistency',
  exampleLanguage: 'fa',
  example: [
    { source: 'Delete', target: 'پاک کردن', mended: 'حذف' },
    { source: 'Clear', target: 'پاک کردن', mended: 'پاک کردن' },
  ],
  group: ({ target }) => comparable(target),
  variant: ({ source }) => comparable(source)?.replace(/[\p{P}\p{S}]+/gu, '') ?? '',
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
