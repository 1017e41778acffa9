/** What is wrong with a page for people who do not see it, hear it or point at it, as far as axe can tell. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Rule and elements of each violation. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(RUN);
}

/** Whether one has to scroll sideways. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/* Runs in the page, whose types the tests do not have. */
const RUN = `axe.run().then((result) => result.violations.map(({ id, nodes }) =>
  id + ': ' + nodes.map((node) => node.html).join(' | ')))`;
