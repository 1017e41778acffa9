/**
 * The translations of a PO file as TUs. Of a fuzzy entry the translation belongs to the source that it was made for
 * (`#| msgid`); where the file does not keep that, it is left out and reported. A plural form goes with the source that it
 * is the form of; where a language has one form only, with both. Obsolete entries are translations as well.
 */
import type { Tu } from '../../core/memory/tu.ts';
import { NO_CONTEXT, PLAIN_TU } from '../../core/memory/tu.ts';
import { problem } from '../../core/problem.ts';
import { parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';
import type { TuEvent, TuReadOptions } from '../memory-format.ts';
import { readEntries, type BadEntry, type PoEntry } from './entries.ts';
import { charsetOf, poLines } from './lines.ts';
import { pluralForm } from './plural-form.ts';

/** Bytes of a file: it is read as a whole, and no honest one comes near. */
const LARGEST = 1 << 27;

interface Header {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** How many forms there are, and which of them is that of 1. */
  readonly forms: number;
  readonly singular: number;
}

export async function* readPo(
  chunks: AsyncIterable<Uint8Array>,
  options: TuReadOptions,
): AsyncGenerator<TuEvent> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(Uint8Array.from(chunk));
    size += chunk.length;
    if (size <= LARGEST) continue;
    yield { kind: 'problem', problem: problem('file-too-large', null, { size, limit: LARGEST }) };
    return;
  }
  yield* readWhole(Buffer.concat(parts), options);
}

function* readWhole(bytes: Uint8Array, options: TuReadOptions): Generator<TuEvent> {
  const charset = charsetOf(bytes);
  if (charset === null) {
    yield { kind: 'problem', problem: problem('encoding-unknown', null, { encoding: 'charset' }) };
    return;
  }
  let header: Header | null = null;
  for (const item of readEntries(poLines(bytes, charset))) {
    if ('bad' in item) {
      yield { kind: 'refused', problem: badEntry(item.bad) };
      continue;
    }
    const { entry } = item;
    const isHeader = entry.id === '' && entry.context === null;
    header ??= headerOf(isHeader ? (entry.translations[0] ?? '') : '', options);
    if (header === null) {
      yield { kind: 'problem', problem: problem('memory-languages-missing') };
      return;
    }
    if (isHeader) continue;
    if (isWithoutSource(entry)) {
      yield { kind: 'refused', problem: problem('po-entry-fuzzy', { line: entry.line, column: 1 }) };
    }
    for (const tu of tusOf(entry, header)) {
      yield { kind: 'tu', tu, place: { line: entry.line, column: 1 }, size: entry.id.length * 4 };
    }
  }
}

function badEntry({ line, reason, hasInvalidBytes }: BadEntry): ReturnType<typeof problem> {
  const place = { line, column: 1 };
  return hasInvalidBytes
    ? problem('memory-bytes-invalid', place)
    : problem('po-entry-unreadable', place, { reason });
}

/** null where nobody says the target language. What the person said comes before what the file says. */
function headerOf(text: string, options: TuReadOptions): Header | null {
  const field = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*([^\\n]*)`, 'im').exec(text)?.[1]?.trim() ?? '';
  const stem =
    /(?:^|[./_-])([a-z]{2,3}(?:[_-][A-Za-z]{2,4})*(?:@\w+)?)\.po$/.exec(options.fileName)?.[1] ?? '';
  const target = options.targetLanguage ?? localeTag(field('Language')) ?? localeTag(stem);
  // gettext takes it for granted that programs speak English.
  const source = options.sourceLanguage ?? localeTag(field('X-Source-Language')) ?? parseLanguageTag('en');
  if (target === null || source === null) return null;
  const [, count = '2', expression = ''] =
    /nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]*)/.exec(field('Plural-Forms')) ?? [];
  return { source, target, forms: Number(count), singular: pluralForm(expression, 1) ?? 0 };
}

const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['latin', 'Latn'],
  ['cyrillic', 'Cyrl'],
  ['devanagari', 'Deva'],
  ['arabic', 'Arab'],
]);

/** `sr_RS.UTF-8@latin` as `sr-Latn-RS`. */
function localeTag(locale: string): LanguageTag | null {
  const [, name = '', modifier = ''] = /^([^.@]+)(?:\.[^@]*)?(?:@(\w+))?$/.exec(locale) ?? [];
  const script = SCRIPTS.get(modifier.toLowerCase());
  const [language = '', ...rest] = name.split(/[_-]/);
  return language === ''
    ? null
    : parseLanguageTag([language, ...(script === undefined ? [] : [script]), ...rest].join('-'));
}

/** A translation of nobody knows what. */
function isWithoutSource({ isFuzzy, previous, translations }: PoEntry): boolean {
  return isFuzzy && (previous.id ?? '') === '' && translations.some((text) => text !== '');
}

function* tusOf(entry: PoEntry, header: Header): Generator<Tu> {
  const source = entry.isFuzzy ? entry.previous : entry;
  if (source.id === null || source.id === '') return;
  for (const [form, translation] of entry.translations.entries()) {
    if (translation === '') continue;
    for (const text of sourcesOf(source.id, source.plural, form, header)) {
      yield {
        ...PLAIN_TU,
        variants: [
          { language: header.source, content: [text] },
          { language: header.target, content: [translation] },
        ],
        context: { ...NO_CONTEXT, id: source.context },
        notes: entry.comments,
        properties:
          entry.references.length === 0 ? [] : [{ type: 'references', text: entry.references.join(' ') }],
      };
    }
  }
}

/** What a form is the translation of. */
function sourcesOf(id: string, plural: string | null, form: number, header: Header): readonly string[] {
  if (plural === null || plural === '') return [id];
  if (header.forms === 1) return id === plural ? [id] : [id, plural];
  return [form === header.singular ? id : plural];
}
