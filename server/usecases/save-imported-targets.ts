/** The targets that a file brings become versions of their segments, each naming the file it came from. */
import { segmentsOf, type Unit } from '../core/document/unit.ts';
import { isEmpty } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Save, SaveResult, StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';

export interface ImportedTargets {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly units: readonly Unit[];
  readonly fileName: string;
  readonly author: string;
}

export interface ImportedCounts {
  readonly saved: number;
  readonly unchanged: number;
  readonly conflicts: number;
}

/**
 * Saves every target of `units` whose segment the document has; segments without a target are left alone.
 */
export async function saveImportedTargets(
  deps: Dependencies,
  input: ImportedTargets,
): Promise<ImportedCounts> {
  const incoming = new Map(
    input.units.flatMap((unit) =>
      segmentsOf(unit).map((segment) => [segmentName(unit.id, segment.id), segment] as const),
    ),
  );
  const importId = deps.newId();
  const saves: Save[] = [];
  const wanted: { readonly stored: StoredSegment; readonly notes: readonly string[] }[] = [];
  const notes = notesBySegment(input.units);
  for await (const stored of allSegments(deps.store, input.document, input.language)) {
    const name = segmentName(stored.unit, stored.segment);
    const segment = incoming.get(name);
    // What is locked stays as the file that it came in has it, but for that file itself.
    if (segment === undefined || segment.target === null) continue;
    // A tool that writes an empty target for everything has translated nothing.
    if (segment.state === 'initial' && isEmpty(segment.target)) continue;
    if (stored.locked && stored.current !== null) continue;
    wanted.push({ stored, notes: notes.get(name) ?? [] });
    saves.push({
      segment: stored.key,
      language: input.language,
      base: stored.current?.version ?? 0,
      target: segment.target,
      state: segment.state,
      subState: segment.subState ?? null,
      author: input.author,
      at: deps.now(),
      origin: { kind: 'imported', file: input.fileName, import: importId },
    });
  }
  const results = await deps.store.saveTargets(saves);
  await addNotes(deps, input, wanted);
  return {
    saved: count(results, 'saved'),
    unchanged: count(results, 'unchanged'),
    conflicts: count(results, 'conflict'),
  };
}

/** Names a segment across files: its unit's id and its own. */
export function segmentName(unit: string, segment: string): string {
  return `${unit}\u0000${segment}`;
}

function count(results: readonly SaveResult[], kind: SaveResult['kind']): number {
  return results.filter((result) => result.kind === kind).length;
}

/** Notes about the target of one segment, as translators write them; notes about a whole unit are not new. */
function notesBySegment(units: readonly Unit[]): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  for (const unit of units) {
    for (const note of unit.notes) {
      if (note.segment === undefined || note.category !== 'translator') continue;
      const name = segmentName(unit.id, note.segment);
      notes.set(name, [...(notes.get(name) ?? []), note.text]);
    }
  }
  return notes;
}

async function addNotes(
  deps: Dependencies,
  input: ImportedTargets,
  wanted: readonly { readonly stored: StoredSegment; readonly notes: readonly string[] }[],
): Promise<void> {
  for (const { stored, notes } of wanted) {
    if (notes.length === 0) continue;
    const known = new Set((await deps.store.listNotes(stored.key)).map((note) => note.text));
    for (const text of notes) {
      if (known.has(text)) continue;
      await deps.store.addNote(stored.key, {
        author: input.author,
        at: deps.now(),
        text,
        language: input.language,
      });
    }
  }
}
