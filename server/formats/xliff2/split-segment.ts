/** One segment of XLIFF 2.x as two, with an `ignorable` for the white space at the cut (2.1 §4.9.3, split). */
import { findCuts, splitState, type Cut } from '../../core/document/segmentation-edit.ts';
import { freshId } from '../../core/text/clones.ts';
import { textOf, type Content } from '../../core/text/content.ts';
import { lengthOf, sliceContent } from '../../core/text/edit-content.ts';
import { attributeOf, elementsOf, type XmlElement } from '../shared/xml/element.ts';
import {
  indentOf,
  setAttributes,
  setContent,
  startTagOf,
  tagOf,
  type AttributeChanges,
  type Patch,
} from '../shared/xml/patch.ts';
import { contentOf } from '../shared/xliff/codes.ts';
import { cutMarkup, markupLength } from '../shared/xliff/cut.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import type { FoundPart } from '../shared/xliff/unit.ts';
import { cutterFor } from './cutter.ts';
import { orderPatches, ordersAfter } from './order.ts';
import { prefixOf } from './split-code.ts';
import { writeText } from './text.ts';
import type { FoundXliffUnit, PartPlace } from './unit.ts';

/** The markup of one side: before the cut, the white space at it, behind it. */
type Sides = readonly [left: string, gap: string, right: string];

export function splitSegment(
  context: PatchContext,
  found: FoundXliffUnit,
  index: number,
  at: { readonly source: number; readonly target: number | null },
): readonly Patch[] | null {
  const [place, part] = [found.places[index], found.parts[index]];
  if (place?.source == null || part === undefined) return null;
  const source = contentOf(part.source);
  const target = part.target === null ? null : contentOf(part.target);
  const cuts = findCuts(source, target, at);
  const sources = cuts === null ? null : cutSide(context, place.source, source, cuts.source);
  const targets =
    cuts === null || target === null || place.target === null
      ? null
      : cutSide(context, place.target, target, cuts.target);
  if (cuts === null || sources === null || (target !== null && targets === null)) return null;
  const hasGap = cuts.source.to > cuts.source.from;
  const replaced = { first: index, last: index, count: hasGap ? 3 : 2 };
  const orders = ordersAfter(found.places, replaced);
  const states = [
    stateOf(
      part,
      sliceContent(source, 0, cuts.source.from),
      target && sliceContent(target, 0, cuts.target.from),
    ),
    stateOf(part, restOf(source, cuts.source), target && restOf(target, cuts.target)),
  ] as const;
  const added = (which: 1 | 2, tag: string): string => {
    const order = orders?.[index + (which === 2 && !hasGap ? 1 : which)];
    return newPart(context, place, tag, sources[which], targets?.[which] ?? '', order);
  };
  const changes = { ...states[1], ...newId(context.element, place.element) };
  const gap = hasGap ? added(1, `<${prefixOf(place.element)}ignorable>`) : '';
  const right = added(2, tagOf(context.text, place.element, changes));
  return [
    ...setAttributes(context.text, place.element, states[0]),
    setContent(place.source, sources[0]),
    ...(place.target === null || targets === null ? [] : [setContent(place.target, targets[0])]),
    { start: place.element.end, end: place.element.end, text: gap + right },
    ...orderPatches(context.text, found.places, replaced, orders),
  ];
}

function restOf(content: Content, cut: Cut): Content {
  return sliceContent(content, cut.to, lengthOf(content));
}

/** A lowered state loses the subState that refined the higher one. */
function stateOf(part: FoundPart, source: Content, target: Content | null): AttributeChanges {
  const state = splitState(part.state, source, target);
  return state === part.state ? {} : { state, subState: null };
}

function cutSide(context: PatchContext, element: XmlElement, content: Content, cut: Cut): Sides | null {
  const cutter = cutterFor(context, element);
  if (markupLength(cutter, element) !== lengthOf(content)) return null;
  const [before, after] = [cutMarkup(cutter, element, cut.from), cutMarkup(cutter, element, cut.to)];
  if (before === null || after === null) return null;
  const gap = textOf(sliceContent(content, cut.from, cut.to));
  return [before[0], writeText(gap, prefixOf(element), context.newline), after[1]];
}

/** A new part laid out and described like the one that is split; its target only where that has one. */
function newPart(
  { text }: PatchContext,
  { element, source, target }: PartPlace,
  tag: string,
  sourceMarkup: string,
  targetMarkup: string,
  order: number | undefined,
): string {
  if (source === null) return '';
  const name = /^<([^\s>]+)/u.exec(tag)?.[1] ?? element.name;
  const tail = /(?<=>)\s*$/u.exec(text.slice(element.openEnd, element.closeStart))?.[0] ?? '';
  const inner = `${indentOf(text, source)}${startTagOf(text, source)}${sourceMarkup}</${source.name}>`;
  const changes = order === undefined ? {} : { order: String(order) };
  const other =
    target === null
      ? ''
      : `${indentOf(text, target)}${startTagOf(text, target, changes)}${targetMarkup}</${target.name}>`;
  return `${indentOf(text, element)}${tag}${inner}${other}${tail}</${name}>`;
}

/** An id unlike all others of the unit, where the segment has one at all. */
function newId(unit: XmlElement, segment: XmlElement): AttributeChanges {
  const id = attributeOf(segment, 'id');
  return id === undefined ? {} : { id: freshId(id, new Set(idsIn(unit))) };
}

function idsIn(element: XmlElement): readonly string[] {
  const own = attributeOf(element, 'id');
  return [...(own === undefined ? [] : [own]), ...elementsOf(element).flatMap(idsIn)];
}
