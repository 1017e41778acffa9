/**
 * The fix of a finding as SARIF has it (2.1.0 §3.55): replacements of regions of the file. Only where the file says
 * the target as it reads, letter by letter: a target with references, CDATA or inline codes is left to people, since
 * nothing here would know where in the file its characters stand.
 */
import type { FileFinding } from '../usecases/check-file.ts';

/** Lines and columns from 1, in UTF-16 units; the end is behind the last character. */
interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Replacement {
  readonly deletedRegion: Region;
  readonly insertedContent: { readonly text: string };
}

/** Line ends as XML counts them. */
const LINE_END = /\r\n|\r|\n/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A file in which replacements are placed. */
export class FixedFile {
  readonly #text: string;
  /** Offset of each line's first character. */
  readonly #lines: readonly number[];

  /** `text`: without a byte order mark. */
  constructor(text: string) {
    this.#text = text;
    this.#lines = [0, ...Array.from(text.matchAll(LINE_END), ({ index, 0: end }) => index + end.length)];
  }

  /** null where there is no fix, or no place that can be told. */
  replacementsOf({ fix, place, targetText }: FileFinding): readonly Replacement[] | null {
    if (fix === undefined || place?.line === undefined) return null;
    const from = (this.#lines[place.line - 1] ?? Infinity) + (place.column ?? 1) - 1;
    const isLiteral =
      !/[<&]/u.test(targetText) &&
      this.#text.startsWith(`${targetText}</`, from) &&
      this.#text[from - 1] === '>';
    if (!isLiteral) return null;
    return fix.map(({ start, end, text }) => ({
      deletedRegion: this.#region(from + start, from + end),
      insertedContent: { text: text.replace(/[&<>]/gu, (character) => ESCAPES[character] ?? character) },
    }));
  }

  #region(start: number, end: number): Region {
    const [from, to] = [this.#position(start), this.#position(end)];
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  }

  #position(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.#lines.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#lines[low] ?? 0) + 1 };
  }
}

/** null where the bytes are no UTF-8: then nothing is fixed. */
export function fixedFile(bytes: Uint8Array): FixedFile | null {
  try {
    return new FixedFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
