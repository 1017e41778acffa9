/** The field of the open segment with all that helps to write in it: marks, characters, direction, bidi view. */
import type { Content } from '../../../core/text/content.ts';
import type { Direction, LanguageTag } from '../../../core/text/language.ts';
import type { SpecialCharacter } from '../../../core/text/special-characters.ts';
import { BidiView } from './bidi-view.ts';
import { CharacterBar } from './character-bar.ts';
import { FieldMarks } from './field-marks.ts';
import { PasteNotice } from './paste-notice.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { TargetField } from './target-field.ts';

export interface WritingToolsOptions {
  readonly pane: HTMLElement;
  readonly speech: Speech;
  readonly language: LanguageTag;
  readonly changed: (content: Content) => void;
  readonly announce: (text: string) => void;
}

export class WritingTools {
  readonly field: TargetField;
  readonly #options: WritingToolsOptions;
  readonly #marks: FieldMarks;
  readonly #characters: CharacterBar;
  readonly #view = new BidiView();
  readonly #notice: PasteNotice;
  #row: SegmentRow | null = null;

  constructor(options: WritingToolsOptions) {
    this.#options = options;
    const { announce, language, pane, speech } = options;
    const field = part(pane, '[data-field]', HTMLElement);
    this.#notice = new PasteNotice({
      element: part(pane, '[data-pasted]', HTMLElement),
      speech,
      announce,
      pasteAnew: (paste, text) => {
        this.field.pasteAnew(paste, text);
      },
      focusField: () => {
        this.field.focus();
      },
    });
    this.#marks = new FieldMarks({
      field,
      layer: part(pane, '[data-marks]', HTMLElement),
      description: part(pane, '[data-marks-text]', HTMLElement),
      speech,
      remove: (start, end) => {
        this.field.remove(start, end);
      },
    });
    this.#characters = new CharacterBar(
      part(pane, '[data-characters]', HTMLElement),
      speech,
      language,
      (character) => {
        this.write(character);
      },
    );
    this.field = new TargetField(field, language, {
      changed: (content) => {
        this.#notice.hide();
        options.changed(content);
      },
      shown: () => {
        this.#show();
      },
      pasted: (paste) => {
        this.#notice.show(paste);
      },
      turned: (direction) => {
        this.#turn(direction);
      },
    });
    this.#showView();
  }

  open(row: SegmentRow, content: Content): void {
    this.#row = row;
    const { source, locked } = row.segment;
    this.#notice.hide();
    this.#showDirection();
    this.#characters.isDisabled = locked;
    this.field.open({ source, target: content, chips: row.chips, editable: !locked });
  }

  /** Puts the character where the caret is, or the pair around the selection. */
  write({ text, close }: SpecialCharacter): void {
    if (this.#row === null || this.#row.segment.locked) return;
    this.field.focus();
    this.field.write(text, close);
  }

  focusCharacters(): void {
    this.#characters.focus();
  }

  toggleView(): void {
    const { announce, speech } = this.#options;
    this.#view.isOn = !this.#view.isOn;
    this.#showView();
    this.#show();
    announce(speech.say(this.#view.isOn ? 'bidi-view-on' : 'bidi-view-off'));
  }

  /** The open segment runs the other way, also when it is opened again. */
  turn(): void {
    if (this.#row !== null) this.#turn(this.#row.direction === 'rtl' ? 'ltr' : 'rtl');
  }

  #turn(direction: Direction): void {
    const { announce, speech } = this.#options;
    if (this.#row === null) return;
    this.#row.turn(direction);
    this.#showDirection();
    this.#show();
    announce(speech.say(`direction-${direction}`));
  }

  #showDirection(): void {
    const { pane, speech } = this.#options;
    if (this.#row === null) return;
    const { direction } = this.#row;
    for (const element of pane.querySelectorAll<HTMLElement>('[data-target-text]')) element.dir = direction;
    const button = part(pane, '[data-act="turn"]', HTMLButtonElement);
    button.dataset['direction'] = direction;
    button.setAttribute(
      'aria-label',
      speech.say('turn', { direction: speech.say(`direction-${direction}`) }),
    );
  }

  #showView(): void {
    const { pane } = this.#options;
    const button = part(pane, '[data-act="bidi-view"]', HTMLButtonElement);
    button.setAttribute('aria-pressed', String(this.#view.isOn));
    part(pane, '[data-bidi-legend]', HTMLElement).hidden = !this.#view.isOn;
    pane.classList.toggle('pane--bidi', this.#view.isOn);
  }

  #show(): void {
    const row = this.#row;
    if (row === null) return;
    const { content, element } = this.field;
    this.#marks.show(content, row.direction);
    this.#view.show([
      { element, content, direction: row.direction },
      { element: row.source, content: row.segment.source, direction: row.sourceDirection },
    ]);
  }
}
