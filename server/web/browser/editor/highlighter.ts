/**
 * Marks what the filter looks for in sources and targets, without touching their nodes. It is found as the store
 * finds it (core/text/fold.ts), in the text of a cell as a whole: a code within may cut it into several nodes.
 */
import { findSpans } from '../../../core/text/find.ts';
import type { SegmentRow } from './segment-row.ts';

const NAME = 'found';

export class Highlighter {
  readonly #wanted: string;
  readonly #highlight: Highlight | null;

  /** Does nothing without a text, or in a browser that has no highlights. */
  constructor(wanted: string) {
    this.#wanted = wanted;
    this.#highlight = wanted === '' || !('highlights' in CSS) ? null : new Highlight();
    if (this.#highlight !== null) CSS.highlights.set(NAME, this.#highlight);
  }

  mark(rows: readonly SegmentRow[]): void {
    if (this.#highlight === null) return;
    for (const row of rows) {
      for (const cell of [row.source, row.target]) this.#markIn(cell);
    }
  }

  #markIn(cell: HTMLElement): void {
    const nodes = textNodes(cell);
    const text = nodes.map(({ node }) => node.data).join('');
    for (const { start, end } of findSpans(text, this.#wanted)) {
      const range = document.createRange();
      const first = nodes.findLast((each) => each.start <= start);
      const last = nodes.findLast((each) => each.start < end);
      if (first === undefined || last === undefined) continue;
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, end - last.start);
      this.#highlight?.add(range);
    }
  }
}

/** Each with where its text begins in that of the cell; chips hold none. */
function textNodes(cell: HTMLElement): readonly { readonly node: Text; readonly start: number }[] {
  const nodes: { readonly node: Text; readonly start: number }[] = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, start });
    start += node.data.length;
  }
  return nodes;
}
