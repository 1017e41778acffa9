/**
 * What a script asks of a page, measured: line height that keeps Burmese stacks and Persian descenders apart,
 * emphasis without a false slant where the script has no italic, its own numerals in lists.
 */
import { scriptOf, type LanguageTag } from '../../core/text/language.ts';
import { fontFamiliesFor } from '../fonts.ts';
import type { EmbeddedFont } from '../publisher.ts';

interface ScriptStyle {
  readonly lineHeight: number;
  readonly headingLineHeight: number;
  readonly italic: boolean;
  readonly separator: string;
}

const LATIN: ScriptStyle = { lineHeight: 1.65, headingLineHeight: 1.25, italic: true, separator: ', ' };
const OTHER: ScriptStyle = { ...LATIN, lineHeight: 1.8, headingLineHeight: 1.45, italic: false };

const STYLES: ReadonlyMap<string, ScriptStyle> = new Map([
  ['Latn', LATIN],
  ['Cyrl', LATIN],
  ['Grek', LATIN],
  ['Arab', { ...OTHER, lineHeight: 1.9, headingLineHeight: 1.6, separator: '، ' }],
  ['Mymr', { ...OTHER, lineHeight: 2, headingLineHeight: 1.7, separator: '၊ ' }],
]);

/** CSS counter styles for languages whose lists have numerals of their own. */
const COUNTERS: ReadonlyMap<string, string> = new Map([
  ['fa', 'persian'],
  ['my', 'myanmar'],
]);

function styleOf(language: LanguageTag): ScriptStyle {
  return STYLES.get(scriptOf(language)) ?? OTHER;
}

/** What stands between names in a list. */
export function nameSeparator(language: LanguageTag): string {
  return styleOf(language).separator;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\\n<>&]/g, '')}"`;
}

/** The value of font-family for a language, with only the families that are embedded. */
function fontFamily(language: LanguageTag, fonts: readonly EmbeddedFont[]): string {
  const embedded = [...new Set(fonts.map((font) => font.family))];
  const own = fontFamiliesFor(language).filter((family) => embedded.includes(family));
  const others = embedded.filter((family) => !own.includes(family));
  return [...own, ...others].map(quoted).concat('serif').join(', ');
}

/** Rules for text in one language. There is no `direction` in them: that is for attributes to say. */
export function languageRules(language: LanguageTag, fonts: readonly EmbeddedFont[]): string {
  const style = styleOf(language);
  const at = `:lang(${language})`;
  const counter = COUNTERS.get(language.split('-')[0] ?? '');
  const each = (names: string): string =>
    names
      .split(' ')
      .map((name) => name + at)
      .join(', ');
  return [
    `[lang="${language}"] { font-family: ${fontFamily(language, fonts)}; line-height: ${style.lineHeight}; }`,
    `${each('h1 h2 h3 h4 h5 h6 .heading')} { line-height: ${style.headingLineHeight}; }`,
    style.italic ? '' : `${each('em cite dfn')} { font-style: normal; font-weight: 700; }`,
    counter === undefined ? '' : `ol${at} { list-style-type: ${counter}; }`,
  ]
    .filter((rule) => rule !== '')
    .join('\n');
}

/** One @font-face; `source` is its url(). */
export function fontFace(font: EmbeddedFont, source: string): string {
  const range =
    font.unicodeRange === '' ? '' : ` unicode-range: ${font.unicodeRange.replace(/[^U+0-9A-F?, -]/gi, '')};`;
  return `@font-face { font-family: ${quoted(font.family)}; font-weight: ${font.weight}; font-style: ${font.style ?? 'normal'}; font-display: swap; src: url(${source}) format("woff2");${range} }`;
}
