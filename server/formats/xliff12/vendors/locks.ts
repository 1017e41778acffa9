/**
 * Locks as most tools write them: an attribute of their own called `locked` on the unit or its target (memoQ, Phrase,
 * XTM, Smartcat …). What is locked is shown and not changed.
 */
import { attributeOf, type XmlElement } from '../../shared/xml/element.ts';

/** `locked`, `yes`, `true`, `1` …, in any case; what says no or nothing is not. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && !/^(?:|0|no|none|false|unlocked)$/i.test(value.trim());
}

/** Whether a foreign attribute of the element locks it. */
export function hasLock(element: XmlElement): boolean {
  return element.attributes.some(
    ({ namespace, local, value }) => namespace !== '' && /^(?:is-?)?locked$/i.test(local) && isTrue(value),
  );
}

/** XTM marks what it was told not to have translated so, beside texts that are only numbers. */
export function isExcluded(target: XmlElement): boolean {
  return attributeOf(target, 'state-qualifier') === 'x-manual-notrans';
}
