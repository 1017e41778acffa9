/** Markdown (CommonMark with front matter, GFM tables and footnotes) as a monolingual format. */
import type { MonolingualFormat } from '../format.ts';
import { REPAIR_PAGE_BREAKS, readMarkdown } from './read.ts';
import { writeMarkdown } from './write.ts';

const EXTENSIONS = ['.md', '.markdown'];

export const markdown: MonolingualFormat = {
  kind: 'monolingual',
  id: 'markdown',
  name: 'Markdown',
  extensions: EXTENSIONS,
  mediaType: 'text/markdown',
  switches: [{ name: REPAIR_PAGE_BREAKS, byDefault: true }],
  /** By its name; a text without one cannot be told from plain text, but for a heading or front matter. */
  probe: (head, fileName) => {
    if (EXTENSIONS.some((extension) => fileName.toLowerCase().endsWith(extension))) return 0.9;
    const bytes = head.subarray(0, 4096);
    if (fileName.includes('.') || bytes.includes(0)) return 0;
    const start = new TextDecoder().decode(bytes);
    return /^(?:---\r?\n[\s\S]*?\n---\r?\n|#{1,6} \S)/.test(start) ? 0.4 : 0;
  },
  read: readMarkdown,
  write: writeMarkdown,
};
