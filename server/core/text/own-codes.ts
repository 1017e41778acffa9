/**
 * A person's editor names codes by kind and id only; what they stand for is never taken from it. Each code is
 * replaced by the source's own, or by that of the present target where the source has none such.
 */
import { codeKey, codesOf, type Content } from './content.ts';

/** Codes that neither has stay as they are sent, to be reported by checkCodes. */
export function withOwnCodes(target: Content, source: Content, present: Content): Content {
  const own = new Map([...codesOf(present), ...codesOf(source)].map((code) => [codeKey(code), code]));
  return target.map((part) => (typeof part === 'string' ? part : (own.get(codeKey(part)) ?? part)));
}
