/** TMX (1.1 to 1.4b) as a list of translations: what tools give that keep no XLIFF. It is read, never written. */
import type { TranslationList } from '../format.ts';
import { textFromRoot } from '../shared/xml/root.ts';
import { readTmx } from './read.ts';

export const tmx: TranslationList = {
  id: 'tmx',
  name: 'TMX',
  extensions: ['.tmx'],
  probe: (head, fileName) => {
    if (/^<tmx[\s>]/.test(textFromRoot(head) ?? '')) return 1;
    return fileName.toLowerCase().endsWith('.tmx') ? 0.5 : 0;
  },
  read: readTmx,
};
