/** A small memory that forgets: it has room for so much, each thing for so long; the oldest goes first. */

interface Limits<Value> {
  /** For the sizes of all values together; the newest one is kept whatever its size. */
  readonly room: number;
  /** Absent: each is 1. */
  readonly sizeOf?: (value: Value) => number;
  readonly milliseconds: number;
  readonly now: () => number;
}

interface Entry<Value> {
  readonly value: Value;
  readonly size: number;
  readonly expires: number;
}

export class ExpiringMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #limits: Limits<Value>;
  #size = 0;

  constructor(limits: Limits<Value>) {
    this.#limits = limits;
  }

  /** Keeps the value, newly or instead of the one under the same key, as the youngest. */
  set(key: string, value: Value): void {
    this.#forget(key);
    const { room, sizeOf, milliseconds, now } = this.#limits;
    const size = sizeOf?.(value) ?? 1;
    this.#entries.set(key, { value, size, expires: now() + milliseconds });
    this.#size += size;
    for (const [each, { expires }] of this.#entries) {
      if (each === key || (this.#size <= room && expires > now())) break;
      this.#forget(each);
    }
  }

  /** null where there is none, or none any more. */
  get(key: string): Value | null {
    const entry = this.#entries.get(key);
    return entry === undefined || entry.expires <= this.#limits.now() ? null : entry.value;
  }

  #forget(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}
