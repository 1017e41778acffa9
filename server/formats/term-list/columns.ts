/** What the columns of a table of terms hold, by the names that people and tools give them. */
import { languageName, parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';
import type { TermReadOptions } from '../format.ts';

export type Property =
  | 'id'
  | 'language'
  | 'term'
  | 'status'
  | 'partOfSpeech'
  | 'gender'
  | 'note'
  | 'source'
  | 'context'
  | 'domain'
  | 'definition'
  | 'conceptNote'
  | 'image'
  | 'name';

export type Column =
  | { readonly kind: 'property'; readonly property: Property }
  | { readonly kind: 'term'; readonly language: LanguageTag }
  | { readonly kind: 'unknown'; readonly header: string };

/** Our own names, in the order in which they are written. */
export const PROPERTIES: readonly Property[] = [
  ...(['id', 'language', 'term', 'status', 'partOfSpeech', 'gender', 'note', 'source', 'context'] as const),
  ...(['domain', 'definition', 'conceptNote', 'image', 'name'] as const),
];

const OTHER_NAMES: Readonly<Record<string, Property>> = {
  ...{ concept: 'id', 'concept id': 'id', 'entry id': 'id', conceptid: 'id', entry: 'id' },
  ...{ lang: 'language', locale: 'language' },
  ...{ 'part of speech': 'partOfSpeech', pos: 'partOfSpeech', partofspeech: 'partOfSpeech' },
  ...{ comment: 'conceptNote', comments: 'conceptNote', notes: 'conceptNote', conceptnote: 'conceptNote' },
  ...{ 'concept note': 'conceptNote', description: 'definition', explanation: 'definition' },
  ...{ 'subject field': 'domain', subject: 'domain', example: 'context', usage: 'status' },
  ...{ picture: 'image', gender: 'gender', isname: 'name', 'is name': 'name' },
};

/** Whether a table is one that we wrote, in which what looks like a formula is guarded. */
export function isOwn(header: readonly string[]): boolean {
  return PROPERTIES.every((property, index) => header[index] === property);
}

/** null where the row is no header: it names neither `term` nor two columns of terms. */
export function columnsOf(header: readonly string[], options: TermReadOptions): readonly Column[] | null {
  const columns = header.map((field) => columnOf(field, options));
  const isLong = has(columns, 'term') && has(columns, 'language');
  const languages = columns.filter(({ kind }) => kind === 'term').length;
  if (!isLong && languages < 2) return null;
  // A note beside two languages is of the concept.
  return isLong
    ? columns
    : columns.map((column) => (isNote(column) ? { kind: 'property', property: 'conceptNote' } : column));
}

function has(columns: readonly Column[], property: Property): boolean {
  return columns.some((column) => column.kind === 'property' && column.property === property);
}

function isNote(column: Column): boolean {
  return column.kind === 'property' && column.property === 'note';
}

function columnOf(field: string, { sourceLanguage, targetLanguage }: TermReadOptions): Column {
  const name = field.trim();
  const lower = name.toLowerCase();
  const property = PROPERTIES.find((each) => each.toLowerCase() === lower) ?? OTHER_NAMES[lower];
  if (/^(?:source|source[ _-]?term)$/u.test(lower) && sourceLanguage !== null)
    return { kind: 'term', language: sourceLanguage };
  if (/^(?:target|target[ _-]?term|translation)$/u.test(lower) && targetLanguage !== null)
    return { kind: 'term', language: targetLanguage };
  if (property !== undefined) return { kind: 'property', property };
  const language = languageNamed(name);
  return language === null ? { kind: 'unknown', header: name } : { kind: 'term', language };
}

/** A tag of a language that is known, or its name in English or in itself. */
function languageNamed(name: string): LanguageTag | null {
  const tag = parseLanguageTag(name);
  if (tag !== null && languageName(tag, 'en').toLowerCase() !== tag.toLowerCase()) return tag;
  return names().get(name.toLowerCase()) ?? null;
}

let known: ReadonlyMap<string, LanguageTag> | undefined;

function names(): ReadonlyMap<string, LanguageTag> {
  if (known !== undefined) return known;
  const letters = 'abcdefghijklmnopqrstuvwxyz'.match(/./gu) ?? [];
  const tags = letters.flatMap((first) => letters.map((second) => parseLanguageTag(first + second)));
  known = new Map(
    tags
      .filter((tag) => tag !== null)
      .flatMap((tag) =>
        [languageName(tag, 'en'), languageName(tag)]
          .filter((name) => name !== tag)
          .map((name): [string, LanguageTag] => [name.toLowerCase(), tag]),
      ),
  );
  return known;
}
