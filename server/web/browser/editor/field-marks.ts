/**
 * Marks over the open field, one for each invisible character in it. They lie in a layer of their own: the text in
 * the field stays as it is, for shaping, for carets and for input methods. A click takes the character away;
 * Backspace and Delete do the same from the keyboard.
 */
import type { Content } from '../../../core/text/content.ts';
import { invisiblesIn, type Invisible } from '../../../core/text/invisible.ts';
import { pointAt } from './field-nodes.ts';
import { invisibleName } from './invisible-marks.ts';
import { make } from './make.ts';
import type { Speech } from './speech.ts';

export interface FieldMarksOptions {
  readonly field: HTMLElement;
  /** Covers the field. */
  readonly layer: HTMLElement;
  /** Says to those who do not see the marks which there are. */
  readonly description: HTMLElement;
  readonly speech: Speech;
  readonly remove: (start: number, end: number) => void;
}

export class FieldMarks {
  readonly #options: FieldMarksOptions;
  #content: Content = [];

  constructor(options: FieldMarksOptions) {
    this.#options = options;
    const { field, layer } = options;
    new ResizeObserver(() => {
      this.show(this.#content);
    }).observe(field);
    document.fonts.addEventListener('loadingdone', () => {
      this.show(this.#content);
    });
    layer.addEventListener('mousedown', (event) => {
      event.preventDefault(); // the field keeps focus and caret
    });
  }

  /** The field shows this content now. */
  show(content: Content): void {
    this.#content = content;
    const { field, layer, description, speech } = this.#options;
    const found = invisiblesOf(content);
    const marks = found.map((each) => this.#mark(each));
    const origin = layer.getBoundingClientRect();
    const places = found.map(({ start, end }) => placeOf(field, start, end));
    layer.replaceChildren(...marks);
    for (const [index, place] of places.entries()) {
      const mark = marks[index];
      if (mark === undefined || place === null) continue;
      mark.style.left = `${place.left - origin.left}px`;
      mark.style.top = `${place.top - origin.top}px`;
      mark.style.width = `${place.width}px`;
      mark.style.height = `${place.height}px`;
    }
    stagger(marks);
    const names = [...new Set(found.map(({ label }) => invisibleName(speech, label)))];
    description.textContent = names.length === 0 ? '' : speech.say('marks', { names: names.join(' · ') });
  }

  #mark({ start, end, label, kind }: Invisible): HTMLElement {
    const { field, remove, speech } = this.#options;
    const name = speech.say('remove-mark', { name: invisibleName(speech, label) });
    const cap = make('span', { class: 'field-mark__cap', dir: 'ltr', title: name }, label);
    const mark = make('span', { class: `field-mark field-mark--${kind}`, 'data-mark': label }, cap);
    cap.addEventListener('click', () => {
      if (field.isContentEditable) remove(start, end);
    });
    return mark;
  }
}

function invisiblesOf(content: Content): readonly Invisible[] {
  let at = 0;
  return content.flatMap((part) => {
    const from = at;
    at += typeof part === 'string' ? part.length : 1;
    if (typeof part !== 'string') return [];
    return invisiblesIn(part).map((each) => ({ ...each, start: each.start + from, end: each.end + from }));
  });
}

/** Where a character is drawn; null where it is not. A range over no width has a rectangle all the same. */
function placeOf(field: HTMLElement, start: number, end: number): DOMRect | null {
  const range = document.createRange();
  const [from, to] = [pointAt(field, start), pointAt(field, end)];
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range.getClientRects()[0] ?? null;
}

/** Labels that would lie on each other stand above each other. */
function stagger(marks: readonly HTMLElement[]): void {
  const taken: DOMRect[] = [];
  for (const mark of marks) {
    const cap = mark.firstElementChild;
    if (cap === null) continue;
    let level = 0;
    let box = cap.getBoundingClientRect();
    while (level < MOST_LEVELS && taken.some((other) => overlaps(other, box))) {
      level += 1;
      mark.dataset['level'] = String(level);
      box = cap.getBoundingClientRect();
    }
    taken.push(box);
  }
}

const MOST_LEVELS = 3;

function overlaps(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
