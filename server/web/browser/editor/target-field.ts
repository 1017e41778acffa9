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
  insertCode,
  insertText,
  lengthOf,
  removeSelection,
  sliceContent,
  withoutWidows,
  wrapSelection,
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
import { parseDirection, type Direction, type LanguageTag } from '../../../core/text/language.ts';
import type { Chips } from './chips.ts';
import { select, selectionIn, stepOverChip } from './field-caret.ts';
import { contentOf } from './field-content.ts';
import { pasted, planEdit, type Paste } from './field-edits.ts';
import { fieldNodes } from './field-nodes.ts';
import { isShown, pictureOf } from './field-picture.ts';

export interface OpenText {
  readonly source: Content;
  readonly target: Content;
  readonly chips: Chips;
  readonly editable: boolean;
}

export interface FieldEvents {
  readonly changed: (content: Content) => void;
  /** The field shows something else than before, also while an input method composes. */
  readonly shown: () => void;
  readonly pasted: (paste: Paste) => void;
  /** A browser's own keys for the direction were pressed. */
  readonly turned: (direction: Direction) => void;
}

const EMPTY: Content = [];

export class TargetField {
  readonly element: HTMLElement;
  readonly #language: LanguageTag;
  readonly #events: FieldEvents;
  #chips: Chips | null = null;
  #source: Content = EMPTY;
  #codes: ReadonlyMap<string, InlineCode> = new Map();
  #history: EditHistory = startHistory({ content: EMPTY, start: 0, end: 0 });
  #composing = false;

  constructor(element: HTMLElement, language: LanguageTag, events: FieldEvents) {
    this.element = element;
    this.#language = language;
    this.#events = events;
    this.#listen();
  }

  get content(): Content {
    return this.#history.present.content;
  }

  /** Where the caret is, or was last, as a position of the content. */
  get caret(): number {
    return this.#state().end;
  }

  get isComposing(): boolean {
    return this.#composing;
  }

  get isEditable(): boolean {
    return this.element.isContentEditable;
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
    select(this.element, this.#history.present);
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

  /** A text in place of the selection, or one before and one after it. */
  write(text: string, close?: string): void {
    if (!this.#finishComposing()) return;
    const state = this.#state();
    this.#apply(close === undefined ? insertText(state, text) : wrapSelection(state, text, close), 'other');
  }

  /** Takes away what is between two positions; the caret is left there. */
  remove(start: number, end: number): void {
    if (!this.#finishComposing()) return;
    this.#apply(removeSelection({ content: this.#state().content, start, end }), 'other');
  }

  /** Puts the caret at a position of the content, or at its end. */
  moveTo(position: number): void {
    const { content } = this;
    const at = Math.min(position, lengthOf(content));
    this.#history = { ...this.#history, present: { content, start: at, end: at } };
    select(this.element, this.#history.present);
  }

  /** Another text in place of one that was pasted just now. */
  pasteAnew({ before }: Paste, text: string): void {
    this.#apply(pasted(before, this.#source, text), 'other');
  }

  undo(): boolean {
    return this.#travel(undo(this.#history));
  }

  redo(): boolean {
    return this.#travel(redo(this.#history));
  }

  /** Keeps the selection for when the field is left and come back to. */
  rememberSelection(): void {
    if (this.#composing) return;
    const state = this.#state();
    if (sameContent(state.content, this.content))
      this.#history = { ...this.#history, present: { ...state, content: this.content } };
  }

  #listen(): void {
    const { element } = this;
    element.addEventListener('beforeinput', (event) => {
      this.#beforeInput(event);
    });
    element.addEventListener('input', (event) => {
      this.#readBack(
        event instanceof InputEvent && event.inputType.startsWith('delete') ? 'deleting' : 'typing',
      );
    });
    element.addEventListener('keydown', (event) => {
      if (!this.#composing) stepOverChip(element, this.content, event);
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

  /** An input method lets go of its text when the field loses the focus. False where it does not. */
  #finishComposing(): boolean {
    if (!this.#composing) return true;
    this.element.blur();
    this.focus();
    return !this.#composing;
  }

  #travel(history: EditHistory): boolean {
    if (history === this.#history || this.#composing) return false;
    this.#history = history;
    this.#draw();
    select(this.element, history.present);
    this.#events.changed(this.content);
    return true;
  }

  #beforeInput(event: InputEvent): void {
    if (this.#composing || event.isComposing) return;
    const { inputType } = event;
    if (inputType === 'historyUndo' || inputType === 'historyRedo') {
      event.preventDefault();
      if (inputType === 'historyUndo') this.undo();
      else this.redo();
      return;
    }
    if (inputType === 'formatSetBlockTextDirection') {
      event.preventDefault();
      const direction = parseDirection(event.data ?? '');
      if (direction !== null) this.#events.turned(direction);
      return;
    }
    const field = { element: this.element, source: this.#source, language: this.#language };
    const edit = planEdit(event, this.#state(), field);
    if (edit === null) return;
    event.preventDefault();
    this.#apply(edit.next, edit.by);
    if (edit.paste !== undefined) this.#events.pasted(edit.paste);
  }

  #apply(next: EditState, by: EditKind): void {
    if (next === this.#history.present) return;
    const changes = !sameContent(next.content, this.content);
    this.#history = recordEdit(this.#history, next, by, performance.now());
    this.#draw();
    select(this.element, this.#history.present);
    if (changes) this.#events.changed(this.content);
  }

  /** Takes over what the browser wrote, and puts right what it may have broken. */
  #readBack(by: EditKind): void {
    const before = this.content;
    const next = withoutWidows(before, this.#state());
    this.#history = recordEdit(this.#history, next, by, performance.now());
    if (!this.#composing && !isShown(this.element, this.#picture(next.content))) {
      this.#draw();
      select(this.element, this.#history.present);
    } else this.#events.shown();
    if (!sameContent(before, next.content)) this.#events.changed(next.content);
  }

  /** What the field holds now, with the selection in it. */
  #state(): EditState {
    const content = contentOf(fieldNodes(this.element), this.#codes);
    const selected = selectionIn(this.element);
    if (selected !== null) return { content, ...selected };
    const { start, end } = this.#history.present;
    const length = lengthOf(content);
    return { content, start: Math.min(start, length), end: Math.min(end, length) };
  }

  #picture(content: Content): readonly Node[] {
    return this.#chips === null ? [] : pictureOf(content, this.#chips);
  }

  #draw(): void {
    this.element.replaceChildren(...this.#picture(this.content));
    this.#events.shown();
  }

  #copy(event: ClipboardEvent, cuts: boolean): void {
    const state = this.#state();
    event.preventDefault();
    event.clipboardData?.setData(
      'text/plain',
      equivalentText(sliceContent(state.content, state.start, state.end)),
    );
    if (cuts && this.isEditable) this.#apply(removeSelection(state), 'other');
  }
}
