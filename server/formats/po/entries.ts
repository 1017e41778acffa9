/**
 * The entries of a PO file (gettext manual, “The Format of PO Files”), one after another. Lenient: entries need no empty
 * line between them. What no entry can have makes its entry unreadable, and no other.
 */
import type { PoLine } from './lines.ts';

export interface PoEntry {
  /** 1-based, of its first line. */
  readonly line: number;
  readonly context: string | null;
  readonly id: string;
  readonly plural: string | null;
  /** By form; one where there is no plural. */
  readonly translations: readonly string[];
  /** Of a fuzzy entry: what its translation was made for. */
  readonly previous: {
    readonly context: string | null;
    readonly id: string | null;
    readonly plural: string | null;
  };
  readonly isFuzzy: boolean;
  /** Of translators and of programmers. */
  readonly comments: readonly string[];
  readonly references: readonly string[];
}

export interface BadEntry {
  readonly line: number;
  /** What could not be read. */
  readonly reason: string;
  readonly hasInvalidBytes: boolean;
}

export type PoItem = { readonly entry: PoEntry } | { readonly bad: BadEntry };

const STRING = /^"((?:[^"\\]|\\.)*)"\s*$/;
const KEYWORD = /^(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d{1,3})\])?\s*(".*)$/;

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' },
};

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|(.))/g,
    (_, hex?: string, octal?: string, other = '') => {
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      return ESCAPES[String(other)] ?? String(other);
    },
  );
}

type Field = 'msgctxt' | 'msgid' | 'msgid_plural' | `msgstr${number}`;

/** What is gathered of one entry. */
class Gathered {
  /** 0 before its first. */
  line = 0;
  readonly now = new Map<Field, string>();
  readonly previous = new Map<Field, string>();
  readonly comments: string[] = [];
  readonly references: string[] = [];
  isFuzzy = false;
  reason = '';
  hasInvalidBytes = false;
  /** Where a string without a keyword goes on. */
  last: { readonly fields: Map<Field, string>; readonly field: Field } | null = null;

  get hasTranslation(): boolean {
    return [...this.now.keys()].some((field) => field.startsWith('msgstr'));
  }

  item(): PoItem | null {
    const { line, now, previous, reason, hasInvalidBytes } = this;
    if (reason !== '') return { bad: { line, reason, hasInvalidBytes } };
    const id = now.get('msgid');
    if (id === undefined) return null;
    const fields = [...now].filter(([field]) => field.startsWith('msgstr'));
    const { comments, references, isFuzzy } = this;
    const translations: string[] = [];
    for (const [field, text] of fields) translations[Number(field.slice(6))] = text;
    const entry: PoEntry = {
      ...{ line, id, comments, references, isFuzzy },
      context: now.get('msgctxt') ?? null,
      plural: now.get('msgid_plural') ?? null,
      translations: Array.from(translations, (text: string | undefined) => text ?? ''),
      previous: {
        context: previous.get('msgctxt') ?? null,
        id: previous.get('msgid') ?? null,
        plural: previous.get('msgid_plural') ?? null,
      },
    };
    return { entry };
  }
}

/** Every entry, the header among them (its id is ''). */
export function* readEntries(lines: Iterable<PoLine>): Generator<PoItem> {
  let at = 0;
  let gathered = new Gathered();
  for (const { text, isWhole } of lines) {
    at += 1;
    const line = (at === 1 ? text.replace(/^\ufeff/, '') : text).trim();
    if (begins(line, gathered)) {
      const item = gathered.item();
      if (item !== null) yield item;
      gathered = new Gathered();
    }
    if (line === '') continue;
    gathered.line ||= at;
    take(line, gathered);
    if (isWhole) continue;
    gathered.reason = line.slice(0, 24);
    gathered.hasInvalidBytes = true;
  }
  const item = gathered.item();
  if (item !== null) yield item;
}

/** Whether a line belongs to the next entry. */
function begins(line: string, gathered: Gathered): boolean {
  if (line === '') return gathered.now.size > 0 || gathered.reason !== '';
  if (!gathered.hasTranslation) return false;
  const text = line.replace(/^#~\s*/, '');
  return text.startsWith('#') || /^msg(?:ctxt|id)\b(?!_)/.test(text);
}

function take(line: string, gathered: Gathered): void {
  const text = line.replace(/^#~\s*/, '');
  const [mark, rest] = [text.slice(1, 2), text.slice(2).trim()];
  if (!text.startsWith('#')) takeString(text, gathered, gathered.now);
  else if (mark === '|') takeString(rest, gathered, gathered.previous);
  else if (mark === ',') gathered.isFuzzy ||= rest.split(',').some((flag) => flag.trim() === 'fuzzy');
  else if (mark === ':') gathered.references.push(...rest.split(/\s+/).filter((each) => each !== ''));
  else {
    const comment = mark === '.' ? rest : text.slice(1).trim();
    if (comment !== '' && mark !== '~') gathered.comments.push(comment);
  }
}

function takeString(text: string, gathered: Gathered, fields: Map<Field, string>): void {
  const [, keyword, form = '0', rest = ''] = KEYWORD.exec(text) ?? [];
  const string = STRING.exec(keyword === undefined ? text : rest);
  if (keyword === undefined) {
    const { last } = gathered;
    if (string === null || last?.fields !== fields) gathered.reason ||= text.slice(0, 24);
    else fields.set(last.field, `${fields.get(last.field) ?? ''}${unescape(string[1] ?? '')}`);
    return;
  }
  const field = fieldOf(keyword, form);
  if (string === null || field === null || fields.has(field)) {
    gathered.reason ||= text.slice(0, 24);
    return;
  }
  fields.set(field, unescape(string[1] ?? ''));
  gathered.last = { fields, field };
}

function fieldOf(keyword: string, form: string): Field | null {
  if (keyword === 'msgctxt' || keyword === 'msgid' || keyword === 'msgid_plural') return keyword;
  return keyword === 'msgstr' ? `msgstr${Number(form)}` : null;
}
