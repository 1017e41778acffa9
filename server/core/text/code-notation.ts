/**
 * Content as one plain text that a person edits: `<1>…</1>` is a pair, `<2/>` a single code, `<m3>…</m3>` a marker. Numbers
 * are given in order over all variants, so that a code has the same one in each. Invariant: what is written reads back as
 * it was; text that looks like a code has a backslash before it.
 */
import { codeKey, normalizeContent, type Content, type ContentPart, type InlineCode } from './content.ts';

const TAG = /(\\*)<(\/?)(m?)([1-9]\d{0,5})(\/?)>/gu;

export interface CodeNotation {
  write(content: Content): string;
  read(text: string): ReadNotation;
}

export type ReadNotation =
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'unknown-code'; readonly code: string };

/** The notation for contents whose codes agree by id. */
export function codeNotation(contents: readonly Content[]): CodeNotation {
  const numbers = new Map<string, number>();
  const tags = new Map<string, string>();
  const codes = new Map<string, InlineCode>();
  for (const code of contents.flat().filter((part) => typeof part !== 'string')) {
    const name = `${code.code === 'marker' ? 'm' : ''}:${code.id}`;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    const tag = tagOf(code, number);
    if (!tags.has(codeKey(code))) tags.set(codeKey(code), tag);
    if (!codes.has(tag)) codes.set(tag, code);
  }
  return {
    write: (content) => {
      const parts = normalizeContent(content);
      return parts
        .map((part, at) =>
          typeof part === 'string'
            ? escaped(part, typeof parts[at + 1] === 'object')
            : (tags.get(codeKey(part)) ?? ''),
        )
        .join('');
    },
    read: (text) => read(text, codes),
  };
}

function tagOf(code: InlineCode, number: number): string {
  if (code.code === 'marker') return code.edge === 'close' ? `</m${number}>` : `<m${number}>`;
  return { open: `<${number}>`, close: `</${number}>`, standalone: `<${number}/>` }[code.code];
}

/** Backslashes before what looks like a code, or before a code, are doubled; one more makes it text. */
function escaped(text: string, isBeforeCode: boolean): string {
  const shown = text.replace(TAG, (tag, slashes: string) => `${slashes}\\${tag}`);
  return isBeforeCode ? shown.replace(/\\+$/u, (slashes) => slashes + slashes) : shown;
}

function read(text: string, codes: ReadonlyMap<string, InlineCode>): ReadNotation {
  const parts: ContentPart[] = [];
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    const slashes = match[1] ?? '';
    const tag = match[0].slice(slashes.length);
    parts.push(text.slice(at, match.index), '\\'.repeat(Math.floor(slashes.length / 2)));
    at = match.index + match[0].length;
    const code = codes.get(tag);
    if (slashes.length % 2 === 1) parts.push(tag);
    else if (code === undefined) return { kind: 'unknown-code', code: tag };
    else parts.push(code);
  }
  parts.push(text.slice(at));
  return { kind: 'content', content: normalizeContent(parts) };
}
