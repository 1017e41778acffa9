/**
 * Notes that tell a translator what the language checks found in a target. They are about the text as it stood when
 * it was sent: one that does not come back is no loss, and none is kept as a person's note.
 */
import type { Note } from './unit.ts';

export const FINDING_CATEGORY = 'recto-check';

export function isFindingNote({ category }: Note): boolean {
  return category === FINDING_CATEGORY;
}
