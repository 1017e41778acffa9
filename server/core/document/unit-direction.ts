/** Which way a text of a unit runs: as its file says (XLIFF 2.1 §4.3.1.28 and 39), else as its language does. */
import { firstStrong } from '../text/bidi.ts';
import { textOf, type Content } from '../text/content.ts';
import { directionOf, type Direction, type LanguageTag } from '../text/language.ts';
import type { UnitDirection } from './unit.ts';

/**
 * null: the file says nothing. `auto` goes by the first strong letter of a text that is there, so give none of one
 * that is being written; where there is no letter it goes by the language.
 */
export function directionFor(
  said: UnitDirection | null | undefined,
  language: LanguageTag,
  content: Content,
): Direction {
  if (said === 'ltr' || said === 'rtl') return said;
  return (said === 'auto' ? firstStrong(textOf(content)) : null) ?? directionOf(language);
}
