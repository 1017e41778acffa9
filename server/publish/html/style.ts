/**
 * The style of the HTML edition: one sheet, logical properties only, light and dark, screen and paper. Direction
 * is never set here; the page's attributes say it.
 */
import type { Edition } from '../../core/publish/edition.ts';
import type { EmbeddedFont } from '../publisher.ts';
import { fontFace, languageRules } from '../shared/typography.ts';

const COLOURS = `
:root { color-scheme: light dark; --paper: #fcfaf5; --ink: #211d18; --soft: #655d52; --line: #ddd5c7; --accent: #0b5a5e; --wash: #f3eee3; --mark: #7a3b00; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181a; --ink: #e9e3d8; --soft: #aba395; --line: #383b3d; --accent: #8ccfc9; --wash: #202325; --mark: #f0b878; }
}`;

const TEXT = `
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font-size: 112.5%; text-size-adjust: 100%; scroll-padding-block-start: 1rem; }
body { margin: 0; padding-inline: clamp(1.1rem, 5vw, 3rem); padding-block: clamp(1.5rem, 6vh, 5rem) 4rem; overflow-wrap: anywhere; text-align: start; }
main, footer, .switcher { max-inline-size: var(--measure, 38rem); margin-inline: auto; }
p, ul, ol, dl, blockquote, pre, .table { margin-block: 0 1.1em; }
h1, h2, h3, h4, h5, h6, .heading { font-weight: 700; text-wrap: balance; margin-block: 2.2em 0.7em; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.6rem); margin-block: 0 0.4em; }
h2 { font-size: 1.45rem; }
h3 { font-size: 1.2rem; }
h4, h5, h6, .heading { font-size: 1rem; margin-block-start: 1.6em; }
a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.25em; }
a:focus-visible, .table:focus-visible { outline: 0.15em solid var(--accent); outline-offset: 0.15em; border-radius: 0.15em; }
:target { background: var(--wash); box-shadow: 0 0 0 0.3em var(--wash); border-radius: 0.1em; }
ul, ol { padding-inline-start: 1.6em; }
li { margin-block-end: 0.35em; }
li > :last-child { margin-block-end: 0; }
li::marker { color: var(--soft); }
blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 0.2em solid var(--line); color: var(--soft); }
blockquote > :last-child { margin-block-end: 0; }
hr { border: 0; block-size: 1px; background: var(--line); inline-size: 30%; margin-block: 2.5em; margin-inline: auto; }
code, kbd, samp { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 0.88em; background: var(--wash); padding-inline: 0.25em; border-radius: 0.2em; }
pre { padding: 0.9em 1.1em; background: var(--wash); border-radius: 0.35em; white-space: pre-wrap; line-height: 1.5; text-align: start; }
pre code { padding: 0; background: none; }
.table { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.95em; overflow-wrap: normal; }
th, td { padding: 0.45em 0.7em; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); min-inline-size: 5rem; }
thead th { border-block-end-width: 2px; }
.centre { text-align: center; }
.end { text-align: end; }
sup, sub { line-height: 0; font-size: 0.72em; }
.whole { white-space: nowrap; }
.noteref { padding-inline: 0.15em; text-decoration: none; font-weight: 700; }
.backlink { text-decoration: none; padding-inline: 0.3em; font-weight: 700; }
.picture { display: inline-block; padding: 0.3em 0.7em; border: 1px solid var(--line); border-radius: 0.35em; background: var(--wash); font-size: 0.92em; }
.picture .label { color: var(--soft); }`;

const FRAME = `
.switcher { margin-block-end: 2.5rem; font-size: 0.85rem; }
.switcher ul { display: flex; flex-wrap: wrap; gap: 0.2em 1.3em; list-style: none; margin: 0; padding: 0; }
.switcher li { margin: 0; }
.switcher [aria-current] { font-weight: 700; border-block-end: 0.12em solid currentColor; }
header { padding-block-end: 1.6rem; margin-block-end: 2.2rem; border-block-end: 1px solid var(--line); }
header p { margin-block-end: 0.2em; }
.credit { color: var(--soft); }
header .row { margin-block: 0; align-items: baseline; }
.source-title { color: var(--soft); font-size: 1.15rem; }
.notice { margin-block-start: 1.2em; padding: 0.7em 1em; border: 1px dashed var(--mark); border-radius: 0.35em; font-size: 0.9rem; }
.notice p { margin: 0; }
.contents { margin-block-end: 3rem; padding: 1rem 1.3rem; background: var(--wash); border-radius: 0.5em; font-size: 0.95rem; }
.contents h2, .endnotes h2, footer h2 { font-size: 1rem; margin-block: 0 0.6em; color: var(--soft); }
.contents ol { list-style: none; padding: 0; margin: 0; }
.contents li { margin-block: 0.2em; }
.contents > .long { columns: 2 15rem; column-gap: 2.5rem; }
.contents ol ol { padding-inline-start: 1.2em; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.endnotes, footer { margin-block-start: 3.5rem; padding-block-start: 1.6rem; border-block-start: 1px solid var(--line); font-size: 0.9rem; }
footer { color: var(--soft); }
footer p, footer dl { margin-block-end: 0.5em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2em 1em; }
dt { font-weight: 700; }
dd { margin: 0; }
.untranslated { text-decoration: underline dotted var(--mark) 0.06em; text-underline-offset: 0.35em; }
p.untranslated, h2.untranslated, h3.untranslated { text-decoration: none; border-inline-start: 0.2em dotted var(--mark); padding-inline-start: 0.8em; }
.mark { display: inline-block; font-size: 0.72rem; font-weight: 400; line-height: 1.5; color: var(--mark); border: 1px solid currentColor; border-radius: 0.3em; padding-inline: 0.5em; }`;

const FACING = `
:root { --measure: 76rem; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: clamp(1.2rem, 4vw, 3.5rem); align-items: start; }
.pair > .source { color: var(--soft); }
.pair > * > :first-child { margin-block-start: 0; }
.pair > * > .heading { font-size: inherit; }
.pair > * > ol, .pair > * > ul { margin-block-end: 0.45em; }
.heads { font-size: 0.85rem; color: var(--soft); border-block-end: 1px solid var(--line); margin-block-end: 1.5rem; padding-block-end: 0.3rem; }
.row { margin-block: 2.2em 0.7em; }
@media (max-width: 46rem) {
  .pair { grid-template-columns: minmax(0, 1fr); padding-block-start: 1rem; margin-block-end: 1rem; border-block-start: 1px solid var(--line); }
  .pair > .source { font-size: 0.92em; }
  .heads { display: none; }
  header .pair { padding: 0; margin: 0; border: 0; }
}`;

const PAPER = `
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --wash: #fff; --mark: #000; color-scheme: light; }
  @page { margin: 20mm 18mm; }
  html { font-size: 11pt; }
  body { padding: 0; }
  .switcher, .backlink { display: none; }
  a { text-decoration: none; }
  h1, h2, h3, h4, h5, h6, .heading { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
  tr, pre, .pair { break-inside: avoid; }
  .table { overflow: visible; }
}`;

function dataAddress(font: EmbeddedFont): string {
  return `data:font/woff2;base64,${Buffer.from(font.bytes).toString('base64')}`;
}

/** The sheet for one edition, with the fonts given inside it. It holds no `<` and no `&`, so it is XML as well. */
export function styleSheet(edition: Edition, fonts: readonly EmbeddedFont[]): string {
  const languages = new Set([edition.sourceLanguage, edition.language]);
  return [
    ...fonts.map((font) => fontFace(font, dataAddress(font))),
    COLOURS,
    ...[...languages].map((language) => languageRules(language, fonts)),
    TEXT,
    FRAME,
    edition.bilingual ? FACING : '',
    PAPER,
  ].join('\n');
}
