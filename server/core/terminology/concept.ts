/**
 * A concept of a termbase (ISO 30042 TBX, `conceptEntry`): one meaning, and the terms for it by language. Which term is
 * to be used is said by the term, not by its place.
 */
import type { LanguageTag } from '../text/language.ts';

/** TBX administrativeStatus: preferredTerm, admittedTerm, deprecatedTerm. */
export const TERM_STATUSES = ['preferred', 'admitted', 'forbidden'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

/** TBX core picklists. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

export const GENDERS = ['masculine', 'feminine', 'neuter', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

export interface Term {
  readonly language: LanguageTag;
  readonly text: string;
  readonly status: TermStatus;
  readonly partOfSpeech: PartOfSpeech | null;
  readonly gender: Gender | null;
  /** Texts are '' where there is none. */
  readonly note: string;
  /** Where it was taken from. */
  readonly source: string;
  /** A sentence that it stands in. */
  readonly context: string;
}

/** What a term is besides its text where nobody said more. */
export const PLAIN_TERM: Omit<Term, 'language' | 'text'> = {
  status: 'preferred',
  partOfSpeech: null,
  gender: null,
  note: '',
  source: '',
  context: '',
};

export interface Concept {
  /** Unique in its termbase; kept from and given back to TBX. */
  readonly id: string;
  /** TBX subjectField. */
  readonly domain: string;
  readonly definition: string;
  readonly note: string;
  /** A link to a picture, or ''. */
  readonly image: string;
  /** A proper name: it stands in the ledger of names. */
  readonly isName: boolean;
  readonly terms: readonly Term[];
}

/** What a concept is besides its terms where nobody said more. */
export const PLAIN_CONCEPT: Omit<Concept, 'id' | 'terms'> = {
  domain: '',
  definition: '',
  note: '',
  image: '',
  isName: false,
};
