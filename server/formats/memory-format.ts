/**
 * The shape of a format of translation memories: one plain object, listed in registry.ts. It turns a stream of bytes
 * into TUs, one after another, however long the stream is. It never throws on what is in a file: what is wrong with
 * one TU keeps none of the others out, and what was read before the file broke off stays good.
 */
import type { Tu } from '../core/memory/tu.ts';
import type { Place, Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';

export type TuEvent =
  | {
      readonly kind: 'tu';
      readonly tu: Tu;
      /** Where it begins. */
      readonly place: Place;
      /** About as many bytes as it takes in the file. */
      readonly size: number;
    }
  /** A TU that was not taken, and why. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Of the file as a whole, or a part of a TU; after an error nothing comes any more. */
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface TuReadOptions {
  readonly fileName: string;
  /** Of files that do not say their languages; null where nobody said it. */
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
}

export interface TuWriteOptions {
  /** That of each TU, where they have one and the same; null where they do not. */
  readonly sourceLanguage: LanguageTag | null;
  /** Epoch milliseconds, for the header; given, so that writing is repeatable. */
  readonly date: number;
  readonly version: string;
  /** What could not be written as it is. */
  readonly report: (problem: Problem) => void;
}

export interface MemoryFormat {
  readonly id: string;
  /** For people; not translated. */
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** As that of a format. */
  probe(head: Uint8Array, fileName: string): number;
  readTus(chunks: AsyncIterable<Uint8Array>, options: TuReadOptions): AsyncIterable<TuEvent>;
  /** Absent where it is only read. */
  writeTus?(tus: AsyncIterable<Tu>, options: TuWriteOptions): AsyncIterable<Uint8Array>;
}
