/**
 * Where the records of a zip file keep their numbers (APPNOTE 6.3.10 §4.3-4.5), and reading and setting them. A
 * number that does not fit its field stands in the zip64 extra field instead; a `Field` knows which it is.
 */

export const SIGNATURE = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  descriptor: 0x08074b50,
} as const;

/** Lengths in bytes of the records' fixed parts. */
export const LENGTH = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const;

/** Stands in a field whose number is in the zip64 extra field. */
const ELSEWHERE = 0xffffffff;
const ZIP64_EXTRA = 0x0001;

/** A number in the file: four bytes, or eight in zip64. */
export interface Field {
  readonly at: number;
  readonly wide: boolean;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function readField(view: DataView, { at, wide }: Field): number {
  return wide ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true);
}

export function setField(view: DataView, { at, wide }: Field, value: number): void {
  if (wide) view.setBigUint64(at, BigInt(value), true);
  else view.setUint32(at, value, true);
}

/** The content of the first extra field of the kind, as a half-open range; null where there is none. */
export function findExtra(
  view: DataView,
  extra: { readonly start: number; readonly end: number },
  kind: number,
): { readonly start: number; readonly end: number } | null {
  let at = extra.start;
  while (at + 4 <= extra.end) {
    const start = at + 4;
    const end = start + view.getUint16(at + 2, true);
    if (end > extra.end) return null;
    if (view.getUint16(at, true) === kind) return { start, end };
    at = end;
  }
  return null;
}

/**
 * The fields that really hold the numbers, of those given in zip64's order (size, compressed size, offset). null
 * where a number is said to be in an extra field that is not there.
 */
export function placeFields(
  view: DataView,
  offsets: readonly number[],
  extra: { readonly start: number; readonly end: number },
): readonly Field[] | null {
  const wide = findExtra(view, extra, ZIP64_EXTRA);
  let next = wide?.start ?? 0;
  const fields: Field[] = [];
  for (const at of offsets) {
    if (view.getUint32(at, true) !== ELSEWHERE) fields.push({ at, wide: false });
    else if (wide === null || next + 8 > wide.end) return null;
    else {
      fields.push({ at: next, wide: true });
      next += 8;
    }
  }
  return fields;
}
