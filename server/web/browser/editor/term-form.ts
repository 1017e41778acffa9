/**
 * The form for a new term: it opens with what is selected in the source and in the field, goes to what is missing, and
 * Enter sends it.
 */
import { part } from './segment-row.ts';

export interface NewTerm {
  readonly source: string;
  readonly target: string;
  readonly note: string;
  readonly isName: boolean;
}

export interface TermFormEvents {
  readonly add: (term: NewTerm) => void;
  /** Closed without sending. */
  readonly closed: () => void;
}

export class TermForm {
  readonly #form: HTMLFormElement;
  readonly #source: HTMLInputElement;
  readonly #target: HTMLInputElement;
  readonly #note: HTMLInputElement;
  readonly #isName: HTMLInputElement;

  constructor(pane: HTMLElement, events: TermFormEvents) {
    this.#form = part(pane, '[data-term-form]', HTMLFormElement);
    this.#source = part(this.#form, '[data-term-source]', HTMLInputElement);
    this.#target = part(this.#form, '[data-term-target]', HTMLInputElement);
    this.#note = part(this.#form, '[data-term-note]', HTMLInputElement);
    this.#isName = part(this.#form, '[data-term-name]', HTMLInputElement);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      events.add({
        source: this.#source.value.trim(),
        target: this.#target.value.trim(),
        note: this.#note.value.trim(),
        isName: this.#isName.checked,
      });
    });
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
      events.closed();
    });
    part(this.#form, '[data-term-cancel]', HTMLButtonElement).addEventListener('click', () => {
      this.close();
      events.closed();
    });
  }

  open({ source, target }: Pick<NewTerm, 'source' | 'target'>): void {
    this.#form.hidden = false;
    this.#source.value = source;
    this.#target.value = target;
    this.#note.value = '';
    this.#isName.checked = false;
    (source === '' ? this.#source : this.#target).focus();
    this.#form.scrollIntoView({ block: 'nearest' });
  }

  close(): void {
    this.#form.hidden = true;
  }
}
