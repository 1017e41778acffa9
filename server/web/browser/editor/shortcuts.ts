/**
 * Which keys do what. Only keys that a page may take in Chromium and Firefox; nothing is taken while an input
 * method composes or AltGr is down, because Burmese and Persian keyboards need both.
 */
import type { LanguageTag } from '../../../core/text/language.ts';
import {
  hasJoinerOnSpace,
  quotationMarks,
  type SpecialCharacter,
} from '../../../core/text/special-characters.ts';

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
  | 'segmentation'
  | 'join'
  | 'undo-segmentation'
  | 'characters'
  | 'bidi-view'
  | 'turn'
  | 'terms'
  | 'add-term'
  | 'machine'
  | 'concordance'
  | 'go-to'
  | 'leave'
  | 'help';

export type KeyAction =
  | { readonly kind: 'command'; readonly command: Command }
  /** The code with this number in the source. */
  | { readonly kind: 'insert-code'; readonly number: number }
  /** The match with this number. */
  | { readonly kind: 'insert-match'; readonly number: number }
  /** The translation of a term with this number. */
  | { readonly kind: 'insert-term'; readonly number: number }
  | { readonly kind: 'write'; readonly character: SpecialCharacter };

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
  'alt+KeyS': 'segmentation',
  'alt+KeyJ': 'join',
  'alt+KeyU': 'undo-segmentation',
  'alt+KeyI': 'characters',
  'alt+KeyB': 'bidi-view',
  'alt+KeyR': 'turn',
  'alt+KeyT': 'terms',
  'alt+KeyA': 'add-term',
  'alt+Digit0': 'machine',
  'alt+KeyK': 'concordance',
  'alt+KeyG': 'go-to',
  Escape: 'leave',
  F1: 'help',
};

const POP = '\u2069';
const ZWNJ: SpecialCharacter = { text: '\u200c' };

/** The first four are those of the Persian and Arabic keyboards. */
const CHARACTERS: Readonly<Record<string, SpecialCharacter>> = {
  'ctrl+shift+Digit1': { text: '\u200d' },
  'ctrl+shift+Digit2': ZWNJ,
  'ctrl+shift+Digit3': { text: '\u200e' },
  'ctrl+shift+Digit4': { text: '\u200f' },
  'ctrl+shift+Digit5': { text: '\u2066', close: POP },
  'ctrl+shift+Digit6': { text: '\u2067', close: POP },
  'ctrl+shift+Digit7': { text: '\u2068', close: POP },
  'ctrl+shift+Digit9': { text: '\u200b' },
  'ctrl+shift+Space': { text: '\u00a0' },
};
const QUOTATION_MARKS = 'ctrl+shift+Digit8';
const JOINER = 'shift+Space';

/** null where the keys mean nothing here. On Apple keyboards Command stands for Control too. */
export function actionOf(event: KeyboardEvent, language: LanguageTag): KeyAction | null {
  if (event.isComposing || event.getModifierState('AltGraph')) return null;
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey ? 'shift' : '',
  ].filter((name) => name !== '');
  const key = /^(?:Key|Digit)/u.test(event.code) ? event.code : event.key === ' ' ? 'Space' : event.key;
  const keys = [...modifiers, key].join('+');
  const command = COMMANDS[keys];
  if (command !== undefined) return { kind: 'command', command };
  const digit = /^Digit([1-9])$/u.exec(event.code)?.[1];
  if (digit !== undefined && modifiers.join('+') === 'alt')
    return { kind: 'insert-match', number: Number(digit) };
  if (digit !== undefined && modifiers.join('+') === 'ctrl')
    return { kind: 'insert-code', number: Number(digit) };
  if (digit !== undefined && modifiers.join('+') === 'alt+shift')
    return { kind: 'insert-term', number: Number(digit) };
  if (keys === JOINER && hasJoinerOnSpace(language)) return { kind: 'write', character: ZWNJ };
  const character = keys === QUOTATION_MARKS ? quotationMarks(language) : CHARACTERS[keys];
  return character === undefined ? null : { kind: 'write', character };
}

/** The keys that write a character, as people read them; '' where there are none. */
export function keysOf(character: SpecialCharacter, language: LanguageTag): string {
  const is = ({ text, close }: SpecialCharacter): boolean =>
    text === character.text && close === character.close;
  const keys = Object.entries(CHARACTERS).flatMap(([name, each]) => (is(each) ? [name] : []));
  if (is(quotationMarks(language))) keys.push(QUOTATION_MARKS);
  if (is(ZWNJ) && hasJoinerOnSpace(language)) keys.push(JOINER);
  return keys
    .map((name) => name.replace('ctrl', 'Ctrl').replace('shift', 'Shift').replace('Digit', ''))
    .join(', ');
}
