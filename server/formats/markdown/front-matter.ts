/**
 * The few values of a YAML front matter that are text for readers. Read by one small rule, `key: value` on a
 * line of its own, plain or quoted; whatever is written otherwise is left alone. This is no YAML parser: what it
 * recognises means the same in every one.
 */
import type { Flow, FlowPiece } from '../../core/document/flow.ts';

export type Quoting = 'plain' | 'single' | 'double';

interface MetadataValue {
  readonly name: string;
  readonly quoting: Quoting;
  /** Without the quotes. */
  readonly flow: Flow;
}

const NAMES = /^(?:title|subtitle|description|summary|abstract|excerpt|tagline|lead|short_?title)$/i;
const ENTRY = /^([A-Za-z][\w-]*):[ \t]+(?=\S)/;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*$|\s+#)/;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t' };
const DOUBLE_PIECE = /\\x([\da-f]{2})|\\u([\da-f]{4})|\\U([\da-f]{8})|\\(.)|[^\\]+/giu;

/** Whether the text means itself as a YAML plain scalar, and is a string. */
function isPlainScalar(text: string): boolean {
  return (
    /^[\p{L}\p{N}(«“‘„¡¿…][^\p{Cc}\u2028\u2029\uFEFF]*$/u.test(text) &&
    !/:(?:\s|$)|\s#|\s$/.test(text) &&
    !/^(?:true|false|yes|no|on|off|y|n|null|\d[\d_.:,e+-]*|0[xo][\da-f]+|\d{4}-\d\d?-\d\d?.*)$/i.test(text)
  );
}

/** `start` and `end` are the offsets of the front matter block with its fences. */
export function readFrontMatter(text: string, start: number, end: number): readonly MetadataValue[] {
  const values: MetadataValue[] = [];
  const lines = [...text.slice(start, end).matchAll(/[^\r\n]+/g)];
  for (const [index, { 0: line, index: offset }] of lines.entries()) {
    const [lead = '', name = ''] = ENTRY.exec(line) ?? [];
    const goesOn = /^[ \t]/.test(lines[index + 1]?.[0] ?? '');
    if (!NAMES.test(name) || goesOn) continue;
    const raw = findScalar(line.slice(lead.length));
    const quoting = raw.startsWith('"') ? 'double' : raw.startsWith("'") ? 'single' : 'plain';
    const flow = scalarFlow(raw, start + offset + lead.length, quoting);
    if (flow !== null && flow.length > 0) values.push({ name, quoting, flow });
  }
  return values;
}

/** The scalar at the beginning of the rest of a line, with its quotes and without a comment; '' if malformed. */
function findScalar(rest: string): string {
  if (/^["']/.test(rest)) return QUOTED.exec(rest)?.[0] ?? '';
  const comment = rest.search(/[ \t]#/);
  return (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
}

/** The text of a scalar as it is written with this quoting, without the quotes; null where it cannot be. */
export function writeScalar(text: string, quoting: Quoting): string | null {
  switch (quoting) {
    case 'plain':
      return isPlainScalar(text) ? text : null;
    case 'single':
      return /[\p{Cc}\u2028\u2029\uFEFF]/u.test(text) ? null : text.replaceAll("'", "''");
    case 'double':
      return text.replace(/["\\\p{Cc}\u2028\u2029\uFEFF]/gu, (character) => {
        if (character === '"' || character === '\\') return `\\${character}`;
        if (character === '\n') return '\\n';
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      });
  }
}

function scalarFlow(raw: string, at: number, quoting: Quoting): Flow | null {
  if (quoting === 'plain') {
    const end = at + raw.length;
    return isPlainScalar(raw) ? [{ kind: 'literal', text: raw, start: at, end }] : null;
  }
  const pattern = quoting === 'single' ? /''|[^']+/g : DOUBLE_PIECE;
  const pieces: FlowPiece[] = [];
  for (const match of raw.slice(1, -1).matchAll(pattern)) {
    const text = quoting === 'single' ? match[0].replace("''", "'") : unescape(match);
    if (text === null) return null;
    const start = at + 1 + match.index;
    const kind = text === match[0] ? 'literal' : 'atomic';
    pieces.push({ kind, text, start, end: start + match[0].length });
  }
  return pieces;
}

function unescape(match: RegExpExecArray): string | null {
  const [whole, two, four, eight, simple] = match;
  const digits = two ?? four ?? eight;
  if (digits !== undefined) {
    const point = parseInt(digits, 16);
    return point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? null : String.fromCodePoint(point);
  }
  return simple === undefined ? whole : (SIMPLE_ESCAPES[simple] ?? null);
}
