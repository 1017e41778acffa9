/**
 * Splits the open segment, joins it with the next one of its paragraph, and takes the last of these back. What was
 * written is saved first; afterwards the rows are made anew, for all that follow have moved.
 */
import type { Api } from './api.ts';
import type { Progress, Segment } from './model.ts';
import type { OpenSegment } from './open-segment.ts';
import type { Pane } from './pane.ts';
import type { Savers } from './savers.ts';
import type { SegmentList } from './segment-list.ts';
import type { SegmentRow } from './segment-row.ts';
import { EVERYTHING } from './settings.ts';
import type { Speech } from './speech.ts';

/** The last change of a paragraph's segmentation. */
export interface Undo {
  readonly id: number;
  readonly kind: 'split' | 'join';
}

export type ResegmentOutcome =
  | {
      readonly kind: 'done';
      readonly first: number;
      readonly unit: readonly Segment[];
      readonly moved: number;
      readonly progress: Progress | null;
    }
  | { readonly kind: 'conflict' | 'locked' | 'gone' | 'unreachable' }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const SOON = 500;

export interface ResegmentingOptions {
  readonly api: Api;
  readonly list: SegmentList;
  readonly open: OpenSegment;
  readonly pane: Pane;
  readonly savers: Savers;
  readonly speech: Speech;
  readonly announce: (text: string) => void;
  readonly activate: (row: SegmentRow) => void;
  readonly progressed: (progress: Progress) => void;
}

export class Resegmenting {
  readonly #options: ResegmentingOptions;
  #isBusy = false;

  constructor(options: ResegmentingOptions) {
    this.#options = options;
  }

  async split(source: number, target: number | null): Promise<void> {
    await this.#change('split-done', async (row, base) =>
      this.#options.api.split(row.segment.key, { base, source, target }),
    );
  }

  async join(): Promise<void> {
    await this.#change('joined', async (row, base) => {
      const { api, list, savers } = this.#options;
      const { unit } = await api.segment(row.segment.key);
      const next = unit.find(({ position }) => position === row.position + 1);
      if (next === undefined) return { kind: 'refused', problems: [this.#options.speech.say('join-none')] };
      const shown = list.byKey(next.key);
      if (shown !== null) await savers.of(shown).flush();
      const nextBase = savers.find(next.key)?.base ?? next.current?.version ?? 0;
      return api.join(row.segment.key, { base, next: next.key, nextBase });
    });
  }

  async undo(): Promise<void> {
    await this.#change('resegment-undone', async (row) => {
      const { api, speech } = this.#options;
      const { undo } = await api.segment(row.segment.key);
      if (undo === null) return { kind: 'refused', problems: [speech.say('resegment-nothing')] };
      return api.undoSegmentation(row.segment.key, undo.id);
    });
  }

  /** Somebody may have split or joined: the rows are what the server has, the open segment stays open. */
  async catchUp(): Promise<void> {
    const { api, list, open, pane } = this.#options;
    if (this.#isBusy) return;
    if (pane.field.isComposing) {
      setTimeout(() => void this.catchUp(), SOON); // what an input method composes is not disturbed
      return;
    }
    this.#isBusy = true;
    const { caret } = pane.field;
    try {
      const total = await api.count(EVERYTHING);
      const { row } = open;
      const position = row?.position ?? list.rows[0]?.position ?? 1;
      const at = row === null ? null : await api.segment(row.segment.key).catch(() => null);
      await this.#renew(at?.segment.position ?? Math.min(position, total), total, row !== null);
      if (at !== null && open.row?.segment.key === at.segment.key) pane.field.moveTo(caret);
    } catch {
      // No answer: the next change, or coming back to the page, asks again.
    } finally {
      this.#isBusy = false;
    }
  }

  async #change(
    name: string,
    ask: (row: SegmentRow, base: number) => Promise<ResegmentOutcome>,
  ): Promise<void> {
    const { announce, open, savers, speech } = this.#options;
    const { row } = open;
    if (row === null || this.#isBusy) return;
    if (row.segment.locked) {
      this.#object([speech.say('resegment-locked')]);
      return;
    }
    this.#isBusy = true;
    try {
      const saver = savers.of(row);
      await saver.flush();
      if (!saver.isIdle) this.#object([speech.say(`status-${saver.status}`)]);
      else await this.#settle(name, await ask(row, saver.base));
    } catch {
      announce(speech.say('unreachable'));
    } finally {
      this.#isBusy = false;
    }
  }

  async #settle(name: string, outcome: ResegmentOutcome): Promise<void> {
    const { announce, list, pane, progressed, savers, speech } = this.#options;
    if (outcome.kind === 'refused') this.#object(outcome.problems);
    else if (outcome.kind !== 'done') this.#object([speech.say(`resegment-${outcome.kind}`)]);
    else {
      if (pane.panel === 'segmentation') pane.togglePanel('segmentation');
      for (const { key, current } of outcome.unit) savers.find(key)?.adopt(current?.version ?? 0);
      const first = outcome.unit.find(({ key }) => key === outcome.first) ?? outcome.unit[0];
      await this.#renew(first?.position ?? 1, list.total + outcome.moved, true);
      if (outcome.progress !== null) progressed(outcome.progress);
      announce(speech.say(name));
    }
  }

  async #renew(position: number, total: number, opens: boolean): Promise<void> {
    const { activate, list, open } = this.#options;
    open.close();
    const row = await list.renew(position, total);
    if (row === null || !opens) return;
    activate(row);
    row.element.scrollIntoView({ block: 'nearest' });
  }

  #object(problems: readonly string[]): void {
    this.#options.pane.showProblems(problems);
    this.#options.announce(problems.join(' '));
  }
}
