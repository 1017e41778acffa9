/**
 * The part of a stream of UTF-8 that is being looked at: bytes are put in behind and given up in front. Knows the line
 * and column of where it begins. Offsets are into `bytes` and hold until something is given up or put in.
 */
import type { Place } from '../../core/problem.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

export class ByteWindow {
  bytes: Buffer = Buffer.alloc(0);
  #room: Buffer = Buffer.alloc(0);
  #start = 0;
  #line = 1;
  /** UTF-16 code units before the beginning on its line. */
  #column = 0;
  #afterReturn = false;

  /** Of the first byte. */
  get place(): Place {
    return { line: this.#line, column: this.#column + 1 };
  }

  /** Puts bytes in behind; they are copied. */
  add(chunk: Uint8Array): void {
    const { length } = this.bytes;
    const end = this.#start + length;
    if (end + chunk.length > this.#room.length) {
      const needed = length + chunk.length;
      // Moved to the front where that leaves half of the room free, so that moving is rare.
      const room =
        needed * 2 <= this.#room.length ? this.#room : Buffer.allocUnsafe(Math.max(needed * 2, 1 << 16));
      this.bytes.copy(room, 0);
      this.#room = room;
      this.#start = 0;
    }
    this.#room.set(chunk, this.#start + length);
    this.bytes = this.#room.subarray(this.#start, this.#start + length + chunk.length);
  }

  /** Gives up the first bytes. */
  drop(count: number): void {
    const { bytes } = this;
    for (let at = 0; at < count; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === LINE_FEED || byte === RETURN) {
        if (byte === RETURN || !this.#afterReturn) this.#line += 1;
        this.#column = 0;
      } else if ((byte & 0xc0) !== 0x80) this.#column += byte >= 0xf0 ? 2 : 1;
      this.#afterReturn = byte === RETURN;
    }
    this.#start += count;
    this.bytes = bytes.subarray(count);
  }
}
