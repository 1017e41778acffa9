/**
 * Marks over the open field, one for each invisible character in it. They lie in a layer of their own: the text in
 * the field stays as it is, for shaping, for carets and for input methods. A click takes the character away;
 * Backspace and Delete do the same from the keyboard.
 */
import { bidiText, levelsOf } from '../../../core/text/bidi.ts';
import type { Content } from '../../../core/text/content.ts';
import { invisiblesIn, type Invisible } from '../../../core/text/invisible.ts';
import type { Direction } from '../../../core/text/language.ts';
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
  #direction: Direction = 'ltr';

  constructor(options: FieldMarksOptions) {
    this.#options = options;
    const { field, layer } = options;
    new ResizeObserver(() => {
      this.show(this.#content, this.#direction);
    }).observe(field);
    document.fonts.addEventListener('loadingdone', () => {
      this.show(this.#content, this.#direction);
    });
    layer.addEventListener('mousedown', (event) => {
      event.preventDefault(); // the field keeps focus and caret
    });
  }

  /** The field shows this content now. */
  show(content: Content, direction: Direction): void {
    this.#content = content;
    this.#direction = direction;
    const { field, layer, description, speech } = this.#options;
    const found = invisiblesOf(content);
    const marks = found.map((each) => this.#mark(each));
    const origin = layer.getBoundingClientRect();
    const levels = found.length === 0 ? [] : levelsOf(bidiText(content), direction);
    const places = found.map((each) => placeOf(field, each, (levels[each.start] ?? 0) % 2 === 1));
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

/**
 * Where a character is drawn; null where it is not. What takes no room has a rectangle all the same, but may share
 * that of the letter after it: only the edge where it begins is sure.
 */
function placeOf(field: HTMLElement, { start, end, kind }: Invisible, isTurned: boolean): DOMRect | null {
  const range = document.createRange();
  const [from, to] = [pointAt(field, start), pointAt(field, end)];
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  const [box] = range.getClientRects();
  if (box === undefined || kind === 'space') return box ?? null;
  return new DOMRect(isTurned ? box.right : box.left, box.top, 0, box.height);
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
