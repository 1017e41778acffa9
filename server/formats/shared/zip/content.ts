/** What an entry of a zip file holds, unpacked: never more than its directory says, and checked by its sum. */
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { problem, type Problem } from '../../../core/problem.ts';
import type { Archive, ArchiveEntry } from './archive.ts';

const STORED = 0;
const DEFLATED = 8;

/** Reports `archive-method-unknown`, `archive-damaged` (also where there is more than was said), `archive-checksum`. */
export function readContent(archive: Archive, entry: ArchiveEntry): Uint8Array | Problem {
  const place = { path: entry.name };
  const values = { entry: entry.name };
  const packed = archive.bytes.subarray(entry.data, entry.end);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    return problem('archive-method-unknown', place, { ...values, method: entry.method });
  const content = entry.method === STORED ? packed : inflate(packed, entry.size);
  if (content?.length !== entry.size) return problem('archive-damaged', place, values);
  if (crc32(content) !== entry.crc) return problem('archive-checksum', place, values);
  return content;
}

/** The first bytes, up to `length`; fewer or none where they cannot be had. */
export function readHead(archive: Archive, entry: ArchiveEntry, length: number): Uint8Array {
  const packed = archive.bytes.subarray(entry.data, Math.min(entry.end, entry.data + length));
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) return new Uint8Array();
  return (inflate(packed, entry.size, constants.Z_SYNC_FLUSH) ?? new Uint8Array()).subarray(0, length);
}

/** null where it is no deflate stream, is cut off, or gives more than `size` bytes. */
function inflate(packed: Uint8Array, size: number, finishFlush = constants.Z_FINISH): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), finishFlush });
  } catch {
    return null;
  }
}

/** Packed as the entry is. */
export function packContent(entry: ArchiveEntry, content: Uint8Array): Uint8Array {
  return entry.method === STORED ? content : deflateRawSync(content);
}
