/**
 * Short texts in UTF-8 bytes as strings, most of them made only once. Bounded: a text that is not there takes the
 * place of another.
 */
import { sameBytes } from './byte-text.ts';

const SLOTS = 1024;

export class NameCache {
  readonly #bytes: Buffer;
  readonly #names: string[] = Array.from({ length: SLOTS }, () => '');
  readonly #starts = new Uint32Array(SLOTS);
  readonly #lengths = new Uint32Array(SLOTS);

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** What stands from `start` to `end`. */
  nameOf(start: number, end: number): string {
    const bytes = this.#bytes;
    const length = end - start;
    if (length <= 0) return '';
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = hash & (SLOTS - 1);
    const known = this.#names[slot];
    if (known !== undefined && this.#lengths[slot] === length) {
      if (sameBytes(bytes, this.#starts[slot] ?? 0, start, length)) return known;
    }
    const name = bytes.toString('utf8', start, end);
    this.#names[slot] = name;
    this.#starts[slot] = start;
    this.#lengths[slot] = length;
    return name;
  }
}
