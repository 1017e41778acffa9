/** Marks for invisible characters: in texts that are only read they are drawn around the character itself. */
import { invisiblesIn } from '../../../core/text/invisible.ts';
import type { Direction } from '../../../core/text/language.ts';
import { piecesOfPart, runsIn } from '../../../core/text/line-pieces.ts';
import { make } from './make.ts';
import type { Speech } from './speech.ts';
import { lineNodes } from './whole-text.ts';

export interface Beside {
  readonly before: string;
  readonly after: string;
}

export const ALONE: Beside = { before: '', after: '' };

/**
 * The text with each invisible character in an element that is seen by its outline: neither a box nor a letter
 * more in the line, so that letters join and the order is as without it. `direction`: that of what it stands in;
 * `beside`: the texts that touch it there.
 */
export function markedText(text: string, direction: Direction, beside: Beside): readonly Node[] {
  const nodes: Node[] = [];
  const whole = beside.before + text + beside.after;
  const runs = runsIn(whole, direction);
  const first = beside.before.length;
  const plain = (from: number, to: number): readonly Node[] =>
    lineNodes(piecesOfPart(whole, runs, first + from, first + to));
  let at = 0;
  for (const { start, end, label, kind } of invisiblesIn(text)) {
    if (start > at) nodes.push(...plain(at, start));
    nodes.push(make('span', { class: `mark mark--${kind}`, title: label }, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) nodes.push(...plain(at, text.length));
  else if (text === '') nodes.push(document.createTextNode(''));
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
