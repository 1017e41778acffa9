/**
 * New content in an element that holds comments, processing instructions or CDATA sections: only what differs is
 * written anew, so that they stay where the text around them stays.
 */
import { lengthOf, sliceContent } from '../../../core/text/edit-content.ts';
import { codeKey, type Content } from '../../../core/text/content.ts';
import { asidesIn, withAsides } from '../xml/asides.ts';
import type { XmlElement } from '../xml/element.ts';
import { setContent, type Patch } from '../xml/patch.ts';
import { contentOf, type FoundContent } from './codes.ts';
import { cutMarkup, innerMarkup, markupLength, type Cutter } from './cut.ts';
import type { PatchContext } from './format.ts';

/** How an element is given new content. */
interface ContentWriter {
  readonly context: PatchContext;
  readonly cutterFor: (context: PatchContext, element: XmlElement) => Cutter;
  readonly render: (content: Content) => string;
}

/**
 * `old` is what the element holds now, or null where that is not known. Where there is nothing to be kept, all of it
 * is replaced.
 */
export function contentPatch(
  { context, cutterFor, render }: ContentWriter,
  element: XmlElement,
  old: FoundContent | null,
  wanted: Content,
): Patch {
  const inner = innerMarkup(context.text, element);
  if (!/<[!?]/u.test(inner)) return setContent(element, render(wanted));
  const whole = setContent(element, withAsides(inner, render(wanted)));
  if (old === null) return whole;
  const cutter = cutterFor(context, element);
  const before = contentOf(old);
  if (markupLength(cutter, element) !== lengthOf(before)) return whole;
  const [start, end] = commonEnds(unitsOf(before), unitsOf(wanted), outermost(old));
  const left = cutMarkup(cutter, element, start);
  const right = cutMarkup(cutter, element, lengthOf(before) - end);
  if (left === null || right === null) return whole;
  const middle = render(sliceContent(wanted, start, lengthOf(wanted) - end));
  // What stands at the cut itself stays before the new text, unless it stands behind it already.
  const between = start + end < lengthOf(before) ? (MARKS.exec(left[1])?.[0] ?? '') : '';
  const asides = asidesIn(inner);
  const kept = asidesIn(left[0] + between).length;
  const behind = asides.slice(kept, Math.max(kept, asides.length - asidesIn(right[1]).length)).join('');
  return setContent(element, left[0] + between + middle + behind + right[1]);
}

/** Comments and processing instructions at the beginning of markup. */
const MARKS = /^(?:<!--[^]*?-->|<\?[^]*?\?>)+/u;

/** One for each position: a UTF-16 unit of text, or a code's key. */
function unitsOf(content: Content): readonly string[] {
  return content.flatMap((part) => (typeof part === 'string' ? part.split('') : [`\u0000${codeKey(part)}`]));
}

/** For each position, the end among them, whether it stands outside all elements that hold content. */
function outermost(found: FoundContent): readonly boolean[] {
  const places: boolean[] = [];
  let depth = 0;
  for (const part of found) {
    if (part.kind === 'text') {
      for (let index = 0; index < part.text.length; index += 1) places.push(depth === 0);
      continue;
    }
    places.push(depth === 0);
    if (part.half === 'open') depth += 1;
    if (part.half === 'close') depth -= 1;
  }
  return [...places, true];
}

/** How many positions are the same at both ends; cuts lie where `fit` allows and never inside a character. */
function commonEnds(
  old: readonly string[],
  wanted: readonly string[],
  fit: readonly boolean[],
): readonly [number, number] {
  const shorter = Math.min(old.length, wanted.length);
  const isCut = (at: number): boolean =>
    fit[at] === true && !(/^[\ud800-\udbff]$/u.test(old[at - 1] ?? '') && at < old.length);
  let start = 0;
  while (start < shorter && old[start] === wanted[start]) start += 1;
  while (start > 0 && !isCut(start)) start -= 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === wanted.at(-1 - end)) end += 1;
  while (end > 0 && !isCut(old.length - end)) end -= 1;
  return [start, end];
}
