/** Character and entity references (XML 1.0 §4.1): the five predefined ones and numbers, nothing else, ever. */

const PREDEFINED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Longest reference that can mean anything; what is longer is refused without being read. */
const MAX_LENGTH = 64;

export type BadReference =
  | { readonly kind: 'unknown'; readonly entity: string; readonly at: number }
  | { readonly kind: 'malformed' | 'illegal'; readonly at: number };

/** Whether XML 1.0 allows the code point (§2.2). */
export function isXmlCharacter(point: number): boolean {
  return (
    (point >= 0x20 && point <= 0xd7ff) ||
    point === 0x9 ||
    point === 0xa ||
    point === 0xd ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff)
  );
}

/** The text with its references replaced, or what is wrong with the first bad one and where. */
export function decodeReferences(raw: string): string | BadReference {
  let ampersand = raw.indexOf('&');
  if (ampersand < 0) return raw;
  let result = '';
  let from = 0;
  while (ampersand >= 0) {
    result += raw.slice(from, ampersand);
    const semicolon = raw.indexOf(';', ampersand);
    if (semicolon < 0 || semicolon > ampersand + MAX_LENGTH) return { kind: 'malformed', at: ampersand };
    const name = raw.slice(ampersand + 1, semicolon);
    const value = PREDEFINED.get(name) ?? numbered(name);
    if (value === undefined) {
      if (!/^[^;&<\s]+$/.test(name)) return { kind: 'malformed', at: ampersand };
      return name.startsWith('#')
        ? { kind: 'illegal', at: ampersand }
        : { kind: 'unknown', entity: name, at: ampersand };
    }
    result += value;
    from = semicolon + 1;
    ampersand = raw.indexOf('&', from);
  }
  return result + raw.slice(from);
}

/** The value of an attribute whose raw text was found to be in order: white space as spaces (XML 1.0 §3.3.3). */
export function attributeValue(raw: string): string {
  if (isPlain(raw)) return raw;
  const value = decodeReferences(raw.replace(/\r\n|[\r\n\t]/g, ' '));
  return typeof value === 'string' ? value : '';
}

/** Whether a value is what it is written as. */
function isPlain(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (unit === 0x26 || unit === 0x9 || unit === 0xa || unit === 0xd) return false;
  }
  return true;
}

function numbered(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}))$/.exec(name);
  if (digits === null) return undefined;
  const point = digits[1] !== undefined ? parseInt(digits[1], 16) : parseInt(digits[2] ?? '', 10);
  return isXmlCharacter(point) ? String.fromCodePoint(point) : undefined;
}
