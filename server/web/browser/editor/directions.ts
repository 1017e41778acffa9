/**
 * Which way each segment's translation runs: as its language does, unless a person has turned that segment. Kept
 * on this device, for it is a matter of looking at it; a file has its directions by unit (XLIFF's trgDir), and
 * they stay as they are.
 */
import { parseDirection, type Direction } from '../../../core/text/language.ts';
import { texts } from './decode.ts';

export class Directions {
  readonly #name: string;
  #kept: Readonly<Record<string, string>>;

  constructor(document: number, language: string) {
    this.#name = `recto:direction:${document}:${language}`;
    this.#kept = this.#read();
  }

  /** null where the segment runs as its language does. */
  of(segment: number): Direction | null {
    return parseDirection(this.#kept[segment] ?? '');
  }

  keep(segment: number, direction: Direction | null): void {
    // Another page of the same document may have kept something meanwhile.
    const others = Object.entries(this.#read()).filter(([key]) => key !== String(segment));
    const entries = direction === null ? others : [...others, [String(segment), direction] as const];
    this.#kept = Object.fromEntries(entries);
    try {
      if (entries.length === 0) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, JSON.stringify(this.#kept));
    } catch {
      // Full or forbidden: the segment is turned until the page is left.
    }
  }

  #read(): Readonly<Record<string, string>> {
    try {
      return texts(JSON.parse(localStorage.getItem(this.#name) ?? '{}'));
    } catch {
      return {};
    }
  }
}
