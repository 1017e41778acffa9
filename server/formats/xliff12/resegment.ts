/**
 * Segments of a trans-unit split and joined (XLIFF 1.2 §2.2.4, seg-source): the mrk elements of seg-source and those
 * of the target with the same mid. Where there is no seg-source, 1.2 has no way to say it.
 */
import { findCuts, type Cut, type Resegmentation } from '../../core/document/segmentation-edit.ts';
import { freshId } from '../../core/text/clones.ts';
import { textOf, type Content } from '../../core/text/content.ts';
import { lengthOf, sliceContent } from '../../core/text/edit-content.ts';
import { attributeOf, elementsOf, type XmlElement } from '../shared/xml/element.ts';
import { escapeText } from '../shared/xml/escape.ts';
import {
  setAttributes,
  setContent,
  startTagOf,
  type AttributeChanges,
  type Patch,
} from '../shared/xml/patch.ts';
import { contentOf } from '../shared/xliff/codes.ts';
import { cutMarkup, innerMarkup, markupLength } from '../shared/xliff/cut.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { cutterFor } from './cutter.ts';
import { isInside } from './patch.ts';
import { readStateComment } from './states.ts';
import type { FoundTransUnit } from './unit.ts';

/** null where there is no seg-source, where marks do not stand side by side, or where something names their mid. */
export function resegmentTransUnit(
  context: PatchContext,
  found: FoundTransUnit,
  change: Resegmentation,
): readonly Patch[] | null {
  const segments = found.parts.flatMap((part, index) => (part.kind === 'segment' ? [index] : []));
  const [first, second] = [segments[change.segment], segments[change.segment + 1]];
  const [left, right] = [marksAt(found, first), marksAt(found, second)];
  if (left === null || isNamedElsewhere(context, found, left.source)) return null;
  if (change.kind === 'split') return splitMarks(context, found, first ?? 0, left, change);
  if (right === null || isNamedElsewhere(context, found, right.source)) return null;
  return joinMarks(context, found, left, right);
}

interface Marks {
  readonly source: XmlElement;
  readonly target: XmlElement | null;
}

function marksAt(found: FoundTransUnit, index: number | undefined): Marks | null {
  const marks = index === undefined ? undefined : found.marks[index];
  if (marks?.source == null || !isInside(marks.source, found.segSource)) return null;
  return { source: marks.source, target: marks.target };
}

function splitMarks(
  context: PatchContext,
  found: FoundTransUnit,
  index: number,
  marks: Marks,
  at: { readonly source: number; readonly target: number | null },
): readonly Patch[] | null {
  const part = found.parts[index];
  if (part === undefined) return null;
  const source = contentOf(part.source);
  const target = part.target === null ? null : contentOf(part.target);
  const cuts = findCuts(source, target, at);
  if (cuts === null || (target !== null && marks.target === null)) return null;
  const mid = freshMid(found, marks.source);
  const ofSource = splitMark(context, marks.source, source, cuts.source, mid);
  // A mark without a translation (it is empty, or repeats the source) is cut as well: its mids are the source's.
  const repeats = target === null && (marks.target?.children.length ?? 0) > 0;
  const [content, cut] = repeats ? [source, cuts.source] : [target ?? [], cuts.target];
  const ofTarget = marks.target === null ? [] : splitMark(context, marks.target, content, cut, mid);
  return ofSource === null || ofTarget === null ? null : [...ofSource, ...ofTarget];
}

function splitMark(
  context: PatchContext,
  mark: XmlElement,
  content: Content,
  cut: Cut,
  mid: string,
): readonly Patch[] | null {
  const { text, newline } = context;
  const cutter = cutterFor(context, mark);
  if (markupLength(cutter, mark) !== lengthOf(content)) return null;
  const [before, after] = [cutMarkup(cutter, mark, cut.from), cutMarkup(cutter, mark, cut.to)];
  if (before === null || after === null) return null;
  const gap = escapeText(textOf(sliceContent(content, cut.from, cut.to)), newline);
  const rest = `${gap}${startTagOf(text, mark, { mid })}${after[1]}</${mark.name}>`;
  return [setContent(mark, before[0]), { start: mark.end, end: mark.end, text: rest }];
}

function joinMarks(
  context: PatchContext,
  found: FoundTransUnit,
  left: Marks,
  right: Marks,
): readonly Patch[] | null {
  const source = joinPair(context, found.segSource, left.source, right.source);
  if (source === null || (left.target === null && right.target === null)) return source;
  if (left.target === null || right.target === null) {
    // One translation of two: it takes the mid that stays.
    const mid = attributeOf(left.source, 'mid') ?? '';
    const only = right.target;
    return only === null ? source : [...source, ...setAttributes(context.text, only, { mid })];
  }
  const target = joinPair(context, found.target, left.target, right.target);
  return target === null ? null : [...source, ...target];
}

/** Two marks that stand side by side, the first one before the other, and what lies between, in the first. */
function joinPair(
  { text }: PatchContext,
  container: XmlElement | null,
  left: XmlElement,
  right: XmlElement,
): readonly Patch[] | null {
  if (container === null || left.end > right.start || !areSiblings(container, left, right)) return null;
  const joined = innerMarkup(text, left) + text.slice(left.end, right.start) + innerMarkup(text, right);
  const comments = [attributeOf(left, 'comment'), attributeOf(right, 'comment')];
  const stated = comments.some((comment) => readStateComment(comment) !== null);
  const comment: AttributeChanges = stated && comments[0] !== comments[1] ? { comment: null } : {};
  const whole = `${startTagOf(text, left, comment)}${joined}</${left.name}>`;
  return [{ start: left.start, end: right.end, text: whole }];
}

function areSiblings(container: XmlElement, left: XmlElement, right: XmlElement): boolean {
  const children = elementsOf(container);
  if (children.some((child) => child.start === left.start)) {
    return children.some((child) => child.start === right.start);
  }
  return children.some((child) => isInside(left, child) && areSiblings(child, left, right));
}

/** A number after all others where mids are numbers, as most tools write and some ask for. */
function freshMid(found: FoundTransUnit, mark: XmlElement): string {
  const mids = found.marks.flatMap(({ source }) =>
    source === null ? [] : [attributeOf(source, 'mid') ?? ''],
  );
  const numbers = mids.every((mid) => /^\d{1,9}$/u.test(mid));
  if (numbers) return String(Math.max(...mids.map(Number)) + 1);
  return freshId(attributeOf(mark, 'mid') ?? '', new Set(mids));
}

/** Whether anything of the unit but its text refers to the segment: an alt-trans, another tool's table of segments. */
function isNamedElsewhere({ element }: PatchContext, found: FoundTransUnit, mark: XmlElement): boolean {
  const mid = attributeOf(mark, 'mid');
  const texts = [found.source, found.segSource, found.target];
  const names = (inner: XmlElement): boolean =>
    !texts.includes(inner) &&
    (attributeOf(inner, 'mid') === mid ||
      (inner.namespace !== element.namespace && attributeOf(inner, 'id') === mid) ||
      elementsOf(inner).some(names));
  return elementsOf(element).some(names);
}
