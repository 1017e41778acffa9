/** What the index compares: the matching key of the core, and what identifies an index that is made of it. */
import { keyVersion, matchingKey } from '../../../core/memory/matching-key.ts';
import type { Content } from '../../../core/text/content.ts';

/** To be raised with every change of what the index keeps. */
const RULES = 1;

/** An index of another version is made anew. */
export function indexVersion(): string {
  return `${RULES}/${keyVersion()}`;
}

/** The words that are compared. */
export function keyTokens(content: Content): readonly string[] {
  return matchingKey(content).tokens;
}
