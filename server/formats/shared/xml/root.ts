/**
 * The beginning of an XML file from its root element on, for telling what the file is: behind the declaration,
 * comments, processing instructions and a document type, however long they are. Judges nothing; works in linear time.
 */
import { sniffEncoding } from './encoding.ts';

/** Of the root and what stands in it, in characters. */
const SHOWN = 65_536;

/** null where the bytes given end before a root. What is no XML begins with its first text. */
export function textFromRoot(head: Uint8Array): string | null {
  // Nearly always the root stands near the beginning.
  for (const size of [2 * SHOWN, head.length]) {
    const text = decodeHead(head.subarray(0, size));
    const at = endOfPrologue(text);
    const isWhole = size >= head.length || at + SHOWN <= text.length;
    if (at >= 0 && isWhole) return text.slice(at, at + SHOWN);
  }
  return null;
}

/** Names and signs of XML are read rightly, whatever other text becomes. */
function decodeHead(head: Uint8Array): string {
  const encoding = sniffEncoding(head);
  if (encoding.startsWith('utf-16')) return new TextDecoder(encoding).decode(head);
  const text = new TextDecoder('latin1').decode(head);
  return text.startsWith('ï»¿') ? text.slice(3) : text;
}

const ASIDES = [
  { start: '<!--', end: '-->' },
  { start: '<?', end: '?>' },
] as const;

/** -1 where the text ends before. */
function endOfPrologue(text: string): number {
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    const aside = ASIDES.find(({ start }) => text.startsWith(start, at));
    if (aside !== undefined) {
      const end = text.indexOf(aside.end, at + aside.start.length);
      if (end < 0) return -1;
      at = end + aside.end.length;
    } else if (/^<!doctype$/i.test(text.slice(at, at + 9))) {
      at = endOfDoctype(text, at + 9);
      if (at < 0) return -1;
    } else return at < text.length ? at : -1;
  }
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

/** Behind its `>`: that which stands in no literal, comment or internal subset. */
function endOfDoctype(text: string, from: number): number {
  const piece = /<!--[^]*?(?:-->|$)|"[^"]*(?:"|$)|'[^']*(?:'|$)|[[\]>]/g;
  piece.lastIndex = from;
  let isSubset = false;
  for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
    if (found[0] === '[') isSubset = true;
    else if (found[0] === ']') isSubset = false;
    else if (found[0] === '>' && !isSubset) return piece.lastIndex;
  }
  return -1;
}
