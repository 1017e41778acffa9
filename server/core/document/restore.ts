/**
 * There and back: what an exchange file must carry of a document (its skeleton), and the document that comes of
 * the exchange file again, with the places of its text in the original. Nothing is read or written here.
 */
import { codesOf, type Content } from '../text/content.ts';
import { problem, type Problem } from '../problem.ts';
import { hrefKey, type Document, type Skeleton } from './document.ts';
import { asOneSegment, wholeDocument } from './flat-units.ts';
import { segmentId, type UnitId } from './ids.ts';
import { segmentsOf, type ByteRange, type Segment, type Unit, type UnitPart } from './unit.ts';

/** The skeleton of a monolingual document; units without places are left out of it. */
export function skeletonOf(document: Document, original: Uint8Array, fileName: string): Skeleton {
  const ranges = new Map<UnitId, readonly number[]>();
  for (const unit of document.units) {
    const numbers = unit.parts.flatMap(({ range }) => (range ? [range.start, range.end] : []));
    if (numbers.length > 0 && numbers.length === unit.parts.length * 2) ranges.set(unit.id, numbers);
  }
  const { format, outline } = document;
  return { format, fileName, original, ranges, outline, hrefs: hrefsOf(document) };
}

function hrefsOf(document: Document): ReadonlyMap<string, string> {
  const hrefs = new Map<string, string>();
  for (const unit of document.units) {
    for (const code of unit.parts.flatMap((part) => codesOf(part.source))) {
      if (code.href !== undefined) hrefs.set(hrefKey(unit.id, code), code.href);
    }
  }
  return hrefs;
}

interface RestoreResult {
  /** null where there is no skeleton. */
  readonly document: Document | null;
  readonly problems: readonly Problem[];
}

/**
 * The monolingual document that an exchange document was made of, with its targets. A unit that came back with
 * another number of parts, because a tool cut it anew, becomes one segment over the whole place; units that went
 * out a segment each are joined first. Reports `xliff-no-skeleton`, `xliff-skeleton-broken` for places that are
 * none, and `xliff-skeleton-mismatch` for a unit that only one side knows, or that came back in part; such units are
 * left out.
 */
export function restoreDocument(returned: Document): RestoreResult {
  const { skeleton } = returned;
  if (!skeleton) return { document: null, problems: [problem('xliff-no-skeleton')] };
  const exchange = wholeDocument(returned);
  const problems: Problem[] = [];
  const report = (code: 'xliff-skeleton-broken' | 'xliff-skeleton-mismatch', unit: UnitId): void => {
    problems.push(problem(code, { path: `unit ${unit}` }));
  };
  const known = new Set<UnitId>();
  const units: Unit[] = [];
  for (const unit of exchange.units) {
    const numbers = skeleton.ranges.get(unit.id);
    const ranges = numbers ? readRanges(numbers, skeleton.original.length) : null;
    const shape = skeleton.shapes?.get(unit.id) ?? [];
    const isPartial = segmentsOf(unit).length < shape.filter((part) => part.kind === 'segment').length;
    if (!numbers || known.has(unit.id) || isPartial) report('xliff-skeleton-mismatch', unit.id);
    else if (!ranges) report('xliff-skeleton-broken', unit.id);
    else units.push(withHrefs(placeUnit(unit, ranges), skeleton));
    known.add(unit.id);
  }
  for (const id of skeleton.ranges.keys()) if (!known.has(id)) report('xliff-skeleton-mismatch', id);
  const { sourceLanguage, targetLanguage } = exchange;
  const document = {
    format: skeleton.format,
    variant: '',
    sourceLanguage,
    targetLanguage,
    units,
    outline: skeleton.outline,
    skeleton: null,
  };
  return { document, problems };
}

function withHrefs(unit: Unit, skeleton: Skeleton): Unit {
  if (skeleton.hrefs.size === 0) return unit;
  const lead = (content: Content): Content =>
    content.map((part) => {
      const href = typeof part === 'string' ? undefined : skeleton.hrefs.get(hrefKey(unit.id, part));
      return typeof part === 'string' || href === undefined ? part : { ...part, href };
    });
  return {
    ...unit,
    parts: unit.parts.map((part) => ({
      ...part,
      source: lead(part.source),
      target: part.target === null ? null : lead(part.target),
    })),
  };
}

/** [start, end, start, end …], each range beginning where the one before ends; null where they are not. */
function readRanges(numbers: readonly number[], length: number): readonly ByteRange[] | null {
  const ranges: ByteRange[] = [];
  for (let index = 0; index < numbers.length; index += 2) {
    const start = numbers[index] ?? NaN;
    const end = numbers[index + 1] ?? NaN;
    const follows = index === 0 || numbers[index - 1] === start;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || !follows) return null;
    if (start < 0 || end < start || end > length) return null;
    ranges.push({ start, end });
  }
  return ranges.length > 0 ? ranges : null;
}

function placeUnit(unit: Unit, ranges: readonly ByteRange[]): Unit {
  const placed = unit.parts.flatMap((part, index): UnitPart[] => {
    const range = ranges[index];
    return range ? [{ ...part, range }] : [];
  });
  const agrees = unit.parts.length === ranges.length && placed.length === ranges.length;
  return { ...unit, file: '', parts: agrees ? placed : [joinParts(unit, ranges)] };
}

function joinParts(unit: Unit, ranges: readonly ByteRange[]): Segment {
  const range = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
  return { ...asOneSegment(unit, segmentsOf(unit)[0]?.id ?? segmentId('s1')), range };
}
