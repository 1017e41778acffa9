/**
 * Whether a text that a person sends can be kept and exchanged: no U+0000 and no half of a surrogate pair (no
 * XML and no UTF-8 file can hold them), and no longer than a segment ever is.
 */
import { problem, type Problem } from '../problem.ts';
import { hasLoneSurrogate, textOf, type Content } from './content.ts';

/** What no XML document can hold (XML 1.0, Char), but U+0000, which has a message of its own. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ILLEGAL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;

/** In bytes of UTF-8. */
export const LONGEST_TEXT = 100_000;

export function checkText(content: Content): readonly Problem[] {
  const text = textOf(content);
  const problems: Problem[] = [];
  const size = new TextEncoder().encode(text).length;
  if (size > LONGEST_TEXT) problems.push(problem('text-too-long', null, { limit: LONGEST_TEXT, size }));
  if (text.includes('\u0000')) problems.push(problem('text-nul'));
  const illegal = ILLEGAL.exec(text)?.[0];
  if (illegal !== undefined) {
    const point = (illegal.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    problems.push(problem('xml-character-illegal', null, { character: `U+${point}` }));
  }
  if (hasLoneSurrogate(content)) problems.push(problem('text-surrogate'));
  return problems;
}
