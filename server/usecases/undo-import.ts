/**
 * An import is taken back as a whole: every segment that still says what the import made it say goes back to what it
 * said before, as a new version; what somebody wrote on top of it stays, and is told.
 */
import type { Import } from '../store/exchange.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Save, StoredSegment, Version } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';

export type UndoImportResult =
  | {
      readonly kind: 'undone';
      readonly import: Import;
      /** Segments that went back. */
      readonly undone: number;
      /** Positions of those that somebody has changed since. */
      readonly newer: readonly number[];
    }
  | { readonly kind: 'not-found' };

/** `not-found` where there is no such import, or it was never applied. Undoing twice undoes once. */
export async function undoImport(deps: Dependencies, id: string, author: string): Promise<UndoImportResult> {
  const found = await deps.store.findImport(id);
  if (found === null || found.status === 'pending') return { kind: 'not-found' };
  const segments = new Map<SegmentKey, StoredSegment>();
  for await (const stored of allSegments(deps.store, found.document, found.language)) {
    segments.set(stored.key, stored);
  }
  const made = await deps.store.listImportedVersions(id);
  const newer = new Set<number>();
  const saves: Save[] = [];
  for (const { segment, version } of made) {
    const stored = segments.get(segment);
    if (stored === undefined) continue;
    if (stored.current?.version === version) saves.push(await revertOf(deps, found, stored, version, author));
    else if (found.status !== 'undone') newer.add(stored.position);
  }
  const results = await deps.store.saveTargets(saves);
  for (const [index, { segment }] of saves.entries()) {
    const position = segments.get(segment)?.position;
    if (results[index]?.kind === 'conflict' && position !== undefined) newer.add(position);
  }
  for (const [segment, note] of found.details.notes) await deps.store.deleteNote(segment, note);
  const undone = results.filter((result) => result.kind === 'saved').length;
  const positions = [...newer].toSorted((a, b) => a - b);
  const counts = [...found.details.counts, ['undone', undone], ['newer', positions.length]] as const;
  const change = { status: 'undone', author, details: { ...found.details, counts } } as const;
  const isFirst = await deps.store.updateImport(
    id,
    found.status === 'running' ? 'running' : 'applied',
    change,
  );
  if (isFirst) return { kind: 'undone', import: { ...found, ...change }, undone, newer: positions };
  const of = (name: string): number => found.details.counts.find(([each]) => each === name)?.[1] ?? 0;
  return { kind: 'undone', import: found, undone: of('undone'), newer: positions };
}

async function revertOf(
  deps: Dependencies,
  { language }: Import,
  { key }: StoredSegment,
  version: number,
  author: string,
): Promise<Save> {
  const versions = version === 1 ? [] : await deps.store.listVersions(key, language);
  const before: Version | undefined = versions.find((each) => each.version === version - 1);
  return {
    segment: key,
    language,
    base: version,
    target: before?.target ?? [],
    state: before?.state ?? 'initial',
    subState: before?.subState ?? null,
    author,
    at: deps.now(),
    origin: { kind: 'reverted', to: before?.version ?? 0 },
  };
}
