/**
 * How the inline codes of a unit are spelt in its file, so that a target can be written with the very markup of its
 * source. A code is found by what the model knows of it (kind and id); its spelling stays the file's own.
 */
import { codeKey, type InlineCode } from '../../../core/text/content.ts';

/** The raw markup of one code. */
export interface CodeMarkup {
  /** Raw start tag, end tag, or whole empty element. */
  readonly raw: string;
  /**
   * Of an element that encloses its content (`pc`, `g`, `mrk`): the spelling to use where the two halves do not
   * nest. Absent: the raw one can stand alone.
   */
  readonly apart?: string;
}

export type CodeMarkups = ReadonlyMap<string, CodeMarkup>;

/** Collects the spelling of codes; the first wins, so read the source before the target. */
export class CodeMarkupCollector {
  readonly markups = new Map<string, CodeMarkup>();

  add(code: InlineCode, raw: string, apart?: string): void {
    const key = codeKey(code);
    if (!this.markups.has(key)) this.markups.set(key, apart === undefined ? { raw } : { raw, apart });
  }
}
