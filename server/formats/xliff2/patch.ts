/** Patches for one unit of XLIFF 2.x: targets, state and subState of its segments, notes. */
import type { Note } from '../../core/document/unit.ts';
import type { Content } from '../../core/text/content.ts';
import { withAsides } from '../shared/xml/asides.ts';
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import { attributes, escapeAttribute, escapeText, legalText } from '../shared/xml/escape.ts';
import { isNmtoken } from '../shared/xml/nmtoken.ts';
import {
  indentOf,
  setAttribute,
  setContent,
  type AttributeChanges,
  type Patch,
} from '../shared/xml/patch.ts';
import type { FoundCode } from '../shared/xliff/codes.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { RECTO_NAMESPACE } from '../shared/xliff/places.ts';
import type { SegmentPlan, UnitPlan } from '../shared/xliff/plan.ts';
import { renderContent } from '../shared/xliff/render.ts';
import { writeText } from './text.ts';
import type { FoundXliffUnit, PartPlace } from './unit.ts';

export function patchXliffUnit(
  context: PatchContext,
  found: FoundXliffUnit,
  plan: UnitPlan,
): readonly Patch[] {
  const segments = found.places.filter((_, index) => found.parts[index]?.kind === 'segment');
  const patches = plan.segments.flatMap((segment, index) => {
    const place = segments[index];
    return place === undefined ? [] : patchSegment(context, place, segment, plan);
  });
  return [...patches, ...newNotes(context, found, plan.notes)];
}

function patchSegment(
  context: PatchContext,
  place: PartPlace,
  segment: SegmentPlan,
  plan: UnitPlan,
): readonly Patch[] {
  const { text } = context;
  const patches: Patch[] = [];
  if (segment.restated) {
    patches.push(...setAttribute(text, place.element, 'state', segment.state));
    patches.push(...setAttribute(text, place.element, 'subState', segment.subState ?? null));
  }
  if (segment.target === null) return patches;
  const markup = render(context, prefixOf(place.element), plan, segment.target);
  if (place.target !== null) patches.push(setContent(place.target, withAsides(text, place.target, markup)));
  else {
    const name = `${prefixOf(place.element)}target`;
    const at = place.source?.end ?? place.element.openEnd;
    const indent = place.source === null ? '' : indentOf(text, place.source);
    patches.push({ start: at, end: at, text: `${indent}<${name}>${markup}</${name}>` });
  }
  return patches;
}

function prefixOf(element: XmlElement): string {
  return element.prefix === '' ? '' : `${element.prefix}:`;
}

function render({ text, newline }: PatchContext, prefix: string, plan: UnitPlan, content: Content): string {
  return renderContent(content, {
    text,
    markup: plan.markup,
    escape: (part) => writeText(part, prefix, newline),
    split: (code) => splitMarkup(prefix, code),
    cloned: clonedAttributes,
  });
}

/** Of pc to sc and ec (2.1 §4.7.2.4.1): which attributes each takes, under which name. */
const START_NAMES: ReadonlyMap<string, string> = new Map([
  ['dataRefStart', 'dataRef'],
  ['dispStart', 'disp'],
  ['equivStart', 'equiv'],
  ['subFlowsStart', 'subFlows'],
]);
const END_NAMES: ReadonlyMap<string, string> = new Map([
  ['dataRefEnd', 'dataRef'],
  ['dispEnd', 'disp'],
  ['equivEnd', 'equiv'],
  ['subFlowsEnd', 'subFlows'],
]);
/** What an ec that is not isolated takes over from the pc as it is. */
const SHARED_WITH_END = new Set([
  'canCopy',
  'canDelete',
  'canOverlap',
  'canReorder',
  'copyOf',
  'subType',
  'type',
]);

/** Half of a pc as sc or ec, of a mrk as sm or em. */
function splitMarkup(prefix: string, found: FoundCode): string {
  const { element, half, code } = found;
  const changes: AttributeChanges = found.clone === true ? clonedAttributes(found) : {};
  const written = changes['id'] ?? attributeOf(element, 'id') ?? code.id;
  if (element.local === 'mrk') {
    if (half === 'close') return `<${prefix}em${attributes({ startRef: written })}/>`;
    return `<${prefix}sm${rawAttributes(element, (name) => name, changes)}/>`;
  }
  // What a pc does not say means no, what sc and ec do not say means yes (2.1 §4.3.1.3).
  const overlap = attributeOf(element, 'canOverlap') === undefined ? ' canOverlap="no"' : '';
  if (half === 'open') {
    const name = (own: string): string | null => (/End$/.test(own) ? null : (START_NAMES.get(own) ?? own));
    return `<${prefix}sc${rawAttributes(element, name, changes)}${overlap}/>`;
  }
  const name = (own: string): string | null => END_NAMES.get(own) ?? (SHARED_WITH_END.has(own) ? own : null);
  const rest = rawAttributes(element, name, changes).replace(' canReorder="firstNo"', ' canReorder="no"');
  return `<${prefix}ec${attributes({ startRef: written })}${rest}${overlap}/>`;
}

/** Of a clone (2.1 §4.7.2.3.1): an id of its own; copyOf where, and only where, there is no original data. */
function clonedAttributes({ element, code }: FoundCode): AttributeChanges {
  const number = /-\d+$/.exec(code.id)?.[0] ?? '';
  const id = isNmtoken(code.id) ? code.id : `${attributeOf(element, 'id') ?? 'c'}${number}`;
  if (attributeOf(element, 'startRef') !== undefined) return { startRef: id };
  const hasData = ['dataRef', 'dataRefStart', 'dataRefEnd'].some(
    (name) => attributeOf(element, name) !== undefined,
  );
  return {
    id,
    copyOf: hasData ? null : (attributeOf(element, 'copyOf') ?? attributeOf(element, 'id') ?? null),
  };
}

function rawAttributes(
  element: XmlElement,
  rename: (name: string) => string | null,
  changes: AttributeChanges,
): string {
  const values = new Map<string, string | null>(element.attributes.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(changes)) values.set(name, value);
  return [...values]
    .map(([name, value]) => {
      const renamed = rename(name);
      return renamed === null || value === null ? '' : ` ${renamed}="${escapeAttribute(value)}"`;
    })
    .join('');
}

/** Notes at the end of the unit's notes, or in new ones, before originalData and the segments (2.1 §4.2.2.5). */
function newNotes(context: PatchContext, found: FoundXliffUnit, notes: readonly Note[]): readonly Patch[] {
  const { text, newline, element } = context;
  if (notes.length === 0) return [];
  const prefix = prefixOf(element);
  const written = notes.map((note) => noteMarkup(note, prefix, newline));
  const existing = found.notesElement?.children.findLast((child) => child.kind === 'element');
  if (found.notesElement !== null && existing?.kind === 'element') {
    const indent = indentOf(text, existing);
    return [{ start: existing.end, end: existing.end, text: written.map((each) => indent + each).join('') }];
  }
  const next = found.firstBehindNotes;
  if (next === null) return [];
  const indent = indentOf(text, next);
  const deeper = indent + stepOf(indent, indentOf(text, element));
  const inner = written.map((each) => deeper + each).join('');
  const markup = `<${prefix}notes>${inner}${indent}</${prefix}notes>${indent}`;
  return [{ start: next.start, end: next.start, text: markup }];
}

/** One step of indentation: how much deeper a child stands than its parent. */
function stepOf(child: string, parent: string): string {
  return child.startsWith(parent) && child.length > parent.length ? child.slice(parent.length) : '';
}

function noteMarkup(note: Note, prefix: string, newline: string): string {
  const foreign = note.author !== undefined || note.segment !== undefined;
  const values = {
    appliesTo: note.appliesTo,
    category: note.category,
    priority: note.priority,
    'xmlns:recto': foreign ? RECTO_NAMESPACE : undefined,
    'recto:author': note.author,
    'recto:segment': note.segment,
  };
  return `<${prefix}note${attributes(values)}>${escapeText(legalText(note.text), newline)}</${prefix}note>`;
}
