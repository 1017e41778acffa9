/**
 * The translation editor: finds its parts on the page and carries out what the person asks for. What concerns
 * the text of the open segment is done by open-segment.ts.
 */
import type { State } from '../../../core/document/state.ts';
import { Api } from './api.ts';
import { Highlighter } from './highlighter.ts';
import { Journal, type JournalEntry } from './journal.ts';
import { LiveChanges, type Change } from './live-changes.ts';
import { OpenSegment } from './open-segment.ts';
import { Pane } from './pane.ts';
import { Panels } from './panels.ts';
import { ProgressBar } from './progress-bar.ts';
import { Recovery } from './recovery.ts';
import { Savers } from './savers.ts';
import { SegmentList } from './segment-list.ts';
import { part, type SegmentRow } from './segment-row.ts';
import { readSettings, type Settings } from './settings.ts';
import { actionOf, type Command } from './shortcuts.ts';
import { Speech } from './speech.ts';
import { Toolbar } from './toolbar.ts';

const OPEN_STATES: readonly State[] = ['initial'];
const REVIEWABLE_STATES: readonly State[] = ['initial', 'translated'];

export class Editor {
  readonly #root: HTMLElement;
  readonly #settings: Settings;
  readonly #speech: Speech;
  readonly #api: Api;
  readonly #journal: Journal;
  readonly #savers: Savers;
  readonly #pane: Pane;
  readonly #open: OpenSegment;
  readonly #list: SegmentList;
  readonly #panels: Panels;
  readonly #progress: ProgressBar;
  readonly #toolbar: Toolbar;
  readonly #announcer: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#settings = readSettings(root);
    const { document: id, language, headings, total, filter } = this.#settings;
    const speech = new Speech(this.#settings);
    this.#speech = speech;
    this.#api = new Api(id, language);
    this.#journal = new Journal(id, language);
    this.#announcer = part(root, '[data-announcer]', HTMLElement);
    this.#progress = new ProgressBar(root, speech);
    this.#savers = this.#makeSavers();
    this.#pane = this.#makePane();
    this.#open = new OpenSegment({
      pane: this.#pane,
      savers: this.#savers,
      speech,
      announce: this.#announce,
    });
    const highlighter = new Highlighter(filter.text);
    const template = part(root, 'template[data-row]', HTMLTemplateElement);
    const frame = { speech, template, total, headings };
    this.#list = new SegmentList(root, this.#api, this.#settings, frame, (rows) => {
      highlighter.mark(rows);
    });
    this.#panels = new Panels({
      api: this.#api,
      pane: this.#pane,
      open: this.#open,
      savers: this.#savers,
      speech,
      language,
      announce: this.#announce,
      progressed: (progress) => {
        this.#progress.show(progress);
      },
      counted: (key, notes) => {
        const row = this.#list.byKey(key);
        row?.update(row.segment.current, notes);
      },
    });
    this.#toolbar = new Toolbar(root, speech, filter, {
      goTo: (position) => void this.#goTo(position),
      nextOpen: () => void this.#goToOpen(OPEN_STATES),
    });
    this.#toolbar.showFound(this.#api, filter);
    this.#listen();
    new LiveChanges(this.#api, (change) => void this.#take(change), this.#catchUp);
    new Recovery(root, {
      api: this.#api,
      journal: this.#journal,
      speech,
      language,
      restore: this.#restore,
    });
    void this.#openFirst();
  }

  get #isFiltered(): boolean {
    const { filter } = this.#settings;
    return filter.states.length > 0 || filter.text !== '';
  }

  readonly #announce = (text: string): void => {
    this.#announcer.textContent = '';
    setTimeout(() => {
      this.#announcer.textContent = text; // a change is read out even where the text is the same as before
    }, 50);
  };

  #makeSavers(): Savers {
    return new Savers({
      api: this.#api,
      journal: this.#journal,
      speech: this.#speech,
      alerts: part(this.#root, '[data-alerts]', HTMLElement),
      changed: (row, saver) => {
        row.element.dataset['saving'] = saver.status;
        if (row === this.#open.row) this.#pane.showSaving(saver, navigator.onLine);
      },
      saved: (row, saver, version, progress) => {
        if (saver.draft === null) row.update(version);
        if (progress !== null) this.#progress.show(progress);
      },
      goTo: (position) => void this.#goTo(position),
    });
  }

  #makePane(): Pane {
    const template = part(this.#root, 'template[data-pane]', HTMLTemplateElement);
    return new Pane(template, this.#speech, this.#settings.language, {
      edited: (content) => {
        this.#open.edited(content);
      },
      command: (command) => {
        this.#run(command);
      },
      insertCode: (code) => {
        this.#open.insertCode(code);
      },
      stateChosen: (state) => {
        this.#open.chooseState(state);
      },
      panelToggled: (name) => {
        this.#panels.toggle(name);
      },
      conflictDecided: (decision) => {
        this.#open.decideConflict(decision);
      },
      left: () => {
        this.#pane.field.rememberSelection();
        void this.#open.saver?.flush();
      },
    });
  }

  #listen(): void {
    addEventListener('keydown', (event) => {
      this.#key(event);
    });
    this.#list.element.addEventListener('click', (event) => {
      this.#click(event);
    });
    addEventListener('hashchange', () => {
      const position = Number(/^#segment-(\d+)$/u.exec(location.hash)?.[1] ?? 0);
      if (position > 0) void this.#goTo(position);
    });
  }

  async #openFirst(): Promise<void> {
    const hash = Number(/^#segment-(\d+)$/u.exec(location.hash)?.[1] ?? 0);
    const wanted = hash > 0 ? hash : this.#settings.wanted;
    const first = this.#list.rows[0];
    if (wanted > 0) await this.#goTo(wanted, true);
    if (this.#open.row === null && first !== undefined) first.link.tabIndex = 0;
  }

  #click(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element) || event.defaultPrevented) return;
    const element = target.closest('.segment');
    const row = this.#list.rows.find((each) => each.element === element);
    if (row === undefined) return;
    if (target.closest('.segment__number') !== null) event.preventDefault();
    if (row === this.#open.row) this.#clickInOpen(row, target);
    else if (getSelection()?.isCollapsed !== false) this.#activate(row);
  }

  /** A click on a chip of the source inserts it. */
  #clickInOpen(row: SegmentRow, target: Element): void {
    if (target.closest('.segment__number') !== null) this.#pane.field.focus();
    const chip = target.closest<HTMLElement>('.segment__source .chip');
    const key = chip?.dataset['code'];
    if (key === undefined) return;
    const code = row.codes.get(key);
    if (code !== undefined) this.#open.insertCode(code);
  }

  #key(event: KeyboardEvent): void {
    if (this.#pane.field.isComposing || this.#toolbar.isHelpOpen) return;
    const { target } = event;
    const writes =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select'));
    if (event.key === '?' && !writes && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      this.#toolbar.help();
      return;
    }
    const action = actionOf(event);
    if (action === null) return;
    const isInPanel = target instanceof Element && target.closest('.panel') !== null;
    const isElsewhere = writes && target !== this.#pane.field.element;
    if (action.kind === 'insert-code') {
      if (target !== this.#pane.field.element) return;
      event.preventDefault();
      this.#open.insertNumber(action.number);
      return;
    }
    // In other fields the keys that edit text are theirs.
    if (isElsewhere && ['undo', 'redo', 'next', 'previous', 'copy-source'].includes(action.command)) return;
    if (isElsewhere && !isInPanel && action.command === 'leave') return;
    if (this.#open.row === null && action.command === 'leave') return;
    event.preventDefault();
    this.#run(action.command);
  }

  #run(command: Command): void {
    switch (command) {
      case 'confirm':
        if (this.#open.confirm('translated')) void this.#goToOpen(OPEN_STATES);
        return;
      case 'review':
        if (this.#open.confirm('reviewed')) void this.#goToOpen(REVIEWABLE_STATES);
        return;
      case 'next':
      case 'previous':
        void this.#step(command === 'next' ? 1 : -1);
        return;
      case 'next-open':
        void this.#goToOpen(OPEN_STATES);
        return;
      case 'copy-source':
        this.#open.copySource();
        return;
      case 'insert-missing':
        this.#open.insertMissing();
        return;
      case 'undo':
      case 'redo':
        this.#travel(command);
        return;
      case 'notes':
      case 'history':
      case 'paragraph':
        this.#panels.toggle(command);
        return;
      case 'go-to':
        this.#toolbar.focusGoTo();
        return;
      case 'leave':
        if (!this.#panels.close()) this.#open.row?.link.focus();
        return;
      case 'help':
        this.#toolbar.help();
    }
  }

  #travel(command: 'undo' | 'redo'): void {
    const { field } = this.#pane;
    const isDone = command === 'undo' ? field.undo() : field.redo();
    field.focus();
    const done = command === 'undo' ? 'undone' : 'redone';
    this.#announce(this.#speech.say(isDone ? done : `nothing-to-${command}`));
  }

  #activate(row: SegmentRow): void {
    this.#open.open(row);
    const address = new URL(location.href);
    address.searchParams.set('segment', String(row.position));
    address.hash = '';
    history.replaceState(null, '', address);
    row.element.scrollIntoView({ block: 'nearest' });
    this.#pane.field.focus();
    if (row.segment.locked) row.link.focus();
    this.#panels.refill();
  }

  async #step(step: 1 | -1): Promise<void> {
    const row = this.#open.row;
    const next = row === null ? (this.#list.rows[0] ?? null) : await this.#list.neighbour(row, step);
    if (next !== null) this.#activate(next);
  }

  /** `isArriving` where the page's own address asks for it: the filter in it stays then. */
  async #goTo(position: number, isArriving = false): Promise<void> {
    try {
      const row = await this.#list.reach(position);
      if (row === null) {
        this.#refuse(position, isArriving);
        return;
      }
      row.element.scrollIntoView({ block: 'center' });
      this.#activate(row);
    } catch {
      this.#announce(this.#speech.say('unreachable'));
    }
  }

  /** Segments outside the filter are in the document all the same: going to one drops the filter. */
  #refuse(position: number, isArriving: boolean): void {
    const isThere = position <= this.#settings.total;
    if (this.#isFiltered && isThere && !isArriving) {
      location.assign(`${location.pathname}?segment=${position}`); // leaving the page saves what is open
      return;
    }
    const reason = this.#speech.say(isThere ? 'outside-filter' : 'no-such-segment', { position });
    this.#announce(reason);
    if (!isThere) this.#toolbar.refuseGoTo(reason);
  }

  /** On to the next segment that is still to be done: among those that the filter finds, or in all. */
  async #goToOpen(states: readonly State[]): Promise<void> {
    const row = this.#open.row;
    let next = row === null ? (this.#list.rows[0] ?? null) : await this.#list.neighbour(row, 1);
    while (next !== null && !isOpen(next, states)) next = await this.#list.neighbour(next, 1);
    if (next === null && !this.#isFiltered) next = await this.#searchOpen(row, states);
    if (next === null) this.#announce(this.#speech.say('nothing-open'));
    else this.#activate(next);
  }

  /** Asks the server, which begins at the start again. */
  async #searchOpen(from: SegmentRow | null, states: readonly State[]): Promise<SegmentRow | null> {
    if (from !== null) await this.#savers.of(from).flush();
    const segment = await this.#api.next(from?.position ?? 0, states);
    return segment === null || segment.position === from?.position
      ? null
      : this.#list.reach(segment.position);
  }

  readonly #restore = async (entry: JournalEntry): Promise<void> => {
    const row = await this.#list.reach(entry.position);
    if (row === null) throw new Error('the segment is not in the list');
    this.#open.restore(row, entry.base, entry.draft);
    this.#journal.discard(entry.name);
    this.#activate(row);
    this.#announce(this.#speech.say('restored', { position: entry.position }));
  };

  async #take(change: Change): Promise<void> {
    const row = this.#list.byKey(change.segment);
    if (row !== null && (row.segment.current?.version ?? 0) < change.version) {
      const { segment } = await this.#api.segment(change.segment);
      if (this.#open.take(row, segment) && row === this.#open.row) {
        const author = change.author === '' ? this.#speech.say('somebody') : change.author;
        this.#announce(this.#speech.say('colleague-saved', { author, position: row.position }));
      }
    }
    this.#toolbar.soon(async () => {
      this.#progress.show(await this.#api.progress());
    });
  }

  readonly #catchUp = (): void => {
    this.#savers.flushAll();
    void this.#list.refresh((row, segment) => this.#open.take(row, segment)).catch(() => undefined);
  };
}

function isOpen(row: SegmentRow, states: readonly State[]): boolean {
  return !row.segment.locked && states.includes(row.shown.state);
}
