/** XLIFF 1.0, 1.1, 1.2 and their dialects: see README.md. */
import type { BilingualFormat } from '../format.ts';
import { probeXliff } from '../shared/xliff/probe.ts';
import { make } from './make.ts';
import { read } from './read.ts';
import { write } from './write.ts';

export const xliff12: BilingualFormat = {
  kind: 'bilingual',
  id: 'xliff12',
  name: 'XLIFF 1.2',
  extensions: ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff', '.poxliff'],
  mediaType: 'application/x-xliff+xml',
  switches: [],
  versions: ['1.2'],
  probe: (head, fileName) =>
    probeXliff(head, fileName, (version) => !version.startsWith('2'), xliff12.extensions),
  read,
  write,
  make,
};
