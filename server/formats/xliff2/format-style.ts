/** Links and pictures by the Format Style module (XLIFF 2.1 §5.3): fs:fs names the element, fs:subFs its address. */
import type { InlineCode } from '../../core/text/content.ts';

/** The href or src in a subFs value, or undefined. */
export function readHref(subFs: string | undefined): string | undefined {
  if (subFs === undefined) return undefined;
  for (const pair of split(subFs, '\\')) {
    const [name, value] = split(pair, ',');
    if ((name === 'href' || name === 'src') && value !== undefined) return value.replace(/\\([\\,])/g, '$1');
  }
  return undefined;
}

/** Attributes for a code that leads somewhere, for other codes none. */
export function writeHref(code: InlineCode): Readonly<Record<string, string>> {
  if (code.href === undefined) return {};
  const picture = code.type === 'image';
  const value = code.href.replace(/[\\,]/g, '\\$&');
  return { 'fs:fs': picture ? 'img' : 'a', 'fs:subFs': `${picture ? 'src' : 'href'},${value}` };
}

/** Cuts at a separator that no backslash escapes; `\\` and `\,` are escapes, so `\` alone separates pairs. */
function split(text: string, separator: ',' | '\\'): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < text.length; at += 1) {
    const escaped = text[at] === '\\' && (text[at + 1] === '\\' || text[at + 1] === ',');
    if (!escaped && text[at] === separator) {
      pieces.push(piece);
      piece = '';
    } else {
      piece += escaped ? text.slice(at, at + 2) : (text[at] ?? '');
      if (escaped) at += 1;
    }
  }
  return [...pieces, piece];
}
