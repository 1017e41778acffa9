/**
 * Receipts that a person has not yet decided on: a few, for an hour, in memory. Applying one twice (a double
 * click, a reload) applies it once.
 */
import type { ImportPreview } from '../../../usecases/preview-import.ts';
import type { ImportedCounts } from '../../../usecases/save-imported-targets.ts';
import { ExpiringMap } from '../../expiring-map.ts';

interface Pending {
  readonly preview: ImportPreview;
  applied: Promise<ImportedCounts> | null;
}

export class PendingImports {
  readonly #kept: ExpiringMap<Pending>;
  readonly #newId: () => string;

  constructor(now: () => number, newId: () => string) {
    this.#kept = new ExpiringMap({ entries: 20, milliseconds: 60 * 60 * 1000, now });
    this.#newId = newId;
  }

  /** Gives the key that it is found by: random, so that nobody meets another's by chance. */
  keep(preview: ImportPreview): string {
    const key = this.#newId();
    this.#kept.set(key, { preview, applied: null });
    return key;
  }

  find(key: string): ImportPreview | null {
    return this.#kept.get(key)?.preview ?? null;
  }

  /** What `apply` gave the first time; null where the receipt is no longer kept. Failing, it may be tried again. */
  async apply(
    key: string,
    apply: (preview: ImportPreview) => Promise<ImportedCounts>,
  ): Promise<ImportedCounts | null> {
    const pending = this.#kept.get(key);
    if (pending === null) return null;
    pending.applied ??= apply(pending.preview);
    try {
      return await pending.applied;
    } catch (error) {
      pending.applied = null;
      throw error;
    }
  }
}
