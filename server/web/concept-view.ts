/** A concept as pages show it for reading: its terms by language, each with what is to be thought of it. */
import type { Concept, Term, TermStatus } from '../core/terminology/concept.ts';
import { directionOf, type LanguageTag } from '../core/text/language.ts';
import { linePieces, type LinePiece } from '../core/text/line-pieces.ts';
import type { TermbaseId } from '../store/ids.ts';
import { languageView, type LanguageView } from './language-fields.ts';
import type { Ui } from './ui.ts';

export interface TermView {
  readonly lines: readonly LinePiece[];
  readonly status: TermStatus;
  readonly statusName: string;
  /** Part of speech, gender; '' where nothing is known. */
  readonly facts: string;
  /** Of nothing where there is none. */
  readonly note: readonly LinePiece[];
}

export interface ConceptView {
  readonly href: string;
  /** The term that it is known by. */
  readonly name: readonly LinePiece[];
  readonly nameLanguage: string;
  readonly nameDirection: 'ltr' | 'rtl';
  readonly languages: readonly (LanguageView & { readonly terms: readonly TermView[] })[];
  /** Domain, and that it is a name; '' where there is neither. */
  readonly facts: string;
  readonly definition: readonly LinePiece[];
  readonly note: readonly LinePiece[];
}

/** Best first. */
const STATUS_ORDER: readonly TermStatus[] = ['preferred', 'admitted', 'forbidden'];

export function conceptHref(termbase: TermbaseId, id: string): string {
  return `/termbases/${termbase}/concept?${new URLSearchParams({ id }).toString()}`;
}

/** `first` are languages that stand before the others, in their order. */
export function conceptView(
  ui: Ui,
  termbase: TermbaseId,
  concept: Concept,
  first: readonly LanguageTag[],
): ConceptView {
  const tags = [...new Set(concept.terms.map(({ language }) => language))];
  const rank = (tag: LanguageTag): number => (first.includes(tag) ? first.indexOf(tag) : first.length);
  tags.sort((a, b) => rank(a) - rank(b));
  const languages = tags.map((tag) => ({
    ...languageView(ui, tag),
    terms: concept.terms
      .filter(({ language }) => language === tag)
      .sort((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
      .map((term) => termView(ui, term)),
  }));
  const [tag] = tags;
  return {
    href: conceptHref(termbase, concept.id),
    name: languages[0]?.terms[0]?.lines ?? linePieces(concept.id),
    nameLanguage: tag ?? 'und',
    nameDirection: tag === undefined ? 'ltr' : directionOf(tag),
    languages,
    facts: ui.facts([concept.domain, concept.isName ? ui.t('terms:is-name') : '']),
    definition: linePieces(concept.definition),
    note: linePieces(concept.note),
  };
}

function termView(ui: Ui, term: Term): TermView {
  const { text, status, partOfSpeech, gender, note } = term;
  return {
    lines: linePieces(text),
    status,
    statusName: ui.t(`terms:status-${status}`),
    facts: ui.facts([
      partOfSpeech === null ? '' : ui.t(`terms:part-${partOfSpeech}`),
      gender === null ? '' : ui.t(`terms:gender-${gender}`),
    ]),
    note: linePieces(note),
  };
}
