/** The notes on the open segment: read, written, taken away. */
import type { Api } from './api.ts';
import { make } from './make.ts';
import type { Note } from './model.ts';
import { part } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { wholeText } from './whole-text.ts';

export interface NotesPanelOptions {
  readonly api: Api;
  readonly speech: Speech;
  readonly announce: (text: string) => void;
  /** How many notes a segment has now. */
  readonly counted: (key: number, notes: number) => void;
}

export class NotesPanel {
  readonly #options: NotesPanelOptions;
  readonly #list: HTMLElement;
  readonly #text: HTMLTextAreaElement;
  /** What is half written on other segments than the shown one, by their keys. */
  readonly #drafts = new Map<number, string>();
  #key = 0;

  constructor(pane: HTMLElement, options: NotesPanelOptions) {
    this.#options = options;
    this.#list = part(pane, '[data-notes]', HTMLElement);
    this.#text = part(pane, '[data-note-text]', HTMLTextAreaElement);
    part(pane, '[data-note-form]', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#add();
    });
    this.#text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#add();
    });
  }

  focus(): void {
    this.#text.focus();
  }

  /** What is half written stays with the segment that it is about. */
  async show(key: number): Promise<void> {
    if (key !== this.#key) {
      this.#drafts.set(this.#key, this.#text.value);
      this.#text.value = this.#drafts.get(key) ?? '';
      this.#list.replaceChildren();
      this.#key = key;
    }
    const notes = await this.#options.api.notes(key);
    if (key !== this.#key) return;
    const { speech } = this.#options;
    if (notes.length === 0)
      this.#list.replaceChildren(make('li', { class: 'muted' }, speech.say('notes-none')));
    else this.#list.replaceChildren(...notes.map((note) => this.#entry(note)));
    this.#options.counted(key, notes.length);
  }

  #entry(note: Note): HTMLElement {
    const { speech } = this.#options;
    const author = note.author === '' ? speech.say('somebody') : note.author;
    const remove = make(
      'button',
      { class: 'button button--small button--quiet', type: 'button' },
      speech.say('delete-note'),
    );
    remove.addEventListener('click', () => {
      void this.#remove(note.id);
    });
    return make(
      'li',
      { class: 'panel__entry' },
      make('p', { class: 'panel__head' }, speech.say('written-by', { author, time: speech.time(note.at) })),
      make('p', { class: 'panel__text', dir: 'auto' }, ...wholeText(note.text)),
      remove,
    );
  }

  async #add(): Promise<void> {
    const text = this.#text.value.trim();
    if (text === '') return;
    const { api, announce, speech } = this.#options;
    try {
      await api.addNote(this.#key, text);
      this.#text.value = '';
      await this.show(this.#key);
      announce(speech.say('note-added'));
    } catch {
      announce(speech.say('unreachable'));
    }
  }

  async #remove(id: number): Promise<void> {
    const { api, announce, speech } = this.#options;
    try {
      await api.deleteNote(this.#key, id);
      await this.show(this.#key);
      this.#text.focus();
      announce(speech.say('note-deleted'));
    } catch {
      announce(speech.say('unreachable'));
    }
  }
}
