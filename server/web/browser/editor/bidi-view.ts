/**
 * The bidi view: tints each run of the open segment by its direction, marks what lies deeper, and underlines isolates, by highlights
 * that leave the text alone. Whether it is on is kept on this device.
 */
import { bidiText, isolatesOf, runsOf } from '../../../core/text/bidi.ts';
import type { Content } from '../../../core/text/content.ts';
import type { Direction } from '../../../core/text/language.ts';
import { pointAt } from './field-nodes.ts';

/** In editor.css; `deeper` are runs inside of those that run against the paragraph. */
const NAMES = ['bidi-ltr', 'bidi-rtl', 'bidi-ltr-deeper', 'bidi-rtl-deeper', 'bidi-isolate'] as const;
const KEPT = 'recto:bidi-view';

export interface ViewedText {
  /** Holds the content's text and chips, each as long as the content has it. */
  readonly element: HTMLElement;
  readonly content: Content;
  readonly direction: Direction;
}

export class BidiView {
  #isOn: boolean;

  constructor() {
    this.#isOn = keep((storage) => storage.getItem(KEPT)) === 'on';
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  set isOn(on: boolean) {
    this.#isOn = on;
    keep((storage) => {
      if (on) storage.setItem(KEPT, 'on');
      else storage.removeItem(KEPT);
    });
  }

  /** Shows these texts and no others; none while the view is off, or in a browser without highlights. */
  show(texts: readonly ViewedText[]): void {
    if (!('highlights' in CSS)) return;
    for (const name of NAMES) CSS.highlights.delete(name);
    if (!this.#isOn) return;
    const marked = texts.flatMap(({ element, content, direction }) => {
      const text = bidiText(content);
      const runs = runsOf(text, direction).map((run) => ({ ...run, name: tintOf(run.level, direction) }));
      const isolates = isolatesOf(text).map((isolate) => ({ ...isolate, name: 'bidi-isolate' }));
      return [...runs, ...isolates].map(({ start, end, name }) => ({
        name,
        range: rangeOf(element, start, end),
      }));
    });
    for (const name of NAMES) {
      const ranges = marked.filter((each) => each.name === name).map(({ range }) => range);
      if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
    }
  }
}

/** null where nothing may be kept: then the view is as it is until the page is left. */
function keep<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

function tintOf(level: number, direction: Direction): string {
  const depth = level - (direction === 'rtl' ? 1 : 0);
  return `bidi-${level % 2 === 1 ? 'rtl' : 'ltr'}${depth > 1 ? '-deeper' : ''}`;
}

function rangeOf(element: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const [from, to] = [pointAt(element, start), pointAt(element, end)];
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
