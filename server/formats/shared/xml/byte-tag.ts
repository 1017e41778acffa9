/**
 * One start tag in UTF-8 bytes, cut into its spans. The same rules as start-tag.ts has for a string; one object is
 * filled again for every tag, so that a whole file is read without making any.
 */
import { isText, sameBytes, spaceEnd } from './byte-text.ts';
import { MAX_ATTRIBUTES, NAME_END, NO_NAME_START } from './start-tag.ts';

const COLON = 0x3a;

export class ByteTag {
  /** Of the element's name; its first colon, or -1. */
  nameStart = 0;
  nameEnd = 0;
  colon = -1;
  /** How many attributes there are; the arrays hold as many offsets. */
  count = 0;
  readonly names = new Uint32Array(MAX_ATTRIBUTES);
  readonly nameEnds = new Uint32Array(MAX_ATTRIBUTES);
  /** First colon of each name, or 0. */
  readonly colons = new Uint32Array(MAX_ATTRIBUTES);
  /** Between the quotes. */
  readonly values = new Uint32Array(MAX_ATTRIBUTES);
  readonly valueEnds = new Uint32Array(MAX_ATTRIBUTES);
  empty = false;
  end = 0;
  /** Whether any value holds a reference. */
  refers = false;
  /** Whether any attribute has a prefix or declares a namespace. */
  namespaces = false;
  readonly #hashes = new Int32Array(MAX_ATTRIBUTES);
  readonly #bytes: Uint8Array;
  #hash = 0;
  #colon = -1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Reads the tag whose `<` stands at `start`; -1, or the place where it stops being one. */
  read(start: number): number {
    const bytes = this.#bytes;
    let at = this.#name(start + 1);
    if (at === start + 1) return start;
    this.nameStart = start + 1;
    this.nameEnd = at;
    this.colon = this.#colon;
    this.count = 0;
    this.refers = false;
    this.namespaces = false;
    for (;;) {
      const next = spaceEnd(bytes, at);
      const byte = next < bytes.length ? bytes[next] : 0;
      if (byte === 0x3e || (byte === 0x2f && bytes[next + 1] === 0x3e)) {
        this.empty = byte === 0x2f;
        this.end = this.empty ? next + 2 : next + 1;
        return -1;
      }
      at = next === at || this.count >= MAX_ATTRIBUTES ? -1 : this.#attribute(next);
      if (at < 0) return next < bytes.length ? next : start;
      this.count += 1;
    }
  }

  /** Index of the attribute written so (ASCII, with its prefix), or -1. */
  indexOf(name: string): number {
    for (let index = 0; index < this.count; index += 1) {
      if (isText(this.#bytes, this.names[index] ?? 0, this.nameEnds[index] ?? 0, name)) return index;
    }
    return -1;
  }

  /** Behind the attribute at `start`, or -1 where there is none in order. */
  #attribute(start: number): number {
    const bytes = this.#bytes;
    const nameEnd = this.#name(start);
    if (nameEnd === start) return -1;
    const equals = spaceEnd(bytes, nameEnd);
    if (equals >= bytes.length || bytes[equals] !== 0x3d) return -1;
    const open = spaceEnd(bytes, equals + 1);
    const quote = open < bytes.length ? bytes[open] : 0;
    if (quote !== 0x22 && quote !== 0x27) return -1;
    const close = this.#valueEnd(open + 1, quote);
    if (close < 0 || this.#isKnown(start, nameEnd)) return -1;
    const index = this.count;
    this.names[index] = start;
    this.nameEnds[index] = nameEnd;
    this.colons[index] = Math.max(this.#colon, 0);
    this.values[index] = open + 1;
    this.valueEnds[index] = close;
    this.#hashes[index] = this.#hash;
    if (this.#colon >= 0 || isText(bytes, start, nameEnd, 'xmlns')) this.namespaces = true;
    return close + 1;
  }

  /** Where the closing quote stands, or -1 where there is none or a `<` before it. */
  #valueEnd(start: number, quote: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    for (let at = start; at < length; at += 1) {
      const byte = bytes[at];
      if (byte === quote) return at;
      if (byte === 0x3c) return -1;
      if (byte === 0x26) this.refers = true;
    }
    return -1;
  }

  #isKnown(start: number, end: number): boolean {
    for (let index = 0; index < this.count; index += 1) {
      if (this.#hashes[index] !== this.#hash) continue;
      const other = this.names[index] ?? 0;
      const length = (this.nameEnds[index] ?? 0) - other;
      if (length === end - start && sameBytes(this.#bytes, other, start, length)) return true;
    }
    return false;
  }

  /** Behind the name at `from`, or `from` where there is none; notes its hash and its first colon. */
  #name(from: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    this.#colon = -1;
    if (from >= length || NO_NAME_START[bytes[from] ?? 0] === 1) return from;
    let hash = 0;
    let at = from;
    for (; at < length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (NAME_END[byte] === 1) break;
      if (byte === COLON && this.#colon < 0) this.#colon = at;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.#hash = hash;
    return at;
  }
}
