/** XLIFF 2.0, 2.1, 2.2: see README.md. */
import type { BilingualFormat } from '../format.ts';
import { probeXliff } from '../shared/xliff/probe.ts';
import { make } from './make.ts';
import { read } from './read.ts';
import { write } from './write.ts';

export const xliff2: BilingualFormat = {
  kind: 'bilingual',
  id: 'xliff2',
  name: 'XLIFF 2',
  extensions: ['.xlf', '.xliff'],
  mediaType: 'application/xliff+xml',
  switches: [],
  versions: ['2.0', '2.1', '2.2'],
  probe: (head, fileName) =>
    probeXliff(head, fileName, (version) => version.startsWith('2'), xliff2.extensions),
  read,
  write,
  make,
};
