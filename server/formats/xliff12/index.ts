/** XLIFF 1.0 to 1.2, with the files of the tools that write it (Trados, memoQ, Phrase …). Writes by splicing. */
import type { BilingualFormat } from '../format.ts';
import { openXliff } from '../shared/xliff/open.ts';
import { probeRoot } from '../shared/xliff/probe.ts';
import { readXliff } from '../shared/xliff/read.ts';
import { writeXliff } from '../shared/xliff/write.ts';
import { xliff12Family } from './family.ts';
import { makeXliff12 } from './make.ts';

const EXTENSIONS = ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff'];

export const xliff12: BilingualFormat = {
  kind: 'bilingual',
  id: 'xliff12',
  name: 'XLIFF 1.2',
  extensions: EXTENSIONS,
  mediaType: 'application/x-xliff+xml',
  switches: [],
  versions: ['1.2'],
  probe(head, fileName) {
    const root = probeRoot(head);
    if (root === null) return EXTENSIONS.some((each) => fileName.toLowerCase().endsWith(each)) ? 0.2 : 0;
    if (root.namespaces.some((each) => /:document:1\.\d$/.test(each))) return 1;
    return root.namespaces.length === 0 && /^(?:1\.\d)?$/.test(root.version) ? 0.9 : 0.1;
  },
  open: (bytes) => openXliff(bytes, xliff12Family),
  read: (bytes) => readXliff(bytes, xliff12Family),
  write: (bytes, updates, options) => writeXliff(bytes, updates, options, xliff12Family),
  make: makeXliff12,
};
