/**
 * The new Markdown of a passage: parts that keep their bytes as they are, others from their content, escaped for
 * what stands around them. Emphasis that would not be read as such (CommonMark 0.31 §6.2: `word**«x»**word`, the
 * rule rather than the exception in Persian and Burmese) is kept by writing its neighbour as a reference.
 */
import type { CodeKind } from '../../core/text/content.ts';
import type { TextPlace } from './blocks.ts';
import { characterReference, escapeText, type Escaping } from './escape.ts';

/** A piece of what is to be written. Raw text is written as it is. */
export type Token =
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: CodeKind; readonly text: string };

/** How far back escaping looks: to the beginning of the line's prefix. */
const REACH = 256;

/** One string for each list of tokens; together they are the passage. */
export function renderParts(
  parts: readonly (readonly Token[])[],
  place: Exclude<TextPlace, { kind: 'metadata' }>,
  escaping: Escaping,
  lineEnd: string,
): readonly string[] {
  const tokens = parts.flat();
  const written: string[] = [];
  let before = '';
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const next = tokens[index + 1];
    const text =
      token.kind === 'text'
        ? escapeText(token.text, {
            place,
            escaping,
            before,
            after: tokens
              .slice(index + 1, index + 4)
              .map((each) => each.text)
              .join(''),
            afterOpening: previous?.kind === 'code' && previous.code === 'open',
            beforeClosing: next?.kind === 'code' && next.code === 'close',
            lineEnd,
          })
        : token.text;
    written.push(text);
    before = (before + text).slice(-REACH);
  }
  keepEmphasis(tokens, written);
  let from = 0;
  return parts.map((part) => written.slice(from, (from += part.length)).join(''));
}

function keepEmphasis(tokens: readonly Token[], written: string[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'code' || !/^[*_]+$/.test(token.text)) continue;
    const inner = token.code === 'open' ? 1 : -1;
    if (isSpace(neighbour(written, index, inner))) refer(tokens, written, index, inner);
    const outer = neighbour(written, index, -inner);
    const isWord = outer !== '' && !isSpace(outer) && !isPunctuation(outer);
    if (isWord && (token.text.startsWith('_') || isPunctuation(neighbour(written, index, inner)))) {
      refer(tokens, written, index, -inner);
    }
  }
}

/** The character beside the token at `index`, before it (-1) or after it (1); '' where there is none. */
function neighbour(written: readonly string[], index: number, side: number): string {
  const beside = written[index + side] ?? '';
  const characters = side > 0 ? beside.match(/^./su) : beside.match(/.$/su);
  return characters?.[0] ?? '';
}

function refer(tokens: readonly Token[], written: string[], index: number, side: number): void {
  if (tokens[index + side]?.kind !== 'text') return;
  const text = written[index + side] ?? '';
  const character = neighbour(written, index, side);
  const reference = characterReference(character);
  written[index + side] =
    side > 0 ? reference + text.slice(character.length) : text.slice(0, -character.length) + reference;
}

function isSpace(character: string): boolean {
  return /^\s$/u.test(character);
}

function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(character);
}
