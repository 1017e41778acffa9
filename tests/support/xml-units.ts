/**
 * An XLIFF cut into its units and their targets by regular expressions over tokens, for judging what an edit has
 * touched: shares nothing with the scanner and the writers that made it.
 */
const TOKEN = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/gu;
const UNITS = new Set(['unit', 'trans-unit']);
/** Elements whose content stands for code of the original, not for text. */
const CODES = new Set(['bpt', 'ept', 'ph', 'it']);
const AROUND = new Set(['target', 'source', 'seg-source', 'g', 'pc', 'mrk']);

/** Text of a file by its byte order mark or declaration. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/u.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1').replace(/^ï»¿/u, ''),
  );
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  return new TextDecoder(marked ?? declared?.[1] ?? 'utf-8', { ignoreBOM: true }).decode(bytes);
}

export interface Token {
  readonly text: string;
  readonly kind: 'start' | 'end' | 'empty' | 'text' | 'aside';
  /** Local name of an element, or ''. */
  readonly name: string;
}

export function tokensOf(xml: string): readonly Token[] {
  return (xml.match(TOKEN) ?? []).map((text) => {
    if (!text.startsWith('<') || text.startsWith('<![CDATA[')) return { text, kind: 'text', name: '' };
    if (/^<[!?]/u.test(text)) return { text, kind: 'aside', name: '' };
    const name = /^<\/?(?:[^\s/>:]+:)?([^\s/>:]+)/u.exec(text)?.[1] ?? '';
    return { text, kind: text.startsWith('</') ? 'end' : text.endsWith('/>') ? 'empty' : 'start', name };
  });
}

/** The file as what stands between its units, and the units. */
export function unitsOf(xml: string): {
  readonly around: readonly string[];
  readonly units: readonly string[];
} {
  const around: string[] = [''];
  const units: string[] = [];
  let depth = 0;
  for (const { text, kind, name } of tokensOf(xml)) {
    if (depth === 0 && kind === 'start' && UNITS.has(name)) {
      units.push('');
      depth = 1;
    } else if (depth > 0 && kind === 'start') depth += 1;
    const into = depth > 0 ? units : around;
    into.push((into.pop() ?? '') + text);
    if (depth > 0 && kind === 'end') {
      depth -= 1;
      if (depth === 0) around.push('');
    }
  }
  return { around, units };
}

export interface OwnElement {
  readonly parent: string;
  readonly part: number;
  readonly tag: string;
  /** What is between its tags. */
  readonly inner: string;
}

/**
 * The elements of a name that are the unit's own, in order: each a child of the unit or of a
 * segment or ignorable in it, which is `parent`; `part` counts the unit's children up to that.
 */
export function ownElements(unit: string, wanted: string): readonly OwnElement[] {
  const found: { parent: string; part: number; tag: string; inner: string }[] = [];
  let part = 0;
  const open: Token[] = [];
  let inside = 0;
  for (const token of tokensOf(unit)) {
    const parent = open.at(-1);
    if (token.kind === 'end') open.pop();
    if (inside > 0 && open.length < inside) inside = 0;
    const last = found.at(-1);
    if (inside > 0 && last !== undefined) last.inner += token.text;
    if (open.length === 1 && token.kind === 'start') part += 1;
    const own =
      open.length === 1 || (open.length === 2 && /^(?:segment|ignorable)$/u.test(parent?.name ?? ''));
    if (token.name === wanted && own && inside === 0 && (token.kind === 'start' || token.kind === 'empty')) {
      found.push({ parent: parent?.name ?? '', part, tag: token.text, inner: '' });
      if (token.kind === 'start') inside = open.length + 1;
    }
    if (token.kind === 'start') open.push(token);
  }
  return found;
}

/** The text of a content that a reader reads: without codes, comments and processing instructions. */
export function readableText(inner: string): string {
  let code = 0;
  let text = '';
  for (const token of tokensOf(inner)) {
    const isCode = code > 0 || CODES.has(token.name) || (token.name !== '' && !AROUND.has(token.name));
    if (token.kind === 'start' && isCode) code += 1;
    else if (token.kind === 'end' && code > 0) code -= 1;
    else if (token.kind === 'empty' && token.name === 'cp' && code === 0) {
      text += String.fromCodePoint(parseInt(/hex\s*=\s*["']([^"']*)/u.exec(token.text)?.[1] ?? '', 16));
    } else if (token.kind === 'text' && code === 0) text += unescape(token.text);
  }
  return text;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(text: string): string {
  const lines = text.replace(/\r\n?/gu, '\n');
  const cdata = /^<!\[CDATA\[([^]*)\]\]>$/u.exec(lines);
  if (cdata !== null) return cdata[1] ?? '';
  return lines.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return NAMED[String(name)] ?? whole;
  });
}
