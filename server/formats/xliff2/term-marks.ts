/**
 * Terms marked in the sources that we make (XLIFF 2.1 §4.7.3.1.2, term annotation), for their glossary entries to
 * point at.
 */
import { findWord } from '../../core/document/find-word.ts';
import type { Term } from '../../core/document/enrichment.ts';
import type { Unit } from '../../core/document/unit.ts';
import { codesOf, type Content, type InlineCode } from '../../core/text/content.ts';
import { TERM_PREFIX } from '../shared/xliff/own-marks.ts';

export interface MarkedUnit {
  /** With an annotation around each term that was found. */
  readonly unit: Unit;
  /** Ids of the annotations. */
  readonly marks: ReadonlyMap<Term, string>;
}

/**
 * Marks the first place of each term, longer ones first, that stands in one run of text and in no other mark. A unit
 * that uses such ids itself is left as it is.
 */
export function markTerms(unit: Unit, terms: readonly Term[]): MarkedUnit {
  const own = unit.parts.flatMap((part) => [
    ...(part.kind === 'segment' ? [part.id] : []),
    ...codesOf([...part.source, ...(part.target ?? [])]).map((code) => code.id),
  ]);
  const marks = new Map<Term, string>();
  if (terms.length === 0 || own.some((id) => id.startsWith(TERM_PREFIX))) return { unit, marks };
  const sources = unit.parts.map((part) => [...part.source]);
  for (const term of terms.toSorted((a, b) => b.source.length - a.source.length)) {
    const id = `${TERM_PREFIX}${marks.size + 1}`;
    if (unit.parts.some(({ kind }, index) => kind === 'segment' && markFirst(sources[index] ?? [], term, id)))
      marks.set(term, id);
  }
  const parts = unit.parts.map((part, index) => ({ ...part, source: sources[index] ?? part.source }));
  return { unit: { ...unit, parts }, marks };
}

/** Whether the term was found; then the content holds the mark. */
function markFirst(content: Content[number][], term: Term, id: string): boolean {
  let inside = false;
  for (const [index, part] of content.entries()) {
    if (typeof part !== 'string') {
      if (part.id.startsWith(TERM_PREFIX)) inside = part.edge === 'open';
      continue;
    }
    const found = inside ? null : findWord(part, (term.found ?? term.source).trim());
    if (found === null) continue;
    const { start, end } = found;
    const mark: InlineCode = { code: 'marker', id, equiv: '', text: '' };
    const pieces = [
      part.slice(0, start),
      { ...mark, edge: 'open' } as const,
      part.slice(start, end),
      { ...mark, edge: 'close' } as const,
      part.slice(end),
    ];
    content.splice(index, 1, ...pieces.filter((piece) => piece !== ''));
    return true;
  }
  return false;
}
