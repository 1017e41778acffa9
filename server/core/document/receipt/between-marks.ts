/**
 * Text that a tool wrote into a unit beside its segments: some that know no `mrk` put the whole translation
 * between the marks and leave what stands in them. Where they left it untouched, what they wrote is the
 * translation of the unit; where they did not, nobody can say whose it is.
 */
import { sameContent, textOf, type Content } from '../../text/content.ts';
import { segmentsOf, type Segment, type Unit } from '../unit.ts';
import { isUntranslated } from './returned.ts';

/** What stands beside the segments of the unit; '' where that is white space alone, as in the source. */
export interface StrayText {
  readonly content: Content;
  /** Whether it is all that was translated. */
  readonly isWhole: boolean;
}

/** null where there is none. `known` are the targets that the segments had before. */
export function strayText(unit: Unit, known: readonly (Content | null)[]): StrayText | null {
  const stray = unit.parts.flatMap((part) =>
    part.kind === 'ignorable' && part.target !== null && isText(part.target) && !isText(part.source)
      ? [part.target]
      : [],
  );
  const [first] = stray;
  if (first === undefined) return null;
  const untouched = segmentsOf(unit).every((segment, index) => isUntouched(segment, known[index] ?? null));
  return { content: stray.length === 1 ? first : stray.flat(), isWhole: untouched && stray.length === 1 };
}

function isText(content: Content): boolean {
  return textOf(content).trim() !== '';
}

function isUntouched(segment: Segment, known: Content | null): boolean {
  const { target, source } = segment;
  if (isUntranslated(segment) || target === null || !isText(target)) return true;
  return sameContent(target, source) || (known !== null && sameContent(target, known));
}
