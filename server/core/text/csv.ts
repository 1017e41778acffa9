/**
 * Tables as text (RFC 4180): fields between separators, quoted where they hold one, a quote or a line break; quotes are
 * doubled. Lenient: every kind of line end; a quote inside of a field that does not begin with one is a character.
 */

export interface CsvRow {
  readonly fields: readonly string[];
  /** 1-based, where the row begins. */
  readonly line: number;
  /** A quote in it is never closed: it has taken the rest of the text. */
  readonly isOpen: boolean;
}

/** In linear time; rows that are empty are left out. */
export function readCsv(text: string, separator: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let line = 1;
  let first = 1;
  let at = 0;
  let isOpen = false;
  const endRow = (): void => {
    if (fields.length > 1 || fields[0] !== '') rows.push({ fields, line: first, isOpen });
    fields = [];
    first = line;
  };
  const plain = new RegExp(`[^\\r\\n${separator === '\t' ? '\\t' : separator}]*`, 'uy');
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      const close = closingQuote(text, at);
      isOpen = close < 0;
      const end = isOpen ? text.length : close;
      const raw = text.slice(at + 1, end);
      field = raw.replaceAll('""', '"');
      line += countLines(raw);
      at = isOpen ? end : end + 1;
    }
    plain.lastIndex = at;
    const rest = plain.exec(text)?.[0] ?? '';
    fields.push(field + rest);
    at += rest.length;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (at < text.length) line += 1;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    endRow();
  }
  return rows;
}

/** Of the field whose quote stands there; -1 where it is never closed. No pattern: a field may be of any length. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function countLines(text: string): number {
  return text.match(/\r\n|\r|\n/gu)?.length ?? 0;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** That which the first line has most of outside of quotes; a comma where it has none. */
export function separatorOf(text: string): string {
  const head = (/^(?:"(?:[^"]|"")*"|[^\r\n"])*/u.exec(text.slice(0, 20_000))?.[0] ?? '').replace(
    /"(?:[^"]|"")*"/gu,
    '',
  );
  const counts = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length - 1 }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}

/** A first line by which a spreadsheet is told the separator (`sep=;`); it is no row of the table. */
export function namesSeparator(fields: readonly string[]): boolean {
  return /^sep=.?$/iu.test(fields[0] ?? '') && fields.slice(1).every((field) => field === '');
}

/**
 * What spreadsheets take for a formula, which may do anything, is made a text by an apostrophe before it; what has
 * apostrophes there already gets one more, so that `unguarded` gives back what was there.
 */
export function guarded(field: string): string {
  return /^'*[=+\-@＝＋－＠\t\r]/u.test(field) ? `'${field}` : field;
}

export function unguarded(field: string): string {
  return /^'+[=+\-@＝＋－＠\t\r]/u.test(field) ? field.slice(1) : field;
}

/** Rows with CRLF at their ends; fields quoted where they have to be. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
