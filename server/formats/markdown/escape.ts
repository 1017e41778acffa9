/**
 * Text to Markdown that reads as that text. `minimal` escapes what is known to be read otherwise, as a person
 * would; `full` escapes every ASCII punctuation mark, for the few texts that read otherwise in their
 * surroundings (write.ts reads back all that it writes).
 */
import type { TextPlace } from './blocks.ts';

export type Escaping = 'minimal' | 'full';

interface Surroundings {
  readonly place: Exclude<TextPlace, { kind: 'metadata' }>;
  readonly escaping: Escaping;
  /** What is already written of the unit before the text; '' at its start. */
  readonly before: string;
  /** What will be written after it in the unit; '' at its end. */
  readonly after: string;
  /** The text stands right after an opening or right before a closing delimiter (`**`, `[`). */
  readonly afterOpening: boolean;
  readonly beforeClosing: boolean;
  /** The document's own line end. */
  readonly lineEnd: string;
}

/** The text as Markdown for this place; line breaks inside become hard breaks, those at an edge references. */
export function escapeText(text: string, around: Surroundings): string {
  const lines = text.split('\n');
  let written = '';
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const before = around.before + written;
    const breaksAfter = isLast ? '' : lineBreak(before + line, lines.slice(index + 1), around);
    const after = isLast ? around.after : breaksAfter;
    written += escapeLine(line.replaceAll('\r', '&#13;'), before, after, around) + breaksAfter;
  }
  return written;
}

/** The character as a reference, which neither delimits, nor is trimmed, nor begins anything. */
export function characterReference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

function lineBreak(before: string, following: readonly string[], around: Surroundings): string {
  const { place, lineEnd } = around;
  const nothingFollows = following.every((line) => line === '');
  const atStart = before === '' || (around.afterOpening && before === around.before);
  const atEnd = nothingFollows && (/^(?:$|[ \t]*[\r\n])/.test(around.after) || around.beforeClosing);
  if (atStart || atEnd) return '&#10;';
  return 'linePrefix' in place ? `\\${lineEnd}${place.linePrefix}` : '<br>';
}

function escapeLine(line: string, before: string, after: string, around: Surroundings): string {
  const startsUnit = before === '' || (around.afterOpening && before === around.before);
  const startsLine = /[\r\n][ \t>]*$/.test(before) || (before === '' && 'linePrefix' in around.place);
  const endsLine = /^(?:$|[ \t]*[\r\n])/.test(after) || (around.beforeClosing && after === around.after);
  const trimsStart = startsUnit || startsLine;
  const leading = trimsStart && /^[ \t]/.test(line) ? characterReference(line) : '';
  const rest = line.slice(leading === '' ? 0 : 1);
  const trailing = endsLine && /[ \t]$/.test(rest) ? characterReference(rest.slice(-1)) : '';
  const core = trailing === '' ? rest : rest.slice(0, -1);
  return (
    leading +
    escapeCore(core, leading === '' && startsLine, before + leading, trailing || after, around) +
    trailing
  );
}

function escapeCore(
  text: string,
  startsLine: boolean,
  before: string,
  after: string,
  around: Surroundings,
): string {
  if (around.escaping === 'full') {
    return text.replace(/&#13;|[!-/:-@[-`{-~]/g, (found) => (found === '&#13;' ? found : `\\${found}`));
  }
  const isCell = around.place.kind === 'cell';
  const harmless = harmlessBrackets(text + after, text.length);
  const inline = text.replace(/&#13;|[\\`*_[\]<&!|]/g, (found, index: number) => {
    if (found === '&#13;' || harmless.has(index)) return found;
    const previous = index > 0 ? text.charAt(index - 1) : startsLine ? '' : before.slice(-1);
    const rest = text.slice(index + 1);
    return needsEscape(found, previous, rest, after, isCell) ? `\\${found}` : found;
  });
  const safe = startsLine ? escapeLineStart(inline) : inline;
  // `# text #`: a closing sequence
  return around.place.kind === 'heading' && after === '' ? safe.replace(/(^|\s)(#*)#$/, '$1$2\\#') : safe;
}

/** Indexes of brackets that cannot belong to a link, image or definition: `[sic]`. */
function harmlessBrackets(text: string, length: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(/\[(?!\^)[^[\]]*\](?![([:])/g)) {
    const end = match.index + match[0].length - 1;
    if (end < length) found.add(match.index).add(end);
  }
  return found;
}

function needsEscape(found: string, previous: string, rest: string, after: string, isCell: boolean): boolean {
  const next = rest.charAt(0) || after.charAt(0);
  switch (found) {
    case '\\':
      return next === '' || /[!-/:-@[-`{-~\r\n]/.test(next);
    case '*':
      return !(/\s/.test(previous) && /\s/.test(next));
    case '_':
      return !(/[\p{L}\p{N}]/u.test(previous) && /[\p{L}\p{N}]/u.test(next));
    case '<':
      return rest === '' ? after !== '' : /^(?:[A-Za-z/!?]|[^\s<>]*@)/.test(rest);
    case '&':
      return /^(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i.test(rest + after);
    case '!':
      return rest === '' && after.startsWith('[');
    case '|':
      return isCell;
    default:
      return true;
  }
}

/** What would begin a heading, list, quote, fence, rule or underline. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3}|=+\s*$|-+\s*$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
