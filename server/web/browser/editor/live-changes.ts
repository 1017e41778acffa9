/**
 * What colleagues save, as it happens. A page that is not in view closes its line (browsers allow only a few to
 * one server) and asks anew for everything when it is looked at again.
 */
import type { Api } from './api.ts';
import { field, number, text } from './decode.ts';

export interface Change {
  readonly segment: number;
  readonly version: number;
  readonly author: string;
}

export class LiveChanges {
  readonly #api: Api;
  readonly #changed: (change: Change) => void;
  readonly #missed: () => void;
  #events: EventSource | null = null;
  #hasMissed = false;

  constructor(api: Api, changed: (change: Change) => void, missed: () => void) {
    this.#api = api;
    this.#changed = changed;
    this.#missed = missed;
    this.#open();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#open();
      else this.#close();
    });
    addEventListener('pagehide', () => {
      this.#close();
    });
    addEventListener('pageshow', () => {
      this.#open();
    });
  }

  #open(): void {
    if (this.#events !== null || document.visibilityState !== 'visible') return;
    const events = this.#api.events();
    this.#events = events;
    events.addEventListener('open', () => {
      if (this.#hasMissed) this.#missed();
      this.#hasMissed = false;
    });
    events.addEventListener('error', () => {
      this.#hasMissed = true;
    });
    events.addEventListener('change', (event) => {
      const data: unknown = JSON.parse(text(event.data));
      this.#changed({
        segment: number(field(data, 'segment')),
        version: number(field(data, 'version')),
        author: text(field(data, 'author')),
      });
    });
  }

  #close(): void {
    this.#events?.close();
    this.#events = null;
    this.#hasMissed = true;
  }
}
