/** The savers of all segments that were touched on this page, and what needs a person's eye among them. */
import type { Api } from './api.ts';
import type { Journal } from './journal.ts';
import { make } from './make.ts';
import type { Progress, Propagated, Version } from './model.ts';
import { Saver } from './saver.ts';
import type { SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';

export interface SaversOptions {
  readonly api: Api;
  readonly journal: Journal;
  readonly speech: Speech;
  readonly alerts: HTMLElement;
  readonly changed: (row: SegmentRow, saver: Saver) => void;
  readonly saved: (
    row: SegmentRow,
    saver: Saver,
    version: Version,
    told: { readonly progress: Progress | null; readonly propagated: Propagated | null },
  ) => void;
  readonly goTo: (position: number) => void;
}

export class Savers {
  readonly #options: SaversOptions;
  /** The row of a segment may be made anew; the saver stays. */
  readonly #savers = new Map<number, { readonly saver: Saver; row: SegmentRow }>();

  constructor(options: SaversOptions) {
    this.#options = options;
    addEventListener('online', () => {
      this.flushAll();
    });
    addEventListener('pagehide', () => {
      this.flushAll();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flushAll();
    });
  }

  /** The segment's saver, made where there is none; `base` goes before the version that the row knows. */
  of(row: SegmentRow, base?: number): Saver {
    const { key } = row.segment;
    const known = this.#savers.get(key);
    if (known !== undefined && base === undefined) {
      known.row = row;
      return known.saver;
    }
    const { api, journal, changed, saved } = this.#options;
    const saver = new Saver(base ?? row.segment.current?.version ?? 0, {
      send: (version, draft) => api.save(key, version, draft),
      remember: (version, draft) => {
        journal.remember(key, entry.row.position, version, draft);
      },
      forget: () => {
        journal.forget(key);
      },
      later: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      changed: () => {
        changed(entry.row, entry.saver);
        this.showAlerts();
      },
      saved: (version, progress, propagated) => {
        saved(entry.row, entry.saver, version, { progress, propagated });
      },
    });
    const entry = { saver, row };
    this.#savers.set(key, entry);
    return saver;
  }

  /** The saver of a segment that was touched. */
  find(key: number): Saver | null {
    return this.#savers.get(key)?.saver ?? null;
  }

  flushAll(): void {
    for (const { saver } of this.#savers.values()) void saver.flush();
  }

  /** What could not be saved is never hidden by having gone on to another segment. */
  showAlerts(): void {
    const { speech, alerts, goTo } = this.#options;
    const waiting: HTMLElement[] = [];
    let retrying = 0;
    for (const { saver, row } of this.#savers.values()) {
      const { position } = row;
      if (saver.status === 'retrying') retrying += 1;
      if (!['conflict', 'refused', 'locked', 'gone'].includes(saver.status)) continue;
      const text = `${speech.say('alert-segment', { position })} ${speech.say(`status-${saver.status}`)}`;
      const button = make('button', { class: 'button button--small button--danger', type: 'button' }, text);
      button.addEventListener('click', () => {
        goTo(position);
      });
      waiting.push(button);
    }
    if (retrying > 0) waiting.push(make('span', {}, speech.say('alert-retrying', { count: retrying })));
    alerts.hidden = waiting.length === 0;
    const text = waiting.map((each) => each.textContent).join('\n');
    if (alerts.dataset['shown'] === text) return;
    alerts.dataset['shown'] = text;
    alerts.replaceChildren(...waiting);
  }
}
