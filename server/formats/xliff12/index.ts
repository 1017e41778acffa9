/** XLIFF 1.0 to 1.2, with the files of the tools that write it (Trados, memoQ, Phrase …). Writes by splicing. */
import type { BilingualFormat } from '../format.ts';
import { openXliff } from '../shared/xliff/open.ts';
import { compareStructure } from '../shared/xliff/compare/compare.ts';
import { probeGeneration } from '../shared/xliff/probe.ts';
import { readXliff } from '../shared/xliff/read.ts';
import { writeXliff } from '../shared/xliff/write.ts';
import { xliff12Family } from './family.ts';
import { makeXliff12 } from './make.ts';
import { PROFILES } from './profiles.ts';
import { validateXliff12 } from './rules/validate.ts';

const EXTENSIONS = ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff', '.txlf', '.poxliff'];

export const xliff12: BilingualFormat = {
  kind: 'bilingual',
  id: 'xliff12',
  name: 'XLIFF 1.2',
  extensions: EXTENSIONS,
  mediaType: 'application/x-xliff+xml',
  switches: [],
  profiles: PROFILES,
  probe(head, fileName) {
    const sureness = probeGeneration(head, 1);
    return sureness ?? (EXTENSIONS.some((each) => fileName.toLowerCase().endsWith(each)) ? 0.2 : 0);
  },
  open: (bytes) => openXliff(bytes, xliff12Family),
  read: (bytes) => readXliff(bytes, xliff12Family),
  write: (bytes, updates, options) => writeXliff(bytes, updates, options, xliff12Family),
  compareStructure,
  validate: validateXliff12,
  make: makeXliff12,
};
