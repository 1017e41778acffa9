/** How far a long command is: one line on a terminal that is written over, nothing where nobody looks. */

/** Milliseconds between two lines. */
const PAUSE = 200;

export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #shownAt = 0;
  #isShown = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#shownAt < PAUSE) return;
    this.#stream.write(`\r\u001b[K${text}`);
    this.#shownAt = now;
    this.#isShown = true;
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#stream.write('\r\u001b[K');
    this.#isShown = false;
  }
}
