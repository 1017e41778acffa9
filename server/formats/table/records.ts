/**
 * Records of a table (RFC 4180), taken from the beginning of a text of which more may follow. A field in quotes may hold
 * separators and line ends; a quotation mark that does not enclose its field is text like any other.
 */

export type Separator = '\t' | ';' | ',';

export type TakenRecord =
  | { readonly kind: 'record'; readonly fields: readonly string[]; readonly end: number }
  /** More text is needed. */
  | { readonly kind: 'more' }
  /** A quotation mark that is never closed: where it stands. */
  | { readonly kind: 'open'; readonly at: number }
  | { readonly kind: 'none' };

/** The record that begins at `start`; `isLast`: nothing follows the text. */
export function takeRecord(text: string, start: number, separator: Separator, isLast: boolean): TakenRecord {
  if (start >= text.length) return isLast ? { kind: 'none' } : { kind: 'more' };
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const quoted = text[at] === '"' ? takeQuoted(text, at, separator, isLast) : null;
    if (quoted === 'more') return { kind: 'more' };
    if (quoted === 'open') return { kind: 'open', at };
    if (quoted === null) {
      const end = fieldEnd(text, at, separator);
      fields.push(text.slice(at, end));
      at = end;
    } else {
      fields.push(quoted.value);
      at = quoted.end;
    }
    // A line feed may follow the return that the text ends with.
    if (!isLast && (at >= text.length || (text[at] === '\r' && at + 1 >= text.length)))
      return { kind: 'more' };
    if (at >= text.length) return { kind: 'record', fields, end: at };
    if (text[at] !== separator) break;
    at += 1;
  }
  return { kind: 'record', fields, end: at + (text.startsWith('\r\n', at) ? 2 : 1) };
}

function fieldEnd(text: string, from: number, separator: Separator): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** null where the quotation marks are part of the text. */
function takeQuoted(
  text: string,
  start: number,
  separator: Separator,
  isLast: boolean,
): { readonly value: string; readonly end: number } | 'more' | 'open' | null {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  // Programs that write tabs seldom quote, and then no tab: what crosses one is a text that begins with a mark.
  if (separator === '\t') {
    const tab = text.indexOf('\t', start);
    if (tab >= 0 && (at < 0 || tab < at)) return null;
  }
  if (at < 0 || (at + 1 >= text.length && !isLast)) {
    if (!isLast) return 'more';
    return separator === '\t' ? null : 'open';
  }
  const next = text[at + 1];
  if (next !== undefined && next !== separator && next !== '\n' && next !== '\r') return null;
  return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
}

/** So many records are looked at. */
const SAMPLE = 30;

/** The separator by which the first records have most evenly two fields or more. */
export function findSeparator(text: string): Separator {
  const rated = (['\t', ';', ','] as const).map((separator) => {
    const counts: number[] = [];
    let at = 0;
    while (counts.length < SAMPLE) {
      const taken = takeRecord(text, at, separator, true);
      if (taken.kind !== 'record') break;
      if (taken.fields.some((field) => field.trim() !== '')) counts.push(taken.fields.length);
      at = taken.end;
    }
    const [first = 1] = counts;
    return { separator, even: first < 2 ? 0 : counts.filter((count) => count === first).length };
  });
  return rated.reduce((best, each) => (each.even > best.even ? each : best)).separator;
}
