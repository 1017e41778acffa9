/**
 * Which returned text belongs to which segment of ours, within one group of units. Segments that agree by id and
 * source are taken as they are. Where only the cuts differ (the sources, joined, are the same), theirs are mapped
 * to ours wherever both are cut at the same place: several of theirs for one of ours are joined without loss;
 * one of theirs for several of ours is cut where that can be guessed, and otherwise set apart.
 */
import { textOf, type Content } from '../../text/content.ts';
import type { Segment, Unit } from '../unit.ts';
import { strayText, type StrayText } from './between-marks.ts';
import { cutTarget, type TargetCutter } from './cut-target.ts';
import {
  isUntranslated,
  joinReturned,
  placedSegments,
  returnedOf,
  type PlacedSegment,
  type Returned,
} from './returned.ts';
import type { Repair, RepairCode } from './row.ts';
import { sameSource, stripped, unitKey } from './source-key.ts';

export interface SegmentMatch {
  readonly unit: Unit;
  readonly segment: Segment;
  /** null: it is lost. */
  readonly theirs: Returned | null;
  /** Where it stands among theirs; -1 where nothing of its own came back. */
  readonly position: number;
  /** `sure`: it is this one's text. `guessed`: cut by sentences. `apart`: it cannot be mapped. */
  readonly mapping: 'sure' | 'guessed' | 'apart';
  readonly repairs: readonly Repair[];
  /** Text beside the segments that belongs to none of them for sure; '' where there is none. */
  readonly beside: StrayText | null;
}

export interface AlignedSegments {
  /** All of ours, in order. */
  readonly matches: readonly SegmentMatch[];
  /** Those of theirs that we do not have. */
  readonly unknown: readonly PlacedSegment[];
}

export interface AlignOptions {
  readonly cutter: TargetCutter;
  /** The target that a segment of ours had when it was sent. */
  readonly known: (segment: PlacedSegment) => Content | null;
}

export function alignSegments(
  ours: readonly Unit[],
  theirs: readonly Unit[],
  { cutter, known }: AlignOptions,
): AlignedSegments {
  const [own, back] = [placedSegments(ours), placedSegments(theirs)];
  const besides = (units: readonly Unit[]): readonly StrayText[] =>
    units.flatMap((unit) => strayText(unit, own.map(known)) ?? []);
  // What stood there when it was sent, nobody wrote now.
  const before = new Set(besides(ours).map(({ content }) => textOf(content)));
  const [beside] = besides(theirs).filter(({ content }) => !before.has(textOf(content)));
  const [ourUnit, theirUnit] = [ours[0], theirs[0]];
  if (beside?.isWhole === true && ourUnit !== undefined && theirUnit !== undefined && ours.length === 1) {
    return { matches: mapWhole(own, back, beside.content, cutter), unknown: [] };
  }
  const aligned =
    bySegment(own, back) ??
    (ours.map(unitKey).join('') === theirs.map(unitKey).join('')
      ? { matches: byCuts(own, back, cutter), unknown: [] }
      : byLikeness(own, back));
  if (beside === undefined) return aligned;
  return {
    ...aligned,
    matches: aligned.matches.map((match, index) => (index === 0 ? { ...match, beside } : match)),
  };
}

function matched(
  own: PlacedSegment,
  theirs: Returned | null,
  position: number,
  further: Partial<Pick<SegmentMatch, 'mapping' | 'repairs'>> = {},
): SegmentMatch {
  return { ...own, theirs, position, mapping: 'sure', repairs: [], beside: null, ...further };
}

/** null where any of ours is not there as it was. */
function bySegment(own: readonly PlacedSegment[], back: readonly PlacedSegment[]): AlignedSegments | null {
  const byId = new Map(back.map((each, index) => [String(each.segment.id), { ...each, index }]));
  const matches: SegmentMatch[] = [];
  for (const each of own) {
    const their = byId.get(each.segment.id);
    if (their === undefined || !sameSource(each.segment.source, their.segment.source)) return null;
    matches.push(matched(each, returnedOf(their.segment), their.index));
    byId.delete(each.segment.id);
  }
  return { matches, unknown: [...byId.values()] };
}

/** The sources, joined, are the same: goes along both sides from one common cut to the next. */
function byCuts(
  own: readonly PlacedSegment[],
  back: readonly PlacedSegment[],
  cutter: TargetCutter,
): readonly SegmentMatch[] {
  const matches: SegmentMatch[] = [];
  let [i, j] = [0, 0];
  while (i < own.length) {
    const [fromOwn, fromBack] = [i, j];
    let [ourLength, theirLength] = [lengthAt(own, i), lengthAt(back, j)];
    [i, j] = [i + 1, Math.min(j + 1, back.length)];
    while (ourLength !== theirLength && (i < own.length || j < back.length)) {
      if ((ourLength < theirLength && i < own.length) || j >= back.length) {
        ourLength += lengthAt(own, i);
        i += 1;
      } else {
        theirLength += lengthAt(back, j);
        j += 1;
      }
    }
    if (i === own.length) j = back.length;
    const chunk = mapChunk(own.slice(fromOwn, i), back.slice(fromBack, j), fromBack, cutter);
    for (const match of chunk) matches.push(match);
  }
  return matches;
}

function lengthAt(segments: readonly PlacedSegment[], index: number): number {
  const source = segments[index]?.segment.source;
  return source === undefined ? 0 : stripped(source).length;
}

function mapChunk(
  own: readonly PlacedSegment[],
  back: readonly PlacedSegment[],
  position: number,
  cutter: TargetCutter,
): readonly SegmentMatch[] {
  const [our, their] = [own[0], back[0]];
  if (their === undefined) return own.map((each) => matched(each, null, -1));
  if (own.length > 1) return cutChunk(own, back, position, joinReturned(back), cutter);
  if (our === undefined) return [];
  if (back.length > 1) {
    const repairs = [repair('segments-joined', our.segment.id, idsOf(back))];
    return [matched(our, joinReturned(back), position, { repairs })];
  }
  const renamed = our.segment.id !== their.segment.id;
  const repairs = renamed ? [repair('segment-renamed', our.segment.id, their.segment.id)] : [];
  return [matched(our, returnedOf(their.segment), position, { repairs })];
}

/** One text for several of ours. */
function cutChunk(
  own: readonly PlacedSegment[],
  back: readonly PlacedSegment[],
  position: number,
  whole: Returned,
  cutter: TargetCutter,
): readonly SegmentMatch[] {
  const { target } = whole;
  const sources = own.map((each) => ({ ...whole, source: each.segment.source }));
  if (target === null || isUntranslated(whole)) {
    return own.map((each, index) => matched(each, sources[index] ?? null, position + index));
  }
  const ours = joinReturned(own);
  if (ours.target !== null && stripped(ours.target) === stripped(target)) {
    return own.map((each) => matched(each, { ...returnedOf(each.segment), state: whole.state }, position));
  }
  const pieces = cutTarget(target, own.length, cutter);
  const repairs = [repair('segments-cut', idsOf(own), idsOf(back))];
  return own.map((each, index) => {
    const piece: Content | null = pieces === null ? (index === 0 ? target : null) : (pieces[index] ?? null);
    const theirs = { ...whole, source: each.segment.source, target: piece };
    return pieces === null
      ? matched(each, theirs, position, { mapping: 'apart' })
      : matched(each, theirs, position, { mapping: 'guessed', repairs: index === 0 ? repairs : [] });
  });
}

/** What was written beside the marks is the translation of the whole unit. */
function mapWhole(
  own: readonly PlacedSegment[],
  back: readonly PlacedSegment[],
  target: Content,
  cutter: TargetCutter,
): readonly SegmentMatch[] {
  const whole: Returned = { ...joinReturned(back), target };
  const state = whole.state === 'initial' ? ('translated' as const) : whole.state;
  const text = target.filter((part) => typeof part === 'string').join('');
  const note = repair('target-between-marks', '', text);
  const [only] = own;
  if (own.length === 1 && only !== undefined) {
    return [
      matched(only, { ...whole, state, source: back[0]?.segment.source ?? [] }, 0, { repairs: [note] }),
    ];
  }
  const cut = cutChunk(own, back, 0, { ...whole, state }, cutter);
  return cut.map((each, index) => (index === 0 ? { ...each, repairs: [note, ...each.repairs] } : each));
}

/** The sources differ: by id and source, then by source alone, then by id alone. */
function byLikeness(own: readonly PlacedSegment[], back: readonly PlacedSegment[]): AlignedSegments {
  const free = new Set(back);
  const pairs = new Map<PlacedSegment, PlacedSegment>();
  const pairBy = (keyOf: (segment: Segment) => string): void => {
    const waiting = new Map<string, PlacedSegment[]>();
    for (const each of free) {
      const list = waiting.get(keyOf(each.segment));
      if (list === undefined) waiting.set(keyOf(each.segment), [each]);
      else list.push(each);
    }
    for (const each of own) {
      const their = pairs.has(each) ? undefined : waiting.get(keyOf(each.segment))?.shift();
      if (their === undefined) continue;
      pairs.set(each, their);
      free.delete(their);
    }
  };
  pairBy((segment) => `${segment.id}\u0000${stripped(segment.source)}`);
  pairBy((segment) => stripped(segment.source));
  pairBy((segment) => segment.id);
  const places = new Map(back.map((each, index) => [each, index]));
  const matches = own.map((each) => {
    const their = pairs.get(each);
    if (their === undefined) return matched(each, null, -1);
    const renamed = their.segment.id !== each.segment.id;
    const repairs = renamed ? [repair('segment-renamed', each.segment.id, their.segment.id)] : [];
    return matched(each, returnedOf(their.segment), places.get(their) ?? -1, { repairs });
  });
  return { matches, unknown: back.filter((each) => free.has(each)) };
}

function repair(code: RepairCode, before: string, after: string): Repair {
  return { code, place: 'segment', before, after };
}

function idsOf(segments: readonly PlacedSegment[]): string {
  return segments.map(({ segment }) => segment.id).join(' ');
}
