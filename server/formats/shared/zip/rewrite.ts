/**
 * A zip file with other content in some entries. Those are packed anew under their own name, time, attributes and
 * extra fields; every other byte is copied, but for the offsets of what moved. No changes, the identical bytes.
 */
import { crc32 } from 'node:zlib';
import type { Archive, ArchiveEntry } from './archive.ts';
import { packContent } from './content.ts';
import { SIGNATURE, readField, setField, viewOf, type Field } from './layout.ts';

interface NewContent {
  readonly packed: Uint8Array;
  readonly crc: number;
  readonly size: number;
}

export function rewriteArchive(archive: Archive, changes: ReadonlyMap<ArchiveEntry, Uint8Array>): Uint8Array {
  if (changes.size === 0) return archive.bytes;
  const { bytes, entries, directory } = archive;
  const contents = new Map<ArchiveEntry, NewContent>();
  for (const [entry, content] of changes) {
    const packed = packContent(entry, content);
    contents.set(entry, { packed, crc: crc32(content), size: content.length });
  }
  const pieces: Uint8Array[] = [];
  const moved = new Map<ArchiveEntry, number>();
  let from = 0;
  let shift = 0;
  const inFile = entries.toSorted((a, b) => a.start - b.start);
  for (const [index, entry] of inFile.entries()) {
    moved.set(entry, entry.start + shift);
    const content = contents.get(entry);
    if (content === undefined) continue;
    const tail = describedEnd(archive, entry, inFile[index + 1]?.start ?? directory.start);
    const header = copyOf(bytes, entry.start, entry.data);
    const after = copyOf(bytes, entry.end, tail.end);
    setNumbers(viewOf(header), moveBack(entry.local, entry.start), content, entry.hasDescriptor);
    if (tail.fields !== null) setNumbers(viewOf(after), moveBack(tail.fields, entry.end), content, false);
    pieces.push(bytes.subarray(from, entry.start), header, content.packed, after);
    from = tail.end;
    shift += content.packed.length - (entry.end - entry.data);
  }
  pieces.push(bytes.subarray(from, directory.start));
  pieces.push(rewriteDirectory(archive, contents, moved, shift));
  return Buffer.concat(pieces);
}

/** Bytes that may be changed: a Buffer's own slice would be a view of the archive. */
function copyOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return new Uint8Array(bytes.subarray(start, end));
}

/** The directory and all behind it. */
function rewriteDirectory(
  { bytes, entries, directory }: Archive,
  contents: ReadonlyMap<ArchiveEntry, NewContent>,
  moved: ReadonlyMap<ArchiveEntry, number>,
  shift: number,
): Uint8Array {
  const rest = copyOf(bytes, directory.start, bytes.length);
  const view = viewOf(rest);
  for (const entry of entries) {
    const fields = moveBack(entry.central, directory.start);
    setField(view, fieldBefore(entry.central.offset, directory.start), moved.get(entry) ?? entry.start);
    const content = contents.get(entry);
    if (content !== undefined) setNumbers(view, fields, content, false);
  }
  for (const field of directory.offsets) {
    const own = fieldBefore(field, directory.start);
    setField(view, own, readField(view, own) + shift);
  }
  return rest;
}

interface Numbers {
  readonly crc: number;
  readonly size: Field;
  readonly compressed: Field;
}

/** Sets the sum and both sizes; `sparing` leaves them out where all are nought, as they stand behind the data. */
function setNumbers(view: DataView, at: Numbers, content: NewContent, sparing: boolean): void {
  const { crc, size, compressed } = at;
  const isNought = view.getUint32(crc, true) === 0 && readField(view, compressed) === 0;
  if (sparing && isNought) return;
  view.setUint32(crc, content.crc, true);
  setField(view, size, content.size);
  setField(view, compressed, content.packed.length);
}

function moveBack({ crc, size, compressed }: Numbers, by: number): Numbers {
  return { crc: crc - by, size: fieldBefore(size, by), compressed: fieldBefore(compressed, by) };
}

function fieldBefore({ at, wide }: Field, by: number): Field {
  return { at: at - by, wide };
}

/**
 * The end of the entry's record and, where a data descriptor stands there, its fields. A descriptor has a signature
 * or not, and wide sizes or not; it is the one that says what the directory says (APPNOTE 6.3.10 §4.3.9).
 */
function describedEnd(
  { bytes }: Archive,
  entry: ArchiveEntry,
  limit: number,
): { readonly end: number; readonly fields: Numbers | null } {
  const none = { end: entry.end, fields: null };
  if (!entry.hasDescriptor) return none;
  const view = viewOf(bytes);
  const isSigned = entry.end + 4 <= limit && view.getUint32(entry.end, true) === SIGNATURE.descriptor;
  for (const crc of isSigned ? [entry.end + 4, entry.end] : [entry.end]) {
    for (const wide of [false, true]) {
      const compressed = { at: crc + 4, wide };
      const size = { at: crc + (wide ? 12 : 8), wide };
      const end = crc + (wide ? 20 : 12);
      const agrees =
        end <= limit &&
        view.getUint32(crc, true) === entry.crc &&
        readField(view, compressed) === entry.end - entry.data &&
        readField(view, size) === entry.size;
      if (agrees) return { end, fields: { crc, size, compressed } };
    }
  }
  return none;
}
