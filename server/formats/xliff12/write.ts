/**
 * Splices targets, states and notes into an XLIFF 1.x file. A unit in which anything is wrong is left as it is and
 * reported; the others are written. In a segmented unit only the `mrk` of a changed segment is touched, whatever
 * else a tool has put between them.
 */
import type { UnitId } from '../../core/document/ids.ts';
import { compareStates } from '../../core/document/state.ts';
import type { UnitUpdate } from '../../core/document/update.ts';
import { segmentsOf, type Note } from '../../core/document/unit.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { normalizeContent, sameContent, type Content } from '../../core/text/content.ts';
import type { WriteOptions, WriteResult } from '../format.ts';
import type { Splice } from '../shared/splice.ts';
import { setAttribute } from '../shared/xliff/attributes.ts';
import { insertAfter } from '../shared/xliff/insertions.ts';
import { attribute, childrenNamed } from '../shared/xliff/walk.ts';
import { writeContent } from '../shared/xliff/write-content.ts';
import { writeUnits, type UnitWriter } from '../shared/xliff/write-units.ts';
import { escapeAttribute, escapeText } from '../shared/xml/escape.ts';
import type { XmlElement } from '../shared/xml/scanner.ts';
import type { XmlSource } from '../shared/xml/source.ts';
import { FAMILY } from './family.ts';
import { fromValue, isSegment, midOf, readUnit, type ReadUnit } from './read-unit.ts';
import { readStateComment, stateComment, writeState, type ModelState } from './states.ts';

export function write(bytes: Uint8Array, updates: readonly UnitUpdate[], options: WriteOptions): WriteResult {
  return writeUnits(bytes, FAMILY, updates, options, writeUnit);
}

/** What one segment is to be. */
interface Wanted extends ModelState {
  /** null: it has no target, and gets none. */
  readonly content: Content | null;
  readonly changed: boolean;
}

const writeUnit: UnitWriter = (source, found, id, update) => {
  const read = readUnit(source, found, id);
  const wanted = wantedOf(read, id, update);
  if ('code' in wanted) return { splices: [], problems: [wanted] };
  const splices = writeTarget(source, read, found.element, wanted);
  if ('code' in splices) return { splices: [], problems: [{ ...splices, place: { path: id } }] };
  return {
    splices: [...splices, ...addNotes(source, found.element, update.notes ?? [])],
    problems: [],
  };
};

function wantedOf(read: ReadUnit, id: UnitId, update: UnitUpdate): readonly Wanted[] | Problem {
  const segments = segmentsOf(read.unit);
  if (segments.length !== update.segments.length) {
    const values = { unit: id, expected: segments.length, found: update.segments.length };
    return problem('update-segment-unknown', { path: id }, values);
  }
  const touched = update.segments.some((each) => each.target !== undefined || each.state !== undefined);
  if (touched && !read.unit.translate) return problem('update-locked', { path: id }, { unit: id });
  const wanted: Wanted[] = [];
  for (const [index, segment] of segments.entries()) {
    const own = update.segments[index] ?? {};
    const content = own.target === undefined ? segment.target : normalizeContent(own.target);
    const state = own.state ?? (own.target === undefined ? segment.state : 'translated');
    if (content === null && state !== 'initial') {
      return problem('update-state-invalid', { path: `${id} > ${segment.id}` }, { state });
    }
    const subState = own.subState ?? (state === segment.state ? segment.subState : undefined);
    const changed =
      own.target !== undefined && (segment.target === null || !sameContent(segment.target, content ?? []));
    wanted.push({ content, changed, state, ...(subState === undefined ? {} : { subState }) });
  }
  return wanted;
}

function writeTarget(
  source: XmlSource,
  read: ReadUnit,
  unit: XmlElement,
  wanted: readonly Wanted[],
): readonly Splice[] | Problem {
  const before = segmentsOf(read.unit);
  const restated = wanted.some(({ state, subState }, index) => {
    const own = before[index];
    return own !== undefined && (own.state !== state || own.subState !== subState);
  });
  const changed = wanted.some((each) => each.changed);
  if (!restated && !changed) return [];
  const state = writeState(lowest(wanted));
  const splices: Splice[] = [];
  const approved = attribute(source, unit, 'approved');
  if (restated && (approved !== null || state.approved === 'yes') && approved !== state.approved) {
    splices.push(...setAttribute(source, unit, 'approved', state.approved));
  }
  const written =
    changed || read.segments !== null ? writeContents(source, read, unit, wanted, state.state) : [];
  if ('code' in written) return written;
  splices.push(...written);
  if (read.target !== null && attribute(source, read.target, 'state') !== state.state) {
    splices.push(...setAttribute(source, read.target, 'state', state.state));
  }
  return splices;
}

/** The `mrk` of a target by the `mid` of its segment. */
function targetSegments(source: XmlSource, read: ReadUnit): ReadonlyMap<string, XmlElement> {
  return new Map(
    (read.target?.children ?? [])
      .filter((child) => isSegment(source, child))
      .map((child) => [midOf(source, child), child] as const),
  );
}

/** The target has one state for all its segments: that of the one that is least far. */
function lowest(wanted: readonly Wanted[]): ModelState {
  const [first] = [...wanted].sort((a, b) => compareStates(a.state, b.state));
  return first ?? { state: 'initial' };
}

function writeContents(
  source: XmlSource,
  read: ReadUnit,
  unit: XmlElement,
  wanted: readonly Wanted[],
  state: string,
): readonly Splice[] | Problem {
  const contents: (string | null)[] = [];
  for (const { content } of wanted) {
    const raw =
      content === null ? null : writeContent(source, content, read.reader.spelling.markups, () => null);
    if (raw !== null && typeof raw !== 'string') return raw;
    contents.push(raw);
  }
  const prefix = unit.name.slice(0, unit.name.length - unit.local.length);
  if (read.segments === null) {
    return read.target === null
      ? addTarget(source, unit, prefix, state, contents[0] ?? '')
      : [fill(source, read.target, contents[0] ?? '')];
  }
  if (read.target !== null) {
    const inPlace = fillSegments(source, read, read.segments, wanted, contents);
    if (inPlace !== null) return inPlace;
  }
  const whole = segmentedTarget(source, read.segments, wanted, contents);
  return read.target === null
    ? addTarget(source, unit, prefix, state, whole)
    : [fill(source, read.target, whole)];
}

/** Changes only the `mrk` of changed segments; null where the target lacks one of them. */
function fillSegments(
  source: XmlSource,
  read: ReadUnit,
  segments: readonly XmlElement[],
  wanted: readonly Wanted[],
  contents: readonly (string | null)[],
): readonly Splice[] | null {
  const own = targetSegments(source, read);
  const ofTarget = lowest(wanted);
  const splices: Splice[] = [];
  for (const [index, mrk] of segments.entries()) {
    const each = wanted[index];
    const target = own.get(midOf(source, mrk));
    if (each === undefined || each.content === null) continue;
    if (target === undefined) return null;
    const comment = attribute(source, target, 'comment');
    const wish = stateComment(each, ofTarget);
    // Another tool's comment stays.
    if (comment !== wish && (comment === null || readStateComment(comment) !== null)) {
      splices.push(...setAttribute(source, target, 'comment', wish));
    }
    if (each.changed) splices.push(fill(source, target, contents[index] ?? ''));
  }
  return splices;
}

/** A target with every segment of the source, and what stands between them there. */
function segmentedTarget(
  source: XmlSource,
  segments: readonly XmlElement[],
  wanted: readonly Wanted[],
  contents: readonly (string | null)[],
): string {
  const parent = segments[0]?.parent;
  if (!parent) return '';
  const ofTarget = lowest(wanted);
  const pieces: string[] = [];
  let from = parent.openEnd;
  for (const [index, mrk] of segments.entries()) {
    pieces.push(source.raw.slice(from, mrk.start));
    const each = wanted[index];
    const comment = each?.content ? stateComment(each, ofTarget) : null;
    const end = comment === null ? '>' : ` comment="${comment}">`;
    const tag = source.raw.slice(mrk.start, mrk.openEnd).replace(/\s*\/?>$/u, end);
    pieces.push(`${tag}${contents[index] ?? ''}</${mrk.name}>`);
    from = mrk.end;
  }
  pieces.push(source.raw.slice(from, parent.closeStart));
  return pieces.join('');
}

function fill(source: XmlSource, element: XmlElement, content: string): Splice {
  if (!element.selfClosing) return { start: element.openEnd, end: element.closeStart, text: content };
  // Only the end of the tag, so that an attribute may be changed in the same go.
  let slash = element.openEnd - 2;
  while (/\s/u.test(source.raw.charAt(slash - 1))) slash -= 1;
  return { start: slash, end: element.openEnd, text: `>${content}</${element.name}>` };
}

function addTarget(
  source: XmlSource,
  unit: XmlElement,
  prefix: string,
  state: string,
  content: string,
): readonly Splice[] {
  const before = childrenNamed(unit, 'seg-source')[0] ?? childrenNamed(unit, 'source')[0];
  const markup = `<${prefix}target state="${source.encode(escapeAttribute(state))}">${content}</${prefix}target>`;
  return before ? [insertAfter(source, before, markup)] : [];
}

/** Behind the last note, or behind the target: § 2.2 lets notes and their like stand in any order there. */
function addNotes(source: XmlSource, unit: XmlElement, notes: readonly Note[]): readonly Splice[] {
  const prefix = unit.name.slice(0, unit.name.length - unit.local.length);
  const behind = ['note', 'target', 'seg-source', 'source']
    .map((local) => childrenNamed(unit, local).at(-1))
    .find((element) => element !== undefined);
  if (behind === undefined) return [];
  return notes.map((note) => insertAfter(source, behind, source.encode(noteMarkup(prefix, note))));
}

/** One `note` element. */
export function noteMarkup(prefix: string, note: Note): string {
  const from = fromValue(note);
  const attributes = [
    ['priority', note.priority === undefined ? null : String(note.priority)],
    ['from', from],
    ['annotates', note.appliesTo ?? null],
  ] as const;
  const tag = attributes
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
  return `<${prefix}note${tag}>${escapeText(note.text)}</${prefix}note>`;
}
