/**
 * The translation editor: finds its parts on the page and carries out what the person asks for. What concerns
 * the text of the open segment is done by open-segment.ts.
 */
import { sameContent } from '../../../core/text/content.ts';
import { Api } from './api.ts';
import { Highlighter } from './highlighter.ts';
import { Journal, type JournalEntry } from './journal.ts';
import { Concordance } from './concordance.ts';
import { Commands } from './commands.ts';
import { Directions } from './directions.ts';
import { LiveChanges, type Change } from './live-changes.ts';
import { LiveFindings } from './live-findings.ts';
import { LiveMatches } from './live-matches.ts';
import { MachineOffer } from './machine-offer.ts';
import { LiveTerms } from './live-terms.ts';
import { Navigation } from './navigation.ts';
import { OpenSegment } from './open-segment.ts';
import { Pane } from './pane.ts';
import { Panels } from './panels.ts';
import { ProgressBar } from './progress-bar.ts';
import { Resegmenting } from './resegmenting.ts';
import { PropagationNotice } from './propagation-notice.ts';
import { Recovery } from './recovery.ts';
import { Savers } from './savers.ts';
import { SegmentList } from './segment-list.ts';
import { part, type SegmentRow } from './segment-row.ts';
import { readSettings, type Settings } from './settings.ts';
import { Speech } from './speech.ts';
import { Toolbar } from './toolbar.ts';

export class Editor {
  readonly #root: HTMLElement;
  readonly #settings: Settings;
  readonly #speech: Speech;
  readonly #api: Api;
  readonly #journal: Journal;
  readonly #savers: Savers;
  readonly #pane: Pane;
  readonly #findings: LiveFindings;
  readonly #machine: MachineOffer;
  readonly #matches: LiveMatches;
  readonly #propagation: PropagationNotice;
  readonly #terms: LiveTerms;
  readonly #concordance: Concordance;
  readonly #open: OpenSegment;
  readonly #list: SegmentList;
  readonly #navigation: Navigation;
  readonly #resegmenting: Resegmenting;
  readonly #panels: Panels;
  readonly #progress: ProgressBar;
  readonly #toolbar: Toolbar;
  readonly #commands: Commands;
  readonly #announcer: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#settings = readSettings(root);
    const { document: id, language, filter } = this.#settings;
    const speech = new Speech(this.#settings);
    this.#speech = speech;
    this.#api = new Api(id, language);
    this.#journal = new Journal(id, language);
    this.#announcer = part(root, '[data-announcer]', HTMLElement);
    this.#progress = new ProgressBar(root, speech);
    this.#savers = this.#makeSavers();
    this.#pane = this.#makePane();
    const lookingUp = { api: this.#api, pane: this.#pane, speech, announce: this.#announce };
    this.#findings = new LiveFindings(lookingUp);
    this.#terms = new LiveTerms(lookingUp);
    this.#concordance = new Concordance(lookingUp);
    this.#matches = this.#makeMatches();
    this.#machine = this.#makeMachine();
    this.#propagation = this.#makePropagation();
    this.#open = this.#makeOpen();
    const highlighter = new Highlighter(filter.text);
    const template = part(root, 'template[data-row]', HTMLTemplateElement);
    const frame = { ...this.#settings, speech, template, directions: new Directions(id, language) };
    this.#list = new SegmentList(root, this.#api, this.#settings, frame, (rows) => {
      highlighter.mark(rows);
    });
    this.#navigation = this.#makeNavigation();
    this.#resegmenting = this.#makeResegmenting();
    this.#panels = new Panels({
      sourceLanguage: this.#settings.sourceLanguage,
      resegmenting: this.#resegmenting,
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
      goTo: (position) => void this.#navigation.goTo(position),
      nextOpen: () => void this.#navigation.goToOpen(['initial']),
    });
    this.#toolbar.showFound(this.#api, filter);
    this.#commands = this.#makeCommands();
    this.#listen();
    new LiveChanges(this.#api, (change) => void this.#take(change), this.#catchUp);
    new Recovery(root, {
      api: this.#api,
      journal: this.#journal,
      speech,
      language,
      restore: this.#restore,
    });
    void this.#navigation.arrive();
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
      saved: (row, saver, version, { progress, propagated }) => {
        this.#matches.forget(row);
        if (propagated !== null && propagated.count > 0)
          this.#propagation.show(row.segment.key, version.version, propagated);
        if (saver.draft === null) row.update(version);
        if (progress !== null) this.#progress.show(progress);
      },
      goTo: (position) => void this.#navigation.goTo(position),
    });
  }

  #makePane(): Pane {
    const template = part(this.#root, 'template[data-pane]', HTMLTemplateElement);
    return new Pane(template, this.#speech, this.#settings.language, {
      edited: (content) => {
        this.#open.edited(content);
      },
      command: (command) => {
        this.#commands.run(command);
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
      textShown: (row, content) => {
        this.#findings.look(row, content);
        this.#matches.look(row);
        this.#machine.look(row);
        this.#terms.look(row);
        this.#concordance.look(row);
      },
      left: () => {
        this.#pane.field.rememberSelection();
        void this.#open.saver?.flush();
      },
      announce: this.#announce,
    });
  }

  #makeOpen(): OpenSegment {
    return new OpenSegment({
      pane: this.#pane,
      savers: this.#savers,
      speech: this.#speech,
      announce: this.#announce,
    });
  }

  #makeMachine(): MachineOffer {
    return new MachineOffer({
      pane: this.#pane,
      speech: this.#speech,
      language: this.#settings.language,
      open: () => this.#open,
      announce: this.#announce,
    });
  }

  #makeMatches(): LiveMatches {
    return new LiveMatches({
      ...this.#settings,
      pane: this.#pane,
      speech: this.#speech,
      open: () => this.#open,
      announce: this.#announce,
    });
  }

  #makePropagation(): PropagationNotice {
    return new PropagationNotice(this.#root, {
      speech: this.#speech,
      announce: this.#announce,
      undo: (key, version) => this.#api.undoPropagation(key, version),
    });
  }

  #makeNavigation(): Navigation {
    return new Navigation({
      api: this.#api,
      settings: this.#settings,
      speech: this.#speech,
      list: this.#list,
      open: this.#open,
      savers: this.#savers,
      announce: this.#announce,
      activate: (row) => {
        this.#activate(row);
      },
      refused: (reason) => {
        this.#toolbar.refuseGoTo(reason);
      },
    });
  }

  #makeResegmenting(): Resegmenting {
    return new Resegmenting({
      api: this.#api,
      list: this.#list,
      open: this.#open,
      pane: this.#pane,
      savers: this.#savers,
      speech: this.#speech,
      announce: this.#announce,
      activate: (row) => {
        this.#activate(row);
      },
      progressed: (progress) => {
        this.#progress.show(progress);
      },
    });
  }

  #makeCommands(): Commands {
    return new Commands({
      language: this.#settings.language,
      speech: this.#speech,
      pane: this.#pane,
      open: this.#open,
      matches: this.#matches,
      machine: this.#machine,
      panels: this.#panels,
      navigation: this.#navigation,
      resegmenting: this.#resegmenting,
      terms: this.#terms,
      concordance: this.#concordance,
      toolbar: this.#toolbar,
      announce: this.#announce,
    });
  }

  #listen(): void {
    addEventListener('keydown', (event) => {
      this.#commands.key(event);
    });
    this.#list.element.addEventListener('click', (event) => {
      this.#click(event);
    });
    addEventListener('hashchange', () => {
      const position = Number(/^#segment-(\d+)$/u.exec(location.hash)?.[1] ?? 0);
      if (position > 0) void this.#navigation.goTo(position);
    });
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
    if (row !== null && isNews(row, change)) {
      const found = await this.#api.segment(change.segment).catch(() => null);
      if (found === null || !sameContent(found.segment.source, row.segment.source))
        await this.#resegmenting.catchUp();
      else if (this.#open.take(row, found.segment) && row === this.#open.row) {
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

/** Without a version its segment was split or joined. */
function isNews(row: SegmentRow, { version }: Change): boolean {
  return version === 0 || (row.segment.current?.version ?? 0) < version;
}
