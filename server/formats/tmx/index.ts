/** TMX (1.1 to 1.4b): memories as streams, in and out; and what tools give that keep no XLIFF, as a list. */
import type { TranslationList } from '../format.ts';
import type { MemoryFormat } from '../memory-format.ts';
import { textFromRoot } from '../shared/xml/root.ts';
import { readTmx } from './read.ts';
import { readTus } from './read-tus.ts';
import { writeTus } from './write-tus.ts';

const description = {
  id: 'tmx',
  name: 'TMX',
  extensions: ['.tmx'],
  probe: (head: Uint8Array, fileName: string): number => {
    if (/^<tmx[\s>]/.test(textFromRoot(head) ?? '')) return 1;
    return fileName.toLowerCase().endsWith('.tmx') ? 0.5 : 0;
  },
};

export const tmx: TranslationList = { ...description, read: readTmx };

export const tmxMemory: MemoryFormat = { ...description, readTus, writeTus };
