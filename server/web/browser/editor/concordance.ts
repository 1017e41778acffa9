/**
 * Concordance while editing: what is selected in the source or in the field is looked up in the project's memories, or what
 * is typed here. An answer to a question that is no longer asked is dropped.
 */
import type { LinePiece } from '../../../core/text/line-pieces.ts';
import type { Api } from './api.ts';
import { field, list, oneOf, text } from './decode.ts';
import { make } from './make.ts';
import type { Pane } from './pane.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { lineNodes } from './whole-text.ts';

const KINDS = ['text', 'code', 'found'] as const;

type Piece =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'text' | 'found'; readonly lines: readonly LinePiece[] };

interface OccurrenceText {
  readonly language: string;
  readonly direction: string;
  readonly pieces: readonly Piece[];
}

export interface Occurrence {
  readonly href: string;
  readonly source: OccurrenceText;
  readonly target: OccurrenceText;
  readonly facts: string;
}

export type Side = 'source' | 'target';

export interface ConcordanceOptions {
  readonly api: Api;
  readonly pane: Pane;
  readonly speech: Speech;
  readonly announce: (text: string) => void;
}

export class Concordance {
  readonly #options: ConcordanceOptions;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #side: HTMLSelectElement;
  readonly #list: HTMLElement;
  readonly #said: HTMLElement;
  #row: SegmentRow | null = null;
  #asked = 0;

  constructor(options: ConcordanceOptions) {
    this.#options = options;
    const { pane } = options;
    this.#form = part(pane.element, '[data-concordance]', HTMLFormElement);
    this.#input = part(this.#form, '[data-concordance-text]', HTMLInputElement);
    this.#side = part(this.#form, '[data-concordance-side]', HTMLSelectElement);
    this.#list = part(this.#form, '[data-concordance-list]', HTMLElement);
    this.#said = part(this.#form, '[data-concordance-said]', HTMLElement);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.#form.hidden = true;
      pane.field.focus();
    });
    part(pane.element, '[data-open-concordance]', HTMLButtonElement).addEventListener('click', () => {
      this.open();
    });
  }

  /** The segment is open now. */
  look(row: SegmentRow): void {
    if (row === this.#row) return;
    this.#row = row;
    this.#form.hidden = true;
  }

  /** Looks up what is selected; where nothing is, the place to type gets the focus. */
  open(): void {
    if (this.#row === null) return;
    const selected = this.#selected();
    this.#form.hidden = false;
    if (selected !== null) {
      this.#side.value = selected.side;
      this.#input.value = selected.text;
      void this.#search();
    }
    this.#input.focus();
    this.#input.select();
  }

  #selected(): { readonly side: Side; readonly text: string } | null {
    const selection = getSelection();
    if (this.#row === null || selection === null || selection.rangeCount === 0) return null;
    const selected = selection.toString().replace(/\s+/gu, ' ').trim();
    const { commonAncestorContainer: place } = selection.getRangeAt(0);
    if (selected === '') return null;
    if (this.#row.source.contains(place)) return { side: 'source', text: selected };
    return this.#options.pane.field.element.contains(place) ? { side: 'target', text: selected } : null;
  }

  async #search(): Promise<void> {
    const { api, announce, speech } = this.#options;
    const wanted = this.#input.value.trim();
    this.#asked += 1;
    const asked = this.#asked;
    if (wanted === '') return;
    try {
      const found = await api.concordance(wanted, this.#side.value === 'target' ? 'target' : 'source');
      if (asked !== this.#asked) return;
      const name = found.length === 0 ? 'memory:editor-none' : 'memory:editor-found';
      const said = speech.say(name, { text: wanted, count: found.length });
      this.#said.textContent = said;
      this.#list.replaceChildren(...found.map(item));
      announce(said);
    } catch {
      announce(speech.say('unreachable'));
    }
  }
}

export function readOccurrence(value: unknown): Occurrence {
  return {
    href: text(field(value, 'href')),
    source: readSide(field(value, 'source')),
    target: readSide(field(value, 'target')),
    facts: text(field(value, 'facts')),
  };
}

function readSide(value: unknown): OccurrenceText {
  return {
    language: text(field(value, 'language')),
    direction: text(field(value, 'direction')),
    pieces: list(field(value, 'pieces'), readPiece),
  };
}

function readPiece(value: unknown): Piece {
  const kind = oneOf(field(value, 'kind'), KINDS);
  if (kind === 'code') return { kind, text: text(field(value, 'text')) };
  const lines = list(field(value, 'lines'), (line) => ({
    text: text(field(line, 'text')),
    isWhole: field(line, 'isWhole') === true,
    ...(field(line, 'isRun') === true ? { isRun: true as const } : {}),
  }));
  return { kind, lines };
}

function item({ href, source, target, facts }: Occurrence): HTMLElement {
  const link = make('a', { href, target: '_blank', rel: 'noopener' }, facts);
  return make(
    'li',
    { class: 'concordance__item' },
    paragraph(source),
    paragraph(target),
    make('p', { class: 'concordance__facts' }, link),
  );
}

function paragraph({ language, direction, pieces }: OccurrenceText): HTMLElement {
  return make('p', { class: 'concordance__text', lang: language, dir: direction }, ...pieces.flatMap(nodes));
}

function nodes(piece: Piece): readonly Node[] {
  if (piece.kind === 'code') return [make('code', { class: 'chip', dir: 'ltr' }, piece.text)];
  const shown = lineNodes(piece.lines);
  return piece.kind === 'found' ? [make('mark', {}, ...shown)] : shown;
}
