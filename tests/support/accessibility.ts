/** What is wrong with a page for people who do not see it, hear it or point at it, as far as axe can tell. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rule and elements of each violation. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // It is large, so a page that is asked again in another look keeps it.
  if (await page.evaluate<boolean>('globalThis.axe === undefined')) await page.evaluate(AXE);
  return page.evaluate(RUN);
}

/** Whether one has to scroll sideways. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** What stands on both sides of each line's beginning that is inside of a Burmese syllable. */
export function brokenSyllables(page: Page): Promise<readonly string[]> {
  return page.evaluate(BROKEN);
}

export type Scheme = 'light' | 'dark';

/** Shows an open page in another look, and waits until its colours have changed. */
export async function turn(page: Page, width: number, colorScheme: Scheme): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.evaluate(SETTLED);
}

/* Run in the page, whose types the tests do not have. */
const RUN = `axe.run().then((result) => result.violations.map(({ id, nodes }) =>
  id + ': ' + nodes.map((node) => node.html).join(' | ')))`;
const BROKEN = String.raw`(() => {
  const isHidden = (element) => element.closest('.visually-hidden, thead') || !element.checkVisibility();
  const blockOf = (element) => (getComputedStyle(element).display === 'inline' ? blockOf(element.parentElement) : element);
  const letters = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (!/[က-ဿ]/.test(node.data) || isHidden(node.parentElement)) continue;
    const block = blockOf(node.parentElement);
    for (let at = 0; at < node.data.length; at++) letters.push({ node, at, block, letter: node.data[at] });
  }
  const found = [];
  const range = document.createRange();
  let above = null;
  letters.forEach(({ node, at, block }, index) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box?.width) return;
    const isNext = above?.block === block && box.top > above.line + 8;
    above = { block, line: box.top };
    const around = (from, to) => letters.slice(Math.max(0, from), to).map((each) => each.letter).join('');
    const after = around(index, index + 12);
    if (isNext && /^(?:[က-အ]့?[်္]|[ါ-ှ])/.test(after)) found.push(around(index - 12, index) + '|' + after);
  });
  return found;
})()`;
const SETTLED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => Promise.allSettled(document.getAnimations().map((each) => each.finished))).then(() => null)`;
