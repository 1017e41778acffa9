/**
 * The notes of an edition while it is set: numbered in the order in which the text first refers to them, each
 * remembering where that was. A note that nothing refers to is set after the others; none is lost.
 */
import type { Block } from '../../core/document/block.ts';

interface SetNote {
  readonly number: number;
  readonly blocks: readonly Block[];
  /** Places that refer to it. */
  readonly references: readonly NoteReference[];
}

export interface NoteReference {
  /** File of the publication, '' where there is only one. */
  readonly file: string;
  readonly id: string;
}

export interface NoteBook {
  /** Says that a place in `file` refers to a note. Null where there is no note of that label. */
  refer(label: string, file: string): { readonly number: number; readonly id: string } | null;
  /** The notes from the given place on, in order; setting one may add further ones. */
  next(after: number): SetNote | undefined;
  /** Numbers the notes that nothing has referred to. */
  addUnreferenced(): void;
}

/** `[^1]`, `[1]`, `#1` and `1` are one label; letters' case does not count (CommonMark, as in link labels). */
function labelKey(label: string): string {
  return label
    .replace(/^#|^\[\^?|\]$/g, '')
    .trim()
    .toLowerCase();
}

function footnotesIn(blocks: readonly Block[]): readonly Extract<Block, { readonly kind: 'footnote' }>[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'footnote') return [block, ...footnotesIn(block.blocks)];
    if (block.kind === 'quote') return footnotesIn(block.blocks);
    return block.kind === 'list' ? footnotesIn(block.items.flat()) : [];
  });
}

export function createNoteBook(outline: readonly Block[]): NoteBook {
  const notes = footnotesIn(outline);
  const set: {
    readonly number: number;
    readonly blocks: readonly Block[];
    readonly references: NoteReference[];
  }[] = [];
  const numbers = new Map<(typeof notes)[number], number>();
  const byLabel = new Map([...notes].reverse().map((note) => [labelKey(note.label), note]));
  const numberOf = (note: (typeof notes)[number]): number => {
    const number =
      numbers.get(note) ?? set.push({ number: set.length + 1, blocks: note.blocks, references: [] });
    numbers.set(note, number);
    return number;
  };
  return {
    refer(label, file) {
      const note = byLabel.get(labelKey(label));
      if (!note) return null;
      const number = numberOf(note);
      const references = set[number - 1]?.references ?? [];
      const id = references.length === 0 ? `ref-${number}` : `ref-${number}-${references.length + 1}`;
      references.push({ file, id });
      return { number, id };
    },
    next: (after) => set[after],
    addUnreferenced() {
      for (const note of notes) numberOf(note);
    },
  };
}
