/** Tables of text (CSV by RFC 4180, TSV): a column a language. They are read, never written. */
import type { MemoryFormat } from '../memory-format.ts';
import { readTable } from './read.ts';

export const table: MemoryFormat = {
  id: 'table',
  name: 'CSV',
  extensions: ['.csv', '.tsv', '.tab', '.txt'],
  // Any text is a table of some kind: only the name says that it is meant as one.
  probe: (_head, fileName) =>
    /\.(?:csv|tsv|tab)$/i.test(fileName) ? 0.8 : fileName.endsWith('.txt') ? 0.1 : 0,
  readTus: readTable,
};
