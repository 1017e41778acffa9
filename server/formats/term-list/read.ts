/** A table of terms to concepts. */
import { problem, type Problem } from '../../core/problem.ts';
import { conceptIdOf, idTooLong } from '../../core/terminology/concept-id.ts';
import type { Concept, Term } from '../../core/terminology/concept.ts';
import { namesSeparator, readCsv, separatorOf, unguarded } from '../../core/text/csv.ts';
import { parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';
import type { TermReadOptions, TermReadResult } from '../format.ts';
import { decodeList } from '../shared/decode.ts';
import {
  conceptsOf,
  genderNamed,
  partOfSpeechNamed,
  statusNamed,
  type TermRow,
} from '../shared/term-rows.ts';
import { columnsOf, isOwn, type Column, type Property } from './columns.ts';

/**
 * Reports what decoding does, `terms-columns` where neither the header nor anybody says the languages, columns and
 * languages that nobody knows, rows without a term, ids that are too long (`terms-id-long`), and a quote that is never closed (`table-quote-open`), whose row is
 * left out.
 */
export function readTermList(bytes: Uint8Array, options: TermReadOptions): TermReadResult {
  const decoding = decodeList(bytes);
  if ('problem' in decoding) return { concepts: null, problems: [decoding.problem] };
  const { text } = decoding.decoded;
  const read = readCsv(text, separatorOf(text));
  const rows = namesSeparator(read[0]?.fields ?? []) ? read.slice(1) : read;
  const first = rows[0]?.fields ?? [];
  const header = columnsOf(first, options);
  const columns = header ?? columnsWithout(options);
  if (columns === null) return { concepts: null, problems: [problem('terms-columns')] };
  const problems: Problem[] = columns.flatMap((column) =>
    column.kind === 'unknown' && column.header !== ''
      ? [problem('terms-column-unknown', { line: 1, column: 1 }, { column: column.header })]
      : [],
  );
  const restore = isOwn(first) ? unguarded : (field: string): string => field;
  const found = rows.slice(header === null ? 0 : 1).flatMap((row) => {
    const place = { line: row.line, column: 1 };
    if (row.isOpen) {
      problems.push(problem('table-quote-open', place));
      return [];
    }
    const result = rowOf(row.fields.map(restore), columns);
    if (typeof result !== 'string') {
      const id = conceptIdOf(result.id);
      if (id !== result.id) problems.push(idTooLong(result.id, place));
      return [{ ...result, id }];
    }
    problems.push(
      result === ''
        ? problem('terms-row-empty', place)
        : problem('terms-language-unknown', place, { language: result }),
    );
    return [];
  });
  return { concepts: conceptsOf(found), problems };
}

function columnsWithout({ sourceLanguage, targetLanguage }: TermReadOptions): readonly Column[] | null {
  if (sourceLanguage === null || targetLanguage === null) return null;
  return [
    { kind: 'term', language: sourceLanguage },
    { kind: 'term', language: targetLanguage },
    { kind: 'property', property: 'conceptNote' },
  ];
}

/** Instead of a row: the language that it names and nobody knows, or '' where it has no term. */
function rowOf(fields: readonly string[], columns: readonly Column[]): TermRow | string {
  const properties = new Map<Property, string>();
  const terms: { language: LanguageTag; text: string }[] = [];
  for (const [index, column] of columns.entries()) {
    const text = fields[index]?.trim() ?? '';
    if (text === '') continue;
    if (column.kind === 'property') properties.set(column.property, text);
    else if (column.kind === 'term') terms.push({ language: column.language, text });
  }
  const own = termOf(properties);
  if (typeof own === 'string') return own;
  const all = own === null ? terms : [own, ...terms];
  return all.length === 0
    ? ''
    : { id: properties.get('id') ?? '', terms: all, concept: conceptOf(properties) };
}

function termOf(
  properties: ReadonlyMap<Property, string>,
): (Pick<Term, 'language' | 'text'> & Partial<Term>) | string | null {
  const text = properties.get('term');
  if (text === undefined) return null;
  const given = properties.get('language') ?? '';
  const language = parseLanguageTag(given);
  if (language === null) return given === '' ? '?' : given;
  const of = (property: Property): string => properties.get(property) ?? '';
  const status = statusNamed(of('status'));
  return {
    language,
    text,
    ...(status && { status }),
    partOfSpeech: partOfSpeechNamed(of('partOfSpeech')),
    gender: genderNamed(of('gender')),
    note: of('note'),
    source: of('source'),
    context: of('context'),
  };
}

function conceptOf(properties: ReadonlyMap<Property, string>): Partial<Omit<Concept, 'id' | 'terms'>> {
  const of = (property: Property): string => properties.get(property) ?? '';
  return {
    domain: of('domain'),
    definition: of('definition'),
    note: of('conceptNote'),
    image: of('image'),
    isName: /^(?:1|yes|true|x)$/iu.test(of('name')),
  };
}
