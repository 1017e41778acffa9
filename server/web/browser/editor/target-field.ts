/**
 * The field in which a translation is written. The content is the truth and what is in the field its picture:
 * the browser may write text by itself (so that every keyboard and input method works as everywhere), it is read
 * back after each input; whatever concerns a chip is done to the content and drawn anew.
 *
 * Invariants: while an input method composes, nothing is drawn; a chip is whole or gone; what was typed is in
 * the content before anything else happens.
 */
import {
  codeKey,
  codesOf,
  equivalentText,
  sameContent,
  type Content,
  type InlineCode,
} from '../../../core/text/content.ts';
import {
  codeAt,
  insertCode,
  insertContent,
  lengthOf,
  lineBreakFor,
  pastedContent,
  removeSelection,
  sliceContent,
  withoutWidows,
  type EditState,
} from '../../../core/text/edit-content.ts';
import {
  recordEdit,
  redo,
  startHistory,
  undo,
  type EditHistory,
  type EditKind,
} from '../../../core/text/edit-history.ts';
import type { Chips } from './chips.ts';
import { contentOf } from './field-content.ts';
import { fieldNodes, pointAt, positionAt } from './field-nodes.ts';

export interface OpenText {
  readonly source: Content;
  readonly target: Content;
  readonly chips: Chips;
  readonly editable: boolean;
}

const EMPTY: Content = [];

export class TargetField {
  readonly element: HTMLElement;
  readonly #onChange: (content: Content) => void;
  #chips: Chips | null = null;
  #source: Content = EMPTY;
  #codes: ReadonlyMap<string, InlineCode> = new Map();
  #history: EditHistory = startHistory({ content: EMPTY, start: 0, end: 0 });
  #composing = false;

  constructor(element: HTMLElement, onChange: (content: Content) => void) {
    this.element = element;
    this.#onChange = onChange;
    element.addEventListener('beforeinput', (event) => {
      this.#beforeInput(event);
    });
    element.addEventListener('input', (event) => {
      this.#readBack(
        event instanceof InputEvent && event.inputType.startsWith('delete') ? 'deleting' : 'typing',
      );
    });
    element.addEventListener('keydown', (event) => {
      this.#step(event);
    });
    element.addEventListener('compositionstart', () => {
      this.#composing = true;
    });
    element.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#readBack('typing');
    });
    element.addEventListener('copy', (event) => {
      this.#copy(event, false);
    });
    element.addEventListener('cut', (event) => {
      this.#copy(event, true);
    });
    element.addEventListener('dragstart', (event) => {
      event.preventDefault();
    });
  }

  get content(): Content {
    return this.#history.present.content;
  }

  get isComposing(): boolean {
    return this.#composing;
  }

  /** Shows a segment's text; undo begins anew. */
  open(text: OpenText): void {
    this.#chips = text.chips;
    this.#source = text.source;
    this.#codes = new Map(
      [...codesOf(text.target), ...codesOf(text.source)].map((code) => [codeKey(code), code]),
    );
    this.element.contentEditable = String(text.editable);
    this.element.setAttribute('aria-readonly', String(!text.editable));
    const end = lengthOf(text.target);
    this.#history = startHistory({ content: text.target, start: end, end });
    this.#draw();
  }

  /** Puts the caret where it was last, at first the end; a selection that is there stays. */
  focus(): void {
    if (document.activeElement === this.element) return;
    this.element.focus({ preventScroll: true });
    this.#showSelection();
  }

  /** Another text in place of all, as one step that can be undone. */
  replaceAll(content: Content): void {
    const end = lengthOf(content);
    this.#apply({ content, start: end, end }, 'other');
  }

  /** False where the code is there already. */
  insert(code: InlineCode): boolean {
    const state = this.#state();
    const next = insertCode(state, this.#source, code);
    if (next === state) return false;
    this.#apply(next, 'other');
    return true;
  }

  undo(): boolean {
    return this.#travel(undo(this.#history));
  }

  redo(): boolean {
    return this.#travel(redo(this.#history));
  }

  #travel(history: EditHistory): boolean {
    if (history === this.#history || this.#composing) return false;
    this.#history = history;
    this.#draw();
    this.#showSelection();
    this.#onChange(this.content);
    return true;
  }

  #beforeInput(event: InputEvent): void {
    if (this.#composing || event.isComposing) return;
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      if (event.inputType === 'historyUndo') this.undo();
      else this.redo();
      return;
    }
    const edit = this.#plan(event);
    if (edit === null) return;
    event.preventDefault();
    this.#apply(edit.next, edit.by);
  }

  /** What is to be done here instead of by the browser; null leaves it to the browser. */
  #plan(event: InputEvent): { readonly next: EditState; readonly by: EditKind } | null {
    const state = this.#state();
    const { inputType } = event;
    switch (inputType) {
      case 'insertParagraph':
      case 'insertLineBreak':
        return { next: insertContent(state, lineBreakFor(this.#source, state.content)), by: 'other' };
      case 'insertFromPaste':
      case 'insertFromPasteAsQuotation':
      case 'insertFromYank':
      case 'insertFromDrop': {
        const text = event.dataTransfer?.getData('text/plain') ?? event.data ?? '';
        return { next: insertContent(state, pastedContent(text, this.#source, state.content)), by: 'other' };
      }
      case 'insertText':
        return this.#touchesChip(state)
          ? { next: insertContent(state, [event.data ?? '']), by: 'typing' }
          : null;
      case 'insertReplacementText':
        return null;
    }
    if (inputType.startsWith('format')) return { next: state, by: 'other' };
    return inputType.startsWith('delete') ? this.#planDeletion(event, state) : null;
  }

  #planDeletion(
    event: InputEvent,
    state: EditState,
  ): { readonly next: EditState; readonly by: EditKind } | null {
    const range = this.#deleted(event, state);
    if (codesOf(sliceContent(state.content, range.start, range.end)).length === 0) return null;
    return { next: removeSelection({ ...range, content: state.content }), by: 'other' };
  }

  /** The positions that a deletion takes away: the selection, the chip beside the caret, or what the browser says. */
  #deleted(event: InputEvent, state: EditState): { readonly start: number; readonly end: number } {
    const { content, start, end } = state;
    if (start !== end) return { start, end };
    const forward = event.inputType.endsWith('Forward');
    if (forward && codeAt(content, start) !== null) return { start, end: start + 1 };
    if (!forward && start > 0 && codeAt(content, start - 1) !== null) return { start: start - 1, end: start };
    const [range] = event.getTargetRanges();
    if (range === undefined) return { start, end };
    return {
      start: positionAt(this.element, range.startContainer, range.startOffset),
      end: positionAt(this.element, range.endContainer, range.endOffset),
    };
  }

  /** An arrow key beside a chip goes over it in one step; browsers stop several times at the same place. */
  #step(event: KeyboardEvent): void {
    const { key } = event;
    if (this.#composing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const selection = getSelection();
    if (selection?.focusNode == null || selection.anchorNode === null) return;
    if (!event.shiftKey && !selection.isCollapsed) return;
    const forward = (key === 'ArrowLeft') === (this.element.dir === 'rtl');
    const focus = positionAt(this.element, selection.focusNode, selection.focusOffset);
    if (codeAt(this.content, forward ? focus : focus - 1) === null) return;
    event.preventDefault();
    const to = pointAt(this.element, forward ? focus + 1 : focus - 1);
    if (event.shiftKey) selection.extend(to.node, to.offset);
    else selection.collapse(to.node, to.offset);
  }

  /** Whether text typed here could meet a chip: the caret is not inside of a text, or the selection has one. */
  #touchesChip(state: EditState): boolean {
    if (codesOf(sliceContent(state.content, state.start, state.end)).length > 0) return true;
    const node = getSelection()?.anchorNode;
    return !(node instanceof Text) && state.content.length > 0;
  }

  #apply(next: EditState, by: EditKind): void {
    if (next === this.#history.present) return;
    const changes = !sameContent(next.content, this.content);
    this.#history = recordEdit(this.#history, next, by, performance.now());
    this.#draw();
    this.#showSelection();
    if (changes) this.#onChange(this.content);
  }

  /** Takes over what the browser wrote, and puts right what it may have broken. */
  #readBack(by: EditKind): void {
    const before = this.content;
    const read = this.#state();
    const next = withoutWidows(before, read);
    this.#history = recordEdit(this.#history, next, by, performance.now());
    if (!this.#composing && !this.#isDrawn(next.content)) {
      this.#draw();
      this.#showSelection();
    }
    if (!sameContent(before, next.content)) this.#onChange(next.content);
  }

  /** What the field holds now, with the selection in it. */
  #state(): EditState {
    const content = contentOf(fieldNodes(this.element), this.#codes);
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0 || !this.element.contains(selection.anchorNode)) {
      const { start, end } = this.#history.present;
      const length = lengthOf(content);
      return { content, start: Math.min(start, length), end: Math.min(end, length) };
    }
    const range = selection.getRangeAt(0);
    return {
      content,
      start: positionAt(this.element, range.startContainer, range.startOffset),
      end: positionAt(this.element, range.endContainer, range.endOffset),
    };
  }

  /** Keeps the selection for when the field is left and come back to. */
  rememberSelection(): void {
    if (this.#composing) return;
    const state = this.#state();
    if (sameContent(state.content, this.content))
      this.#history = { ...this.#history, present: { ...state, content: this.content } };
  }

  #draw(): void {
    this.element.replaceChildren(...this.#picture(this.content));
  }

  /** Beside a chip without text stands an empty picture: without it no browser shows a caret there. */
  #picture(content: Content): readonly Node[] {
    const chips = this.#chips;
    if (chips === null) return [];
    return content.flatMap((part, index): readonly Node[] => {
      if (typeof part === 'string') return [document.createTextNode(part)];
      const chip = chips.make(part);
      chip.contentEditable = 'false';
      const before = typeof content[index - 1] === 'string' ? [] : [caretHolder()];
      const after = index === content.length - 1 ? [caretHolder()] : [];
      return [...before, chip, ...after];
    });
  }

  #isDrawn(content: Content): boolean {
    const wanted = this.#picture(content);
    const nodes = Array.from(this.element.childNodes).filter((node) => !(node instanceof HTMLBRElement));
    return wanted.length === nodes.length && wanted.every((node, index) => isAlike(node, nodes[index]));
  }

  #showSelection(): void {
    if (document.activeElement !== this.element) return;
    const { start, end } = this.#history.present;
    const from = pointAt(this.element, start);
    const to = pointAt(this.element, end);
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  #copy(event: ClipboardEvent, cuts: boolean): void {
    const state = this.#state();
    event.preventDefault();
    event.clipboardData?.setData(
      'text/plain',
      equivalentText(sliceContent(state.content, state.start, state.end)),
    );
    if (cuts && this.element.isContentEditable) this.#apply(removeSelection(state), 'other');
  }
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
