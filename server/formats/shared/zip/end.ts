/** The end of a zip file: where its directory stands, and the fields that say so (APPNOTE 6.3.10 §4.3.14-16). */
import { LENGTH, SIGNATURE, readField, type Field } from './layout.ts';

export interface ArchiveEnd {
  /** How many entries the directory has. */
  readonly count: number;
  /** Half-open range of the directory. */
  readonly start: number;
  readonly end: number;
  /** Fields that hold offsets of what stands behind the entries: they move with it. */
  readonly offsets: readonly Field[];
}

/** null where there is no end, or none that agrees with the file: cut off, damaged, or in several parts. */
export function findEnd(view: DataView): ArchiveEnd | null {
  const at = findRecord(view);
  if (at === null) return null;
  const parts = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
  const count = view.getUint16(at + 10, true);
  const size = { at: at + 12, wide: false };
  const offset = { at: at + 16, wide: false };
  const isWide =
    count === 0xffff || readField(view, size) === 0xffffffff || readField(view, offset) === 0xffffffff;
  if (isWide && hasLocator(view, at)) return findEnd64(view, at);
  if (parts.some((part) => part !== 0) || view.getUint16(at + 8, true) !== count) return null;
  return place(view, { count, size, offset, limit: at, offsets: [offset] });
}

/** The record whose comment ends with the file; the one nearest to the end, as most readers take it. */
function findRecord(view: DataView): number | null {
  const last = view.byteLength - LENGTH.end;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === SIGNATURE.end && view.getUint16(at + 20, true) === last - at) return at;
  }
  return null;
}

function hasLocator(view: DataView, end: number): boolean {
  const at = end - LENGTH.locator64;
  return at >= 0 && view.getUint32(at, true) === SIGNATURE.locator64;
}

function findEnd64(view: DataView, end: number): ArchiveEnd | null {
  const locator = end - LENGTH.locator64;
  const recordOffset = { at: locator + 8, wide: true };
  const at = readField(view, recordOffset);
  if (view.getUint32(locator + 4, true) !== 0 || view.getUint32(locator + 16, true) > 1) return null;
  if (!(at + LENGTH.end64 <= locator) || view.getUint32(at, true) !== SIGNATURE.end64) return null;
  const count = readField(view, { at: at + 32, wide: true });
  if (readField(view, { at: at + 24, wide: true }) !== count) return null;
  if (view.getUint32(at + 16, true) !== 0 || view.getUint32(at + 20, true) !== 0) return null;
  const offset = { at: at + 48, wide: true };
  const narrow = { at: end + 16, wide: false };
  const offsets = readField(view, narrow) === 0xffffffff ? [] : [narrow];
  return place(view, {
    count,
    size: { at: at + 40, wide: true },
    offset,
    limit: at,
    offsets: [offset, recordOffset, ...offsets],
  });
}

function place(
  view: DataView,
  found: {
    readonly count: number;
    readonly size: Field;
    readonly offset: Field;
    /** Where the directory ends at the latest. */
    readonly limit: number;
    readonly offsets: readonly Field[];
  },
): ArchiveEnd | null {
  const start = readField(view, found.offset);
  const end = start + readField(view, found.size);
  if (end > found.limit) return null;
  return { count: found.count, start, end, offsets: found.offsets };
}
