/** People's notes on segments, and how they travel: in the document that goes out, or as additions to its file. */
import type { Document } from '../core/document/document.ts';
import type { UnitId } from '../core/document/ids.ts';
import type { Note } from '../core/document/unit.ts';
import type { UnitUpdate } from '../core/document/update.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';

export type UnitNotes = ReadonlyMap<UnitId, readonly Note[]>;

/** The notes for one language, and those on the source, by unit. */
export async function collectNotes(
  deps: Dependencies,
  id: DocumentId,
  language: LanguageTag,
): Promise<UnitNotes> {
  const notes = new Map<UnitId, Note[]>();
  for await (const stored of allSegments(deps.store, id, language)) {
    if (stored.notes === 0) continue;
    for (const note of await deps.store.listNotes(stored.key)) {
      if (note.language !== null && note.language !== language) continue;
      const list = notes.get(stored.unit) ?? [];
      list.push({
        text: note.text,
        category: 'translator',
        appliesTo: note.language === null ? 'source' : 'target',
        segment: stored.segment,
        ...(note.author === '' ? {} : { author: note.author }),
      });
      notes.set(stored.unit, list);
    }
  }
  return notes;
}

/** All of them, by unit. */
export function joinNotes(notes: UnitNotes, more: UnitNotes): UnitNotes {
  const joined = new Map(notes);
  for (const [unit, own] of more) joined.set(unit, [...(joined.get(unit) ?? []), ...own]);
  return joined;
}

export function withNotes(document: Document, notes: UnitNotes): Document {
  return {
    ...document,
    units: document.units.map((unit) => ({ ...unit, notes: [...unit.notes, ...(notes.get(unit.id) ?? [])] })),
  };
}

/** The updates with the notes in them; a unit that has only notes gets an update of its own. */
export function addNotes(updates: readonly UnitUpdate[], notes: UnitNotes): readonly UnitUpdate[] {
  const updated = new Set(updates.map((update) => update.unit));
  const alone = [...notes].filter(([unit]) => !updated.has(unit));
  return [
    ...updates.map((update) => ({ ...update, notes: notes.get(update.unit) ?? [] })),
    ...alone.map(([unit, own]) => ({ unit, segments: [], notes: own })),
  ];
}
