/** TBX: version 3 in both styles and version 2 are read, TBX-Basic of version 3 (DCA) is written. */
import type { TermFormat } from '../format.ts';
import { textFromRoot } from '../shared/xml/root.ts';
import { readTbx } from './read.ts';
import { writeTbx } from './write.ts';

export const tbx: TermFormat = {
  id: 'tbx',
  name: 'TBX',
  extensions: ['.tbx'],
  mediaType: 'application/x-tbx+xml',
  probe: (head, fileName) => {
    const root = /^<(?:[\w.-]+:)?(tbx|martif)[\s/>]/.exec(textFromRoot(head) ?? '');
    if (root !== null) return 1;
    return fileName.toLowerCase().endsWith('.tbx') ? 0.5 : 0;
  },
  read: readTbx,
  write: writeTbx,
};
