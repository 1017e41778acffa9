/** Shows how far work in the background is, and goes on to its result at the end. Without it the page is asked anew. */
import { field, maybe, number, text } from './editor/decode.ts';

const PAUSE = 1_000;

export class ProgressPoll {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    if (root.dataset['still'] === undefined) this.#later();
  }

  #later(): void {
    setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    try {
      const response = await fetch(this.#root.dataset['address'] ?? '', {
        headers: { Accept: 'application/json' },
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error('no progress');
      const done = maybe(field(answer, 'done'), text);
      if (done !== null) {
        location.assign(done);
        return;
      }
      this.#show(number(field(answer, 'looked')), text(field(answer, 'words')));
    } catch {
      // The server is away for a moment: the next time will do.
    }
    this.#later();
  }

  #show(looked: number, words: string): void {
    const bar = this.#root.querySelector<HTMLProgressElement>('[data-bar]');
    const said = this.#root.querySelector<HTMLElement>('[data-words]');
    if (bar !== null) bar.value = looked;
    if (said !== null && said.textContent !== words) said.textContent = words;
  }
}
