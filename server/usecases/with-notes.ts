/** Puts people's notes on segments into the document, so that they travel with it. */
import type { Document } from '../core/document/document.ts';
import type { Note } from '../core/document/unit.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/store.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';

export async function withNotes(
  deps: Dependencies,
  id: DocumentId,
  language: LanguageTag,
  document: Document,
): Promise<Document> {
  const notes = new Map<string, Note[]>();
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
  return {
    ...document,
    units: document.units.map((unit) => ({ ...unit, notes: [...unit.notes, ...(notes.get(unit.id) ?? [])] })),
  };
}
