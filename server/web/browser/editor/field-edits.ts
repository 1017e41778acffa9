/**
 * What is to be done with an input that the browser announces: most it does by itself, but whatever meets a chip
 * or an invisible character, and all that brings in foreign text, is done to the content.
 */
import { cleanPastedText, type CleanedPaste } from '../../../core/text/clean-paste.ts';
import { codesOf, type Content } from '../../../core/text/content.ts';
import {
  codeAt,
  insertContent,
  lengthOf,
  lineBreakFor,
  pastedContent,
  removeSelection,
  sliceContent,
  type EditState,
} from '../../../core/text/edit-content.ts';
import type { EditKind } from '../../../core/text/edit-history.ts';
import { invisiblesIn } from '../../../core/text/invisible.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { positionAt } from './field-nodes.ts';

export interface PlannedEdit {
  readonly next: EditState;
  readonly by: EditKind;
  readonly paste?: Paste;
}

/** A text that was pasted: as it came, as it went in, and the field before it. */
export interface Paste {
  readonly before: EditState;
  readonly raw: string;
  readonly cleaned: CleanedPaste;
}

export interface EditedField {
  readonly element: HTMLElement;
  readonly source: Content;
  readonly language: LanguageTag;
}

/** null leaves it to the browser. */
export function planEdit(event: InputEvent, state: EditState, field: EditedField): PlannedEdit | null {
  const { inputType } = event;
  switch (inputType) {
    case 'insertParagraph':
    case 'insertLineBreak':
      return { next: insertContent(state, lineBreakFor(field.source, state.content)), by: 'other' };
    case 'insertFromPaste':
    case 'insertFromPasteAsQuotation':
    case 'insertFromYank':
    case 'insertFromDrop':
      return planPaste(event.dataTransfer?.getData('text/plain') ?? event.data ?? '', state, field);
    case 'insertText':
      return touchesChip(state) ? { next: insertContent(state, [event.data ?? '']), by: 'typing' } : null;
    case 'insertReplacementText':
      return null;
  }
  if (inputType.startsWith('format')) return { next: state, by: 'other' };
  return inputType.startsWith('delete') ? planDeletion(event, state, field) : null;
}

function planPaste(raw: string, state: EditState, { source, language }: EditedField): PlannedEdit {
  const cleaned = cleanPastedText(raw, language, {
    keepsLines: lineBreakFor(source, state.content).length > 0,
    isInside: lengthOf(state.content) > state.end - state.start,
  });
  return { next: pasted(state, source, cleaned.text), by: 'other', paste: { before: state, raw, cleaned } };
}

/** The field after pasting a text, with nothing taken out but what no format can hold. */
export function pasted(state: EditState, source: Content, text: string): EditState {
  return insertContent(state, pastedContent(text, source, state.content));
}

function planDeletion(event: InputEvent, state: EditState, field: EditedField): PlannedEdit | null {
  const range = deletedRange(event, state, field.element);
  const gone = sliceContent(state.content, range.start, range.end);
  if (!range.isOwn && codesOf(gone).length === 0) return null;
  return { next: removeSelection({ ...range, content: state.content }), by: 'other' };
}

/**
 * The positions that a deletion takes away: the selection, the chip or the invisible character beside the caret
 * (which must not take its neighbour along), or what the browser says. `isOwn` where the browser would do other.
 */
function deletedRange(
  event: InputEvent,
  { content, start, end }: EditState,
  element: HTMLElement,
): { readonly start: number; readonly end: number; readonly isOwn: boolean } {
  if (start !== end) return { start, end, isOwn: false };
  const forward = event.inputType.endsWith('Forward');
  const isStep = event.inputType.startsWith('deleteContent');
  if (forward && codeAt(content, start) !== null) return { start, end: start + 1, isOwn: true };
  if (!forward && start > 0 && codeAt(content, start - 1) !== null)
    return { start: start - 1, end: start, isOwn: true };
  const hidden = isStep ? invisibleBeside(content, start, forward) : null;
  if (hidden !== null) return { ...hidden, isOwn: true };
  const [range] = event.getTargetRanges();
  if (range === undefined) return { start, end, isOwn: false };
  return {
    start: positionAt(element, range.startContainer, range.startOffset),
    end: positionAt(element, range.endContainer, range.endOffset),
    isOwn: false,
  };
}

/** Of up to two units: tags lie outside of the basic plane. Joiners inside of emoji count as seen. */
function invisibleBeside(
  content: Content,
  caret: number,
  forward: boolean,
): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, caret - CONTEXT);
  const text = sliceContent(content, from, caret + CONTEXT)
    .map((part) => (typeof part === 'string' ? part : '\ufffc'))
    .join('');
  const found = invisiblesIn(text).find((each) =>
    forward ? each.start === caret - from : each.end === caret - from,
  );
  if (found === undefined || found.kind === 'space') return null;
  return { start: found.start + from, end: found.end + from };
}

const CONTEXT = 16;

/** Whether text typed here could meet a chip: the caret is not inside of a text, or the selection has one. */
function touchesChip(state: EditState): boolean {
  if (codesOf(sliceContent(state.content, state.start, state.end)).length > 0) return true;
  const node = getSelection()?.anchorNode;
  return !(node instanceof Text) && state.content.length > 0;
}
