/** What the person asks for by key or button, and who carries it out. */
import type { State } from '../../../core/document/state.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { Concordance } from './concordance.ts';
import type { LiveMatches } from './live-matches.ts';
import type { MachineOffer } from './machine-offer.ts';
import type { LiveTerms } from './live-terms.ts';
import type { Navigation } from './navigation.ts';
import type { OpenSegment } from './open-segment.ts';
import type { Pane } from './pane.ts';
import type { Panels } from './panels.ts';
import type { Resegmenting } from './resegmenting.ts';
import { actionOf, type Command } from './shortcuts.ts';
import type { Speech } from './speech.ts';
import type { Toolbar } from './toolbar.ts';

const OPEN_STATES: readonly State[] = ['initial'];
const REVIEWABLE_STATES: readonly State[] = ['initial', 'translated'];
/** Keys that edit text: in other fields than the editor's own they belong to these. */
const EDITING: readonly Command[] = ['undo', 'redo', 'next', 'previous', 'copy-source'];

export interface CommandsOptions {
  readonly language: LanguageTag;
  readonly speech: Speech;
  readonly pane: Pane;
  readonly open: OpenSegment;
  readonly panels: Panels;
  readonly navigation: Navigation;
  readonly matches: LiveMatches;
  readonly machine: MachineOffer;
  readonly resegmenting: Resegmenting;
  readonly terms: LiveTerms;
  readonly concordance: Concordance;
  readonly toolbar: Toolbar;
  readonly announce: (text: string) => void;
}

export class Commands {
  readonly #options: CommandsOptions;

  constructor(options: CommandsOptions) {
    this.#options = options;
  }

  /** Does what the keys mean here, and nothing where they are another's. */
  key(event: KeyboardEvent): void {
    const { language, matches, open, pane, terms, toolbar } = this.#options;
    if (pane.field.isComposing || toolbar.isHelpOpen) return;
    const { target } = event;
    const writes =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select'));
    if (event.key === '?' && !writes && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      toolbar.help();
      return;
    }
    const action = actionOf(event, language);
    if (action === null) return;
    const isInPanel = target instanceof Element && target.closest('.panel') !== null;
    const isElsewhere = writes && target !== pane.field.element;
    if (action.kind !== 'command') {
      if (target !== pane.field.element) return;
      event.preventDefault();
      if (action.kind === 'write') pane.tools.write(action.character);
      else if (action.kind === 'insert-match') matches.insert(action.number);
      else if (action.kind === 'insert-term') terms.insert(action.number);
      else open.insertNumber(action.number);
      return;
    }
    if (isElsewhere && EDITING.includes(action.command)) return;
    if (isElsewhere && !isInPanel && action.command === 'leave') return;
    if (open.row === null && action.command === 'leave') return;
    event.preventDefault();
    this.run(action.command);
  }

  run(command: Command): void {
    const { machine, navigation, open, pane, panels, resegmenting, terms, toolbar } = this.#options;
    switch (command) {
      case 'confirm':
        if (open.confirm('translated')) void navigation.goToOpen(OPEN_STATES);
        return;
      case 'review':
        if (open.confirm('reviewed')) void navigation.goToOpen(REVIEWABLE_STATES);
        return;
      case 'next':
      case 'previous':
        void navigation.step(command === 'next' ? 1 : -1);
        return;
      case 'next-open':
        void navigation.goToOpen(OPEN_STATES);
        return;
      case 'copy-source':
        open.copySource();
        return;
      case 'insert-missing':
        open.insertMissing();
        return;
      case 'undo':
      case 'redo':
        this.#travel(command);
        return;
      case 'notes':
      case 'history':
      case 'paragraph':
      case 'segmentation':
        panels.toggle(command);
        return;
      case 'join':
        void resegmenting.join();
        return;
      case 'undo-segmentation':
        void resegmenting.undo();
        return;
      case 'characters':
        pane.tools.focusCharacters();
        return;
      case 'bidi-view':
        pane.tools.toggleView();
        return;
      case 'turn':
        pane.tools.turn();
        return;
      case 'terms':
        terms.focus();
        return;
      case 'add-term':
        terms.add();
        return;
      case 'machine':
        void machine.ask();
        return;
      case 'concordance':
        this.#options.concordance.open();
        return;
      case 'go-to':
        toolbar.focusGoTo();
        return;
      case 'leave':
        this.#leave();
        return;
      case 'help':
        toolbar.help();
    }
  }

  /** One step outwards: from the characters to the field, from a panel to the field, from the field to its row. */
  #leave(): void {
    const { field } = this.#options.pane;
    if (document.activeElement?.closest('[data-characters]') != null) field.focus();
    else if (!this.#options.panels.close()) this.#options.open.row?.link.focus();
  }

  #travel(command: 'undo' | 'redo'): void {
    const { field } = this.#options.pane;
    const isDone = command === 'undo' ? field.undo() : field.redo();
    field.focus();
    const done = command === 'undo' ? 'undone' : 'redone';
    this.#options.announce(this.#options.speech.say(isDone ? done : `nothing-to-${command}`));
  }
}
