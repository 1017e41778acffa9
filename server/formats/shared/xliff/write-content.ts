/**
 * Content as raw XLIFF, with each code spelt as the unit spells it. Halves of an enclosing element that nest are
 * written enclosing; those that do not (they begin in one segment and end in another, or cross) are written apart.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { codeKey, type Content } from '../../../core/text/content.ts';
import { escapeText, ILLEGAL_CHARACTER } from '../xml/escape.ts';
import type { XmlSource } from '../xml/source.ts';
import type { CodeMarkups } from './code-markup.ts';
import { nestedPairs } from './nested-pairs.ts';

/** Raw markup for a character that XML cannot hold, or null where the version has none. */
export type IllegalCharacterMarkup = (character: string) => string | null;

/** Gives the raw content, or what is wrong with it: `code-unknown`, `xml-character-illegal`. */
export function writeContent(
  source: XmlSource,
  content: Content,
  markups: CodeMarkups,
  illegal: IllegalCharacterMarkup,
): string | Problem {
  const nested = nestedPairs(content);
  const pieces: string[] = [];
  for (const part of content) {
    if (typeof part === 'string') {
      const text = writeText(source, part, illegal);
      if (typeof text !== 'string') return text;
      pieces.push(text);
    } else {
      const markup = markups.get(codeKey(part));
      if (markup === undefined)
        return problem('code-unknown', null, { id: part.id, text: part.text || part.equiv });
      pieces.push(nested.has(part) ? markup.raw : (markup.apart ?? markup.raw));
    }
  }
  return pieces.join('');
}

function writeText(source: XmlSource, text: string, illegal: IllegalCharacterMarkup): string | Problem {
  if (!ILLEGAL_CHARACTER.test(text)) return source.encode(escapeText(text));
  const pieces: string[] = [];
  for (const character of text) {
    const markup = ILLEGAL_CHARACTER.test(character)
      ? illegal(character)
      : source.encode(escapeText(character));
    if (markup === null) {
      const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return problem('xml-character-illegal', null, { character: `U+${point}` });
    }
    pieces.push(markup);
  }
  return pieces.join('');
}
