/** How a field shows its content: text as it is, a chip for each code, and what carets need beside chips. */
import type { Content } from '../../../core/text/content.ts';
import type { Chips } from './chips.ts';

/** Beside a chip without text stands an empty picture: without it no browser shows a caret there. */
export function pictureOf(content: Content, chips: Chips): readonly Node[] {
  return content.flatMap((part, index): readonly Node[] => {
    if (typeof part === 'string') return [document.createTextNode(part)];
    const chip = chips.make(part);
    chip.contentEditable = 'false';
    const before = typeof content[index - 1] === 'string' ? [] : [caretHolder()];
    const after = index === content.length - 1 ? [caretHolder()] : [];
    return [...before, chip, ...after];
  });
}

/** Whether the field shows just that; line breaks that a browser adds at the end do not count. */
export function isShown(field: HTMLElement, picture: readonly Node[]): boolean {
  const nodes = Array.from(field.childNodes).filter((node) => !(node instanceof HTMLBRElement));
  return picture.length === nodes.length && picture.every((node, index) => isAlike(node, nodes[index]));
}

function isAlike(wanted: Node, found: Node | undefined): boolean {
  if (wanted instanceof Text) return found instanceof Text && found.data === wanted.data;
  if (!(wanted instanceof HTMLElement) || !(found instanceof HTMLElement)) return false;
  return wanted.tagName === found.tagName && wanted.dataset['code'] === found.dataset['code'];
}

function caretHolder(): Node {
  const holder = document.createElement('img');
  holder.className = 'caret-holder';
  holder.alt = '';
  return holder;
}
