/** One row of the list. It shows a segment; the editor opens in its target cell. */
import { codeKey, codesOf, sameContent, type Content, type InlineCode } from '../../../core/text/content.ts';
import { directionFor } from '../../../core/document/unit-direction.ts';
import type { Direction, LanguageTag } from '../../../core/text/language.ts';
import { nameOfState, type State } from '../../../core/document/state.ts';
import { Chips } from './chips.ts';
import type { Directions } from './directions.ts';
import type { Segment, Version } from './model.ts';
import type { Speech } from './speech.ts';

export interface RowFrame {
  readonly speech: Speech;
  readonly template: HTMLTemplateElement;
  readonly total: number;
  readonly headings: ReadonlyMap<number, number>;
  readonly language: LanguageTag;
  readonly sourceLanguage: LanguageTag;
  readonly directions: Directions;
}

export class SegmentRow {
  readonly element: HTMLElement;
  readonly chips: Chips;
  readonly source: HTMLElement;
  readonly target: HTMLElement;
  readonly link: HTMLAnchorElement;
  /** The codes of the source by key. */
  readonly codes: ReadonlyMap<string, InlineCode>;
  readonly #frame: RowFrame;
  #segment: Segment;
  #isOpen = false;
  /** What is on the screen: of the newest version, or a draft that is not yet saved. */
  #shown: { readonly content: Content; readonly state: State };

  constructor(segment: Segment, element: HTMLElement, frame: RowFrame) {
    this.element = element;
    this.#segment = segment;
    this.#frame = frame;
    this.#shown = shownOf(segment.current);
    this.chips = new Chips(frame.speech, segment.source);
    this.source = part(element, '.segment__source', HTMLElement);
    this.target = part(element, '.segment__target', HTMLElement);
    this.link = part(element, '.segment__number', HTMLAnchorElement);
    this.link.tabIndex = -1;
    this.codes = new Map(codesOf(segment.source).map((code) => [codeKey(code), code]));
    this.source.dir = this.sourceDirection;
    this.target.dir = this.direction;
    element.dataset['position'] = String(segment.position);
  }

  /** A row for a segment that the server did not send with the page. */
  static make(segment: Segment, frame: RowFrame): SegmentRow {
    const copy = frame.template.content.querySelector('li')?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error('the template has no row');
    const { position } = segment;
    copy.id = `segment-${position}`;
    const row = new SegmentRow(segment, copy, frame);
    row.link.textContent = frame.speech.number(position);
    const address = new URL(row.link.href, location.href);
    address.searchParams.set('segment', String(position));
    address.hash = copy.id;
    row.link.href = address.href;
    row.source.append(...row.chips.nodes(segment.source, row.sourceDirection));
    copy.classList.toggle('segment--heading', frame.headings.has(segment.unitIndex));
    part(copy, '.segment__lock', HTMLElement).hidden = !segment.locked;
    row.#draw();
    return row;
  }

  get segment(): Segment {
    return this.#segment;
  }

  get position(): number {
    return this.#segment.position;
  }

  get shown(): { readonly content: Content; readonly state: State } {
    return this.#shown;
  }

  get name(): string {
    return this.link.getAttribute('aria-label') ?? '';
  }

  /** Which way the translation runs. */
  get direction(): Direction {
    return this.#frame.directions.of(this.#segment.key) ?? this.#ownDirection;
  }

  get sourceDirection(): Direction {
    return directionFor(this.#segment.sourceDirection, this.#frame.sourceLanguage, this.#segment.source);
  }

  /** As the file says, else as the language. */
  get #ownDirection(): Direction {
    return directionFor(this.#segment.targetDirection, this.#frame.language, []);
  }

  turn(direction: Direction): void {
    this.#frame.directions.keep(this.#segment.key, direction === this.#ownDirection ? null : direction);
    this.target.dir = direction;
    this.#draw();
  }

  /** The target cell belongs to the editor while it is open. */
  set isOpen(open: boolean) {
    this.#isOpen = open;
    this.element.classList.toggle('segment--open', open);
    if (!open) this.#draw();
  }

  /** A boundary is shown above the first row of each unit. */
  set beginsUnit(begins: boolean) {
    this.element.classList.toggle('segment--begins', begins);
  }

  /** A newer version is known. */
  update(version: Version | null, notes: number = this.#segment.notes): void {
    this.#segment = { ...this.#segment, current: version, notes };
    const next = shownOf(version);
    const same = sameContent(next.content, this.#shown.content) && next.state === this.#shown.state;
    this.#shown = next;
    if (same) this.#drawState();
    else this.#draw();
    this.#drawNotes();
  }

  /** What was written, before the server has it. */
  showDraft(content: Content, state: State): void {
    this.#shown = { content, state };
    this.#drawState();
  }

  #draw(): void {
    if (!this.#isOpen) this.target.replaceChildren(...this.chips.nodes(this.#shown.content, this.direction));
    this.#drawState();
    this.#drawNotes();
  }

  #drawState(): void {
    const { speech, total } = this.#frame;
    const progress = nameOfState(this.#shown.content, this.#shown.state);
    const state = speech.say(`state-${progress}`);
    const label = this.#isByMachine(progress) ? `${state} · ${speech.say('match-machine-draft')}` : state;
    this.element.dataset['progress'] = progress;
    const badge = part(this.element, '.state', HTMLElement);
    badge.className = `state state--${progress}`;
    part(badge, '.state__text', HTMLElement).textContent = label;
    badge.querySelector('use')?.setAttribute('href', `#state-${progress}`);
    const name = speech.say('segment-name', { position: this.position, total, state: label });
    this.link.setAttribute('aria-label', name);
  }

  /** Nobody has changed or confirmed what a machine wrote. */
  #isByMachine(progress: string): boolean {
    const { current } = this.#segment;
    if (progress !== 'draft' || current?.origin.kind !== 'machine') return false;
    return sameContent(current.target, this.#shown.content);
  }

  #drawNotes(): void {
    const { notes } = this.#segment;
    const marker = part(this.element, '.segment__notes', HTMLElement);
    marker.hidden = notes === 0;
    marker.textContent = this.#frame.speech.say('notes-count', { count: notes });
  }
}

function shownOf(version: Version | null): { readonly content: Content; readonly state: State } {
  return { content: version?.target ?? [], state: version?.state ?? 'initial' };
}

/** The element of a kind inside of another; that it is missing is an error of the page. */
export function part<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`${selector} is missing`);
  return found;
}
