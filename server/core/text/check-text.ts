/**
 * Whether a text that a person sends can be kept and exchanged: no U+0000 and no half of a surrogate pair (no
 * XML and no UTF-8 file can hold them), and no longer than a segment ever is.
 */
import { problem, type Problem } from '../problem.ts';
import { textOf, type Content } from './content.ts';

/** In bytes of UTF-8. */
export const LONGEST_TEXT = 100_000;

export function checkText(content: Content): readonly Problem[] {
  const text = textOf(content);
  const problems: Problem[] = [];
  const size = new TextEncoder().encode(text).length;
  if (size > LONGEST_TEXT) problems.push(problem('text-too-long', null, { limit: LONGEST_TEXT, size }));
  if (text.includes('\u0000')) problems.push(problem('text-nul'));
  if (content.some((part) => typeof part === 'string' && /\p{Surrogate}/u.test(part)))
    problems.push(problem('text-surrogate'));
  return problems;
}
