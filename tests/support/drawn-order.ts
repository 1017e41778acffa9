/** What a browser draws, read from the rectangles of single characters: the text as one sees it from left to right. */
import type { Page } from 'playwright-core';
import { z } from 'zod';

export interface DrawnCharacter {
  /** In the text of the element; codes count as one. */
  readonly at: number;
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

const drawnSchema = z.array(
  z.object({ at: z.number(), text: z.string(), left: z.number(), width: z.number(), top: z.number() }),
);

/** All characters of the element, in the order of the text. */
export async function drawnCharacters(page: Page, selector: string): Promise<readonly DrawnCharacter[]> {
  return drawnSchema.parse(await page.evaluate(`(${READ})(${JSON.stringify(selector)})`));
}

/** Their positions from left to right; only of those that take room. */
export function drawnOrder(characters: readonly DrawnCharacter[]): readonly number[] {
  return characters
    .filter(({ width }) => width > 0)
    .sort((a, b) => a.left + a.width / 2 - (b.left + b.width / 2))
    .map(({ at }) => at);
}

/* Runs in the page, whose types the tests do not have. */
const READ = `(selector) => {
  const found = [];
  let at = 0;
  const add = (text, box) => {
    found.push({ at, text, left: box.left, width: box.width, top: box.top });
    at += text.length;
  };
  const read = (node) => {
    if (node.dataset?.code !== undefined) add('\\ufffc', node.getBoundingClientRect());
    else if (node.nodeType !== Node.TEXT_NODE) node.childNodes.forEach(read);
    else for (const text of node.data) {
      const range = document.createRange();
      const start = at - base(node);
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      add(text, range.getBoundingClientRect());
    }
  };
  const bases = new Map();
  const base = (node) => {
    if (!bases.has(node)) bases.set(node, at);
    return bases.get(node);
  };
  document.querySelector(selector).childNodes.forEach(read);
  return found;
}`;
