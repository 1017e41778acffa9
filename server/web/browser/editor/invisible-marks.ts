/** Marks for invisible characters: in texts that are only read they are drawn around the character itself. */
import { invisiblesIn } from '../../../core/text/invisible.ts';
import { make } from './make.ts';
import type { Speech } from './speech.ts';
import { wholeText } from './whole-text.ts';

/**
 * The text with each invisible character in an element that is seen by its outline: neither a box nor a letter
 * more in the line, so that letters join and the order is as without it.
 */
export function markedText(text: string): readonly Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { start, end, label, kind } of invisiblesIn(text)) {
    if (start > at) nodes.push(...wholeText(text.slice(at, start)));
    nodes.push(make('span', { class: `mark mark--${kind}`, title: label }, text.slice(start, end)));
    at = end;
  }
  if (at < text.length || text === '') nodes.push(...wholeText(text.slice(at)));
  return nodes;
}

/** The character's name in the reader's language; the short name where none is known. */
export function plainName(speech: Speech, label: string): string {
  const key = `char-${label.toLowerCase()}`;
  const name = speech.say(key);
  return name === key ? label : name;
}

/** The same with its short name. */
export function invisibleName(speech: Speech, label: string): string {
  const name = plainName(speech, label);
  return name === label ? label : speech.say('char-name', { name, label });
}
