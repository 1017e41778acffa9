/**
 * Asks the project's machine for the open segment, only when a person says so: the button shows what it offers, a second
 * press (or the key) puts it into the field, as a draft of the machine that the person changes or confirms.
 */
import { characterCount, type Content } from '../../../core/text/content.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { field, list, text } from './decode.ts';
import { readContent, readOrigin } from './model.ts';
import type { OpenSegment } from './open-segment.ts';
import type { Pane } from './pane.ts';
import type { DraftOrigin } from './saver.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';

export interface MachineOfferOptions {
  readonly pane: Pane;
  readonly speech: Speech;
  readonly language: LanguageTag;
  readonly open: () => OpenSegment;
  readonly announce: (text: string) => void;
}

interface Offer {
  readonly target: Content;
  readonly origin: DraftOrigin;
  readonly remarks: readonly string[];
}

export class MachineOffer {
  readonly #options: MachineOfferOptions;
  /** null where the project asks no machine. */
  readonly #element: HTMLElement | null;
  #row: SegmentRow | null = null;
  #asking = new AbortController();

  constructor(options: MachineOfferOptions) {
    this.#options = options;
    this.#element = options.pane.element.querySelector<HTMLElement>('[data-machine]');
    if (this.#element === null) return;
    part(this.#element, '[data-machine-ask]', HTMLButtonElement).addEventListener(
      'click',
      () => void this.ask(),
    );
  }

  /** The segment is open now; what was asked for another is given up. */
  look(row: SegmentRow): void {
    if (row === this.#row || this.#element === null) return;
    this.#row = row;
    this.#asking.abort();
    this.#say('');
    part(this.#element, '[data-machine-text]', HTMLElement).hidden = true;
    part(this.#element, '[data-machine-ask]', HTMLButtonElement).disabled = row.segment.locked;
    this.#sayCost(characterCount(row.segment.source));
  }

  /** Before anything is sent; only where the project knows a price. */
  #sayCost(count: number): void {
    if (this.#element === null) return;
    const place = part(this.#element, '[data-machine-cost]', HTMLElement);
    const price = place.dataset['price'] ?? '';
    const cost = Math.ceil((Number(price) * count) / 1_000) / 1_000;
    place.textContent = price === '' ? '' : this.#options.speech.say('match-machine-cost', { count, cost });
  }

  /** Asks, and puts the answer in place of what the field has, which can be undone. */
  async ask(): Promise<void> {
    const { announce, language, open, pane, speech } = this.#options;
    const row = this.#row;
    if (row === null || this.#element === null || row.segment.locked) return;
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#say(speech.say('match-machine-asking'));
    try {
      const offer = await fetchOffer(`/api/segments/${row.segment.key}/${language}/machine`, signal);
      if (row !== this.#row) return;
      if (typeof offer === 'string') {
        this.#say(offer);
        announce(offer);
        return;
      }
      this.#show(row, offer);
      if (!open().insertMatch(offer.target, offer.origin)) return;
      pane.field.focus();
      announce([speech.say('match-machine-inserted'), ...offer.remarks].join(' '));
    } catch {
      if (!signal.aborted && row === this.#row) this.#say(speech.say('match-unreachable'));
    }
  }

  #show(row: SegmentRow, offer: Offer): void {
    const { language, speech } = this.#options;
    if (this.#element === null) return;
    const target = part(this.#element, '[data-machine-text]', HTMLElement);
    target.hidden = false;
    target.lang = language;
    target.dir = row.direction;
    target.replaceChildren(...row.chips.nodes(offer.target, row.direction));
    const { origin } = offer;
    const isNamed = typeof origin !== 'string' && origin.kind === 'machine';
    const name = isNamed ? origin.model || origin.provider : '';
    this.#say([speech.say('match-machine-from', { name }), ...offer.remarks].join(' · '));
  }

  #say(words: string): void {
    if (this.#element === null) return;
    const status = part(this.#element, '[data-machine-status]', HTMLElement);
    status.hidden = words === '';
    status.textContent = words;
  }
}

/** Why not, where there is none. */
async function fetchOffer(address: string, signal: AbortSignal): Promise<Offer | string> {
  const response = await fetch(address, { method: 'POST', signal, headers: { Accept: 'application/json' } });
  const body: unknown = await response.json();
  if (response.status !== 200 && response.status !== 422) throw new Error(`answered with ${response.status}`);
  const remarks = list(field(body, 'problems'), (problem) => text(field(problem, 'message')));
  if (response.status === 422) return remarks.join(' ');
  const origin = readOrigin(field(body, 'origin'));
  return {
    target: readContent(field(body, 'target')),
    origin: origin.kind === 'machine' ? origin : 'typed',
    remarks,
  };
}
