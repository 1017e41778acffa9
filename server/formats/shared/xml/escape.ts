/** Character data of XML, both ways. */

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Decodes the five entities and character references; others stay as written (unknownEntities finds them). */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED.get(name) ?? whole;
    const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number.parseInt(String(decimal), 10);
    return point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}

/** The first reference in raw character data that means nothing, or null. */
export function unknownEntity(raw: string): string | null {
  if (!raw.includes('&')) return null;
  for (const [whole, name] of raw.matchAll(/&(?:#x[0-9a-f]+;|#[0-9]+;|([^\s;<&]*);?)/giu)) {
    if (name !== undefined && !(whole.endsWith(';') && NAMED.has(name))) return whole;
  }
  return null;
}

/** Text for an element's content. CR is written as a reference: XML would read it as a line feed. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/gu, (character) => ESCAPES.get(character) ?? character);
}

/** Text for an attribute value, in either kind of quotes; white space but the space as references. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"'\r\n\t]/gu, (character) => ESCAPES.get(character) ?? character);
}

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['\r', '&#xD;'],
  ['\n', '&#xA;'],
  ['\t', '&#x9;'],
]);

/** Characters that no XML 1.0 document can hold (Char production), lone surrogates among them. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
export const ILLEGAL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
