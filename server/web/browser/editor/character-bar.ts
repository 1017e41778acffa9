/**
 * The row of characters that keyboards lack. One stop for the Tab key, arrows within; what is chosen goes in at
 * the caret or around the selection, and the field has the focus again.
 */
import { invisiblesIn } from '../../../core/text/invisible.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { specialCharacters, type SpecialCharacter } from '../../../core/text/special-characters.ts';
import { plainName } from './invisible-marks.ts';
import { keepCaret } from './keep-caret.ts';
import { make } from './make.ts';
import { keysOf } from './shortcuts.ts';
import type { Speech } from './speech.ts';

export class CharacterBar {
  readonly #element: HTMLElement;
  readonly #buttons: readonly HTMLButtonElement[];

  constructor(
    element: HTMLElement,
    speech: Speech,
    language: LanguageTag,
    write: (character: SpecialCharacter) => void,
  ) {
    this.#element = element;
    const { language: own, joiners, directions } = specialCharacters(language);
    const groups = [own, joiners, directions].map((characters) =>
      make(
        'span',
        { class: 'characters__group' },
        ...characters.map((character) => {
          const button = buttonFor(character, speech, language);
          button.addEventListener('click', () => {
            this.#makeCurrent(button);
            write(character);
          });
          return button;
        }),
      ),
    );
    element.replaceChildren(...groups);
    this.#buttons = Array.from(element.querySelectorAll('button'));
    this.#makeCurrent(this.#buttons[0]);
    keepCaret(element);
    element.addEventListener('keydown', (event) => {
      this.#move(event);
    });
    element.addEventListener('focusin', (event) => {
      this.#makeCurrent(this.#buttons.find((button) => button === event.target));
    });
  }

  set isDisabled(disabled: boolean) {
    for (const button of this.#buttons) button.disabled = disabled;
  }

  focus(): void {
    this.#buttons.find((button) => button.tabIndex === 0)?.focus();
  }

  #move(event: KeyboardEvent): void {
    const at = this.#buttons.findIndex((button) => button === event.target);
    const isTurned = getComputedStyle(this.#element).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: isTurned ? at + 1 : at - 1,
      ArrowRight: isTurned ? at - 1 : at + 1,
      Home: 0,
      End: this.#buttons.length - 1,
    };
    const to = steps[event.key];
    if (at < 0 || to === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    this.#buttons[(to + this.#buttons.length) % this.#buttons.length]?.focus();
  }

  #makeCurrent(current: HTMLButtonElement | undefined): void {
    if (current === undefined) return;
    for (const button of this.#buttons) button.tabIndex = button === current ? 0 : -1;
  }
}

function buttonFor(character: SpecialCharacter, speech: Speech, language: LanguageTag): HTMLButtonElement {
  const { text, close } = character;
  const [hidden] = text.length === 1 ? invisiblesIn(text) : [];
  const shown =
    hidden === undefined
      ? `${text}${close ?? ''}`
      : `${hidden.label}${close === undefined ? '' : `…${POP_LABEL}`}`;
  const act = close === undefined ? 'write-character' : hidden === undefined ? 'write-pair' : 'write-isolate';
  const does = speech.say(act, { text: hidden === undefined ? shown : plainName(speech, hidden.label) });
  const keys = keysOf(character, language);
  return make(
    'button',
    {
      type: 'button',
      class: hidden === undefined ? 'characters__sign' : 'characters__name',
      // What is seen comes first: it is what people who speak to their machine will say.
      'aria-label': hidden === undefined ? does : `${shown}: ${does}`,
      title: keys === '' ? does : `${does} (${keys})`,
      'data-character': hidden?.label ?? text,
    },
    make('span', hidden === undefined ? { lang: language } : { dir: 'ltr' }, shown),
  );
}

const POP_LABEL = 'PDI';
