/**
 * Which keys do what. Only keys that a page may take in Chromium and Firefox; nothing is taken while an input
 * method composes or AltGr is down, because Burmese and Persian keyboards need both.
 */
export type Command =
  | 'confirm'
  | 'review'
  | 'next'
  | 'previous'
  | 'next-open'
  | 'copy-source'
  | 'insert-missing'
  | 'undo'
  | 'redo'
  | 'notes'
  | 'history'
  | 'paragraph'
  | 'go-to'
  | 'leave'
  | 'help';

export type KeyAction =
  | { readonly kind: 'command'; readonly command: Command }
  /** The code with this number in the source. */
  | { readonly kind: 'insert-code'; readonly number: number };

/** By modifiers and key; letters by their place on the keyboard, so that they work in every layout. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'ctrl+Enter': 'confirm',
  'ctrl+shift+Enter': 'review',
  'alt+ArrowDown': 'next',
  'ctrl+ArrowDown': 'next',
  'alt+ArrowUp': 'previous',
  'ctrl+ArrowUp': 'previous',
  'alt+KeyO': 'next-open',
  'ctrl+Insert': 'copy-source',
  'alt+KeyC': 'copy-source',
  'alt+Insert': 'insert-missing',
  F8: 'insert-missing',
  'ctrl+KeyZ': 'undo',
  'ctrl+shift+KeyZ': 'redo',
  'ctrl+KeyY': 'redo',
  'alt+KeyN': 'notes',
  'alt+KeyH': 'history',
  'alt+KeyP': 'paragraph',
  'alt+KeyG': 'go-to',
  Escape: 'leave',
  F1: 'help',
};

/** null where the keys mean nothing here. On Apple keyboards Command stands for Control too. */
export function actionOf(event: KeyboardEvent): KeyAction | null {
  if (event.isComposing || event.getModifierState('AltGraph')) return null;
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey ? 'shift' : '',
  ].filter((name) => name !== '');
  const key = /^(?:Key|Digit)/u.test(event.code) ? event.code : event.key;
  const command = COMMANDS[[...modifiers, key].join('+')];
  if (command !== undefined) return { kind: 'command', command };
  const digit = /^Digit([1-9])$/u.exec(event.code)?.[1];
  if (digit !== undefined && modifiers.join('+') === 'ctrl')
    return { kind: 'insert-code', number: Number(digit) };
  return null;
}
