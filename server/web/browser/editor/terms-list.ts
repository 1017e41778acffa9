/**
 * The terms of the open segment's source: a mark under each in the source, and a list with what to call them. Those that
 * may be used are numbered through, and the number is the key that writes them.
 */
import { directionOf, parseLanguageTag } from '../../../core/text/language.ts';
import { pointAt } from './field-nodes.ts';
import type { FoundTerm, TermText } from './found-term.ts';
import { keepCaret } from './keep-caret.ts';
import { make } from './make.ts';
import type { Speech } from './speech.ts';
import { wholeText } from './whole-text.ts';

export class TermsList {
  readonly #element: HTMLElement;
  readonly #speech: Speech;
  readonly #insert: (text: string) => void;
  #texts: readonly string[] = [];

  constructor(element: HTMLElement, speech: Speech, insert: (text: string) => void) {
    this.#element = element;
    this.#speech = speech;
    this.#insert = insert;
    keepCaret(element);
  }

  /** The translation that a number, from 1, stands for. */
  textOf(number: number): string | null {
    return this.#texts[number - 1] ?? null;
  }

  get buttons(): readonly HTMLButtonElement[] {
    return Array.from(this.#element.querySelectorAll('button'));
  }

  /** `source` is the cell that holds the source. */
  show(found: readonly FoundTerm[], source: HTMLElement | null, editable: boolean): void {
    const texts: string[] = [];
    const items = once(found).map((each) => this.#item(each, texts, editable));
    this.#texts = editable ? texts : [];
    this.#element.hidden = items.length === 0;
    this.#element.replaceChildren(...(items.length === 0 ? [] : [make('ul', { role: 'list' }, ...items)]));
    mark(found, source);
  }

  #item(found: FoundTerm, texts: string[], editable: boolean): HTMLElement {
    const { term, translations, href, form, within } = found;
    const name = termNode(term);
    const head = make('p', { class: 'terms__head' });
    if (href === '') head.append(name);
    else head.append(make('a', { href, target: '_blank', rel: 'noopener', class: 'terms__link' }, name));
    const remarks = [
      within ? this.#speech.say('terms:editor-within') : '',
      form === 'perhaps' ? this.#speech.say('terms:editor-perhaps') : '',
      found.domain,
    ].filter((text) => text !== '');
    if (remarks.length > 0)
      head.append(' ', make('span', { class: 'muted', dir: 'auto' }, remarks.join(' · ')));
    const words = make('p', { class: 'terms__words' });
    for (const each of translations) words.append(this.#translation(each, texts, editable), ' ');
    if (translations.length === 0)
      words.append(make('span', { class: 'muted' }, this.#speech.say('terms:editor-none')));
    const item = make('li', { class: `terms__item${within ? ' terms__item--within' : ''}` }, head, words);
    for (const text of [found.definition, found.note].filter((each) => each !== ''))
      item.append(make('p', { class: 'terms__note' }, make('bdi', {}, ...wholeText(text))));
    if (found.image !== '') item.append(this.#image(found.image));
    return item;
  }

  #translation(term: TermText, texts: string[], editable: boolean): HTMLElement {
    const status = this.#speech.say(`terms:status-${term.status}`);
    const badge = make('span', { class: `terms__status terms__status--${term.status}` }, status);
    const about =
      term.note === '' ? [] : [' ', make('span', { class: 'muted', dir: 'auto' }, ...wholeText(term.note))];
    if (term.status === 'forbidden' || !editable)
      return make(
        'span',
        { class: `terms__word terms__word--${term.status}` },
        termNode(term),
        ' ',
        badge,
        ...about,
      );
    texts.push(term.text);
    const number = texts.length;
    const button = make('button', { type: 'button', class: 'button button--small terms__insert' });
    if (number <= 9) {
      button.title = `Alt+Shift+${number}`;
      button.append(make('kbd', { 'aria-hidden': 'true' }, this.#speech.number(number)), ' ');
    }
    button.append(termNode(term));
    button.addEventListener('click', () => {
      this.#insert(term.text);
    });
    return make('span', { class: 'terms__word' }, button, ' ', badge, ...about);
  }

  #image(href: string): HTMLElement {
    const label = this.#speech.say('terms:image');
    const link = make('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, label);
    return make('p', { class: 'terms__note' }, link);
  }
}

function termNode({ language, text }: TermText): HTMLElement {
  const tag = parseLanguageTag(language);
  const direction = tag === null ? null : directionOf(tag);
  const shown = wholeText(text, direction ?? 'ltr');
  return make('span', { class: 'terms__term', lang: language, dir: direction ?? 'auto' }, ...shown);
}

/** A concept is listed where it stands first. */
function once(found: readonly FoundTerm[]): readonly FoundTerm[] {
  const seen = new Set<string>();
  return found.filter(({ href, concept }) => {
    const key = href === '' ? concept : href;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Marks by highlights, which leave the text and what is selected in it alone; none in a browser that has no highlights. */
function mark(found: readonly FoundTerm[], source: HTMLElement | null): void {
  if (!('highlights' in CSS)) return;
  for (const [name, within] of [
    ['term', false],
    ['term-within', true],
  ] as const) {
    const ranges =
      source === null
        ? []
        : found.filter((each) => each.within === within).map((each) => rangeOf(source, each));
    if (ranges.length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...ranges));
  }
}

function rangeOf(element: HTMLElement, { start, end }: FoundTerm): Range {
  const range = document.createRange();
  const [from, to] = [pointAt(element, start), pointAt(element, end)];
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
