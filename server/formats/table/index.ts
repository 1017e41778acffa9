/** Tables of text (CSV by RFC 4180, TSV): a column a language. They are read, never written. */
import type { MemoryFormat } from '../memory-format.ts';
import { readTable } from './read.ts';

export const table: MemoryFormat = {
  id: 'table',
  name: 'CSV',
  extensions: ['.csv', '.tsv', '.tab', '.txt'],
  // Any text is a table of some kind: only the name says that it is meant as one, or that there is none (stdin).
  probe: (head, fileName) => {
    if (/\.(?:csv|tsv|tab)$/i.test(fileName)) return 0.8;
    if (/\.txt$/i.test(fileName)) return 0.1;
    return !fileName.includes('.') && /^[^\0\r\n]*[\t;,]/.test(Buffer.from(head).toString('latin1'))
      ? 0.1
      : 0;
  },
  readTus: readTable,
};
