/** The selection in a field: where it is in the content, putting it somewhere, steps over chips. */
import type { Content } from '../../../core/text/content.ts';
import { codeAt } from '../../../core/text/edit-content.ts';
import { pointAt, positionAt } from './field-nodes.ts';

export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** null where the selection is elsewhere. */
export function selectionIn(field: HTMLElement): Selected | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || !field.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  return {
    start: positionAt(field, range.startContainer, range.startOffset),
    end: positionAt(field, range.endContainer, range.endOffset),
  };
}

/** Does nothing where the field has not the focus. */
export function select(field: HTMLElement, { start, end }: Selected): void {
  if (document.activeElement !== field) return;
  const from = pointAt(field, start);
  const to = pointAt(field, end);
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/**
 * An arrow key beside a chip goes over it in one step; browsers stop several times at the same place. Carets move
 * in the order of the text, so in a field from right to left the left arrow goes on.
 */
export function stepOverChip(field: HTMLElement, content: Content, event: KeyboardEvent): void {
  const { key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
  const selection = getSelection();
  if (selection?.focusNode == null || selection.anchorNode === null) return;
  if (!event.shiftKey && !selection.isCollapsed) return;
  const forward = (key === 'ArrowLeft') === (field.dir === 'rtl');
  const focus = positionAt(field, selection.focusNode, selection.focusOffset);
  if (codeAt(content, forward ? focus : focus - 1) === null) return;
  event.preventDefault();
  const to = pointAt(field, forward ? focus + 1 : focus - 1);
  if (event.shiftKey) selection.extend(to.node, to.offset);
  else selection.collapse(to.node, to.offset);
}
