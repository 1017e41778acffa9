/** Adds notes to a unit of XLIFF 2: into its `notes`, or into one that is put where the schema wants it. */
import type { Note } from '../../core/document/unit.ts';
import type { Splice } from '../shared/splice.ts';
import { insertAfter, insertBefore } from '../shared/xliff/insertions.ts';
import { attribute, childrenNamed } from '../shared/xliff/walk.ts';
import { escapeAttribute, escapeText } from '../shared/xml/escape.ts';
import type { XmlElement } from '../shared/xml/scanner.ts';
import type { XmlSource } from '../shared/xml/source.ts';
import { noteIdOf } from './read-unit.ts';

export function addNotes(source: XmlSource, unit: XmlElement, notes: readonly Note[]): readonly Splice[] {
  if (notes.length === 0) return [];
  const prefix = unit.name.slice(0, unit.name.length - unit.local.length);
  const existing = childrenNamed(unit, 'notes')[0];
  const taken = new Set(
    (existing ? childrenNamed(existing, 'note') : []).map((note) => attribute(source, note, 'id') ?? ''),
  );
  const written = notes.map((note) => source.encode(noteMarkup(prefix, note, taken)));
  const last = existing ? childrenNamed(existing, 'note').at(-1) : undefined;
  if (last) return written.map((text) => insertAfter(source, last, text));
  const whole = `<${prefix}notes>${written.join('')}</${prefix}notes>`;
  // Before originalData and the first segment; modules and extensions come first (§4.2.2.5).
  const following = unit.children.find(
    (child): child is XmlElement =>
      child.kind === 'element' && ['originalData', 'segment', 'ignorable'].includes(child.local),
  );
  return following ? [insertBefore(source, following, whole)] : [];
}

/** One `note` element; `taken` are the ids in use among its neighbours, and gets the new one. */
export function noteMarkup(prefix: string, note: Note, taken: Set<string>): string {
  const attributes: [string, string][] = [];
  if (note.segment !== undefined) attributes.push(['id', freeId(noteIdOf(note.segment), taken)]);
  if (note.appliesTo !== undefined) attributes.push(['appliesTo', note.appliesTo]);
  if (note.category !== undefined) attributes.push(['category', note.category]);
  if (note.priority !== undefined) attributes.push(['priority', String(note.priority)]);
  const tag = attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  return `<${prefix}note${tag}>${escapeText(note.text)}</${prefix}note>`;
}

function freeId(wish: string, taken: Set<string>): string {
  let id = wish;
  for (let number = 2; taken.has(id); number += 1) id = `${wish}.${number}`;
  taken.add(id);
  return id;
}
