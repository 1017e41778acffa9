/**
 * What an update means for a monolingual document: for each unit that is written, its parts with their places in
 * the text and the content that each is to have. A unit with anything wrong in it is left out and reported;
 * the others are written.
 */
import type { Document } from '../../core/document/document.ts';
import type { UnitId } from '../../core/document/ids.ts';
import { segmentsOf, type Unit, type UnitPart } from '../../core/document/unit.ts';
import type { UnitUpdate } from '../../core/document/update.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { isEmpty, hasLoneSurrogate, textOf, type Content } from '../../core/text/content.ts';
import type { ByteOffsets } from './byte-offsets.ts';

interface PlannedPart {
  readonly part: UnitPart;
  /** Half-open range of UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** null: it keeps its bytes. */
  readonly target: Content | null;
}

export interface PlannedUnit {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  /** One after the other, without gaps. */
  readonly parts: readonly PlannedPart[];
}

interface Plan {
  /** In the order of the text; they do not overlap. */
  readonly units: readonly PlannedUnit[];
  readonly problems: readonly Problem[];
}

/**
 * Reports `update-unit-unknown`, `update-segment-unknown` (too many or too few), `update-locked`,
 * `xliff-skeleton-broken` (places outside the text, or overlapping), `text-nul` and `text-surrogate`.
 */
export function planUnits(document: Document, updates: readonly UnitUpdate[], offsets: ByteOffsets): Plan {
  const byId = new Map(document.units.map((unit) => [unit.id, unit]));
  const problems: Problem[] = [];
  const targets = new Map<UnitId, (Content | null)[]>();
  for (const update of updates) {
    const unit = byId.get(update.unit);
    const wrong = unit
      ? wrongUpdate(unit, update)
      : problem('update-unit-unknown', placeOf(update.unit), { unit: update.unit });
    if (wrong !== null || !unit) problems.push(...(wrong ? [wrong] : []));
    else {
      const earlier = targets.get(unit.id) ?? [];
      targets.set(
        unit.id,
        update.segments.map((each, index) => each.target ?? earlier[index] ?? null),
      );
    }
  }
  const units: PlannedUnit[] = [];
  for (const [id, contents] of targets) {
    const unit = byId.get(id);
    if (!unit || contents.every((content) => content === null)) continue;
    const planned = placeParts(unit, contents, offsets);
    if (planned) units.push(planned);
    else problems.push(problem('xliff-skeleton-broken', placeOf(id), { reason: id }));
  }
  return withoutOverlaps(units, problems);
}

/** `unit u3`, or `unit u3 > segment 2` (1-based). */
export function placeOf(unit: UnitId, segment?: number): { readonly path: string } {
  return { path: segment === undefined ? `unit ${unit}` : `unit ${unit} > segment ${segment}` };
}

function wrongUpdate(unit: Unit, update: UnitUpdate): Problem | null {
  const segments = segmentsOf(unit);
  if (segments.length !== update.segments.length) {
    const values = { unit: unit.id, expected: segments.length, found: update.segments.length };
    return problem('update-segment-unknown', placeOf(unit.id), values);
  }
  for (const [index, { target }] of update.segments.entries()) {
    if (!target) continue;
    const place = placeOf(unit.id, index + 1);
    if (segments[index]?.locked) return problem('update-locked', place, { unit: unit.id });
    if (textOf(target).includes('\0')) return problem('text-nul', place);
    if (hasLoneSurrogate(target)) return problem('text-surrogate', place);
  }
  return null;
}

function placeParts(
  unit: Unit,
  targets: readonly (Content | null)[],
  offsets: ByteOffsets,
): PlannedUnit | null {
  const parts: PlannedPart[] = [];
  let segments = 0;
  for (const part of unit.parts) {
    if (!part.range) return null;
    const start = offsets.toOffset(part.range.start);
    const end = offsets.toOffset(part.range.end);
    if (start < 0 || end < start || (parts.length > 0 && parts.at(-1)?.end !== start)) return null;
    const target = part.kind === 'segment' ? (targets[segments++] ?? null) : part.target;
    parts.push({ part, start, end, target });
  }
  const first = parts[0];
  const last = parts.at(-1);
  return first && last ? { unit, start: first.start, end: last.end, parts: dropIdleSpace(parts) } : null;
}

/** White space beside a segment that becomes empty parts nothing any more; left, it could end the paragraph. */
function dropIdleSpace(parts: readonly PlannedPart[]): readonly PlannedPart[] {
  const dropped = new Set<number>();
  const isSpace = (index: number): boolean => parts[index]?.part.kind === 'ignorable' && !dropped.has(index);
  for (const [index, { part, target }] of parts.entries()) {
    if (part.kind !== 'segment' || target === null || !isEmpty(target)) continue;
    if (isSpace(index + 1)) dropped.add(index + 1);
    else if (index === parts.length - 1) dropped.add(parts.findLastIndex((_, each) => isSpace(each)));
  }
  return parts.map((part, index) => (dropped.has(index) ? { ...part, target: [] } : part));
}

function withoutOverlaps(units: readonly PlannedUnit[], problems: readonly Problem[]): Plan {
  const kept: PlannedUnit[] = [];
  const overlapping: Problem[] = [];
  for (const unit of units.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (unit.start < (kept.at(-1)?.end ?? 0)) {
      overlapping.push(problem('xliff-skeleton-broken', placeOf(unit.unit.id), { reason: unit.unit.id }));
    } else kept.push(unit);
  }
  return { units: kept, problems: [...problems, ...overlapping] };
}
