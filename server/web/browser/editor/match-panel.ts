/** The matches of the open segment, best first, each with what differs and why it has its score; parts below them. */
import { textOf } from '../../../core/text/content.ts';
import { directionOf, type LanguageTag } from '../../../core/text/language.ts';
import { pieceNodes } from './diff-view.ts';
import { keepCaret } from './keep-caret.ts';
import { make } from './make.ts';
import type { Fragment, Match } from './matches.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { wholeText } from './whole-text.ts';

export interface MatchPanelOptions {
  readonly pane: HTMLElement;
  readonly speech: Speech;
  readonly sourceLanguage: LanguageTag;
  readonly language: LanguageTag;
  readonly insert: (index: number) => void;
  readonly insertFragment: (fragment: Fragment) => void;
}

/** As many have a key. */
const KEYS = 9;

export class MatchPanel {
  readonly #options: MatchPanelOptions;
  readonly #list: HTMLElement;
  readonly #fragments: HTMLElement;
  readonly #status: HTMLElement;

  constructor(options: MatchPanelOptions) {
    this.#options = options;
    const element = part(options.pane, '[data-matches]', HTMLElement);
    this.#list = part(element, '[data-match-list]', HTMLElement);
    this.#fragments = part(element, '[data-fragments]', HTMLElement);
    this.#status = part(element, '[data-match-status]', HTMLElement);
    keepCaret(element);
  }

  /** A word in place of matches: that they are looked for, that there are none. */
  say(name: 'looking' | 'none' | 'unreachable'): void {
    this.#list.replaceChildren();
    this.showFragments([], true);
    this.#status.hidden = false;
    this.#status.textContent = this.#options.speech.say(`match-${name}`);
  }

  show(matches: readonly Match[], row: SegmentRow): void {
    if (matches.length === 0) {
      this.say('none');
      return;
    }
    this.#status.hidden = true;
    this.#list.replaceChildren(...matches.map((match, index) => this.#item(match, index, row)));
  }

  showFragments(fragments: readonly Fragment[], locked: boolean): void {
    const { speech } = this.#options;
    this.#fragments.hidden = fragments.length === 0;
    const title = make('p', { class: 'matches__label' }, speech.say('match-fragments'));
    const items = fragments.map((fragment) => this.#fragment(fragment, locked));
    this.#fragments.replaceChildren(title, make('ul', { role: 'list' }, ...items));
  }

  #item(match: Match, index: number, row: SegmentRow): HTMLElement {
    const { speech, sourceLanguage, language } = this.#options;
    const { score, kind, memory, author, at } = match;
    const facts = [speech.say('match-from', { memory })];
    if (author !== '' && at !== null) facts.push(speech.say('match-by', { author, time: speech.time(at) }));
    else if (author !== '') facts.push(author);
    else if (at !== null) facts.push(speech.time(at));
    const target = make('p', {
      class: 'matches__target',
      lang: language,
      dir: row.direction,
      'data-target-text': '',
    });
    target.append(...row.chips.nodes(match.target, row.direction));
    const source = make('p', { class: 'matches__source', lang: sourceLanguage, dir: row.sourceDirection });
    source.append(...pieceNodes(match.difference, row.chips, row.sourceDirection));
    const head = make(
      'p',
      { class: 'matches__head' },
      make('strong', { class: `matches__score matches__score--${kind}` }, speech.number(score)),
      ' ',
      make('span', { class: 'matches__kind' }, speech.say(`match-kind-${kind}`)),
      ' ',
      ...(match.machine
        ? [make('span', { class: 'matches__machine' }, speech.say('match-machine')), ' ']
        : []),
      make('span', { class: 'matches__why' }, match.words),
    );
    const item = make('li', { class: 'matches__item' }, head, source, target);
    const foot = make('p', { class: 'matches__foot' }, make('span', {}, facts.join(' · ')));
    if (!row.segment.locked) {
      const keys = index < KEYS ? [make('kbd', { dir: 'ltr' }, keysOf(index)), ' '] : [];
      foot.append(' ', make('span', {}, ...keys, this.#button(match, index)));
    }
    item.append(foot);
    return item;
  }

  #button(match: Match, index: number): HTMLButtonElement {
    const { speech, insert } = this.#options;
    const name = speech.say('match-insert-name', {
      number: index + 1,
      score: match.score,
      text: textOf(match.target),
    });
    const button = make(
      'button',
      { type: 'button', class: 'button button--small', 'aria-label': name },
      speech.say('match-insert'),
    );
    if (index < KEYS) button.setAttribute('aria-keyshortcuts', keysOf(index));
    button.addEventListener('click', () => {
      insert(index);
    });
    return button;
  }

  #fragment(fragment: Fragment, locked: boolean): HTMLElement {
    const { speech, sourceLanguage, language, insertFragment } = this.#options;
    const said = textOf(fragment.target);
    const source = make(
      'span',
      { lang: sourceLanguage, dir: directionOf(sourceLanguage) },
      ...wholeText(textOf(fragment.source), directionOf(sourceLanguage)),
    );
    const direction = directionOf(language);
    const target = make('bdi', { lang: language, dir: direction }, ...wholeText(said, direction));
    if (locked) return make('li', {}, source, ' ', target);
    const button = make(
      'button',
      {
        type: 'button',
        class: 'button button--small matches__part',
        title: speech.say('match-from', { memory: fragment.memory }),
        'aria-label': speech.say('match-insert-fragment', { text: said }),
      },
      target,
    );
    button.addEventListener('click', () => {
      insertFragment(fragment);
    });
    return make('li', {}, source, ' ', button);
  }
}

function keysOf(index: number): string {
  return `Alt+${index + 1}`;
}
