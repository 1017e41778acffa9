/** Words that are not to stand in a target, in whatever form: forbidden terms of the termbase, and the project's list. */
import { PLAIN_CONCEPT, PLAIN_TERM, type Concept, type Term } from '../../../terminology/concept.ts';
import { compareTerms, type UnwantedTerm } from '../../../terminology/compare-terms.ts';
import { termIndex, type TermIndex } from '../../../terminology/term-index.ts';
import type { LanguageTag } from '../../../text/language.ts';
import {
  CODE_CHARACTER,
  type Check,
  type CheckedSegment,
  type Finding,
  type ForbiddenTerm,
} from '../../check.ts';
import { maskText } from '../../text/masked.ts';
import { comparedTerms } from './compared.ts';

export const forbiddenTerm: Check = {
  id: 'forbidden-term',
  languages: 'all',
  severity: 'warning',
  issueType: 'terminology',
  messages: ['message', 'instead'],
  example: {
    source: 'Open the file',
    target: 'فایل را باز کنید',
    mended: 'پرونده را باز کنید',
    targetLanguage: 'fa',
    terms: [
      { source: 'file', target: 'پرونده' },
      { source: 'file', target: 'فایل', status: 'forbidden' },
    ],
  },
  find: (segment) => {
    const own = forbiddenByProject(segment);
    const terms = comparedTerms(segment)?.forbidden ?? [];
    return [...terms.filter(({ target }) => own.every((each) => !overlap(each.target, target))), ...own].map(
      (unwanted) => findingOf(unwanted, segment),
    );
  },
};

function overlap(a: UnwantedTerm['target'], b: UnwantedTerm['target']): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Mended where the word stands as it is in the list: of another form nobody knows how the better word takes it. */
function findingOf(
  { target: { start, end, form }, entry, instead }: UnwantedTerm,
  { target }: CheckedSegment,
): Finding {
  const [term, better] = [entry.term.text.trim(), instead?.term.text ?? ''];
  const found = target.slice(start, end);
  const isSafe =
    better !== '' && form === 'same' && !better.includes(term) && !found.includes(CODE_CHARACTER);
  return {
    target: { start, end },
    message: better === '' ? 'message' : 'instead',
    values: { term, instead: better },
    ...(isSafe && { fix: [{ start, end, text: better }] }),
  };
}

/** By the list, which is one object for all segments of a document, and the language. */
const indexes = new WeakMap<readonly ForbiddenTerm[], Map<LanguageTag, TermIndex>>();

function forbiddenByProject({
  target,
  targetLanguage,
  settings: { forbidden },
}: CheckedSegment): readonly UnwantedTerm[] {
  if (forbidden === undefined || forbidden.length === 0) return [];
  const byLanguage = indexes.get(forbidden) ?? new Map<LanguageTag, TermIndex>();
  indexes.set(forbidden, byLanguage);
  const index =
    byLanguage.get(targetLanguage) ?? termIndex(forbidden.map(conceptOf(targetLanguage)), targetLanguage);
  byLanguage.set(targetLanguage, index);
  return compareTerms('', maskText(target), { source: index, target: index }).forbidden;
}

function conceptOf(language: LanguageTag): (each: ForbiddenTerm, index: number) => Concept {
  const termOf = (text: string, status: Term['status']): Term => ({ ...PLAIN_TERM, language, text, status });
  return ({ term, instead }, index) => ({
    ...PLAIN_CONCEPT,
    id: String(index),
    terms: [termOf(term, 'forbidden'), ...(instead === '' ? [] : [termOf(instead, 'preferred')])],
  });
}
