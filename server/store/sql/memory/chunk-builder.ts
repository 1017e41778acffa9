/**
 * The grams of many texts, with the places of the texts that have them. Kept as plain numbers in a row, so that a chunk
 * takes a few megabytes, which the next one takes again: imports go on for long.
 */
import { eachGram } from './grams.ts';

/** More begin another chunk: long texts have many. */
const MOST_ENTRIES = 2_000_000;
const FIRST_ROOM = 1 << 20;

export class ChunkBuilder {
  readonly #numbers = new Map<number, number>();
  /** Of each gram, by its number: how many places it has, and the last of them. */
  readonly #counts: number[] = [];
  readonly #lasts: number[] = [];
  /** Entries as they came: a gram's number and a place. */
  #grams = new Uint32Array(FIRST_ROOM);
  #places = new Uint16Array(FIRST_ROOM);
  #entries = 0;

  /** Empty again; its room stays. */
  clear(): void {
    this.#numbers.clear();
    this.#counts.length = 0;
    this.#lasts.length = 0;
    this.#entries = 0;
  }

  isFull(): boolean {
    return this.#entries >= MOST_ENTRIES;
  }

  /** Places go up from call to call, and below 65,536. */
  add(place: number, folded: string): void {
    eachGram(folded, (gram) => {
      this.#add(place, gram);
    });
  }

  #add(place: number, gram: number): void {
    let number = this.#numbers.get(gram);
    if (number === undefined) {
      number = this.#counts.length;
      this.#numbers.set(gram, number);
      this.#counts.push(0);
    } else if (this.#lasts[number] === place) return;
    this.#lasts[number] = place;
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    if (this.#entries === this.#grams.length) this.#grow();
    this.#grams[this.#entries] = number;
    this.#places[this.#entries] = place;
    this.#entries += 1;
  }

  #grow(): void {
    const [grams, places] = [new Uint32Array(2 * this.#entries), new Uint16Array(2 * this.#entries)];
    grams.set(this.#grams);
    places.set(this.#places);
    this.#grams = grams;
    this.#places = places;
  }

  /** Each gram with its places, both in order. */
  *inOrder(): Generator<{ readonly gram: number; readonly places: Uint16Array }> {
    const ends = new Uint32Array(this.#counts.length);
    let end = 0;
    for (const [number, count] of this.#counts.entries()) {
      ends[number] = end;
      end += count;
    }
    const sorted = new Uint16Array(this.#entries);
    for (let entry = 0; entry < this.#entries; entry += 1) {
      const number = this.#grams[entry] ?? 0;
      const at = ends[number] ?? 0;
      sorted[at] = this.#places[entry] ?? 0;
      ends[number] = at + 1;
    }
    for (const gram of Float64Array.from(this.#numbers.keys()).sort()) {
      const number = this.#numbers.get(gram) ?? 0;
      const last = ends[number] ?? 0;
      yield { gram, places: sorted.subarray(last - (this.#counts[number] ?? 0), last) };
    }
  }
}
