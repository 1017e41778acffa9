/** Patches for one trans-unit: its target (or the mrk elements in it), state, approved, notes. */
import type { Note } from '../../core/document/unit.ts';
import type { Content } from '../../core/text/content.ts';
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import { attributes, escapeText, legalText } from '../shared/xml/escape.ts';
import {
  applyPatches,
  indentOf,
  rawAttribute,
  setAttribute,
  setContent,
  startTagOf,
  type Patch,
} from '../shared/xml/patch.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { saysYes } from '../shared/xliff/locks.ts';
import { lowestState, type SegmentPlan, type UnitPlan } from '../shared/xliff/plan.ts';
import type { FoundContent } from '../shared/xliff/codes.ts';
import { contentPatch } from '../shared/xliff/content-patch.ts';
import { renderContent } from '../shared/xliff/render.ts';
import { writeFrom } from './note-from.ts';
import { cutterFor } from './cutter.ts';
import { clonedAttributes, splitMarkup } from './split-code.ts';
import { readState, readStateComment, stateComment, writeState, type WrittenState } from './states.ts';
import { ownState, type FoundTransUnit } from './unit.ts';
import { writeFlag } from './vendors/flags.ts';

export function patchTransUnit(
  context: PatchContext,
  found: FoundTransUnit,
  plan: UnitPlan,
): readonly Patch[] {
  const { text, element } = context;
  const { target } = found;
  let changed = false;
  let restated = false;
  for (const segment of plan.segments) {
    changed ||= segment.target !== null;
    restated ||= segment.restated;
  }
  const marked = segmentMarks(found, plan);
  const flags = patchFlags(context, found, plan);
  const patches: Patch[] = flags === null ? [] : [...flags.patches];
  const state = changed || restated ? newState(found, plan, element, flags?.hold === true) : null;
  if (target === null) {
    if (changed) patches.push(newTarget(context, found, plan, marked, state));
  } else {
    if (changed) addTarget(patches, context, found, target, plan, marked);
    if (found.vendor === null && restated) {
      for (const patch of patchComments(context, plan, marked)) patches.push(patch);
    }
    if (state !== null) patches.push(...setAttribute(text, target, 'state', state.state));
    patches.push(...patchQualifier(text, target, state, changed));
  }
  if (state !== null && (target !== null || changed)) {
    const approved = attributeOf(element, 'approved');
    if (state.approved) patches.push(...setAttribute(text, element, 'approved', 'yes'));
    else if (approved !== undefined) patches.push(...setAttribute(text, element, 'approved', 'no'));
  }
  for (const note of plan.notes) patches.push(newNote(context, found, note));
  return patches;
}

/** Where a text came from, or why it was rejected: no longer true of a text that was changed (1.2 §2.3). */
const OF_THE_OLD_TEXT = /^(?:(?:exact|fuzzy|id)-match|leveraged-\w+|(?:mt|tm)-suggestion|rejected-\w+)$/u;

function patchQualifier(
  text: string,
  target: XmlElement,
  state: WrittenState | null,
  changed: boolean,
): readonly Patch[] {
  const qualifier = attributeOf(target, 'state-qualifier');
  if (qualifier === undefined && state === null) return NO_PATCHES;
  const wanted = state?.qualifier ?? null;
  const isOwn = state !== null && qualifier?.includes(':') === true;
  const isStale = changed && qualifier !== undefined && OF_THE_OLD_TEXT.test(qualifier);
  return wanted !== null || isOwn || isStale ? setAttribute(text, target, 'state-qualifier', wanted) : [];
}

const NO_PATCHES: readonly Patch[] = [];

/** Flags of the CAT tool, for the segments that change; `hold` where they alone say what each segment is. null where there is no such tool. */
function patchFlags(
  { text, element, root }: PatchContext,
  { vendor, parts, marks }: FoundTransUnit,
  plan: UnitPlan,
): { readonly patches: readonly Patch[]; readonly hold: boolean } | null {
  if (vendor === null) return null;
  const mids = parts.flatMap((part, index) => {
    const mark = marks[index]?.source ?? null;
    return part.kind === 'segment' ? [mark === null ? null : (attributeOf(mark, 'mid') ?? '')] : [];
  });
  const written = plan.segments.flatMap((segment, index) =>
    segment.target === null && !segment.restated
      ? []
      : [writeFlag(text, vendor, element, mids[index] ?? null, segment, root)],
  );
  return {
    patches: written.flatMap((each) => each.patches),
    hold: written.every((each) => each.holds),
  };
}

/**
 * The attributes to write, or null where they already say so, or where a CAT tool's flags say it and XLIFF's state
 * never did. The target has one state: its segments' lowest.
 */
function newState(
  found: FoundTransUnit,
  plan: UnitPlan,
  element: XmlElement,
  flagged: boolean,
): WrittenState | null {
  const first = plan.segments[0]?.subState;
  let says = false;
  let isCommon = true;
  for (const segment of plan.segments) {
    says ||= !segment.unsaid && (segment.target !== null || segment.restated);
    isCommon &&= segment.subState === first;
  }
  if (!says) return null;
  const state = lowestState(plan.segments);
  const subState = isCommon && found.vendor === null ? first : undefined;
  if (flagged && ownState(element, found.target).said === null) return null;
  if (found.target !== null) {
    const now = readState(
      attributeOf(found.target, 'state'),
      saysYes(attributeOf(element, 'approved')),
      attributeOf(found.target, 'state-qualifier'),
    );
    if (now.state === state && now.subState === subState) return null;
  }
  return writeState(state, subState);
}

function render(
  { text, newline }: PatchContext,
  plan: UnitPlan,
  content: Content,
  like: FoundContent | null,
): string {
  return renderContent(content, like, {
    text,
    markup: plan.markup,
    escape: (part) => escapeText(part, newline),
    split: (code) => splitMarkup(text, code),
    cloned: clonedAttributes,
  });
}

/** Patches for what the target holds. */
function addTarget(
  patches: Patch[],
  context: PatchContext,
  found: FoundTransUnit,
  target: XmlElement,
  plan: UnitPlan,
  marked: readonly MarkedSegment[],
): void {
  if (marked.length === 0) {
    const segment = plan.segments[0];
    const old = found.parts[0]?.target ?? null;
    if (segment !== undefined) replace(patches, context, target, old, plan, segment);
  } else if (marked.every((each) => each.target === null)) {
    patches.push(setContent(target, targetLikeSource(context, found, plan, marked)));
  } else {
    for (const [index, { target: mark, old, plan: segment }] of marked.entries()) {
      const { target: content, like } = segment;
      if (mark !== null) replace(patches, context, mark, old, plan, segment);
      else if (content !== null) {
        patches.push(insertedMark(context, found, marked, index, render(context, plan, content, like)));
      }
    }
  }
}

/** A repeated source that counts as no target is replaced as a whole: what it holds is not known. */
function replace(
  patches: Patch[],
  context: PatchContext,
  element: XmlElement,
  old: FoundContent | null,
  plan: UnitPlan,
  { target, like }: SegmentPlan,
): void {
  if (target === null) return;
  const write = (part: Content): string => render(context, plan, part, part === target ? like : null);
  patches.push(contentPatch({ context, cutterFor, render: write }, element, old, target));
}

/** Keeps the comments of the target's mrk elements, so far as they are about states, true; for states that change. */
function patchComments(
  { text }: PatchContext,
  plan: UnitPlan,
  marked: readonly MarkedSegment[],
): readonly Patch[] {
  const ofTarget = lowestState(plan.segments);
  return marked.flatMap(({ target: mark, plan: { state, target } }): readonly Patch[] => {
    if (mark === null) return [];
    const said = attributeOf(mark, 'comment');
    const own = readStateComment(said);
    // Another tool's comment stays; so does a segment without a target, whose state nobody needs to be told.
    if ((said !== undefined && own === null) || (own === null && target === null && state === 'initial'))
      return [];
    const wish = stateComment(state, ofTarget);
    return wish === (said ?? null) ? [] : setAttribute(text, mark, 'comment', wish);
  });
}

interface MarkedSegment {
  readonly source: XmlElement;
  readonly target: XmlElement | null;
  readonly old: FoundContent | null;
  readonly plan: SegmentPlan;
}

const NONE_MARKED: readonly MarkedSegment[] = [];

/** Segments with their mrk elements; none where the unit is one segment as a whole. */
function segmentMarks(found: FoundTransUnit, plan: UnitPlan): readonly MarkedSegment[] {
  if (found.marks[0]?.source === null && found.marks.length === 1) return NONE_MARKED;
  let at = 0;
  const marked: MarkedSegment[] = [];
  let index = -1;
  for (const part of found.parts) {
    index += 1;
    const mark = found.marks[index];
    const segment = part.kind === 'segment' ? plan.segments[at++] : undefined;
    if (segment === undefined || mark?.source == null) continue;
    marked.push({ source: mark.source, target: mark.target, old: part.target, plan: segment });
  }
  return marked;
}

/** A mrk that the target lacks, put behind the one before it in the source, or before the first that follows. */
function insertedMark(
  { text }: PatchContext,
  found: FoundTransUnit,
  marked: readonly MarkedSegment[],
  index: number,
  markup: string,
): Patch {
  const source = marked[index]?.source;
  if (source === undefined) throw new Error('no such segment');
  const tag = startTagOf(text, source);
  const mark = `${withComment(tag, found, marked, index)}${markup}</${source.name}>`;
  const before = marked.slice(0, index).findLastIndex((each) => each.target !== null);
  const previous = marked[before];
  const following = marked.slice(index + 1).find((each) => each.target !== null);
  if (previous?.target != null) {
    const { end } = previous.target;
    const at = endOfGap(found.target, marked, end);
    const hasGap = at > end && before === index - 1;
    const behind = marked[index - 1]?.source.end;
    const gap = hasGap ? '' : (/^[^<]*/.exec(text.slice(behind, source.start))?.[0] ?? '');
    return { start: at, end: at, text: gap + mark };
  }
  const at = following?.target?.start ?? source.end;
  const gap = /^[^<]*/.exec(text.slice(source.end, marked[index + 1]?.source.start))?.[0] ?? '';
  return { start: at, end: at, text: mark + gap };
}

/** Where what stands behind a mrk of the target ends: it is read as the gap between it and the next. */
function endOfGap(target: XmlElement | null, marked: readonly MarkedSegment[], from: number): number {
  const children = target?.children ?? [];
  const first = children.findIndex((child) => child.end === from) + 1;
  if (first === 0) return from;
  const isMark = (start: number): boolean => marked.some((each) => each.target?.start === start);
  const next = children.findIndex((child, at) => at >= first && isMark(child.start));
  return children[(next < 0 ? children.length : next) - 1]?.end ?? from;
}

/** The start tag of a new mrk, with the segment's state where it is further than the others' and no flag says it. */
function withComment(
  tag: string,
  { vendor }: FoundTransUnit,
  marked: readonly MarkedSegment[],
  index: number,
): string {
  if (vendor !== null) return tag;
  const ofTarget = lowestState(marked.map((each) => each.plan));
  const segment = marked[index];
  const comment = segment === undefined ? null : stateComment(segment.plan.state, ofTarget);
  return comment === null ? tag : tag.replace(/>$/u, ` comment="${comment}">`);
}

/** The segmented source's content with the targets in its mrk elements; those without one are empty. */
function targetLikeSource(
  context: PatchContext,
  found: FoundTransUnit,
  plan: UnitPlan,
  marks: readonly MarkedSegment[],
): string {
  const container = marks.some((each) => isInside(each.source, found.segSource))
    ? found.segSource
    : found.source;
  if (container === null) return '';
  const from = container.openEnd;
  const inner = context.text.slice(from, container.closeStart);
  const patches = marks.map((each, index): Patch => {
    const markup = each.plan.target === null ? '' : render(context, plan, each.plan.target, each.plan.like);
    const tag = withComment(startTagOf(context.text, each.source), found, marks, index);
    const text = `${tag}${markup}</${each.source.name}>`;
    return { start: each.source.start - from, end: each.source.end - from, text };
  });
  return applyPatches(inner, patches);
}

/** Whether an element stands in another. */
export function isInside(inner: XmlElement, outer: XmlElement | null): boolean {
  return outer !== null && inner.start >= outer.start && inner.end <= outer.end;
}

const NO_TARGET = { target: null, like: null };

function newTarget(
  context: PatchContext,
  found: FoundTransUnit,
  plan: UnitPlan,
  marked: readonly MarkedSegment[],
  state: WrittenState | null,
): Patch {
  const { text, element } = context;
  const before = found.segSource ?? found.source;
  const at = before?.end ?? element.openEnd;
  const segmented = marked.length > 0;
  const { target, like } = plan.segments[0] ?? NO_TARGET;
  const markup = segmented
    ? targetLikeSource(context, found, plan, marked)
    : render(context, plan, target ?? [], like);
  const name = `${prefixOf(before ?? element)}target`;
  const values = { state: state?.state, 'state-qualifier': state?.qualifier ?? undefined };
  const space = found.source === null ? '' : rawAttribute(text, found.source, 'xml:space');
  const tag = `<${name}${attributesLike(text, element, values)}${space}>`;
  const indent = before === null ? '' : indentOf(text, before);
  return { start: at, end: at, text: `${indent}${tag}${markup}</${name}>` };
}

function prefixOf(element: XmlElement): string {
  return element.prefix === '' ? '' : `${element.prefix}:`;
}

/** Attributes in the quotes that the unit's own use. */
function attributesLike(
  text: string,
  unit: XmlElement,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  const last = unit.attributes.at(-1);
  const quote = last === undefined ? '"' : text[last.valueEnd];
  const written = attributes(values);
  return quote === "'" ? written.replaceAll('"', "'") : written;
}

/** Behind the last note, or behind the target, where 1.2 lets notes stand. */
function newNote(context: PatchContext, found: FoundTransUnit, note: Note): Patch {
  const { text, element, newline } = context;
  const before = found.lastNote ?? found.target ?? found.segSource ?? found.source;
  const at = before?.end ?? element.openEnd;
  const name = `${prefixOf(before ?? element)}note`;
  const values = { from: writeFrom(note), priority: note.priority, annotates: note.appliesTo };
  const tag = `<${name}${attributesLike(text, element, values)}>`;
  const indent = before === null ? '' : indentOf(text, before);
  return {
    start: at,
    end: at,
    text: `${indent}${tag}${escapeText(legalText(note.text), newline)}</${name}>`,
  };
}
