/** The bar in the toolbar: how far this language has come. */
import type { Progress } from './model.ts';
import { part } from './segment-row.ts';
import type { Speech } from './speech.ts';

export class ProgressBar {
  readonly #root: HTMLElement;
  readonly #speech: Speech;

  constructor(root: HTMLElement, speech: Speech) {
    this.#root = root;
    this.#speech = speech;
  }

  show({ words, done, translated, reviewed }: Progress): void {
    this.#root.querySelector('[data-meter="translated"]')?.setAttribute('width', String(translated * 100));
    this.#root.querySelector('[data-meter="reviewed"]')?.setAttribute('width', String(reviewed * 100));
    part(this.#root, '[data-progress-text]', HTMLElement).textContent = this.#speech.say('progress-words', {
      done,
      total: words,
      share: this.#speech.share(translated),
    });
  }
}
