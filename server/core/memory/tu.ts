/**
 * A translation unit of a memory (TMX 1.4b, `tu`): one text in two or more languages. Which of them is the source is
 * for the question to say, so the same TU serves a project in the other direction.
 * Invariant: each language stands once.
 */
import type { Content } from '../text/content.ts';
import type { LanguageTag } from '../text/language.ts';

/** How its translation came about. */
export const TU_KINDS = ['human', 'machine', 'aligned'] as const;
export type TuKind = (typeof TU_KINDS)[number];

/** TMX `tuv`. Inline codes agree by id among the variants of a TU, and with nothing else. */
export interface Tuv {
  readonly language: LanguageTag;
  readonly content: Content;
}

/** What stood around it where it was translated: plain texts of the source, null where nothing did or nobody knows. */
export interface TuContext {
  readonly previous: string | null;
  readonly next: string | null;
  /** The unit's id or key in its document. */
  readonly id: string | null;
}

/** TMX `prop`: what other tools keep with a TU, given back as it came. */
export interface TuProperty {
  readonly type: string;
  readonly text: string;
  /** Of the variant in this language; absent: of the TU. */
  readonly language?: LanguageTag;
}

export interface Tu {
  readonly variants: readonly Tuv[];
  readonly kind: TuKind;
  readonly context: TuContext;
  /** The file that it comes from, or ''. */
  readonly document: string;
  /** '' where nobody said. */
  readonly createdBy: string;
  readonly changedBy: string;
  /** Epoch milliseconds; null where nobody said. */
  readonly createdAt: number | null;
  readonly changedAt: number | null;
  /** TMX `tuid`, or ''. */
  readonly tuid: string;
  readonly notes: readonly string[];
  readonly properties: readonly TuProperty[];
}

export const NO_CONTEXT: TuContext = { previous: null, next: null, id: null };

/** What a TU is besides its texts where nobody said more. */
export const PLAIN_TU: Omit<Tu, 'variants'> = {
  kind: 'human',
  context: NO_CONTEXT,
  document: '',
  createdBy: '',
  changedBy: '',
  createdAt: null,
  changedAt: null,
  tuid: '',
  notes: [],
  properties: [],
};

/** The variant in the language: the very tag, else one of the same primary language; null where there is none. */
export function variantIn(tu: Pick<Tu, 'variants'>, language: LanguageTag): Tuv | null {
  const primary = primaryLanguage(language);
  return (
    tu.variants.find((variant) => variant.language === language) ??
    tu.variants.find((variant) => primaryLanguage(variant.language) === primary) ??
    null
  );
}

/** `fa` of `fa-IR`. */
export function primaryLanguage(language: LanguageTag): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? '';
}
