/**
 * Which segments of a document say the same in their source. Sources change only when something is split or joined, so
 * what was read once is kept for the documents that were asked about last; whoever uses it reads the segment anew.
 */
import { keyText } from '../core/memory/matching-key.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, SegmentKey } from '../store/ids.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import { allSegments } from './all-segments.ts';

const MOST_DOCUMENTS = 20;

interface Sources {
  /** Counts of the document, which change with its segmentation. */
  readonly stamp: string;
  readonly byText: ReadonlyMap<string, readonly SegmentKey[]>;
}

const known = new WeakMap<Store['living'], Map<DocumentId, Sources>>();

/** Equal to the letter, in whatever normal form; codes count by where they stand alone. */
export function sourceText(source: Content): string {
  return keyText(source).normalize('NFC').trim();
}

/** Segments with that source, in document order. */
export async function findEqualSources(
  store: Store,
  document: StoredDocument,
  language: LanguageTag,
  source: Content,
): Promise<readonly SegmentKey[]> {
  const cache = known.get(store.living) ?? new Map<DocumentId, Sources>();
  known.set(store.living, cache);
  const stamp = `${document.segments} ${document.words}`;
  let sources = cache.get(document.id);
  if (sources?.stamp !== stamp) sources = { stamp, byText: await readSources(store, document.id, language) };
  cache.delete(document.id);
  cache.set(document.id, sources);
  const [oldest] = cache.keys();
  if (cache.size > MOST_DOCUMENTS && oldest !== undefined) cache.delete(oldest);
  return sources.byText.get(sourceText(source)) ?? [];
}

async function readSources(
  store: Store,
  document: DocumentId,
  language: LanguageTag,
): Promise<Sources['byText']> {
  const byText = new Map<string, SegmentKey[]>();
  for await (const { key, source } of allSegments(store, document, language)) {
    const text = sourceText(source);
    const keys = byText.get(text);
    if (keys === undefined) byText.set(text, [key]);
    else keys.push(key);
  }
  return byText;
}
