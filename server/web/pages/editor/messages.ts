/**
 * The texts that the browser modules need, in the reader's language. Values are put in by the browser, so each
 * placeholder is formatted as its own name in braces.
 */
import type { MessageKey } from '../../../i18n/messages.ts';
import type { Translator } from '../../../i18n/translator.ts';

type EditorKey = Extract<MessageKey, `editor:${string}`> extends `editor:${infer Name}` ? Name : never;

/** Each message with the values that it takes. */
const MESSAGES = {
  'state-untranslated': [],
  'state-draft': [],
  'state-translated': [],
  'state-reviewed': [],
  'state-final': [],
  'segment-name': ['position', 'total', 'state'],
  'code-open': ['number', 'text'],
  'code-close': ['number', 'text'],
  'code-standalone': ['number', 'text'],
  'code-marker': ['number', 'text'],
  'insert-code': ['code'],
  'code-present': ['number'],
  'code-none': ['number'],
  'codes-complete': [],
  'status-saved': [],
  'status-waiting': [],
  'status-saving': [],
  'status-retrying': [],
  'status-offline': [],
  'status-conflict': [],
  'status-refused': [],
  'status-locked': [],
  'status-gone': [],
  'saved-segment': ['position', 'state'],
  'conflict-segment': ['position'],
  unreachable: [],
  'confirm-empty': [],
  'confirm-needed': ['codes'],
  'confirm-missing': ['codes'],
  'locked-segment': ['position'],
  'nothing-open': [],
  'no-such-segment': ['position'],
  'outside-filter': ['position'],
  undone: [],
  redone: [],
  'nothing-to-undo': [],
  'nothing-to-redo': [],
  'source-copied': [],
  found: ['count'],
  'notes-count': ['count'],
  'note-added': [],
  'note-deleted': [],
  'notes-none': [],
  'delete-note': [],
  'written-by': ['author', 'time'],
  somebody: [],
  version: ['version'],
  'versions-none': [],
  'revert-to': ['version'],
  reverted: ['version'],
  'origin-typed': [],
  'origin-copied-source': [],
  'origin-reverted': ['version'],
  'origin-imported': ['file'],
  'origin-split': [],
  'origin-joined': [],
  'empty-text': [],
  'colleague-saved': ['author', 'position'],
  'recovered-entry': ['position', 'time'],
  restore: [],
  discard: [],
  restored: ['position'],
  'alert-segment': ['position'],
  'alert-retrying': ['count'],
  'progress-words': ['done', 'total', 'share'],
} as const satisfies Partial<Record<EditorKey, readonly string[]>>;

/** By name; `{value}` stands where the browser puts the value. */
export function editorMessages(translator: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(MESSAGES).map(([name, values]) => [
      name,
      translator.t(
        `editor:${name as keyof typeof MESSAGES}`,
        Object.fromEntries(values.map((value) => [value, `{${value}}`])),
      ),
    ]),
  );
}
