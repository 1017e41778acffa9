/** The texts of the match panel; each is named `match-…` in the browser. */
import type { MessageKey } from '../../../i18n/messages.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { Ui } from '../../ui.ts';

type MatchKey = Extract<MessageKey, `matches:${string}`> extends `matches:${infer Name}` ? Name : never;

/** The view of views/partials/match-panel.ejs. */
export interface MatchPanelView {
  readonly ui: Ui;
  /** Where texts go when a machine is asked; '' where none is set up. */
  readonly machineHost: string;
  /** Of a million characters; '' where nobody said. */
  readonly machinePrice: string;
}

/** Each message with the values that it takes. */
const MESSAGES = {
  looking: [],
  none: [],
  unreachable: [],
  found: ['count', 'score'],
  fragments: [],
  'kind-structural': [],
  'kind-in-context': [],
  'kind-exact': [],
  'kind-fuzzy': [],
  machine: [],
  insert: [],
  'insert-name': ['number', 'score', 'text'],
  'insert-fragment': ['text'],
  inserted: ['number'],
  'fragment-inserted': [],
  'no-such': ['number'],
  from: ['memory'],
  by: ['author', 'time'],
  'propagated-undo': [],
  'propagated-undone': [],
  'origin-match': ['memory', 'score'],
  'origin-pretranslated': ['memory', 'score'],
  'origin-propagated': [],
  'origin-machine': ['name'],
  'machine-draft': [],
  'machine-cost': ['count', 'cost'],
  'machine-asking': [],
  'machine-inserted': [],
  'machine-from': ['name'],
} as const satisfies Partial<Record<MatchKey, readonly string[]>>;

/** By name; `{value}` stands where the browser puts the value. */
export function matchMessages(translator: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(MESSAGES).map(([name, values]) => [
      `match-${name}`,
      translator.t(
        `matches:${name as keyof typeof MESSAGES}`,
        Object.fromEntries(values.map((value) => [value, `{${value}}`])),
      ),
    ]),
  );
}
