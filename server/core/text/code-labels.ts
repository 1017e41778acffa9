/**
 * How people tell inline codes apart: by the number of their first appearance in the source (the halves of a
 * pair share it) and a short label. The same on the server's pages and in the browser.
 */
import { CODE_SUBTYPES } from './code-types.ts';
import { codesOf, type Content, type InlineCode } from './content.ts';

const GLYPHS: Readonly<Record<string, string>> = {
  [CODE_SUBTYPES.bold]: 'b',
  [CODE_SUBTYPES.italic]: 'i',
  [CODE_SUBTYPES.strike]: 's',
  [CODE_SUBTYPES.lineBreak]: '↵',
  [CODE_SUBTYPES.link]: '↗',
  [CODE_SUBTYPES.noteReference]: '※',
};

const LONGEST = 18;

/** The number of each code of the source by its id, from 1. */
export function codeNumbers(source: Content): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const code of codesOf(source)) {
    if (!numbers.has(code.id)) numbers.set(code.id, numbers.size + 1);
  }
  return numbers;
}

/** What a chip shows beside its number: a glyph for well-known formatting, else the code's text, cut short. */
export function codeLabel(code: InlineCode): string {
  const glyph = code.subType === undefined ? undefined : GLYPHS[code.subType];
  if (glyph !== undefined) return glyph;
  if (code.equiv === '\n') return '↵';
  const text = (code.code === 'standalone' ? code.equiv || code.text : code.text || code.equiv)
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** The original data of the code, for those who want to know exactly. */
export function codeDetails(code: InlineCode): string {
  return code.text || code.equiv || code.id;
}
