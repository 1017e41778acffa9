/**
 * Termbases as tables: our own has one row a term, and every property of it; others have a column a language, known by
 * a header (`en,fa,note`, `source,target`, `English;Persian`), or no header and the two languages that somebody names.
 */
import type { TermFormat } from '../format.ts';
import { readTermList } from './read.ts';
import { writeTermList } from './write.ts';

export const termList: TermFormat = {
  id: 'csv',
  name: 'CSV',
  extensions: ['.csv', '.tsv'],
  mediaType: 'text/csv',
  probe: (_head, fileName) => (/\.[ct]sv$/iu.test(fileName) ? 0.6 : 0),
  read: readTermList,
  write: writeTermList,
};
