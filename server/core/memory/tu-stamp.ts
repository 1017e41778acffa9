/** Tells whether a TU is still what somebody saw: its texts with their codes, and its context. */
import { hashOf } from '../text/hash.ts';
import type { Tu } from './tu.ts';

export function tuStamp({ variants, context }: Pick<Tu, 'variants' | 'context'>): number {
  return hashOf(JSON.stringify([variants.map(({ language, content }) => [language, content]), context]));
}
