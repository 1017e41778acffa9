/** Content for reading: text, and each inline code as a chip with what stands for it. */
import { codeLabel } from '../core/text/code-labels.ts';
import type { CodeKind, Content, InlineCode } from '../core/text/content.ts';

export interface ContentPiece {
  readonly kind: 'text' | 'code';
  readonly text: string;
}

/** Long codes (a link's address, an element with attributes) are cut: the chip only tells which one it is. */
const LONGEST_CODE = 24;

/** A code of which nothing is known but its id: in signs, which need no translation. */
const BARE: Readonly<Record<CodeKind, (id: string) => string>> = {
  open: (id) => `<${id}>`,
  close: (id) => `</${id}>`,
  standalone: (id) => `<${id}/>`,
  marker: (id) => id,
};

export function contentView(content: Content): readonly ContentPiece[] {
  return content.map((part) =>
    typeof part === 'string' ? { kind: 'text', text: part } : { kind: 'code', text: codeText(part) },
  );
}

function codeText(code: InlineCode): string {
  const text = (code.text || code.equiv).trim() || codeLabel(code) || BARE[code.code](code.id);
  const characters = Array.from(text);
  return characters.length <= LONGEST_CODE ? text : `${characters.slice(0, LONGEST_CODE - 1).join('')}…`;
}
