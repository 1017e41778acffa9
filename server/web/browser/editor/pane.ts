/** The tools around the open segment: field, missing codes, problems, conflict, buttons, state, panels. */
import type { State } from '../../../core/document/state.ts';
import { STATES } from '../../../core/document/state.ts';
import { codeKey, type Content, type InlineCode } from '../../../core/text/content.ts';
import { missingCodes } from '../../../core/text/edit-content.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { diffNodes } from './diff-view.ts';
import type { Saver } from './saver.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Command } from './shortcuts.ts';
import type { Speech } from './speech.ts';
import type { TargetField } from './target-field.ts';
import { WritingTools } from './writing-tools.ts';

export type PanelName = 'notes' | 'history' | 'paragraph' | 'segmentation';
const PANELS: readonly PanelName[] = ['notes', 'history', 'paragraph', 'segmentation'];

export interface PaneEvents {
  readonly edited: (content: Content) => void;
  readonly command: (command: Command) => void;
  readonly insertCode: (code: InlineCode) => void;
  readonly stateChosen: (state: State) => void;
  readonly panelToggled: (name: PanelName) => void;
  readonly conflictDecided: (decision: 'mine' | 'theirs' | 'merge') => void;
  /** Another text is in the field: of another segment, or the same one edited. */
  readonly textShown: (row: SegmentRow, content: Content) => void;
  readonly left: () => void;
  readonly announce: (text: string) => void;
}

export class Pane {
  readonly element: HTMLElement;
  readonly tools: WritingTools;
  readonly #speech: Speech;
  readonly #language: LanguageTag;
  readonly #events: PaneEvents;
  readonly #state: HTMLSelectElement;
  readonly #status: HTMLElement;
  readonly #problems: HTMLElement;
  /** Whether the problems shown are the saver's. */
  #toldBySaver = false;
  readonly #missing: HTMLElement;
  readonly #conflict: HTMLElement;
  #row: SegmentRow | null = null;
  #panel: PanelName | null = null;

  constructor(template: HTMLTemplateElement, speech: Speech, language: LanguageTag, events: PaneEvents) {
    const copy = template.content.querySelector('.pane')?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error('the template has no pane');
    this.element = copy;
    this.#speech = speech;
    this.#language = language;
    this.#events = events;
    this.#state = part(copy, '[data-state]', HTMLSelectElement);
    this.#status = part(copy, '[data-status]', HTMLElement);
    this.#problems = part(copy, '[data-problems]', HTMLElement);
    this.#missing = part(copy, '[data-missing]', HTMLElement);
    this.#conflict = part(copy, '[data-conflict]', HTMLElement);
    this.tools = new WritingTools({
      pane: copy,
      speech,
      language,
      announce: events.announce,
      changed: (content) => {
        events.edited(content);
        this.#showMissing(content);
        if (this.#row !== null) events.textShown(this.#row, content);
      },
    });
    this.#listen();
  }

  get field(): TargetField {
    return this.tools.field;
  }

  get panel(): PanelName | null {
    return this.#panel;
  }

  open(row: SegmentRow, content: Content): void {
    this.#row = row;
    const { locked } = row.segment;
    this.tools.open(row, content);
    for (const control of this.element.querySelectorAll<HTMLButtonElement>('[data-act]'))
      control.disabled = locked && !READING.has(control.dataset['act'] ?? '');
    this.#state.disabled = locked;
    this.showState(row.shown.state);
    this.showProblems(locked ? [this.#speech.say('locked-segment', { position: row.position })] : []);
    this.#showMissing(content);
    this.#events.textShown(row, content);
  }

  showState(state: State): void {
    this.#state.value = state;
  }

  showProblems(problems: readonly string[]): void {
    this.#toldBySaver = false;
    this.#problems.hidden = problems.length === 0;
    this.#problems.replaceChildren(
      ...problems.map((problem) => {
        const line = document.createElement('p');
        line.textContent = problem;
        return line;
      }),
    );
  }

  showSaving(saver: Saver, isOnline: boolean): void {
    const name = saver.status === 'retrying' && !isOnline ? 'offline' : saver.status;
    this.#status.textContent = this.#speech.say(`status-${name}`);
    this.#status.dataset['status'] = name;
    // What was said for another reason stays, until saving has something to say or to take back.
    const told = saver.problems.length > 0;
    if (saver.status === 'refused' || (saver.status === 'saved' && (told || this.#toldBySaver))) {
      this.showProblems(saver.problems);
      this.#toldBySaver = told;
    }
    this.#showConflict(saver);
  }

  /** Opens the panel, or closes it where it is open already. */
  togglePanel(name: PanelName): void {
    this.#panel = this.#panel === name ? null : name;
    for (const each of PANELS) {
      part(this.element, `[data-panel-body="${each}"]`, HTMLElement).hidden = each !== this.#panel;
      const button = part(this.element, `[data-panel="${each}"]`, HTMLButtonElement);
      button.setAttribute('aria-expanded', String(each === this.#panel));
    }
  }

  #showMissing(content: Content): void {
    const row = this.#row;
    if (row === null) return;
    const missing = row.segment.locked ? [] : missingCodes(row.segment.source, content);
    const bar = part(this.#missing, '[data-missing-codes]', HTMLElement);
    this.#missing.hidden = missing.length === 0;
    const wanted = missing.map(codeKey).join(' ');
    if (bar.dataset['keys'] === `${row.position} ${wanted}`) return;
    bar.dataset['keys'] = `${row.position} ${wanted}`;
    bar.replaceChildren(
      ...missing.map((code) => {
        const chip = row.chips.makeButton(code);
        chip.addEventListener('click', () => {
          this.#events.insertCode(code);
        });
        return chip;
      }),
    );
  }

  #showConflict(saver: Saver): void {
    const { draft, theirs } = saver;
    const isConflict = saver.status === 'conflict' && this.#row !== null;
    this.#conflict.hidden = !isConflict;
    if (!isConflict || this.#row === null) return;
    const { chips, direction } = this.#row;
    const mine = draft?.content ?? [];
    const other = theirs?.target ?? [];
    const [left, right] = ['[data-mine]', '[data-theirs]'].map((name) =>
      part(this.#conflict, name, HTMLElement),
    );
    left?.replaceChildren(...chips.nodes(mine, direction));
    right?.replaceChildren(...diffNodes(mine, other, this.#language, chips, direction));
    const author = theirs === null || theirs.author === '' ? this.#speech.say('somebody') : theirs.author;
    const time = this.#speech.time(theirs?.at ?? Date.now());
    part(this.#conflict, '[data-theirs-by]', HTMLElement).textContent = this.#speech.say('written-by', {
      author,
      time,
    });
  }

  #listen(): void {
    const { element } = this;
    for (const button of element.querySelectorAll<HTMLButtonElement>('[data-act]')) {
      button.addEventListener('click', () => {
        this.#events.command(commandOf(button.dataset['act'] ?? ''));
      });
    }
    for (const name of PANELS) {
      part(element, `[data-panel="${name}"]`, HTMLButtonElement).addEventListener('click', () => {
        this.#events.panelToggled(name);
      });
    }
    this.#state.addEventListener('change', () => {
      const state = STATES.find((each) => each === this.#state.value);
      if (state !== undefined) this.#events.stateChosen(state);
    });
    this.field.element.addEventListener('focusout', () => {
      this.#events.left();
    });
    const decisions = {
      '[data-keep-mine]': 'mine',
      '[data-take-theirs]': 'theirs',
      '[data-merge]': 'merge',
    } as const;
    for (const [selector, decision] of Object.entries(decisions)) {
      part(element, selector, HTMLButtonElement).addEventListener('click', () => {
        this.#events.conflictDecided(decision);
      });
    }
  }
}

const BUTTONS: readonly Command[] = [
  'confirm',
  'copy-source',
  'undo',
  'redo',
  'next',
  'previous',
  'turn',
  'bidi-view',
];
/** What a locked segment leaves. */
const READING: ReadonlySet<string> = new Set(['next', 'previous', 'turn', 'bidi-view']);

function commandOf(name: string): Command {
  const command = BUTTONS.find((each) => each === name);
  if (command === undefined) throw new Error(`no such command: ${name}`);
  return command;
}
