/**
 * What changed from one version of a text to another, by words; by syllables in Burmese, whatever the language, and by
 * graphemes in other scripts that put no spaces between words. Joined, the kept and removed pieces are the old content, the kept and added ones the new.
 */
import { codeKey, normalizeContent, type Content, type ContentPart } from './content.ts';
import { scriptOf, type LanguageTag } from './language.ts';
import { splitBurmeseRuns, splitSyllables } from './syllables.ts';

export interface DiffPiece {
  readonly change: 'kept' | 'added' | 'removed';
  readonly content: Content;
}

const WITHOUT_SPACES = new Set(['Thai', 'Laoo', 'Khmr', 'Hans', 'Hant', 'Jpan', 'Tibt']);

/** Beyond so many comparisons the differing middle is shown as replaced as a whole. */
const LARGEST_TABLE = 1_000_000;

export function diffContent(before: Content, after: Content, language: LanguageTag): readonly DiffPiece[] {
  return diffParts(tokensOf(before, language), tokensOf(after, language));
}

/** The same of contents that are cut already; strings are compared as wholes, codes by kind and id. */
export function diffParts(left: readonly ContentPart[], right: readonly ContentPart[]): readonly DiffPiece[] {
  let head = 0;
  while (head < left.length && head < right.length && same(left[head], right[head])) head += 1;
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    same(left[left.length - 1 - tail], right[right.length - 1 - tail])
  ) {
    tail += 1;
  }
  const pieces: DiffPiece[] = [
    { change: 'kept', content: left.slice(0, head) },
    ...diffMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    { change: 'kept', content: left.slice(left.length - tail) },
  ];
  return joinPieces(pieces);
}

function tokensOf(content: Content, language: LanguageTag): readonly ContentPart[] {
  const granularity = WITHOUT_SPACES.has(scriptOf(language)) ? 'grapheme' : 'word';
  const segmenter = new Intl.Segmenter(language, { granularity });
  const cut = (text: string, at: number): readonly string[] =>
    at % 2 === 1 ? splitSyllables(text) : Array.from(segmenter.segment(text), ({ segment }) => segment);
  return normalizeContent(content).flatMap((part): readonly ContentPart[] =>
    typeof part === 'string' ? splitBurmeseRuns(part).flatMap(cut) : [part],
  );
}

function same(a: ContentPart | undefined, b: ContentPart | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return typeof a === 'string' || typeof b === 'string' ? a === b : codeKey(a) === codeKey(b);
}

/** Longest common subsequence over a table of lengths, read from its start. */
function diffMiddle(left: readonly ContentPart[], right: readonly ContentPart[]): readonly DiffPiece[] {
  const columns = right.length + 1;
  if ((left.length + 1) * columns > LARGEST_TABLE) {
    return [
      { change: 'removed', content: left },
      { change: 'added', content: right },
    ];
  }
  const lengths = new Uint32Array((left.length + 1) * columns);
  const at = (row: number, column: number): number => lengths[row * columns + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * columns + column] = same(left[row], right[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: DiffPiece[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const [mine, theirs] = [left[row], right[column]];
    if (mine !== undefined && same(mine, theirs)) {
      pieces.push({ change: 'kept', content: [mine] });
      row += 1;
      column += 1;
    } else if (mine !== undefined && (theirs === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ change: 'removed', content: [mine] });
      row += 1;
    } else if (theirs !== undefined) {
      pieces.push({ change: 'added', content: [theirs] });
      column += 1;
    }
  }
  return pieces;
}

function joinPieces(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const joined: DiffPiece[] = [];
  for (const piece of pieces) {
    if (piece.content.length === 0) continue;
    const last = joined.at(-1);
    if (last?.change === piece.change) {
      joined[joined.length - 1] = {
        change: piece.change,
        content: normalizeContent([...last.content, ...piece.content]),
      };
    } else joined.push({ change: piece.change, content: normalizeContent(piece.content) });
  }
  return joined;
}
