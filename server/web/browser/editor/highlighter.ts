/** Marks what the filter looks for in sources and targets, without touching their nodes. */
import type { SegmentRow } from './segment-row.ts';

const NAME = 'found';

export class Highlighter {
  readonly #wanted: string;
  readonly #highlight: Highlight | null;

  /** Does nothing without a text, or in a browser that has no highlights. */
  constructor(wanted: string) {
    this.#wanted = wanted.toLowerCase();
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
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').toLowerCase();
      if (text.length !== node.textContent?.length) continue; // lower case of another length: offsets would lie
      for (
        let at = text.indexOf(this.#wanted);
        at >= 0;
        at = text.indexOf(this.#wanted, at + this.#wanted.length)
      ) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + this.#wanted.length);
        this.#highlight?.add(range);
      }
    }
  }
}
