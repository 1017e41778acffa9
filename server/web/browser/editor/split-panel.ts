/**
 * The panel in which a segment is split or joined. The cut in the source is moved by arrows, by words, or set by a
 * click; the translation is cut where the caret was.
 */
import { textOf, type Content } from '../../../core/text/content.ts';
import { lengthOf, sliceContent } from '../../../core/text/edit-content.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { likelyPlace, nearest, splitPlaces } from '../../../core/text/split-places.ts';
import { positionAt } from './field-nodes.ts';
import { make } from './make.ts';
import type { Undo } from './resegmenting.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';

export interface SplitPanelOptions {
  readonly pane: HTMLElement;
  readonly speech: Speech;
  readonly sourceLanguage: LanguageTag;
  readonly split: (source: number, target: number | null) => void;
  readonly join: () => void;
  readonly undo: () => void;
}

export class SplitPanel {
  readonly #options: SplitPanelOptions;
  readonly #source: HTMLElement;
  readonly #target: HTMLElement;
  readonly #split: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  #row: SegmentRow | null = null;
  #places: readonly number[] = [];
  #cut: number | null = null;
  #targetCut: number | null = null;

  constructor(options: SplitPanelOptions) {
    this.#options = options;
    const { pane } = options;
    this.#source = part(pane, '[data-cut]', HTMLElement);
    this.#target = part(pane, '[data-cut-target]', HTMLElement);
    this.#split = part(pane, '[data-split]', HTMLButtonElement);
    this.#undo = part(pane, '[data-undo-segmentation]', HTMLButtonElement);
    this.#split.addEventListener('click', () => {
      this.#cutHere();
    });
    part(pane, '[data-join]', HTMLButtonElement).addEventListener('click', options.join);
    this.#undo.addEventListener('click', options.undo);
    this.#source.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    this.#source.addEventListener('click', (event) => {
      this.#point(event);
    });
  }

  /** `caret` is where the translation would be cut; at its ends it is not. */
  show(row: SegmentRow, target: Content, caret: number): void {
    const { sourceLanguage } = this.#options;
    const { source } = row.segment;
    const length = lengthOf(target);
    this.#row = row;
    this.#targetCut = caret > 0 && caret < length ? caret : null;
    this.#places = splitPlaces(source, sourceLanguage);
    this.#cut = likelyPlace(source, sourceLanguage, this.#places, length === 0 ? 0.5 : caret / length);
    this.#split.disabled = this.#cut === null;
    const halves = this.#targetCut === null ? [target] : halvesOf(target, this.#targetCut);
    this.#target.replaceChildren(...this.#picture(row, halves));
    this.#draw();
  }

  showUndo(undo: Undo | null): void {
    this.#undo.hidden = undo === null;
    if (undo !== null) this.#undo.textContent = this.#options.speech.say(`undo-${undo.kind}`);
  }

  focus(): void {
    this.#source.focus();
  }

  #cutHere(): void {
    if (this.#cut !== null) this.#options.split(this.#cut, this.#targetCut);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = this.#cut === null ? -1 : this.#places.indexOf(this.#cut);
    const isTurned = this.#row?.sourceDirection === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: isTurned ? at + 1 : at - 1,
      ArrowRight: isTurned ? at - 1 : at + 1,
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: this.#places.length - 1,
    };
    const to = steps[event.key];
    if (event.key === 'Enter') this.#cutHere();
    else if (to === undefined) return;
    else this.#moveTo(this.#places[Math.min(Math.max(to, 0), this.#places.length - 1)]);
    event.preventDefault();
  }

  #point(event: MouseEvent): void {
    if (!('caretPositionFromPoint' in document)) return;
    const point = document.caretPositionFromPoint(event.clientX, event.clientY);
    if (point === null || !this.#source.contains(point.offsetNode)) return;
    const position = positionAt(this.#source, point.offsetNode, point.offset);
    this.#moveTo(nearest(this.#places, position) ?? undefined);
  }

  #moveTo(place: number | undefined): void {
    if (place === undefined) return;
    this.#cut = place;
    this.#draw();
  }

  #draw(): void {
    const row = this.#row;
    if (row === null) return;
    const { source } = row.segment;
    const halves = this.#cut === null ? [source] : halvesOf(source, this.#cut);
    this.#source.replaceChildren(...this.#picture(row, halves));
    const at = this.#cut === null ? 0 : this.#places.indexOf(this.#cut) + 1;
    this.#source.setAttribute('aria-valuemin', String(Math.min(1, this.#places.length)));
    this.#source.setAttribute('aria-valuemax', String(this.#places.length));
    this.#source.setAttribute('aria-valuenow', String(at));
    const texts = halves.map((half) => textOf(half).trim());
    this.#source.setAttribute('aria-valuetext', texts.join(' | '));
  }

  #picture(row: SegmentRow, halves: readonly Content[]): readonly Node[] {
    return halves.flatMap((half, index) => [
      ...(index === 0 ? [] : [make('span', { class: 'cut__mark', 'aria-hidden': 'true' })]),
      ...row.chips.nodes(half, row.sourceDirection),
    ]);
  }
}

function halvesOf(content: Content, at: number): readonly Content[] {
  return [sliceContent(content, 0, at), sliceContent(content, at, lengthOf(content))];
}
