/**
 * Content on the screen: text nodes, and for each inline code one chip that holds no text of its own (number and
 * label are drawn by the style sheet), so that nothing can be typed into it and nothing of it is ever copied.
 */
import { codeDetails, codeLabel, codeNumbers } from '../../../core/text/code-labels.ts';
import { codeKey, type Content, type InlineCode } from '../../../core/text/content.ts';
import type { Direction } from '../../../core/text/language.ts';
import { ALONE, markedText, type Beside } from './invisible-marks.ts';
import type { Speech } from './speech.ts';

export class Chips {
  readonly #speech: Speech;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(speech: Speech, source: Content) {
    this.#speech = speech;
    this.#numbers = codeNumbers(source);
  }

  /** Its number in the source, written in the reader's digits; `?` for a code that the source does not have. */
  numberOf(code: InlineCode): string {
    const number = this.#numbers.get(code.id);
    return number === undefined ? '?' : this.#speech.number(number);
  }

  nameOf(code: InlineCode): string {
    return this.#speech.say(`code-${code.code}`, { number: this.numberOf(code), text: codeDetails(code) });
  }

  make(code: InlineCode): HTMLElement {
    const chip = document.createElement('span');
    this.#dress(chip, code, this.nameOf(code));
    chip.setAttribute('role', 'img');
    return chip;
  }

  makeButton(code: InlineCode): HTMLButtonElement {
    const chip = document.createElement('button');
    chip.type = 'button';
    this.#dress(chip, code, this.#speech.say('insert-code', { code: this.nameOf(code) }));
    return chip;
  }

  /** For texts that are only read: invisible characters are marked. `direction` and `beside` as of markedText. */
  nodes(content: Content, direction: Direction, { before, after }: Beside = ALONE): readonly Node[] {
    const last = content.length - 1;
    return content.flatMap((part, index) => {
      if (typeof part !== 'string') return [this.make(part)];
      const beside = { before: index === 0 ? before : '', after: index === last ? after : '' };
      return markedText(part, direction, beside);
    });
  }

  #dress(chip: HTMLElement, code: InlineCode, name: string): void {
    chip.className = `chip chip--${code.edge ?? code.code}`;
    chip.dataset['code'] = codeKey(code);
    chip.dataset['number'] = this.numberOf(code);
    chip.dataset['label'] = codeLabel(code);
    chip.setAttribute('aria-label', name);
    chip.title = name;
  }
}
