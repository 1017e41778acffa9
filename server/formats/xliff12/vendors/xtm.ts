/** XTM keeps no flag beside XLIFF's state; what was excluded by hand is marked beside texts that are only numbers. */
import { attributeOf, type XmlElement } from '../../shared/xml/element.ts';

/** Whether somebody said that the target's unit is not to be translated. */
export function isExcluded(target: XmlElement): boolean {
  return attributeOf(target, 'state-qualifier') === 'x-manual-notrans';
}
