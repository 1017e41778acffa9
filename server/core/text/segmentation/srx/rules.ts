/** Segmentation rules as an SRX 2.0 file says them: patterns as written, nothing compiled. */
import type { CodeSides } from '../../segmentation.ts';

export interface SrxRule {
  /** break="yes": a boundary; "no": an exception. */
  readonly breaks: boolean;
  readonly before: string;
  readonly after: string;
  /** 1-based, in the file that it came from. */
  readonly line: number;
}

export interface SrxMap {
  /** A pattern for language codes. */
  readonly pattern: string;
  /** Of the language rule. */
  readonly name: string;
  readonly line: number;
}

export interface SrxRules {
  /** All language rules whose maps match, one behind the other; otherwise the first alone. */
  readonly cascade: boolean;
  /** Whether text inside other text (a footnote in a sentence) is cut too. */
  readonly segmentSubflows: boolean;
  /** formathandle. */
  readonly codes: CodeSides;
  readonly languageRules: ReadonlyMap<string, readonly SrxRule[]>;
  readonly maps: readonly SrxMap[];
}
