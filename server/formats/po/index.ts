/** PO (GNU gettext): its translations go into a memory. It is read, never written. */
import type { MemoryFormat } from '../memory-format.ts';
import { readPo } from './read.ts';

/** Of the text before the first entry. */
const ENTRY = /^(?:ï»¿)?(?:\s|#[^\n]*(?:\n|$))*msg(?:ctxt|id)[ \t]*"/;

export const po: MemoryFormat = {
  id: 'po',
  name: 'PO',
  extensions: ['.po'],
  probe: (head, fileName) => {
    if (ENTRY.test(new TextDecoder('latin1').decode(head.subarray(0, 1 << 16)))) return 1;
    return /\.pot?$/i.test(fileName) ? 0.5 : 0;
  },
  readTus: readPo,
};
