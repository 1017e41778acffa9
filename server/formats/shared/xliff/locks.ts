/**
 * Locks as most tools write them: an attribute of their own called `locked` on the unit, the segment or the target
 * (memoQ, Phrase, XTM, Smartcat …). What is locked is shown and not changed.
 */
import type { XmlElement } from '../xml/element.ts';

/** `yes` in any case, as XLIFF 1 and 2 write it, and as others do. */
export function saysYes(value: string | undefined): boolean {
  return value !== undefined && /^\s*(?:yes|true|1)\s*$/i.test(value);
}

/** `no` in any case; anything else is not a no. */
export function saysNo(value: string | undefined): boolean {
  return value !== undefined && /^\s*(?:no|false|0)\s*$/i.test(value);
}

/** `locked`, `yes`, `true`, `1` …, in any case; what says no or nothing is not. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && !/^(?:|0|no|none|false|unlocked)$/i.test(value.trim());
}

const LOCKED = /^(?:is-?)?locked$/i;

/** Whether a foreign attribute of the element locks it. */
export function hasLock(element: XmlElement): boolean {
  for (const { namespace, local, value } of element.attributes) {
    if (namespace !== '' && LOCKED.test(local) && isTrue(value)) return true;
  }
  return false;
}
