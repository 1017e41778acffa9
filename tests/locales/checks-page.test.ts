/** The page of all checks: whole and current. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checksPage } from '../../scripts/checks-page.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../../server/core/qa/registry.ts';
import { root } from '../support/workbench.ts';

it('docs/checks.md is current and has every check once', async () => {
  const page = await checksPage(root);
  expect(readFileSync(join(root, 'docs/checks.md'), 'utf8')).toBe(page);
  const listed = [...page.matchAll(/^## `([\w-]+)`: \S/gmu)].map(([, id]) => id);
  expect(listed).toEqual([...CHECKS, ...DOCUMENT_CHECKS].map(({ id }) => id));
});
