/** Text as XML markup. */
import { isXmlCharacter } from './references.ts';

/** Content of an element. A carriage return survives only as a reference; line feeds become the file's own. */
export function escapeText(text: string, newline = '\n'): string {
  if (!SPECIAL.test(text)) return text;
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
  return newline === '\n' ? escaped : escaped.replaceAll('\n', newline);
}

const SPECIAL = /[&<>\r\n]/;

/** Value of an attribute between quotes of either kind; white space other than the space survives as references. */
export function escapeAttribute(text: string): string {
  if (!SPECIAL_IN_VALUE.test(text)) return text;
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
}

const SPECIAL_IN_VALUE = /[&<>\r\n\t"']/;

/** The first character that no XML 1.0 document can hold (a control character, half a surrogate pair), or null. */
export function illegalCharacter(text: string): number | null {
  if (!MAY_BE_ILLEGAL.test(text)) return null;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x20 && unit < 0xd800) continue;
    const point = text.codePointAt(index) ?? 0;
    if (!isXmlCharacter(point)) return point;
    if (point > 0xffff) index += 1;
  }
  return null;
}

/** Also the halves of pairs that stand together. */
const MAY_BE_ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;

/** The text with what no XML document can hold replaced; for what is not translated (notes, names). */
export function legalText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/** `attribute="value"` pairs with a space before each; absent values are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
}

/** U+000C as `U+000C`, for messages. */
export function codePointName(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
