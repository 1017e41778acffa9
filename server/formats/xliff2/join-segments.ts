/** Two segments of XLIFF 2.x, and what lies between them, as one (2.1 §4.9.3, join). */
import { joinedState } from '../../core/document/segmentation-edit.ts';
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import {
  indentOf,
  setAttributes,
  setContent,
  startTagOf,
  type AttributeChanges,
  type Patch,
} from '../shared/xml/patch.ts';
import { innerMarkup } from '../shared/xliff/cut.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { areConsecutive, orderPatches, ordersAfter } from './order.ts';
import type { FoundXliffUnit, PartPlace } from './unit.ts';

/** null where the targets do not follow each other, attributes contradict, or something refers to the second. */
export function joinSegments(
  context: PatchContext,
  found: FoundXliffUnit,
  first: number,
  last: number,
): readonly Patch[] | null {
  const { text } = context;
  const places = found.places.slice(first, last + 1);
  const [left, right] = [places[0], places.at(-1)];
  if (left?.source == null || right === undefined || !areConsecutive(found.places, first, last)) return null;
  if (isReferredTo(context, right.element)) return null;
  const own = mergedAttributes([left.element, right.element], ['id', 'state', 'subState']);
  const spaces = new Set(places.flatMap(({ source }) => (source === null ? [] : [spaceOf(source)])));
  const source = mergedAttributes(
    places.flatMap((each) => each.source ?? []),
    ['xml:space'],
  );
  const target = mergedAttributes(
    places.flatMap((each) => each.target ?? []),
    ['xml:space', 'order'],
  );
  if (own === null || source === null || target === null) return null;
  const space: AttributeChanges = spaces.size > 1 ? { 'xml:space': 'preserve' } : {};
  const replaced = { first, last, count: 1 };
  const orders = ordersAfter(found.places, replaced);
  const joined = places.map((each) => (each.source === null ? '' : innerMarkup(text, each.source))).join('');
  return [
    ...setAttributes(text, left.element, { ...own, ...stateChanges(found, first, last) }),
    ...setAttributes(text, left.source, { ...source, ...space }),
    setContent(left.source, joined),
    ...targetPatches(context, places, { ...target, ...space }, orders?.[first]),
    { start: left.element.end, end: right.element.end, text: '' },
    ...orderPatches(text, found.places, replaced, orders),
  ];
}

function spaceOf(element: XmlElement): string {
  return attributeOf(element, 'xml:space') ?? '';
}

function targetPatches(
  { text }: PatchContext,
  places: readonly PartPlace[],
  changes: AttributeChanges,
  order: number | undefined,
): readonly Patch[] {
  const [left] = places;
  const existing = places.find((each) => each.target !== null)?.target;
  if (existing == null || left?.source == null) return [];
  const markup = places.map(({ element, source, target }) => {
    if (target !== null) return innerMarkup(text, target);
    return element.local === 'ignorable' && source !== null ? innerMarkup(text, source) : '';
  });
  if (left.target !== null) {
    return [...setAttributes(text, left.target, changes), setContent(left.target, markup.join(''))];
  }
  const tag = startTagOf(text, existing, { ...changes, order: order === undefined ? null : String(order) });
  const at = left.source.end;
  const whole = `${indentOf(text, left.source)}${tag}${markup.join('')}</${existing.name}>`;
  return [{ start: at, end: at, text: whole }];
}

/** The earliest state, with the subState that belongs to it or none. */
function stateChanges(found: FoundXliffUnit, first: number, last: number): AttributeChanges {
  const segments = found.parts.slice(first, last + 1).filter((part) => part.kind === 'segment');
  const { state, subState } = joinedState(segments);
  const [own] = segments;
  if (own === undefined) return {};
  return {
    ...(state === own.state ? {} : { state }),
    ...(subState === own.subState ? {} : { subState: subState ?? null }),
  };
}

/** What the later elements say and the first does not; null where two say different things. */
function mergedAttributes(
  elements: readonly XmlElement[],
  apart: readonly string[],
): Readonly<Record<string, string>> | null {
  const said = new Map<string, string>();
  const added: Record<string, string> = {};
  for (const [index, element] of elements.entries()) {
    for (const { name, value } of element.attributes) {
      if (apart.includes(name)) continue;
      const before = said.get(name);
      if (before !== undefined && before !== value) return null;
      if (before === undefined && index > 0) added[name] = value;
      said.set(name, value);
    }
  }
  return added;
}

/** Whether a fragment identifier in the unit may mean the element. */
function isReferredTo({ text, element }: PatchContext, segment: XmlElement): boolean {
  const id = attributeOf(segment, 'id');
  if (id === undefined) return false;
  const unit = text.slice(element.start, element.end);
  return ['"', "'", ' '].some((end) => unit.includes(`#${id}${end}`) || unit.includes(`/${id}${end}`));
}
