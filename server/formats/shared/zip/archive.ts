/**
 * The directory of a zip file (APPNOTE 6.3.10), read strictly: what readers could understand in two ways, and what
 * could harm whoever unpacks it, is refused. Nothing is unpacked here. Every record's place is kept, so that
 * rewriting can leave all others as they are.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { findEnd, type ArchiveEnd } from './end.ts';
import { LENGTH, SIGNATURE, placeFields, readField, viewOf, type Field } from './layout.ts';
import { decodeName, safePath, shownName } from './names.ts';

export interface ArchiveLimits {
  readonly entries: number;
  /** Of all entries together, unpacked, in bytes. */
  readonly size: number;
}

/** Bytes up to which an entry may be packed as tightly as it likes, and how tightly beyond. */
const SMALL = 10 * 1024 * 1024;
const RATIO = 300;
/** Larger archives could outgrow the fields that rewriting sets; 2 GiB. */
const LARGEST = 0x80000000;

export interface ArchiveEntry {
  /** Safe, parted by `/`. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly method: number;
  /** Whether the numbers stand behind the data too (or only there). */
  readonly hasDescriptor: boolean;
  readonly crc: number;
  readonly size: number;
  /** Offset of the local record, of its data and of the end of the data. */
  readonly start: number;
  readonly data: number;
  readonly end: number;
  readonly local: { readonly crc: number; readonly size: Field; readonly compressed: Field };
  readonly central: {
    readonly crc: number;
    readonly size: Field;
    readonly compressed: Field;
    readonly offset: Field;
  };
}

export interface Archive {
  readonly bytes: Uint8Array;
  /** In the order of the directory. */
  readonly entries: readonly ArchiveEntry[];
  readonly directory: ArchiveEnd;
}

/**
 * Reports `archive-damaged` (cut off, or records that do not agree), `archive-encrypted`, `archive-link`,
 * `archive-name-unsafe`, `archive-name-duplicate`, `archive-overlap`, and beyond the limits `archive-too-many`,
 * `archive-too-large` and `archive-bomb`.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Archive | Problem {
  if (bytes.length > LARGEST)
    return problem('archive-too-large', null, { limit: LARGEST, size: bytes.length });
  const view = viewOf(bytes);
  const directory = findEnd(view);
  if (directory === null) return problem('archive-damaged');
  if (directory.count > limits.entries)
    return problem('archive-too-many', null, { limit: limits.entries, count: directory.count });
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  let at = directory.start;
  let size = 0;
  for (let index = 0; index < directory.count; index += 1) {
    const read = readEntry(bytes, view, at, directory);
    if ('code' in read) return read;
    const { entry } = read;
    if (names.has(entry.name)) return refuse('archive-name-duplicate', entry.name);
    names.add(entry.name);
    size += entry.size;
    if (size > limits.size) return problem('archive-too-large', null, { limit: limits.size, size });
    const packed = entry.end - entry.data;
    if (entry.size > SMALL && entry.size > packed * RATIO) return refuse('archive-bomb', entry.name);
    entries.push(entry);
    at = read.next;
  }
  if (at !== directory.end) return problem('archive-damaged');
  return findOverlap(entries) ?? { bytes, entries, directory };
}

type EntryRefusal =
  | 'archive-damaged'
  | 'archive-encrypted'
  | 'archive-link'
  | 'archive-name-unsafe'
  | 'archive-name-duplicate'
  | 'archive-bomb'
  | 'archive-overlap';

function refuse(code: EntryRefusal, name: string): Problem {
  const entry = shownName(name);
  return problem(code, { path: entry }, { entry });
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directory: ArchiveEnd,
): { readonly entry: ArchiveEntry; readonly next: number } | Problem {
  const fixedEnd = at + LENGTH.central;
  if (fixedEnd > directory.end || view.getUint32(at, true) !== SIGNATURE.central)
    return problem('archive-damaged');
  const name = { start: fixedEnd, end: fixedEnd + view.getUint16(at + 28, true) };
  const extra = { start: name.end, end: name.end + view.getUint16(at + 30, true) };
  const next = extra.end + view.getUint16(at + 32, true);
  if (next > directory.end) return problem('archive-damaged');
  const flags = view.getUint16(at + 8, true);
  const shown = decodeName(bytes, flags, extra, name);
  const path = safePath(shown);
  if (path === null) return refuse('archive-name-unsafe', shown);
  // Bit 0: the entry is encrypted; bit 6: strongly; bit 13: the local header is masked.
  if ((flags & 0x2041) !== 0) return refuse('archive-encrypted', path);
  if (isLink(view.getUint32(at + 38, true))) return refuse('archive-link', path);
  const [size, compressed, offset] = placeFields(view, [at + 24, at + 20, at + 42], extra) ?? [];
  if (size === undefined || compressed === undefined || offset === undefined)
    return refuse('archive-damaged', path);
  const start = readField(view, offset);
  const local = readLocal(bytes, view, start, { name, method: view.getUint16(at + 10, true) }, directory);
  if (local === null) return refuse('archive-damaged', path);
  const end = local.data + readField(view, compressed);
  if (end > directory.start) return refuse('archive-damaged', path);
  const entry = {
    name: path,
    isFolder: /[/\\]$/u.test(shown),
    method: view.getUint16(at + 10, true),
    hasDescriptor: (flags & 0x0008) !== 0,
    crc: view.getUint32(at + 16, true),
    size: readField(view, size),
    start,
    data: local.data,
    end,
    local: { crc: start + 14, size: local.size, compressed: local.compressed },
    central: { crc: at + 16, size, compressed, offset },
  };
  return { entry, next };
}

/** A symbolic link, by the Unix mode in the upper half. */
function isLink(attributes: number): boolean {
  return attributes >>> 28 === 0xa;
}

/** The record before the data; null where it is not there or is not that of the directory's entry. */
function readLocal(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  entry: { readonly name: { readonly start: number; readonly end: number }; readonly method: number },
  directory: ArchiveEnd,
): { readonly data: number; readonly size: Field; readonly compressed: Field } | null {
  const nameStart = at + LENGTH.local;
  if (!(nameStart <= directory.start) || view.getUint32(at, true) !== SIGNATURE.local) return null;
  const nameEnd = nameStart + view.getUint16(at + 26, true);
  const data = nameEnd + view.getUint16(at + 28, true);
  if (data > directory.start || view.getUint16(at + 8, true) !== entry.method) return null;
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { start, end } = entry.name;
  if (nameEnd - nameStart !== end - start || given.compare(given, start, end, nameStart, nameEnd) !== 0)
    return null;
  const [size, compressed] = placeFields(view, [at + 22, at + 18], { start: nameEnd, end: data }) ?? [];
  return size === undefined || compressed === undefined ? null : { data, size, compressed };
}

/** Records that share bytes can unpack to far more than the archive holds. */
function findOverlap(entries: readonly ArchiveEntry[]): Problem | null {
  const inFile = entries.toSorted((a, b) => a.start - b.start);
  for (const [index, entry] of inFile.entries()) {
    const before = inFile[index - 1];
    if (before !== undefined && before.end > entry.start) return refuse('archive-overlap', entry.name);
  }
  return null;
}
