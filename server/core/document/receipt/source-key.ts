/** When two sources say the same: other tools reindent, so white space makes no other source. */
import { codesOf, textOf, type Content } from '../../text/content.ts';
import type { Unit } from '../unit.ts';

/** Every run of white space as one space, none at the ends. */
function collapsed(content: Content): string {
  return textOf(content).replace(/\s+/gu, ' ').trim();
}

/** Without any white space: what stays the same however a unit is cut and indented. */
export function stripped(content: Content): string {
  return textOf(content).replace(/\s+/gu, '');
}

/**
 * Whether theirs is ours but for white space: as it is collapsed, or where they broke lines (as indenting does
 * around inline elements, also where there was no space) and we have none.
 */
export function sameSource(ours: Content, theirs: Content): boolean {
  if (collapsed(ours) === collapsed(theirs)) return true;
  const indented = /[\r\n]/u.test(textOf(theirs)) && !/[\r\n]/u.test(textOf(ours));
  return indented && stripped(ours) === stripped(theirs);
}

/** The source of a whole unit, white space aside; its codes where there is no text in it. */
export function unitKey(unit: Unit): string {
  const text = unit.parts.map((part) => stripped(part.source)).join('');
  if (text !== '') return text;
  return unit.parts
    .flatMap((part) => codesOf(part.source))
    .map((code) => `\u0000${code.code}`)
    .join('');
}
