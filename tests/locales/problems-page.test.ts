/** The page of all problem codes: whole, current, and with the sections that the rules name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemSections, reportsOf } from '../../scripts/problem-sections.ts';
import { problemsPage } from '../../scripts/problems-page.ts';
import { PROBLEMS } from '../../server/core/problem.ts';
import { root } from '../support/workbench.ts';

describe('docs/problems.md', () => {
  it('is current and has every code once, with its severity', async () => {
    const page = await problemsPage(root);
    expect(readFileSync(join(root, 'docs/problems.md'), 'utf8')).toBe(page);
    const listed = [...page.matchAll(/^- `([\w-]+)` \((\w+)\): \S/gm)].map(([, code, severity]) => [
      code,
      severity,
    ]);
    expect(listed).toEqual(Object.entries(PROBLEMS));
  });

  it('says where to look', () => {
    const sections = problemSections(root);
    expect(sections.get('xliff-state-untranslated')).toEqual(['XLIFF 1.2 #state']);
    expect(sections.get('rule-attribute-value')).toBeUndefined();
  });
});

describe('sections of reports', () => {
  it.each([
    ["run.report('a', node, null, {}, '#b');", [['a', '#b']]],
    ["const B = '4.2'; function f() { run.report('a', node, 'c', { d }, B); }", [['a', '4.2']]],
    ["run.report('a', node, null, {}, model.rule); report('c');", [['a', null]]],
    ["run.report(code, node, null, {}, '4.2');", []],
  ])('%s', (text, expected) => {
    expect(reportsOf(text)).toEqual(expected);
  });
});
