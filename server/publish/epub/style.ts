/**
 * The style of the EPUB edition. Small, because a reading system has its own; without `direction` and
 * `unicode-bidi`, which EPUB leaves to attributes (EPUB 3.3 §6.3.1.3), and without colours, which are the reader's.
 */
import type { Edition } from '../../core/publish/edition.ts';
import type { EmbeddedFont } from '../publisher.ts';
import { fontFace, languageRules } from '../shared/typography.ts';

const RULES = `
body { overflow-wrap: break-word; text-align: start; }
h1, h2, h3, h4, h5, h6, .heading { font-weight: 700; page-break-after: avoid; }
.heading { margin: 1.5em 0 0.5em; }
blockquote { margin: 1em 0; margin-inline-start: 1.2em; }
pre { white-space: pre-wrap; text-align: start; line-height: 1.4; }
code, kbd, samp { font-family: monospace; font-size: 0.9em; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
.centre { text-align: center; }
.end { text-align: end; }
sup, sub { line-height: 0; font-size: 0.75em; }
.whole { white-space: nowrap; }
.noteref, .backlink { text-decoration: none; }
.picture { border: 1px solid; padding: 0.1em 0.5em; }
.untranslated { text-decoration: underline; text-decoration-style: dotted; }
p.untranslated, h1.untranslated, h2.untranslated, h3.untranslated { text-decoration: none; border-inline-start: 0.2em dotted; padding-inline-start: 0.8em; }
.mark { border: 1px solid; padding: 0 0.4em; font-size: 0.75em; font-weight: 400; }
.title { margin-top: 20%; }
.notice { margin-top: 2em; border: 1px dashed; padding: 0.5em 1em; }
.toc ol { list-style: none; padding: 0; }
.toc ol ol { padding-inline-start: 1.2em; }
dt { font-weight: 700; }
dd { margin: 0 0 0.5em; }`;

export function styleSheet(edition: Edition, fonts: readonly EmbeddedFont[]): string {
  const languages = new Set([edition.sourceLanguage, edition.language]);
  return `${[
    ...fonts.map((font) => fontFace(font, `fonts/${font.fileName}`)),
    ...[...languages].map((language) => languageRules(language, fonts)),
    RULES,
  ].join('\n')}\n`;
}
