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
const SETTLED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => Promise.allSettled(document.getAnimations().map((each) => each.finished))).then(() => null)`;
