/** Plain text as a monolingual format: paragraphs parted by blank lines. */
import type { MonolingualFormat } from '../format.ts';
import { JOIN_LINES, readText } from './read.ts';
import { writeText } from './write.ts';

/** Bytes; a NUL behind them is reported when the text is read. */
const LOOKED_AT = 4096;

export const plainText: MonolingualFormat = {
  kind: 'monolingual',
  id: 'text',
  name: 'Plain text',
  extensions: ['.txt'],
  mediaType: 'text/plain',
  switches: [{ name: JOIN_LINES, byDefault: false }],
  /** The lowest of all: nearly everything is text. */
  probe: (head, fileName) => {
    if (fileName.toLowerCase().endsWith('.txt')) return 0.3;
    return head.subarray(0, LOOKED_AT).includes(0) ? 0 : 0.05;
  },
  read: readText,
  write: writeText,
};
