/** Patches for one unit of XLIFF 2.x: targets, state and subState of its segments, notes. */
import type { Note } from '../../core/document/unit.ts';
import type { Content } from '../../core/text/content.ts';
import type { XmlElement } from '../shared/xml/element.ts';
import { attributes, escapeText, legalText } from '../shared/xml/escape.ts';
import { indentOf, rawAttribute, setAttribute, setContent, type Patch } from '../shared/xml/patch.ts';
import type { FoundContent } from '../shared/xliff/codes.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { RECTO_NAMESPACE } from '../shared/xliff/places.ts';
import type { SegmentPlan, UnitPlan } from '../shared/xliff/plan.ts';
import { contentPatch } from '../shared/xliff/content-patch.ts';
import { renderContent } from '../shared/xliff/render.ts';
import { cutterFor } from './cutter.ts';
import { clonedAttributes, prefixOf, splitMarkup } from './split-code.ts';
import { writeText } from './text.ts';
import type { FoundXliffUnit, PartPlace } from './unit.ts';

export function patchXliffUnit(
  context: PatchContext,
  found: FoundXliffUnit,
  plan: UnitPlan,
): readonly Patch[] {
  const patches: Patch[] = [];
  let at = 0;
  let index = -1;
  for (const place of found.places) {
    index += 1;
    const part = found.parts[index];
    const segment = part?.kind === 'segment' ? plan.segments[at++] : undefined;
    if (segment !== undefined) patchSegment(context, place, part?.target ?? [], segment, plan, patches);
  }
  for (const patch of newNotes(context, found, plan.notes)) patches.push(patch);
  return patches;
}

/** Adds to the patches. */
function patchSegment(
  context: PatchContext,
  place: PartPlace,
  old: FoundContent,
  segment: SegmentPlan,
  plan: UnitPlan,
  patches: Patch[],
): void {
  const { text } = context;
  if (segment.restated) {
    patches.push(...setAttribute(text, place.element, 'state', segment.state));
    patches.push(...setAttribute(text, place.element, 'subState', segment.subState ?? null));
  }
  if (segment.target === null) return;
  const prefix = prefixOf(place.element);
  const write = (content: Content): string => {
    const like = content === segment.target ? segment.like : null;
    return render(context, prefix, plan, content, like);
  };
  if (place.target !== null) {
    patches.push(contentPatch({ context, cutterFor, render: write }, place.target, old, segment.target));
  } else {
    const name = `${prefix}target`;
    const at = place.source?.end ?? place.element.openEnd;
    const indent = place.source === null ? '' : indentOf(text, place.source);
    const tag = `<${name}${spaceLike(text, place.source)}>`;
    patches.push({ start: at, end: at, text: `${indent}${tag}${write(segment.target)}</${name}>` });
  }
}

/** A target keeps its white space as its source does (2.1 §4.3.2.2). */
function spaceLike(text: string, source: XmlElement | null): string {
  return source === null ? '' : rawAttribute(text, source, 'xml:space');
}

function render(
  { text, newline }: PatchContext,
  prefix: string,
  plan: UnitPlan,
  content: Content,
  like: FoundContent | null,
): string {
  return renderContent(content, like, {
    text,
    markup: plan.markup,
    escape: (part) => writeText(part, prefix, newline),
    split: (code) => splitMarkup(prefix, code),
    cloned: clonedAttributes,
  });
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
  if (found.notesElement !== null) return [setContent(found.notesElement, written.join(''))];
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
