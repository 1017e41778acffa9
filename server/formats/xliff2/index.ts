/** XLIFF 2.0, 2.1 and 2.2. Writes by splicing. */
import type { BilingualFormat } from '../format.ts';
import { probeGeneration } from '../shared/xliff/probe.ts';
import { readXliff } from '../shared/xliff/read.ts';
import { writeXliff } from '../shared/xliff/write.ts';
import { xliff2Family } from './family.ts';
import { makeXliff2 } from './make.ts';

const EXTENSIONS = ['.xlf', '.xliff'];

export const xliff2: BilingualFormat = {
  kind: 'bilingual',
  id: 'xliff2',
  name: 'XLIFF 2',
  extensions: EXTENSIONS,
  mediaType: 'application/xliff+xml',
  switches: [],
  versions: ['2.0', '2.1', '2.2'],
  probe(head, fileName) {
    const sureness = probeGeneration(head, 2);
    return sureness ?? (EXTENSIONS.some((each) => fileName.toLowerCase().endsWith(each)) ? 0.2 : 0);
  },
  read: (bytes) => readXliff(bytes, xliff2Family),
  write: (bytes, updates, options) => writeXliff(bytes, updates, options, xliff2Family),
  make: makeXliff2,
};
