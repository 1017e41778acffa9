/**
 * Terms while editing: those of the open segment are looked up when it opens, written into the field by number or click,
 * and new ones are added from what is selected. An answer about a segment that is no longer open is dropped.
 */
import type { Api } from './api.ts';
import type { Pane } from './pane.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { TermForm, type NewTerm } from './term-form.ts';
import { TermsList } from './terms-list.ts';

export interface LiveTermsOptions {
  readonly api: Api;
  readonly pane: Pane;
  readonly speech: Speech;
  readonly announce: (text: string) => void;
}

const NUMBER = /^(?:Digit|Numpad)([1-9])$/u;
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

export class LiveTerms {
  readonly #options: LiveTermsOptions;
  readonly #element: HTMLElement;
  readonly #list: TermsList;
  readonly #form: TermForm;
  #row: SegmentRow | null = null;
  /** What was selected last in the open segment, until something else there was. */
  #selected = { source: '', target: '' };

  constructor(options: LiveTermsOptions) {
    this.#options = options;
    const { pane, speech } = options;
    this.#element = part(pane.element, '[data-terms]', HTMLElement);
    this.#list = new TermsList(this.#element, speech, (text) => {
      this.#write(text);
    });
    this.#form = new TermForm(pane.element, {
      add: (term) => void this.#add(term),
      closed: () => {
        pane.field.focus();
      },
    });
    this.#element.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    document.addEventListener('selectionchange', () => {
      this.#remember();
    });
    part(pane.element, '[data-add-term]', HTMLButtonElement).addEventListener('click', () => {
      this.add();
    });
  }

  /** The segment is open now. */
  look(row: SegmentRow): void {
    if (row === this.#row) return;
    this.#row = row;
    this.#selected = { source: '', target: '' };
    this.#form.close();
    this.#list.show([], null, false);
    void this.#ask(row);
  }

  /** Writes the translation of that number. */
  insert(number: number): void {
    const text = this.#list.textOf(number);
    if (text === null) this.#options.announce(this.#options.speech.say('terms:editor-no-number', { number }));
    else this.#write(text);
  }

  /** Goes into the list, where a digit writes a translation. */
  focus(): void {
    const [first] = this.#list.buttons;
    if (first === undefined) this.#options.announce(this.#options.speech.say('terms:editor-no-terms'));
    else first.focus();
  }

  /** Opens the form with what is selected. */
  add(): void {
    if (this.#row === null) return;
    this.#remember();
    this.#form.open(this.#selected);
  }

  async #ask(row: SegmentRow): Promise<void> {
    const { api, pane } = this.#options;
    try {
      const found = await api.terms(row.segment.key);
      if (row === this.#row) this.#list.show(found, row.source, pane.field.isEditable);
    } catch {
      // The server is away, which saving tells.
    }
  }

  #write(text: string): void {
    const { announce, pane, speech } = this.#options;
    if (!pane.field.isEditable) return;
    pane.field.focus();
    pane.field.write(text);
    announce(speech.say('terms:editor-written', { term: text }));
  }

  async #add(term: NewTerm): Promise<void> {
    const { api, announce, pane, speech } = this.#options;
    const row = this.#row;
    if (row === null) return;
    try {
      const context = row.source.textContent.slice(0, LONGEST_CONTEXT);
      const outcome = await api.addTerm({ ...term, context });
      if (outcome.kind === 'refused') {
        announce(outcome.problems.join(' '));
        pane.showProblems(outcome.problems);
        return;
      }
      if (row === this.#row) {
        this.#form.close();
        pane.field.focus();
      }
      announce(speech.say('terms:editor-added', { term: term.source }));
      await this.#ask(row);
    } catch {
      announce(speech.say('unreachable'));
    }
  }

  #key(event: KeyboardEvent): void {
    const { buttons } = this.#list;
    const { code, ctrlKey, altKey, metaKey, key } = event;
    if (ctrlKey || altKey || metaKey) return;
    const number = NUMBER.exec(code)?.[1];
    const step = STEPS[key];
    if (number !== undefined) this.insert(Number(number));
    else if (step !== undefined) {
      const at = buttons.findIndex((each) => each === document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else if (key === 'Escape') this.#options.pane.field.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #remember(): void {
    const selection = getSelection();
    if (this.#row === null || selection === null || selection.rangeCount === 0) return;
    const text = selection.toString().replace(/\s+/gu, ' ').trim();
    const { commonAncestorContainer: place } = selection.getRangeAt(0);
    if (this.#row.source.contains(place)) this.#selected = { ...this.#selected, source: text };
    else if (this.#options.pane.field.element.contains(place))
      this.#selected = { ...this.#selected, target: text };
  }
}

/** More than any sentence. */
const LONGEST_CONTEXT = 2_000;
