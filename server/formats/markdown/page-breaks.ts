/**
 * Repairs what conversions from PDF leave behind: a paragraph cut in mid-sentence by a page break, its halves
 * set apart by a blank line. Only plain running text is joined, and only where nothing else can be meant; verse,
 * labels, title pages and lists are left as they are. Scripts without case are never joined.
 */
import type { Flow } from '../../core/document/flow.ts';
import type { TextBlock } from './blocks.ts';

/** Shorter paragraphs are lines: of verse, of a title page, of a list without bullets. */
const MIN_PROSE = 100;

/** Whether the second paragraph goes on with the sentence that the first leaves open. */
export function isCutByPage(first: TextBlock, second: TextBlock, gap: string): boolean {
  return (
    first.place.kind === 'paragraph' &&
    second.place.kind === 'paragraph' &&
    first.topLevel &&
    second.topLevel &&
    /^[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+$/.test(gap) &&
    isProse(first.flow) &&
    isProse(second.flow) &&
    plainText(first.flow).length >= MIN_PROSE &&
    /[\p{L}\p{N}\p{M},;–—-]$/u.test(plainText(first.flow)) &&
    /^\p{Ll}[\p{Ll}\p{M}’'-]*(?:\s|[,;:.])/u.test(plainText(second.flow))
  );
}

/** Running text that begins and ends as such: no line breaks of its own, not wholly one emphasis or link. */
function isProse(flow: Flow): boolean {
  const edges = [flow[0], flow.at(-1)];
  return (
    edges.every((piece) => piece?.kind !== 'code') &&
    flow.every((piece) => piece.kind !== 'code' || piece.code.equiv !== '\n')
  );
}

function plainText(flow: Flow): string {
  return flow.map((piece) => (piece.kind === 'code' ? piece.code.equiv : piece.text)).join('');
}
