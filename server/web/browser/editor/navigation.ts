/** Goes from segment to segment: to the next, to a position, to what is still to be done. */
import type { State } from '../../../core/document/state.ts';
import type { Api } from './api.ts';
import type { OpenSegment } from './open-segment.ts';
import type { Savers } from './savers.ts';
import type { SegmentList } from './segment-list.ts';
import type { SegmentRow } from './segment-row.ts';
import { isFiltering, type Settings } from './settings.ts';
import type { Speech } from './speech.ts';

export interface NavigationOptions {
  readonly api: Api;
  readonly settings: Settings;
  readonly speech: Speech;
  readonly list: SegmentList;
  readonly open: OpenSegment;
  readonly savers: Savers;
  readonly announce: (text: string) => void;
  readonly activate: (row: SegmentRow) => void;
  /** There is no segment at the position that was asked for. */
  readonly refused: (reason: string) => void;
}

export class Navigation {
  readonly #options: NavigationOptions;

  constructor(options: NavigationOptions) {
    this.#options = options;
  }

  get #isFiltered(): boolean {
    return isFiltering(this.#options.settings.filter);
  }

  /** As the page's address asks. */
  async arrive(): Promise<void> {
    const { list, open, settings } = this.#options;
    const hash = Number(/^#segment-(\d+)$/u.exec(location.hash)?.[1] ?? 0);
    const wanted = hash > 0 ? hash : settings.wanted;
    const first = list.rows[0];
    if (wanted > 0) await this.goTo(wanted, true);
    if (open.row === null && first !== undefined) first.link.tabIndex = 0;
  }

  async step(step: 1 | -1): Promise<void> {
    const { activate, list, open } = this.#options;
    const next = open.row === null ? (list.rows[0] ?? null) : await list.neighbour(open.row, step);
    if (next !== null) activate(next);
  }

  /** `isArriving` where the page's own address asks for it: the filter in it stays then. */
  async goTo(position: number, isArriving = false): Promise<void> {
    const { activate, announce, list, speech } = this.#options;
    try {
      const row = await list.reach(position);
      if (row === null) {
        this.#refuse(position, isArriving);
        return;
      }
      row.element.scrollIntoView({ block: 'center' });
      activate(row);
    } catch {
      announce(speech.say('unreachable'));
    }
  }

  /** Segments outside the filter are in the document all the same: going to one drops the filter. */
  #refuse(position: number, isArriving: boolean): void {
    const { announce, list, refused, speech } = this.#options;
    const isThere = position <= list.total;
    if (this.#isFiltered && isThere && !isArriving) {
      location.assign(`${location.pathname}?segment=${position}`); // leaving the page saves what is open
      return;
    }
    const reason = speech.say(isThere ? 'outside-filter' : 'no-such-segment', { position });
    announce(reason);
    if (!isThere) refused(reason);
  }

  /** On to the next segment that is still to be done: among those that the filter finds, or in all. */
  async goToOpen(states: readonly State[]): Promise<void> {
    const { activate, announce, list, open, speech } = this.#options;
    const { row } = open;
    let next = row === null ? (list.rows[0] ?? null) : await list.neighbour(row, 1);
    while (next !== null && !isOpen(next, states)) next = await list.neighbour(next, 1);
    if (next === null && !this.#isFiltered) next = await this.#searchOpen(row, states);
    if (next === null) announce(speech.say('nothing-open'));
    else activate(next);
  }

  /** Asks the server, which begins at the start again. */
  async #searchOpen(from: SegmentRow | null, states: readonly State[]): Promise<SegmentRow | null> {
    const { api, list, savers } = this.#options;
    if (from !== null) await savers.of(from).flush();
    const segment = await api.next(from?.position ?? 0, states);
    return segment === null || segment.position === from?.position ? null : list.reach(segment.position);
  }
}

function isOpen(row: SegmentRow, states: readonly State[]): boolean {
  return !row.segment.locked && states.includes(row.shown.state);
}
