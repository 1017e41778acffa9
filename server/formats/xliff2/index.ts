/** XLIFF 2.0, 2.1 and 2.2. Writes by splicing. */
import type { BilingualFormat } from '../format.ts';
import { openXliff } from '../shared/xliff/open.ts';
import { compareStructure } from '../shared/xliff/compare/compare.ts';
import { probeGeneration } from '../shared/xliff/probe.ts';
import { readXliff } from '../shared/xliff/read.ts';
import { writeXliff } from '../shared/xliff/write.ts';
import { xliff2Family } from './family.ts';
import { makeXliff2 } from './make.ts';
import { PROFILES } from './profiles.ts';
import { validateXliff2 } from './rules/validate.ts';

const EXTENSIONS = ['.xlf', '.xliff'];

export const xliff2: BilingualFormat = {
  kind: 'bilingual',
  id: 'xliff2',
  name: 'XLIFF 2',
  extensions: EXTENSIONS,
  mediaType: 'application/xliff+xml',
  switches: [],
  profiles: PROFILES,
  probe(head, fileName) {
    const sureness = probeGeneration(head, 2);
    return sureness ?? (EXTENSIONS.some((each) => fileName.toLowerCase().endsWith(each)) ? 0.2 : 0);
  },
  open: (bytes) => openXliff(bytes, xliff2Family),
  read: (bytes) => readXliff(bytes, xliff2Family),
  write: (bytes, updates, options) => writeXliff(bytes, updates, options, xliff2Family),
  compareStructure,
  make: makeXliff2,
  validate: validateXliff2,
};
