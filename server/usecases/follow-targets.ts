/**
 * Brings the memories in step with the targets: what is confirmed goes in, what is corrected takes the place of what
 * stood there, what is no longer confirmed leaves. What is due was noted by the store with each change, so it does not
 * matter who made it; doing it twice, or by two servers at once, comes to the same.
 */
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectMemory } from '../store/memory-store.ts';
import type { DueSegment } from '../store/living-store.ts';
import type { DocumentId, SegmentKey } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import { contextOf, entryOf, isConfirmed } from './memory-entry.ts';
import { memoriesOf } from './project-memories.ts';

/** So many are worked on together: the store writes them in one go. */
const TOGETHER = 50;

interface Home {
  readonly project: Project;
  readonly document: StoredDocument;
  readonly writable: readonly ProjectMemory[];
}

/** Of these segments now, whatever else waits. */
export async function followSegments(
  store: Store,
  segments: readonly SegmentKey[],
  now: () => number,
): Promise<void> {
  for (let at = 0; at < segments.length; at += TOGETHER) {
    const some = segments.slice(at, at + TOGETHER);
    // A segment may be due in several languages.
    const due = await store.living.listDue(some, some.length * TOGETHER);
    await followDue(store, due, now);
  }
}

/** All that is due, in batches, until `stopped` says so. */
export async function followAll(store: Store, now: () => number, stopped: () => boolean): Promise<void> {
  for (;;) {
    if (stopped()) return;
    const due = await store.living.listDue(null, TOGETHER);
    if (due.length === 0) return;
    await followDue(store, due, now);
  }
}

async function followDue(store: Store, due: readonly DueSegment[], now: () => number): Promise<void> {
  const homes = new Map<DocumentId, Promise<Home | null>>();
  const homeOf = (document: DocumentId): Promise<Home | null> => {
    const known = homes.get(document) ?? findHome(store, document, now());
    homes.set(document, known);
    return known;
  };
  await Promise.all(due.map((each) => follow(store, each, homeOf)));
  await store.living.settleDue(due);
}

async function findHome(store: Store, document: DocumentId, now: number): Promise<Home | null> {
  const found = await store.findDocument(document);
  const project = found === null ? null : await store.findProject(found.project);
  if (found === null || project === null) return null;
  const memories = await memoriesOf(store, project, now);
  return { project, document: found, writable: memories.filter((each) => each.writable) };
}

async function follow(
  store: Store,
  { segment: key, language, version }: DueSegment,
  homeOf: (document: DocumentId) => Promise<Home | null>,
): Promise<void> {
  const segment = await store.findSegment(key, language);
  if (segment === null || !isConfirmed(segment)) {
    await store.memories.forgetSegment(key, language, segment?.current?.version ?? version);
    return;
  }
  const home = await homeOf(segment.document);
  if (home === null || home.writable.length === 0) return;
  const tu = entryOf({
    segment,
    versions: await store.listVersions(key, language),
    context: await contextOf(store, segment, language, home.document.format),
    sourceLanguage: home.project.sourceLanguage,
    targetLanguage: language,
    fileName: home.document.fileName,
  });
  const target: { readonly language: LanguageTag; readonly version: number } = {
    language,
    version: segment.current.version,
  };
  for (const { memory } of home.writable) await store.memories.rememberSegment(memory, key, target, tu);
}
