/** Finds addresses in a text: of the web, of mail, and of files. */

export type AddressKind = 'url' | 'email' | 'path';

export interface Address {
  readonly kind: AddressKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters of RFC 3986, and those of other scripts that browsers show in addresses. */
const URL_CHARACTER = String.raw`[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]`;

const PATTERNS: readonly (readonly [AddressKind, RegExp])[] = [
  ['url', new RegExp(`(?<![A-Za-z])(?:https?|ftps?|ircs?|file)://${URL_CHARACTER}{1,2000}`, 'gu')],
  ['email', /(?<![\w.+%-])[\w+][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8}/gu],
  ['path', /(?<![\w/.:~<\\\p{L}%)}\]])(?:~|\.{1,2})?(?:\/[A-Za-z][\w.@+-]{0,100}){2,30}\/?/gu],
  ['path', /(?<![A-Za-z])[A-Za-z]:\\(?:[\w.@+ -]{1,100}\\?){1,30}/gu],
];

/** All of them, by kind. One inside of another (the path of a URL) is left out. */
export function addressesOf(text: string): readonly Address[] {
  if (!/[/@\\]/u.test(text)) return [];
  const found: Address[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const address = trimmed(match[0]);
      const start = match.index;
      found.push({ kind, text: address, start, end: start + address.length });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((address) => {
    if (address.end <= end) return false;
    end = address.end;
    return true;
  });
}

/** Without the punctuation of the sentence that it stands in, and a bracket that opens outside of it. */
function trimmed(address: string): string {
  let text = address.replace(/[.,;:!?'"]+$/u, '');
  while (text.endsWith(')') && count(text, ')') > count(text, '(')) text = text.slice(0, -1);
  while (text.endsWith(']') && count(text, ']') > count(text, '[')) text = text.slice(0, -1);
  return text.replace(/[.,;:!?'"]+$/u, '');
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
