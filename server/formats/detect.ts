/** Which format a file is of: each format says how sure it is, the surest wins. */
import type { Format, TranslationList } from './format.ts';
import type { MemoryFormat } from './memory-format.ts';
import { FORMATS, MEMORY_FORMATS, TRANSLATION_LISTS } from './registry.ts';

/** What a format may look at; enough for what long comments before a root element say. */
const HEAD = 1 << 20;

/** The format of the file, or null where none of them takes it. */
export function detectFormat(bytes: Uint8Array, fileName: string): Format | null {
  const head = bytes.subarray(0, HEAD);
  let best: { format: Format; sureness: number } | null = null;
  for (const format of FORMATS) {
    const sureness = format.probe(head, fileName.toLowerCase());
    if (sureness > 0 && (best === null || sureness > best.sureness)) best = { format, sureness };
  }
  return best?.format ?? null;
}

/** The list of translations that the file is, where it is surely no bilingual document; or null. */
export function detectList(bytes: Uint8Array, fileName: string): TranslationList | null {
  const head = bytes.subarray(0, HEAD);
  if (detectFormat(bytes, fileName)?.kind === 'bilingual') return null;
  return TRANSLATION_LISTS.find((list) => list.probe(head, fileName) > 0) ?? null;
}

/** The format of the memory that the file is, which is no bilingual document; null where none takes it. */
export function detectMemoryFormat(bytes: Uint8Array, fileName: string): MemoryFormat | null {
  const head = bytes.subarray(0, HEAD);
  let best: { format: MemoryFormat; sureness: number } | null = null;
  for (const format of MEMORY_FORMATS) {
    const sureness = format.probe(head, fileName.toLowerCase());
    if (sureness > 0 && (best === null || sureness > best.sureness)) best = { format, sureness };
  }
  return best?.format ?? null;
}
