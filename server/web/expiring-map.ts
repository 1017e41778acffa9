/** A small memory that forgets: at most so many entries, each for so long; the oldest goes first. */

export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly expires: number }>();
  readonly #limits: { readonly entries: number; readonly milliseconds: number; readonly now: () => number };

  constructor(limits: {
    readonly entries: number;
    readonly milliseconds: number;
    readonly now: () => number;
  }) {
    this.#limits = limits;
  }

  /** Keeps the value, newly or instead of the one under the same key, as the youngest. */
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, expires: this.#limits.now() + this.#limits.milliseconds });
    for (const [each, entry] of this.#entries) {
      if (this.#entries.size <= this.#limits.entries && entry.expires > this.#limits.now()) break;
      this.#entries.delete(each);
    }
  }

  /** null where there is none, or none any more. */
  get(key: string): Value | null {
    const entry = this.#entries.get(key);
    return entry === undefined || entry.expires <= this.#limits.now() ? null : entry.value;
  }
}
