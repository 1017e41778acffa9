/**
 * The limits of a trans-unit (XLIFF 1.2 §2.3: maxwidth, minwidth, maxbytes, minbytes, size-unit), as far as they
 * can be counted without a font.
 */
import { codePointRange } from '../../core/document/limit-list.ts';
import type { Limit } from '../../core/document/limits.ts';
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';

export function readLimits(unit: XmlElement): readonly Limit[] {
  const number = (name: string): number | null => {
    const value = attributeOf(unit, name);
    return value !== undefined && /^\d{1,9}$/u.test(value) ? Number(value) : null;
  };
  const limits: Limit[] = [];
  const add = (measure: Limit['measure'], minimum: number | null, maximum: number | null): void => {
    if (minimum === null && maximum === null) return;
    limits.push({ measure, minimum: minimum ?? 0, maximum, normalization: 'none' });
  };
  // Bytes are those of the original document; what encoding that has, an XLIFF does not say.
  add('utf8', number('minbytes'), number('maxbytes'));
  switch (attributeOf(unit, 'size-unit') ?? 'pixel') {
    case 'char':
      add('codepoints', number('minwidth'), number('maxwidth'));
      break;
    case 'glyph':
      add('graphemes', number('minwidth'), number('maxwidth'));
      break;
    case 'byte':
      add('utf8', number('minwidth'), number('maxwidth'));
      break;
    case 'pixel':
      // Nothing is narrower than a pixel; and tools that leave the unit out mean characters.
      add('graphemes', null, number('maxwidth'));
      break;
    default:
  }
  return limits;
}

/** Attributes of a trans-unit for as much of its limits as is said in characters; none where there is nothing. */
export function writeLimits(limits: readonly Limit[] | undefined): Readonly<Record<string, string | number>> {
  const range = codePointRange(limits);
  if (range === null) return {};
  return {
    ...(range.maximum === null ? {} : { maxwidth: range.maximum }),
    ...(range.minimum === 0 ? {} : { minwidth: range.minimum }),
    'size-unit': 'char',
  };
}
