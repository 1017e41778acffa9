/**
 * A confirmed translation goes to the segments that say the same and have none. They get it as a draft, which names
 * where it came from, so nothing that nobody has seen counts as done; a later correction goes to those drafts again. No
 * text of a person is ever written over, and nothing that the file locks.
 */
import { adaptCodes } from '../core/memory/adapt-codes.ts';
import { codesStandAlike } from '../core/memory/code-agreement.ts';
import { isEmpty } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Save, StoredDocument, StoredSegment, Version } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import type { Dependencies } from './dependencies.ts';
import { findEqualSources, sourceText } from './equal-sources.ts';
import { isConfirmed } from './memory-entry.ts';

/** How many segments were filled. */
export async function propagateTarget(
  { store, now }: Pick<Dependencies, 'store' | 'now'>,
  key: SegmentKey,
  language: LanguageTag,
  author: string,
): Promise<number> {
  const segment = await store.findSegment(key, language);
  if (segment === null || !isConfirmed(segment)) return 0;
  const { source } = segment;
  const { target, version } = segment.current;
  const origin = { kind: 'propagated', segment: key, version } as const;
  const saves: Save[] = [];
  for (const other of await equalSegments(store, segment, language)) {
    if (!isFree(other) || !codesStandAlike(source, other.source)) continue;
    saves.push({
      segment: other.key,
      language,
      base: other.current?.version ?? 0,
      target: adaptCodes(target, source, other.source),
      state: 'initial',
      subState: null,
      author,
      at: now(),
      origin,
    });
  }
  const results = saves.length === 0 ? [] : await store.saveTargets(saves);
  return results.filter(({ kind }) => kind === 'saved').length;
}

/** Drafts that came of that version, and that nobody has touched, are again what they were. How many went back. */
export async function undoPropagation(
  { store, now }: Pick<Dependencies, 'store' | 'now'>,
  key: SegmentKey,
  language: LanguageTag,
  version: number,
  author: string,
): Promise<number> {
  const segment = await store.findSegment(key, language);
  if (segment === null) return 0;
  const saves: Save[] = [];
  for (const { key: other, current } of await equalSegments(store, segment, language)) {
    if (current?.origin.kind !== 'propagated' || current.state !== 'initial') continue;
    if (current.origin.segment !== key || current.origin.version !== version) continue;
    const versions = await store.listVersions(other, language);
    const before: Version | undefined = versions.find((each) => each.version === current.version - 1);
    saves.push({
      segment: other,
      language,
      base: current.version,
      target: before?.target ?? [],
      state: 'initial',
      subState: null,
      author,
      at: now(),
      origin: { kind: 'reverted', to: before?.version ?? 0 },
    });
  }
  const results = saves.length === 0 ? [] : await store.saveTargets(saves);
  return results.filter(({ kind }) => kind === 'saved').length;
}

/** Nothing was ever written there, or only what was propagated; who undid that does not want it again. */
function isFree({ locked, current }: StoredSegment): boolean {
  if (locked) return false;
  if (current === null) return true;
  if (current.state !== 'initial') return false;
  return (
    current.origin.kind === 'propagated' || (isEmpty(current.target) && current.origin.kind !== 'reverted')
  );
}

/** Of the same document, or of all in the project, where it wants so. */
async function equalSegments(
  store: Store,
  { key, source, document }: StoredSegment,
  language: LanguageTag,
): Promise<readonly StoredSegment[]> {
  const own = await store.findDocument(document);
  if (own === null) return [];
  const { propagation } = await store.living.findMemorySettings(own.project);
  if (propagation === 'off') return [];
  const documents: readonly StoredDocument[] =
    propagation === 'project' ? await store.listDocuments(own.project) : [own];
  const found: StoredSegment[] = [];
  for (const each of documents) {
    for (const other of await findEqualSources(store, each, language, source)) {
      const segment = other === key ? null : await store.findSegment(other, language);
      if (segment !== null && sourceText(segment.source) === sourceText(source)) found.push(segment);
    }
  }
  return found;
}
