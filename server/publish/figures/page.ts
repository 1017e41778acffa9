/**
 * A sheet of figures as one HTML file to hand on: no scripts, nothing from outside, fonts inside where its language needs
 * them, light and dark, screen and paper. What it says comes as words and figures that are written already.
 */
import { createHash } from 'node:crypto';
import { directionOf, type LanguageTag } from '../../core/text/language.ts';
import type { EmbeddedFont } from '../publisher.ts';
import { element, serialize, type Element } from '../shared/markup/element.ts';
import { fontFace, languageRules } from '../shared/typography.ts';

export interface FigureTable {
  readonly name: string;
  /** Of each row, `cells` being shorter by the row's own name. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly total: FigureRow;
}

interface FigureRow {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface FigureSheet {
  readonly language: LanguageTag;
  readonly title: string;
  /** Sentences above the tables. */
  readonly facts: readonly string[];
  readonly tables: readonly FigureTable[];
  readonly fonts: readonly EmbeddedFont[];
}

export function figurePage(sheet: FigureSheet): string {
  const { language, title, facts, tables } = sheet;
  const style = styleOf(sheet);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'generator', content: 'Recto' }),
    element('title', {}, title),
    element('style', {}, style),
  );
  const main = element(
    'main',
    {},
    element('h1', {}, title),
    ...facts.map((fact) => element('p', {}, fact)),
    ...tables.map(tableOf),
  );
  const root = element(
    'html',
    { lang: language, dir: directionOf(language), xmlns: 'http://www.w3.org/1999/xhtml' },
    head,
    element('body', {}, main),
  );
  return serialize(root, '<!DOCTYPE html>');
}

function tableOf({ name, columns, rows, total }: FigureTable): Element {
  const line = ({ name: label, cells }: FigureRow): Element =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      ...cells.map((cell) => element('td', {}, cell)),
    );
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': name },
    element(
      'table',
      {},
      element('caption', {}, element('bdi', {}, name)),
      element(
        'thead',
        {},
        element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column))),
      ),
      element('tbody', {}, ...rows.map(line)),
      element('tfoot', {}, line(total)),
    ),
  );
}

const SHEET = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1d1f21; --line: #d0d3d6; --wash: #f1f3f4; --accent: #0b5a5e; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181a; --ink: #e8e8e6; --line: #3a3d40; --wash: #202326; --accent: #8ccfc9; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); text-size-adjust: 100%; }
body { margin: 0; padding: clamp(1rem, 4vw, 3rem); overflow-wrap: anywhere; }
main { max-inline-size: 56rem; margin-inline: auto; }
h1 { font-size: 1.6rem; margin-block: 0 0.6em; text-wrap: balance; }
p { max-inline-size: 42rem; margin-block: 0 0.6em; }
.table { overflow-x: auto; margin-block: 1.8rem 0; }
.table:focus-visible { outline: 0.15em solid var(--accent); outline-offset: 0.15em; }
table { border-collapse: collapse; inline-size: 100%; overflow-wrap: normal; }
caption { text-align: start; font-weight: 700; padding-block-end: 0.5em; overflow-wrap: anywhere; }
th, td { padding: 0.35em 0.6em; border-block-end: 1px solid var(--line); text-align: end; font-weight: 400; vertical-align: bottom; }
th:first-child { text-align: start; }
tbody th { white-space: nowrap; }
thead th { font-weight: 700; border-block-end-width: 2px; }
tbody tr:nth-child(even) { background: var(--wash); }
tfoot th, tfoot td { font-weight: 700; border-block-end: 0; border-block-start: 2px solid var(--line); }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --line: #999999; --wash: #ffffff; }
  body { padding: 0; }
  .table { break-inside: avoid; overflow: visible; }
}`;

/** Families of the machine stand behind those that are inside. */
function styleOf({ language, fonts }: FigureSheet): string {
  const inside = fonts.map((font) =>
    fontFace(font, `data:font/woff2;base64,${Buffer.from(font.bytes).toString('base64')}`),
  );
  const words =
    fonts.length === 0
      ? 'html { font-family: system-ui, sans-serif; line-height: 1.5; }'
      : languageRules(language, fonts).replaceAll(', serif', ', system-ui, sans-serif');
  return `${[...inside, SHEET, words].join('\n').replace(/[<&]/g, '')}\n`;
}
