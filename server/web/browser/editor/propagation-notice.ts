/** Tells that equal segments were filled, and takes that back when the person wants so. */
import { make } from './make.ts';
import type { Propagated } from './model.ts';
import { part } from './segment-row.ts';
import type { Speech } from './speech.ts';

export interface PropagationNoticeOptions {
  readonly speech: Speech;
  readonly announce: (text: string) => void;
  /** Throws where the server cannot be reached. */
  readonly undo: (key: number, version: number) => Promise<void>;
}

export class PropagationNotice {
  readonly #element: HTMLElement;
  readonly #options: PropagationNoticeOptions;

  constructor(root: HTMLElement, options: PropagationNoticeOptions) {
    this.#element = part(root, '[data-propagated]', HTMLElement);
    this.#options = options;
  }

  show(key: number, version: number, { words }: Propagated): void {
    const { announce, speech } = this.#options;
    const button = make(
      'button',
      { type: 'button', class: 'button button--small' },
      speech.say('match-propagated-undo'),
    );
    button.addEventListener('click', () => void this.#undo(key, version));
    this.#element.replaceChildren(make('span', {}, words), ' ', button);
    this.#element.hidden = false;
    announce(words);
  }

  async #undo(key: number, version: number): Promise<void> {
    const { announce, speech, undo } = this.#options;
    try {
      await undo(key, version);
      this.#element.hidden = true;
      announce(speech.say('match-propagated-undone'));
    } catch {
      announce(speech.say('unreachable'));
    }
  }
}
