/** Says what was taken out of a pasted text, gives it back as it was, and offers what may be meant otherwise. */
import { withOrdinaryLetters } from '../../../core/text/clean-paste.ts';
import type { Paste } from './field-edits.ts';
import { make } from './make.ts';
import type { Speech } from './speech.ts';
import { zawgyiToUnicode } from './zawgyi-offer.ts';

/** Another reading of a pasted text, which a person may choose. */
export interface PasteOffer {
  /** The message that its button shows. */
  readonly name: string;
  readonly text: string;
}

/** What is offered for a text at once. */
export function offersFor(text: string): readonly PasteOffer[] {
  const ordinary = withOrdinaryLetters(text);
  return ordinary === null ? [] : [{ name: 'paste-letters', text: ordinary }];
}

export interface PasteNoticeOptions {
  readonly element: HTMLElement;
  readonly speech: Speech;
  readonly announce: (text: string) => void;
  /** Puts another text where the pasted one went. */
  readonly pasteAnew: (paste: Paste, text: string) => void;
  readonly focusField: () => void;
}

export class PasteNotice {
  readonly #options: PasteNoticeOptions;
  /** The paste that the notice is about, or would be. */
  #latest: Paste | null = null;

  constructor(options: PasteNoticeOptions) {
    this.#options = options;
  }

  /** Shows nothing where there is nothing to say. */
  show(paste: Paste): void {
    const { changes, text } = paste.cleaned;
    const offers = offersFor(text);
    this.#latest = paste;
    void zawgyiToUnicode(text).then((converted) => {
      if (converted === null || this.#latest !== paste) return;
      this.#open(paste, [...offers, { name: 'paste-zawgyi', text: converted }]);
    });
    if (changes.length === 0 && offers.length === 0) {
      this.#close();
      return;
    }
    this.#open(paste, offers);
  }

  #open(paste: Paste, offers: readonly PasteOffer[]): void {
    const { announce, element, speech } = this.#options;
    const { changes } = paste.cleaned;
    const told = changes.map(({ kind, count }) => speech.say(`paste-${kind}`, { count }));
    const isChanged = changes.some(({ kind }) => kind !== 'private');
    const buttons = [
      ...(isChanged ? [this.#button('paste-as-is', paste, paste.raw)] : []),
      ...offers.map((offer) => this.#button(offer.name, paste, offer.text)),
    ];
    const close = make('button', { type: 'button', class: 'button button--small' }, speech.say('paste-keep'));
    close.addEventListener('click', () => {
      this.hide();
      this.#options.focusField();
    });
    const heading = speech.say('paste-title');
    element.replaceChildren(
      make('p', {}, make('strong', {}, heading)),
      ...(told.length === 0 ? [] : [make('p', {}, told.join(' '))]),
      make('p', { class: 'pasted__acts' }, ...buttons, close),
    );
    element.hidden = false;
    announce([heading, ...told].join(' '));
  }

  hide(): void {
    this.#latest = null;
    this.#close();
  }

  #close(): void {
    this.#options.element.hidden = true;
    this.#options.element.replaceChildren();
  }

  #button(name: string, paste: Paste, text: string): HTMLButtonElement {
    const { focusField, pasteAnew, speech } = this.#options;
    const button = make('button', { type: 'button', class: 'button button--small' }, speech.say(name));
    button.addEventListener('click', () => {
      this.hide();
      pasteAnew(paste, text);
      focusField();
    });
    return button;
  }
}
