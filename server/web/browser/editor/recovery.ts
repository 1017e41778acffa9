/** Offers what earlier pages wrote and could not save. Nothing is saved or thrown away unasked. */
import { sameContent, equivalentText } from '../../../core/text/content.ts';
import { directionOf, type LanguageTag } from '../../../core/text/language.ts';
import type { Api } from './api.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { make } from './make.ts';
import { part } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { wholeText } from './whole-text.ts';

/** Time for the last words of a page that has just been left to arrive. */
const GRACE = 1_500;

export interface RecoveryOptions {
  readonly api: Api;
  readonly journal: Journal;
  readonly speech: Speech;
  readonly language: LanguageTag;
  /** Puts the entry's text into its segment. */
  readonly restore: (entry: JournalEntry) => Promise<void>;
}

export class Recovery {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;
  readonly #options: RecoveryOptions;

  constructor(editor: HTMLElement, options: RecoveryOptions) {
    this.#root = part(editor, '[data-recovery]', HTMLElement);
    this.#list = part(editor, '[data-recovery-list]', HTMLElement);
    this.#options = options;
    if (options.journal.left().length > 0) setTimeout(() => void this.#offer(), GRACE);
  }

  async #offer(): Promise<void> {
    for (const entry of this.#options.journal.left()) {
      if (await this.#isSaved(entry)) this.#options.journal.discard(entry.name);
      else this.#list.append(this.#item(entry));
    }
    this.#root.hidden = this.#list.childElementCount === 0;
  }

  async #isSaved(entry: JournalEntry): Promise<boolean> {
    try {
      const { segment } = await this.#options.api.segment(entry.key);
      return sameContent(segment.current?.target ?? [], entry.draft.content);
    } catch {
      return false;
    }
  }

  #item(entry: JournalEntry): HTMLElement {
    const { speech, language, restore, journal } = this.#options;
    const button = (name: string): HTMLButtonElement =>
      make('button', { class: 'button button--small', type: 'button' }, speech.say(name));
    const [keep, discard] = [button('restore'), button('discard')];
    const item = make(
      'li',
      { class: 'recovery__entry' },
      make('p', {}, speech.say('recovered-entry', { position: entry.position, time: speech.time(entry.at) })),
      make(
        'p',
        { class: 'recovery__text', lang: language, dir: directionOf(language) },
        ...wholeText(equivalentText(entry.draft.content), directionOf(language)),
      ),
      make('div', { class: 'actions' }, keep, discard),
    );
    keep.addEventListener('click', () => {
      void restore(entry).then(() => {
        this.#done(item);
      });
    });
    discard.addEventListener('click', () => {
      journal.discard(entry.name);
      this.#done(item);
    });
    return item;
  }

  #done(item: HTMLElement): void {
    item.remove();
    this.#root.hidden = this.#list.childElementCount === 0;
  }
}
