/** XLIFF 2.0, 2.1 and 2.2. Writes by splicing. */
import type { BilingualFormat } from '../format.ts';
import { openXliff } from '../shared/xliff/open.ts';
import { probeRoot } from '../shared/xliff/probe.ts';
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
    const root = probeRoot(head);
    if (root === null) return EXTENSIONS.some((each) => fileName.toLowerCase().endsWith(each)) ? 0.2 : 0;
    if (root.namespaces.some((each) => /:document:2\.\d$/.test(each))) return 1;
    return root.namespaces.length === 0 && root.version.startsWith('2') ? 0.9 : 0.15;
  },
  open: (bytes) => openXliff(bytes, xliff2Family),
  read: (bytes) => readXliff(bytes, xliff2Family),
  write: (bytes, updates, options) => writeXliff(bytes, updates, options, xliff2Family),
  make: makeXliff2,
};
