/** What the index compares: the matching key of the core, and what identifies an index that is made of it. */
import { keyVersion, matchingKey } from '../../../core/memory/matching-key.ts';
import type { Content } from '../../../core/text/content.ts';

/** To be raised with every change of what the index keeps. */
const RULES = 1;

/** An index of another version is made anew. */
export function indexVersion(): string {
  return `${RULES}/${keyVersion()}`;
}

/** Kept, since who adds a TU asks for them before it is locked and behind it. */
const keys = new WeakMap<Content, readonly string[]>();

/** The words that are compared. */
export function keyTokens(content: Content): readonly string[] {
  const known = keys.get(content);
  if (known !== undefined) return known;
  const { tokens } = matchingKey(content);
  keys.set(content, tokens);
  return tokens;
}
