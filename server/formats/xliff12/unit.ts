/** One trans-unit (XLIFF 1.2 §2.2.4): its segments, by seg-source and the target's mrk elements, or as a whole. */
import type { State } from '../../core/document/state.ts';
import type { Note } from '../../core/document/unit.ts';
import type { ProblemCode } from '../../core/problem.ts';
import { sameContent } from '../../core/text/content.ts';
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import { contentOf, distinguish, type FoundContent } from '../shared/xliff/codes.ts';
import { saysYes } from '../shared/xliff/locks.ts';
import { partIds, type FoundPart, type FoundUnit } from '../shared/xliff/unit.ts';
import { NO_PIECES, readPieces, type ReadPieces } from './codes.ts';
import { markComments, toolComments } from './comments.ts';
import { readNote } from './note-from.ts';
import { readState, readStateComment, type FoundState } from './states.ts';
import { isLocked, readFlag, toolsIn, vendorOf } from './vendors/flags.ts';

import type { Vendor } from './vendors/vendor.ts';

export interface FoundTransUnit extends FoundUnit {
  readonly source: XmlElement | null;
  readonly segSource: XmlElement | null;
  readonly target: XmlElement | null;
  readonly lastNote: XmlElement | null;
  /** The CAT tool that keeps flags in the unit. */
  readonly vendor: Vendor | null;
  /** Of each part: the mrk in source and target; both null where the unit is one segment as a whole. */
  readonly marks: readonly { readonly source: XmlElement | null; readonly target: XmlElement | null }[];
}

/** A run of pieces: a segment (with its mrk) or what stands between two. */
interface Run {
  readonly mark: XmlElement | null;
  readonly mid: string;
  readonly content: FoundContent;
}

interface Pairing {
  readonly source: Run;
  readonly target: Run | null;
}

export function findTransUnit(
  text: string,
  element: XmlElement,
  isOwn: (namespace: string | null) => boolean,
): FoundTransUnit {
  const { source, segSource, target, lastNote } = childrenOf(element, isOwn);
  const problems: ProblemCode[] = [];
  const ofSource = source === null ? NO_PIECES : readPieces(text, source, isOwn);
  const ofSegSource = segSource === null ? NO_PIECES : readPieces(text, segSource, isOwn);
  const ofTarget = target === null ? null : readPieces(text, target, isOwn);
  const segmented = cut(ofSegSource) ?? cut(ofSource);
  const pairings =
    (segmented === null ? null : paired(segmented, ofTarget ?? NO_PIECES, problems)) ??
    whole(ofSource, ofTarget);
  const tools = toolsIn(element);
  const vendor = vendorOf(element, tools);
  const { parts, alike } = partsOf(pairings, { element, target, tools, vendor }, problems);
  const isMarked = ofSource.marked || ofSegSource.marked || ofTarget?.marked === true;
  return {
    parts,
    alike,
    problems,
    about: () => {
      const ids = isMarked ? idsByMid(pairings, parts) : null;
      return {
        name: attributeOf(element, 'resname') ?? '',
        notes: notesOf(element, segSource ?? source, target, ids, isOwn),
        canResegment: vendor?.resegments?.(element) ?? true,
        targetLanguage: target === null ? undefined : attributeOf(target, 'xml:lang'),
      };
    },
    source,
    segSource,
    target,
    lastNote,
    vendor,
    marks: marksOf(pairings),
  };
}

type Marks = FoundTransUnit['marks'];

const NO_MARKS: Marks = [{ source: null, target: null }];

function marksOf(pairings: readonly Pairing[]): Marks {
  if (pairings.length === 1 && pairings[0]?.source.mark === null) return NO_MARKS;
  return pairings.map(({ source: of, target: to }) => ({
    source: of.mark,
    target: to === null ? null : to.mark,
  }));
}

interface TransUnitChildren {
  source: XmlElement | null;
  segSource: XmlElement | null;
  target: XmlElement | null;
  lastNote: XmlElement | null;
}

/** The first of each, and the last note; one walk, because most units are read and never asked for anything else. */
function childrenOf(
  element: XmlElement,
  isOwn: (namespace: string | null) => boolean,
): Readonly<TransUnitChildren> {
  const found: TransUnitChildren = { source: null, segSource: null, target: null, lastNote: null };
  for (const child of element.children) {
    if (child.kind === 'text' || !isOwn(child.namespace)) continue;
    if (child.local === 'source') found.source ??= child;
    else if (child.local === 'target') found.target ??= child;
    else if (child.local === 'seg-source') found.segSource ??= child;
    else if (child.local === 'note') found.lastNote = child;
  }
  return found;
}

/** The unit's notes, the comments of its annotations (where there are any: `ids`), and those of tools. */
function notesOf(
  element: XmlElement,
  source: XmlElement | null,
  target: XmlElement | null,
  ids: ReadonlyMap<string, string> | null,
  isOwn: (namespace: string | null) => boolean,
): readonly Note[] {
  const notes: Note[] = [];
  for (const child of element.children) {
    if (child.kind === 'element' && child.local === 'note' && isOwn(child.namespace))
      notes.push(readNote(child));
  }
  const inMarks = (from: XmlElement | null, side: 'source' | 'target'): readonly Note[] =>
    ids === null ? [] : markComments(from, side, isOwn, ids);
  return [
    ...notes,
    ...inMarks(source, 'source'),
    ...inMarks(target, 'target'),
    ...toolComments(element, isOwn),
  ];
}

/** Ids of the segments that stand in a mrk, by its mid. */
function idsByMid(pairings: readonly Pairing[], parts: readonly FoundPart[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  pairings.forEach(({ source: { mark, mid } }, index) => {
    const id = parts[index]?.id;
    if (mark !== null && id !== undefined) ids.set(mid, id);
  });
  return ids;
}

interface OwnState extends FoundState {
  /** null where the attributes say nothing. */
  readonly said: State | null;
}

/** What XLIFF's own attributes say. */
export function ownState(element: XmlElement, target: XmlElement | null): OwnState {
  const written = target === null ? undefined : attributeOf(target, 'state');
  // An empty target is approved by tools that approve whatever they do not doubt, and is no translation.
  const approved = target !== null && target.children.length > 0 && saysYes(attributeOf(element, 'approved'));
  const qualifier = target === null ? undefined : attributeOf(target, 'state-qualifier');
  const found = readState(written ?? (target === null ? undefined : unsaid(target)), approved, qualifier);
  const said = written !== undefined || approved ? found.state : null;
  return { state: found.state, subState: found.subState, said };
}

/** A target without a state is taken for a translation (states.ts), but not one that is empty. */
function unsaid(target: XmlElement): string | undefined {
  return target.children.length === 0 ? 'needs-translation' : undefined;
}

interface UnitElements {
  readonly element: XmlElement;
  readonly target: XmlElement | null;
  readonly tools: readonly Vendor[];
  readonly vendor: Vendor | null;
}

function partsOf(
  pairings: readonly Pairing[],
  unit: UnitElements,
  problems: ProblemCode[],
): Pick<FoundUnit, 'parts' | 'alike'> {
  const sources: FoundContent[] = [];
  const targets: (FoundContent | null)[] = [];
  const mids: string[] = [];
  for (const { source, target } of pairings) {
    sources.push(source.content);
    targets.push(target === null ? null : target.content);
    if (isSegment(source)) mids.push(source.mid);
  }
  const alike = distinguish(sources, targets);
  const { ids, clash } = partIds(mids);
  if (clash) problems.push('xliff-id-duplicate');
  const own = ownState(unit.element, unit.target);
  const parts: FoundPart[] = [];
  let at = 0;
  for (const pairing of pairings) {
    const source = sources[parts.length] ?? [];
    const target = targets[parts.length] ?? null;
    if (!isSegment(pairing.source)) {
      const { state, subState } = UNTRANSLATED;
      parts.push({ kind: 'ignorable', id: '', source, target, state, subState, locked: false });
      continue;
    }
    const id = ids[at++] ?? '';
    const mid = pairing.source.mark === null ? null : pairing.source.mid;
    const flag = unit.vendor === null ? null : readFlag(unit.vendor, unit.element, mid, own.said);
    const said = flag ?? commented(pairing) ?? own;
    const none = isUntranslated(pairing, source, target, flag === null && said.state === 'initial');
    const { state, subState } = none || target === null ? UNTRANSLATED : said;
    const locked = isLocked(unit.element, unit.target, mid, unit.tools);
    parts.push({ kind: 'segment', id, source, target: none ? null : target, state, subState, locked });
  }
  return { parts, alike };
}

function isSegment({ mark, mid }: Run): boolean {
  return mark !== null || mid !== '';
}

const UNTRANSLATED: FoundState = { state: 'initial', subState: undefined };

/** The state that the comment of the segment's mrk says, or null. */
function commented(pairing: Pairing): FoundState | null {
  const mark = pairing.target?.mark ?? null;
  const state = mark === null ? null : readStateComment(attributeOf(mark, 'comment'));
  return state === null ? null : { state, subState: undefined };
}

/**
 * An empty mrk stands for a segment that nobody has translated yet, whatever the whole target's state; so does a
 * repeated source that says it is untranslated (`unsettled`), put there for tools that fill only what is there.
 */
function isUntranslated(
  pairing: Pairing,
  source: FoundContent,
  target: FoundContent | null,
  unsettled: boolean,
): boolean {
  if (target === null) return pairing.source.mark !== null;
  if (target.length === 0 && pairing.source.mark !== null) return true;
  return unsettled && sameContent(contentOf(source), contentOf(target));
}

/** The unit as one segment. */
function whole(source: ReadPieces, target: ReadPieces | null): readonly Pairing[] {
  return [{ source: wholeRun(source), target: target === null ? null : wholeRun(target) }];
}

function wholeRun({ pieces }: ReadPieces): Run {
  return { mark: null, mid: '1', content: pieces };
}

/** Runs in order, empty ones between segments left out; null where there is no segment. */
function cut({ pieces, limits }: ReadPieces): readonly Run[] | null {
  if (limits.length === 0) return null;
  const runs: Run[] = [];
  let from = 0;
  let mark: XmlElement | null = null;
  let mid = '';
  const finish = (to: number): void => {
    if (mark !== null || to > from) runs.push({ mark, mid, content: pieces.slice(from, to) });
    from = to;
  };
  for (const limit of limits) {
    finish(limit.at);
    mark = limit.edge === 'start' ? limit.element : null;
    mid = limit.edge === 'start' ? limit.mid : '';
  }
  finish(pieces.length);
  return runs;
}

/**
 * Each run of the source with its like of the target: segments by mid, what lies between by the segment before
 * it. null where the target is segmented otherwise, or mids are not unique: then only the unit as a whole shows
 * all that is there.
 */
function paired(
  source: readonly Run[],
  target: ReadPieces,
  problems: ProblemCode[],
): readonly Pairing[] | null {
  const mids = midsOf(source);
  const runs = cut(target);
  const targetMids = midsOf(runs ?? []);
  const known = new Set(mids);
  const agree = targetMids.every((mid) => known.has(mid)) && new Set(targetMids).size === targetMids.length;
  const untranslated =
    runs === null && target.pieces.every((piece) => piece.kind === 'text' && piece.text === '');
  if (known.size !== mids.length || !agree || (runs === null && !untranslated)) {
    problems.push('xliff-target-segmentation');
    return null;
  }
  return runs === null ? source.map((run) => ({ source: run, target: null })) : joinedRuns(source, runs);
}

function midsOf(runs: readonly Run[]): readonly string[] {
  return runs.flatMap((run) => (run.mark === null ? [] : [run.mid]));
}

function joinedRuns(source: readonly Run[], target: readonly Run[]): readonly Pairing[] {
  const segments = new Map<string, Run>();
  const gaps = new Map<string, Run>();
  let before = '';
  for (const run of target) {
    if (run.mark === null) gaps.set(before, run);
    else {
      segments.set(run.mid, run);
      before = `mid ${run.mid}`;
    }
  }
  const result: Pairing[] = [];
  let after = '';
  const addGap = (run: Run): void => {
    const gap = gaps.get(after) ?? null;
    gaps.delete(after);
    if (run.content.length > 0 || gap !== null) result.push({ source: run, target: gap });
  };
  const empty: Run = { mark: null, mid: '', content: [] };
  source.forEach((run, index) => {
    if (run.mark === null) addGap(run);
    else {
      if (index === 0 || source[index - 1]?.mark !== null) addGap(empty);
      result.push({ source: run, target: segments.get(run.mid) ?? null });
      after = `mid ${run.mid}`;
    }
  });
  if (source.at(-1)?.mark !== null) addGap(empty);
  return result;
}
