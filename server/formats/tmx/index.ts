/** TMX (1.1 to 1.4b) as a list of translations: what tools give that keep no XLIFF. It is read, never written. */
import type { TranslationList } from '../format.ts';
import { readTmx } from './read.ts';

export const tmx: TranslationList = {
  id: 'tmx',
  name: 'TMX',
  extensions: ['.tmx'],
  probe: (head, fileName) => {
    const text = new TextDecoder('latin1').decode(head).replaceAll('\0', '');
    if (/<tmx[\s>]/.test(text)) return 1;
    return fileName.toLowerCase().endsWith('.tmx') ? 0.5 : 0;
  },
  read: readTmx,
};
