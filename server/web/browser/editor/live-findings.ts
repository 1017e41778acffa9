/**
 * Asks for the findings of the open segment when somebody pauses in typing, and shows them: marks in the text, and a
 * list with what can be done. An answer to a text that is no longer there is dropped.
 */
import { applyFix } from '../../../core/qa/fix.ts';
import { sameContent, type Content } from '../../../core/text/content.ts';
import type { Api } from './api.ts';
import { FindingsPanel, type LiveFinding } from './findings-panel.ts';
import type { Pane } from './pane.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';

/** Milliseconds without a key. */
const PAUSE = 250;

export interface LiveFindingsOptions {
  readonly api: Api;
  readonly pane: Pane;
  readonly speech: Speech;
  readonly announce: (text: string) => void;
}

export class LiveFindings {
  readonly #options: LiveFindingsOptions;
  readonly #panel: FindingsPanel;
  #timer = 0;
  #row: SegmentRow | null = null;
  /** How many were told last, of the segment that is open. */
  #told = 0;

  constructor(options: LiveFindingsOptions) {
    this.#options = options;
    const { pane, speech } = options;
    this.#panel = new FindingsPanel(part(pane.element, '[data-findings]', HTMLElement), speech, {
      fix: (finding) => {
        this.#fix(finding);
      },
      ignore: (finding, reason) => void this.#ignore(finding, reason),
    });
  }

  /** The text is in the field now; it is looked at after a pause. */
  look(row: SegmentRow, content: Content): void {
    if (row !== this.#row) {
      this.#row = row;
      this.#told = 0;
      this.#show([]);
    }
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(row, content), PAUSE);
  }

  async #ask(row: SegmentRow, content: Content): Promise<void> {
    if (!navigator.onLine) return;
    const { api, announce, pane, speech } = this.#options;
    try {
      const findings = await api.findings(row.segment.key, content);
      const isShown = row === this.#row && row.target.contains(pane.element);
      if (!isShown || !sameContent(pane.field.content, content)) return;
      this.#show(findings);
      if (findings.length !== this.#told) announce(speech.say('findings-count', { count: findings.length }));
      this.#told = findings.length;
    } catch {
      // The server is away, which saving tells; the next pause asks again.
    }
  }

  #show(findings: readonly LiveFinding[]): void {
    const { field } = this.#options.pane;
    this.#panel.show(findings, field.element, field.isEditable);
  }

  #fix({ fix }: LiveFinding): void {
    const { announce, pane, speech } = this.#options;
    if (fix === null || !pane.field.isEditable) return;
    pane.field.replaceAll(applyFix(pane.field.content, fix));
    this.#show([]);
    pane.field.focus();
    announce(speech.say('finding-fixed'));
  }

  async #ignore({ key }: LiveFinding, reason: string): Promise<void> {
    const { api, announce, pane, speech } = this.#options;
    const row = this.#row;
    if (row === null) return;
    try {
      await api.ignoreFinding(row.segment.key, key, reason);
      announce(speech.say('finding-ignored'));
      pane.field.focus();
      await this.#ask(row, pane.field.content);
    } catch {
      announce(speech.say('unreachable'));
    }
  }
}
