/**
 * A file's bytes as UTF-8, in which all offsets count. A file in UTF-8 is used as it is and never becomes one string;
 * any other encoding is decoded once, and encoded again where something changed.
 */
import { isUtf8 } from 'node:buffer';
import { problem, type Problem } from '../../../core/problem.ts';
import { firstInvalid, LineCounter } from './byte-text.ts';
import { decodeXml, sniffEncoding, utf8Mismatch } from './encoding.ts';

export interface WorkingBytes {
  readonly utf8: Buffer;
  /** `encoding-mismatch` where the file says one encoding and certainly is another. */
  readonly warnings: readonly Problem[];
  /** Changed UTF-8 in the file's own encoding; what the encoding lacks becomes a character reference. */
  restore(utf8: Buffer): Uint8Array;
}

/** The bytes, or `file-empty`, `encoding-unknown`, `encoding-invalid`, `file-too-large`. */
export function workingBytes(
  bytes: Uint8Array,
):
  | { readonly working: WorkingBytes; readonly problem: null }
  | { readonly working: null; readonly problem: Problem } {
  const encoding = sniffEncoding(bytes);
  if (bytes.length > 0 && encoding === 'utf-8') {
    if (!isUtf8(bytes)) {
      const byte = firstInvalid(bytes);
      const place = new LineCounter(bytes).placeOf(byte);
      return { working: null, problem: problem('encoding-invalid', place, { encoding: 'UTF-8', byte }) };
    }
    const utf8 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const warnings = utf8Mismatch(bytes);
    return { working: { utf8, warnings, restore: (changed) => changed }, problem: null };
  }
  const decoded = decodeXml(bytes);
  if (decoded.file === null) return { working: null, problem: decoded.problem };
  const { file } = decoded;
  const utf8 = Buffer.from(file.text, 'utf8');
  const { warnings } = file;
  const restore = (changed: Buffer): Uint8Array => file.encode(changed.toString('utf8'));
  return { working: { utf8, warnings, restore }, problem: null };
}
