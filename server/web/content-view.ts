/** Content for reading: text as its lines may be broken, and each inline code as a chip with what stands for it. */
import { codeLabel } from '../core/text/code-labels.ts';
import type { CodeKind, Content, InlineCode } from '../core/text/content.ts';
import type { Direction } from '../core/text/language.ts';
import { linePieces, type LinePiece } from '../core/text/line-pieces.ts';

export interface TextPiece<Kind> {
  readonly kind: Kind;
  readonly lines: readonly LinePiece[];
}

export interface CodePiece {
  readonly kind: 'code';
  readonly text: string;
}

export type ContentPiece = TextPiece<'text'> | CodePiece;

/** Long codes (a link's address, an element with attributes) are cut: the chip only tells which one it is. */
const LONGEST_CODE = 24;

/** A code of which nothing is known but its id: in signs, which need no translation. */
const BARE: Readonly<Record<CodeKind, (id: string) => string>> = {
  open: (id) => `<${id}>`,
  close: (id) => `</${id}>`,
  standalone: (id) => `<${id}/>`,
  marker: (id) => id,
};

/** `direction`: that of what it stands in. */
export function contentView(content: Content, direction: Direction): readonly ContentPiece[] {
  return content.map((part) =>
    typeof part === 'string' ? { kind: 'text', lines: linePieces(part, direction) } : codePiece(part),
  );
}

export function codePiece(code: InlineCode): CodePiece {
  const text = (code.text || code.equiv).trim() || codeLabel(code) || BARE[code.code](code.id);
  const characters = Array.from(text);
  const isShort = characters.length <= LONGEST_CODE;
  return { kind: 'code', text: isShort ? text : `${characters.slice(0, LONGEST_CODE - 1).join('')}…` };
}
