/** Text of XLIFF 2.x: what XML cannot hold stands in `cp` elements (2.1 §4.2.3.1). */
import { escapeText, illegalCharacter } from '../shared/xml/escape.ts';
import { isXmlCharacter } from '../shared/xml/references.ts';

/** Content markup of a text; `prefix` is the one that XLIFF's elements have, with its colon. */
export function writeText(text: string, prefix: string, newline = '\n'): string {
  if (illegalCharacter(text) === null) return escapeText(text, newline);
  let markup = '';
  let legal = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (isXmlCharacter(point)) legal += character;
    else {
      markup += `${escapeText(legal, newline)}<${prefix}cp hex="${point.toString(16).toUpperCase().padStart(4, '0')}"/>`;
      legal = '';
    }
  }
  return markup + escapeText(legal, newline);
}
