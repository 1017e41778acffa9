/** The findings of the open segment: a mark under each place, and a list with message, fix and ignore. */
import type { CheckSeverity, Span, TextEdit } from '../../../core/qa/check.ts';
import { field, list, maybe, number, oneOf, text } from './decode.ts';
import { pointAt } from './field-nodes.ts';
import { keepCaret } from './keep-caret.ts';
import { make } from './make.ts';
import type { Speech } from './speech.ts';

const SEVERITIES: readonly CheckSeverity[] = ['error', 'warning', 'note'];

export interface LiveFinding {
  readonly check: string;
  readonly severity: CheckSeverity;
  readonly key: string;
  readonly title: string;
  readonly message: string;
  readonly target: Span | null;
  readonly fix: readonly TextEdit[] | null;
}

export function readFinding(value: unknown): LiveFinding {
  return {
    check: text(field(value, 'check')),
    severity: oneOf(field(value, 'severity'), SEVERITIES),
    key: text(field(value, 'key')),
    title: text(field(value, 'title')),
    message: text(field(value, 'message')),
    target: maybe(field(value, 'target'), readSpan),
    fix: maybe(field(value, 'fix'), (edits) =>
      list(edits, (edit) => ({ ...readSpan(edit), text: text(field(edit, 'text')) })),
    ),
  };
}

function readSpan(value: unknown): Span {
  return { start: number(field(value, 'start')), end: number(field(value, 'end')) };
}

export interface FindingsEvents {
  readonly fix: (finding: LiveFinding) => void;
  readonly ignore: (finding: LiveFinding, reason: string) => void;
}

export class FindingsPanel {
  readonly #element: HTMLElement;
  readonly #speech: Speech;
  readonly #events: FindingsEvents;

  constructor(element: HTMLElement, speech: Speech, events: FindingsEvents) {
    this.#element = element;
    this.#speech = speech;
    this.#events = events;
    keepCaret(element);
  }

  /** `shown` holds the text that the findings are of. */
  show(findings: readonly LiveFinding[], shown: HTMLElement, editable: boolean): void {
    this.#element.hidden = findings.length === 0;
    const items = findings.map((finding) => this.#item(finding, editable));
    this.#element.replaceChildren(...(items.length === 0 ? [] : [make('ul', { role: 'list' }, ...items)]));
    mark(findings, shown);
  }

  #item(finding: LiveFinding, editable: boolean): HTMLElement {
    const { message, title, severity, fix } = finding;
    const says = make('span', { class: 'findings__text' }, make('strong', {}, title), ' ', message);
    const item = make('li', { class: `findings__item findings__item--${severity}` }, says);
    if (fix !== null && editable) {
      const mend = this.#button('finding-fix', message);
      mend.addEventListener('click', () => {
        this.#events.fix(finding);
      });
      item.append(mend);
    }
    item.append(this.#ignoring(finding));
    return item;
  }

  /** The first press asks why, the second ignores; a reason may be left out. */
  #ignoring(finding: LiveFinding): HTMLElement {
    const label = this.#speech.say('finding-reason');
    const reason = make('input', {
      class: 'input',
      maxlength: '2000',
      'aria-label': label,
      placeholder: label,
    });
    const form = make(
      'form',
      { class: 'findings__ignore' },
      this.#button('finding-ignore', finding.message, 'submit'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (reason.isConnected) this.#events.ignore(finding, reason.value.trim());
      else {
        form.prepend(reason);
        reason.focus();
      }
    });
    return form;
  }

  #button(name: string, about: string, type: 'button' | 'submit' = 'button'): HTMLButtonElement {
    const words = this.#speech.say(name);
    const attributes = { type, class: 'button button--small', 'aria-label': `${words}: ${about}` };
    return make('button', attributes, words);
  }
}

/** Marks by highlights, which leave the text alone; none in a browser that has no highlights. */
function mark(findings: readonly LiveFinding[], shown: HTMLElement): void {
  if (!('highlights' in CSS)) return;
  for (const severity of SEVERITIES) {
    const ranges = findings
      .filter((each) => each.severity === severity)
      .flatMap(({ target }) =>
        target === null || target.start === target.end ? [] : [rangeOf(shown, target)],
      );
    if (ranges.length === 0) CSS.highlights.delete(`finding-${severity}`);
    else CSS.highlights.set(`finding-${severity}`, new Highlight(...ranges));
  }
}

function rangeOf(element: HTMLElement, { start, end }: Span): Range {
  const range = document.createRange();
  const [from, to] = [pointAt(element, start), pointAt(element, end)];
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
