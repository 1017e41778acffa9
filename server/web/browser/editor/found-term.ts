/** A term in the open segment's source, as the API tells of it. */
import { TERM_STATUSES, type TermStatus } from '../../../core/terminology/concept.ts';
import { field, list, number, oneOf, text } from './decode.ts';

const FORMS = ['same', 'inflected', 'perhaps'] as const;

export interface TermText {
  readonly language: string;
  readonly text: string;
  readonly status: TermStatus;
  readonly note: string;
}

export interface FoundTerm {
  /** Positions of the source's content. */
  readonly start: number;
  readonly end: number;
  readonly form: (typeof FORMS)[number];
  readonly within: boolean;
  readonly concept: string;
  /** Where the concept is edited, or ''. */
  readonly href: string;
  readonly domain: string;
  readonly definition: string;
  readonly note: string;
  /** A link, or ''. */
  readonly image: string;
  readonly term: TermText;
  readonly translations: readonly TermText[];
}

export function readTerm(value: unknown): FoundTerm {
  return {
    start: number(field(value, 'start')),
    end: number(field(value, 'end')),
    form: oneOf(field(value, 'form'), FORMS),
    within: field(value, 'within') === true,
    concept: text(field(value, 'concept')),
    href: text(field(value, 'href')),
    domain: text(field(value, 'domain')),
    definition: text(field(value, 'definition')),
    note: text(field(value, 'note')),
    image: text(field(value, 'image')),
    term: readText(field(value, 'term')),
    translations: list(field(value, 'translations'), readText),
  };
}

function readText(value: unknown): TermText {
  return {
    language: text(field(value, 'language')),
    text: text(field(value, 'text')),
    status: oneOf(field(value, 'status'), TERM_STATUSES),
    note: text(field(value, 'note')),
  };
}
