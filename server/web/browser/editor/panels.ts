/** The panels below the open field: notes, history, paragraph, segmentation. One is open at a time; Escape closes it. */
import type { LanguageTag } from '../../../core/text/language.ts';
import type { Api } from './api.ts';
import { showHistory } from './history-panel.ts';
import type { Progress } from './model.ts';
import { NotesPanel } from './notes-panel.ts';
import type { OpenSegment } from './open-segment.ts';
import type { Pane, PanelName } from './pane.ts';
import { showParagraph } from './paragraph-panel.ts';
import type { Resegmenting } from './resegmenting.ts';
import type { Savers } from './savers.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { SplitPanel } from './split-panel.ts';

export interface PanelsOptions {
  readonly api: Api;
  readonly pane: Pane;
  readonly open: OpenSegment;
  readonly savers: Savers;
  readonly speech: Speech;
  readonly language: LanguageTag;
  readonly sourceLanguage: LanguageTag;
  readonly resegmenting: Resegmenting;
  readonly announce: (text: string) => void;
  readonly progressed: (progress: Progress) => void;
  /** How many notes a segment has now. */
  readonly counted: (key: number, notes: number) => void;
}

export class Panels {
  readonly #options: PanelsOptions;
  readonly #notes: NotesPanel;
  readonly #split: SplitPanel;

  constructor(options: PanelsOptions) {
    this.#options = options;
    this.#notes = new NotesPanel(options.pane.element, options);
    const { resegmenting } = options;
    this.#split = new SplitPanel({
      pane: options.pane.element,
      speech: options.speech,
      sourceLanguage: options.sourceLanguage,
      split: (source, target) => void resegmenting.split(source, target),
      join: () => void resegmenting.join(),
      undo: () => void resegmenting.undo(),
    });
  }

  /** Opens the panel and goes into it where there is something to do; closes it where it is open already. */
  toggle(name: PanelName): void {
    const { open, pane } = this.#options;
    if (open.row === null) return;
    pane.togglePanel(name);
    if (pane.panel === null) {
      pane.field.focus();
      return;
    }
    void this.#fill(pane.panel);
    // At once: what is typed next belongs there.
    if (name === 'notes') this.#notes.focus();
    if (name === 'segmentation') this.#split.focus();
    if (name === 'history') part(pane.element, '[data-panel-body="history"]', HTMLElement).focus();
  }

  /** Whether a panel was open; the field has the focus then. */
  close(): boolean {
    const { pane } = this.#options;
    if (pane.panel === null) return false;
    pane.togglePanel(pane.panel);
    pane.field.focus();
    return true;
  }

  /** Another segment is open now. */
  refill(): void {
    const { panel } = this.#options.pane;
    if (panel !== null) void this.#fill(panel);
  }

  async #fill(name: PanelName): Promise<void> {
    const { api, announce, open, pane, speech } = this.#options;
    const { row } = open;
    if (row === null) return;
    const { key } = row.segment;
    try {
      if (name === 'notes') await this.#notes.show(key);
      else if (name === 'history') await this.#fillHistory(row);
      else if (name === 'segmentation') await this.#fillSplit(row);
      else showParagraph(pane.element, row, (await api.segment(key)).unit, speech);
    } catch {
      announce(speech.say('unreachable'));
    }
  }

  async #fillSplit(row: SegmentRow): Promise<void> {
    const { api, open, pane } = this.#options;
    this.#split.show(row, pane.field.content, pane.field.caret);
    this.#split.showUndo(null);
    const { undo } = await api.segment(row.segment.key);
    if (row === open.row) this.#split.showUndo(undo);
  }

  async #fillHistory(row: SegmentRow): Promise<void> {
    const { api, open, pane, language, speech } = this.#options;
    const versions = await api.versions(row.segment.key);
    if (row !== open.row) return;
    showHistory(part(pane.element, '[data-versions]', HTMLElement), versions, {
      language,
      speech,
      chips: row.chips,
      revert: (to) => void this.#revert(row, to),
    });
  }

  async #revert(row: SegmentRow, to: number): Promise<void> {
    const { api, announce, open, pane, progressed, savers, speech } = this.#options;
    const saver = savers.of(row);
    await saver.flush();
    const outcome = await api.revert(row.segment.key, saver.base, to);
    if (outcome.kind === 'saved') {
      open.show(row, outcome.version);
      if (outcome.progress !== null) progressed(outcome.progress);
      announce(speech.say('reverted', { version: to }));
      await this.#fill('history');
      pane.field.focus();
    } else announce(speech.say(outcome.kind === 'unreachable' ? 'unreachable' : `status-${outcome.kind}`));
  }
}
