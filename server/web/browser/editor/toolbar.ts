/** What stands above the rows: going to a number or to what is open, how much the filter finds, help. */
import { readNumber } from '../../../core/text/read-number.ts';
import type { Api } from './api.ts';
import { part } from './segment-row.ts';
import { isFiltering, type Filter } from './settings.ts';
import type { Speech } from './speech.ts';

const SOON = 300;
/** Where the toolbar would take half of the screen; also in editor.css. */
const NARROW = '(max-width: 44rem)';

export interface ToolbarEvents {
  readonly goTo: (position: number) => void;
  readonly nextOpen: () => void;
}

export class Toolbar {
  readonly #speech: Speech;
  readonly #found: HTMLElement;
  readonly #goTo: HTMLInputElement;
  readonly #help: HTMLDialogElement;
  readonly #find: HTMLDetailsElement;
  #timer = 0;

  constructor(root: HTMLElement, speech: Speech, filter: Filter, events: ToolbarEvents) {
    this.#speech = speech;
    this.#found = part(root, '[data-found]', HTMLElement);
    this.#goTo = part(root, '.editor__go input', HTMLInputElement);
    this.#help = part(root, '[data-help-dialog]', HTMLDialogElement);
    this.#find = part(root, '[data-find]', HTMLDetailsElement);
    this.#fold(filter);
    this.#goTo.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      const position = readNumber(this.#goTo.value);
      if (position !== null && Number.isInteger(position) && position > 0) events.goTo(position);
      else if (this.#goTo.value.trim() !== '')
        this.refuseGoTo(speech.say('no-such-segment', { position: this.#goTo.value }));
    });
    this.#goTo.addEventListener('input', () => {
      this.#goTo.setCustomValidity('');
    });
    const help = (): void => {
      this.help();
    };
    const buttons = { '[data-help]': help, '[data-next-open]': events.nextOpen } as const;
    for (const [selector, run] of Object.entries(buttons)) {
      const button = part(root, selector, HTMLButtonElement);
      button.hidden = false;
      button.addEventListener('click', () => {
        run();
      });
    }
    part(root, '#filter-state', HTMLSelectElement).addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) event.target.form?.requestSubmit();
    });
  }

  get isHelpOpen(): boolean {
    return this.#help.open;
  }

  help(): void {
    if (!this.#help.open) this.#help.showModal();
  }

  /** Says beside the field why one cannot go there. */
  refuseGoTo(reason: string): void {
    this.#find.open = true;
    this.#goTo.setCustomValidity(reason);
    this.#goTo.reportValidity();
  }

  focusGoTo(): void {
    this.#find.open = true;
    this.#goTo.focus();
    this.#goTo.select();
  }

  /** On a narrow screen the filter is folded, unless it is in use. */
  #fold(filter: Filter): void {
    const isUsed = isFiltering(filter);
    const narrow = matchMedia(NARROW);
    const fold = (): void => {
      this.#find.open = isUsed || !narrow.matches;
    };
    narrow.addEventListener('change', fold);
    fold();
  }

  showFound(api: Api, filter: Filter): void {
    if (!isFiltering(filter)) return;
    void api.count(filter).then((count) => {
      this.#found.hidden = false;
      this.#found.textContent = this.#speech.say('found', { count });
    });
  }

  /** Runs when no further call came for a moment; what fails is left to the next one. */
  soon(run: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      run().catch(() => undefined);
    }, SOON);
  }
}
