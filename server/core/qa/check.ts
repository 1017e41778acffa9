/**
 * The one shape of a language check: a plain object with a pure function from a segment to findings. A check says
 * what is wrong, where, and, only where that is safe, how to mend it; it never changes a text itself.
 *
 * Texts are given flat: each inline code is one U+FFFC. A position in a flat text is therefore the same as in
 * the content (core/text/edit-content.ts), and a check that looks at letters alone never sees a code's markup.
 */
import type { Limit, Measured } from '../document/limits.ts';
import type { State } from '../document/state.ts';
import type { ValidationRule } from '../document/validation-rules.ts';
import type { Content } from '../text/content.ts';
import type { TermStatus } from '../terminology/concept.ts';
import type { TermIndexes } from '../terminology/term-index.ts';
import type { LanguageTag } from '../text/language.ts';

/** `error`: wrong in any text; `warning`: wrong in nearly all; `note`: a matter of style or a hint. */
export type CheckSeverity = 'error' | 'warning' | 'note';

/** ITS 2.0 §8.17: the type that other tools know the finding by. */
export type IssueType =
  | 'terminology'
  | 'mistranslation'
  | 'omission'
  | 'untranslated'
  | 'addition'
  | 'duplication'
  | 'inconsistency'
  | 'grammar'
  | 'register'
  | 'locale-specific-content'
  | 'locale-violation'
  | 'style'
  | 'characters'
  | 'misspelling'
  | 'typographical'
  | 'formatting'
  | 'inconsistent-entities'
  | 'numbers'
  | 'markup'
  | 'pattern-problem'
  | 'whitespace'
  | 'internationalization'
  | 'length'
  | 'non-conformance'
  | 'uncategorized'
  | 'other';

/** Stands for an inline code in a flat text. */
export const CODE_CHARACTER = '\uFFFC';

/** Each code as CODE_CHARACTER, so that positions are those of the content. */
export function flatText(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : CODE_CHARACTER)).join('');
}

export interface CheckedSegment {
  /** Flat texts of the two contents. */
  readonly source: string;
  readonly target: string;
  readonly sourceContent: Content;
  readonly targetContent: Content;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly state?: State;
  /** What the file asks of the unit's target; of a segment that stands for its unit (see `parts`). */
  readonly limits?: readonly Limit[];
  readonly rules?: readonly ValidationRule[];
  /** The unit's parts with this segment's target among them: what limits are measured on. Absent: it stands alone. */
  readonly parts?: Measured;
  readonly settings: CheckSettings;
  /** The terms of the project; absent: it has none. */
  readonly terms?: TermIndexes;
}

/** What a project decides about its texts; absent: no rule is set and the check that needs it is silent. */
export interface CheckSettings {
  /** Digits wanted in the target: `native` ۱۲۳ (those of the language's CLDR default), `latin` 123. */
  readonly digits?: 'native' | 'latin';
  /** How the ezafe after silent heh is written in Persian: هٔ, ه‌ی or ۀ. */
  readonly ezafe?: 'hamza' | 'yeh' | 'composed';
  readonly forbidden?: readonly ForbiddenTerm[];
}

export interface ForbiddenTerm {
  /** Not to stand in a target, as a whole word. */
  readonly term: string;
  /** What is written instead, or ''. */
  readonly instead: string;
}

/** Half-open, in positions of the flat text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces a span of the target by text; never touches a code. */
export interface TextEdit extends Span {
  readonly text: string;
}

export interface Finding {
  /** Where in the target; null where nothing can be pointed at (something is missing). */
  readonly target: Span | null;
  /** Where in the source, where the finding is about it. */
  readonly source?: Span;
  /** Which of the check's messages (locales/<language>/checks.json `<id>.<message>`); absent: `<id>.message`. */
  readonly message?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Sorted and disjoint; applied together they mend this finding and nothing else. */
  readonly fix?: readonly TextEdit[];
}

/**
 * Shown in the documentation and run in the tests: the target is found, the mended one is not. Inline codes are
 * written `<1>…</1>` and `<2/>` (core/qa/example.ts).
 */
export interface CheckExample {
  readonly source: string;
  readonly target: string;
  readonly mended: string;
  readonly sourceLanguage?: string;
  readonly targetLanguage: string;
  readonly settings?: CheckSettings;
  readonly terms?: readonly ExampleTerm[];
  readonly limits?: readonly Limit[];
  readonly rules?: readonly ValidationRule[];
  readonly state?: State;
}

/** Those with one source make one concept; absent status: preferred. */
export interface ExampleTerm {
  readonly source: string;
  readonly target: string;
  readonly status?: TermStatus;
  readonly isName?: true;
}

export interface Check {
  /** kebab-case; locales/<language>/checks.json has `<id>.title`, `<id>.why` (the explanation) and its messages. */
  readonly id: string;
  /** Primary subtags of the target languages it is for. */
  readonly languages: 'all' | readonly string[];
  readonly severity: CheckSeverity;
  readonly issueType: IssueType;
  /** Names of its messages that findings give; absent: it has the one called `message`. */
  readonly messages?: readonly string[];
  readonly example: CheckExample;
  /** Only called for segments whose target is empty or missing; without it, only for those with a target. */
  readonly ofEmpty?: true;
  readonly find: (segment: CheckedSegment) => readonly Finding[];
}

/**
 * A check over the segments of a whole document: of those with an equal `group`, all must have an equal `variant`.
 * Two functions from a segment to a key, so that it is linear however long the document is.
 */
export interface DocumentCheck extends Omit<Check, 'find' | 'ofEmpty' | 'example'> {
  readonly example: readonly (Pick<CheckExample, 'source' | 'target' | 'terms'> & {
    readonly mended: string;
  })[];
  readonly exampleLanguage: string;
  /** null: this segment is compared with no other. */
  readonly group: (segment: CheckedSegment) => string | null;
  readonly variant: (segment: CheckedSegment) => string;
}
