/** What every decision looks at: the text, the rules of its language, and what was found in one pass over it. */
import type { Enclosures } from './enclosures.ts';
import type { CompiledRules } from './rules.ts';
import type { Tokens } from './token.ts';

export interface Scene {
  readonly text: string;
  readonly rules: CompiledRules;
  readonly enclosures: Enclosures;
  readonly tokens: Tokens;
  /** Offset of the first character of the segment that is being read. */
  readonly segmentStart: number;
}
