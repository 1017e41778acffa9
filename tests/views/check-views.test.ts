/** The check of the templates: ours pass it, and each kind of mistake is found with its line. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkViews } from '../../scripts/check-views.ts';
import { root } from '../support/workbench.ts';

const HEADER = `<%# @view ErrorPage from '${root}/server/web/pages/error/view.ts' -%>\n`;

describe('check-views', () => {
  it('finds nothing wrong with our templates', () => {
    expect(checkViews(root)).toEqual([]);
  });

  it.each([
    ['a misspelt field', `${HEADER}<p><%= view.txt %></p>`, /:2: Property 'txt' does not exist/],
    ['a field that may be absent', `${HEADER}<p><%= view.layout %></p>`, /:2: .*undefined/],
    ['a misspelt message', `${HEADER}\n<p><%= view.ui.t('common:sav') %></p>`, /:3: .*common:sav/],
    ['text put out raw', `${HEADER}<p><%- view.text %></p>`, /:2: /],
    [
      'a partial without its view',
      `${HEADER}<%- include('/partials/notice', { ui: view.ui }) %>`,
      /:2: .*notice/,
    ],
    ['a partial that is not there', `${HEADER}<%- include('/partials/none', {}) %>`, /:2: /],
    ['a call put out raw', `${HEADER}<%- view.ui.t('common:save') %>`, /raw output/],
    ['a handler', `${HEADER}<p onclick="x()"></p>`, /event handler/],
    ['a style', `${HEADER}\n\n<p style="color: red"></p>`, /:4: an inline style/],
    ['an inline script', `${HEADER}<script>x()</script>`, /inline script/],
    ['no type', '<p></p>', /:1: the first line names no view type/],
  ])('finds %s', (_name, template, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'recto-views-'));
    writeFileSync(join(folder, 'page.ejs'), template);
    expect(checkViews(root, folder).join('\n')).toMatch(expected);
  });
});
