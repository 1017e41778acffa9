/** Follows the children of one element along its content model, and says what does not fit. */
import type { ElementModel, Slot } from './model.ts';

export type Misfit =
  | { readonly kind: 'fits' }
  /** Does not belong in this element at all. */
  | { readonly kind: 'unknown'; readonly expected: string }
  /** Belongs further up. */
  | { readonly kind: 'order' }
  /** One more than there may be. */
  | { readonly kind: 'repeated' };

const FITS: Misfit = { kind: 'fits' };

export class ContentState {
  readonly #slots: readonly Slot[];
  readonly #counts: number[];
  readonly #last: string | undefined;
  #at = 0;
  #taken = '';

  constructor(model: ElementModel) {
    this.#last = model.last;
    this.#slots = model.content;
    this.#counts = model.content.map(() => 0);
  }

  /** Takes the next child; `foreign` is one of another namespace than the parent's. */
  take(name: string, foreign: boolean): Misfit {
    this.#taken = name;
    const fits = (slot: Slot): boolean => slot.names.includes(name) || (foreign && slot.foreign === true);
    for (let index = this.#at; index < this.#slots.length; index += 1) {
      const slot = this.#slots[index];
      if (slot === undefined || !fits(slot) || (this.#counts[index] ?? 0) >= slot.max) continue;
      this.#at = index;
      this.#counts[index] = (this.#counts[index] ?? 0) + 1;
      return FITS;
    }
    const found = this.#slots.findLastIndex(fits);
    if (found < 0) return { kind: 'unknown', expected: this.#expected() };
    const passed = (this.#counts[found] ?? 0) >= (this.#slots[found]?.max ?? 0);
    // It is there, only in the wrong place; missing it as well would say so twice.
    this.#counts[found] = (this.#counts[found] ?? 0) + 1;
    return { kind: passed ? 'repeated' : 'order' };
  }

  /** The names of which there are too few, each slot as `unit, group`. */
  missing(): readonly string[] {
    const few = this.#slots
      .filter((slot, index) => (this.#counts[index] ?? 0) < slot.min)
      .map((slot) => slot.names.join(', '));
    const last = this.#last;
    return last === undefined || last === this.#taken || few.length > 0 ? few : [last];
  }

  #expected(): string {
    return this.#slots.flatMap((slot) => slot.names).join(', ');
  }
}
