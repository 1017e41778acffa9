/** Which units of a translation into Burmese are in Zawgyi. A unit is the paragraph that it is told by. */
import { textOf, type Content } from '../core/text/content.ts';
import { primaryOf, type LanguageTag } from '../core/text/language.ts';
import { zawgyiParagraphs } from '../core/text/zawgyi.ts';

export interface UnitText {
  readonly unit: string;
  readonly target: Content | null;
}

/** None for other languages. The segments of a unit need not stand together. */
export function zawgyiUnits(language: LanguageTag, segments: readonly UnitText[]): ReadonlySet<string> {
  if (primaryOf(language) !== 'my') return new Set();
  const texts = new Map<string, string>();
  for (const { unit, target } of segments) {
    if (target !== null) texts.set(unit, (texts.get(unit) ?? '') + textOf(target));
  }
  const units = [...texts.keys()];
  const found = zawgyiParagraphs([...texts.values()]);
  return new Set(units.filter((_, index) => found[index]));
}
