/** XLIFF 1.0 to 1.2, with the files of the tools that write it (Trados, memoQ, Phrase …). Writes by splicing. */
import type { BilingualFormat } from '../format.ts';
import { probeGeneration } from '../shared/xliff/probe.ts';
import { readXliff } from '../shared/xliff/read.ts';
import { writeXliff } from '../shared/xliff/write.ts';
import { xliff12Family } from './family.ts';
import { makeXliff12 } from './make.ts';

const EXTENSIONS = ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff', '.txlf', '.poxliff'];

export const xliff12: BilingualFormat = {
  kind: 'bilingual',
  id: 'xliff12',
  name: 'XLIFF 1.2',
  extensions: EXTENSIONS,
  mediaType: 'application/x-xliff+xml',
  switches: [],
  versions: ['1.2'],
  probe(head, fileName) {
    const sureness = probeGeneration(head, 1);
    return sureness ?? (EXTENSIONS.some((each) => fileName.toLowerCase().endsWith(each)) ? 0.2 : 0);
  },
  read: (bytes) => readXliff(bytes, xliff12Family),
  write: (bytes, updates, options) => writeXliff(bytes, updates, options, xliff12Family),
  make: makeXliff12,
};
