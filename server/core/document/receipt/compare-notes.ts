/** Notes of a unit as they were sent and as they came back. */
import { isFindingNote } from '../finding-note.ts';
import type { Note } from '../unit.ts';
import type { Difference, DifferenceCode } from './row.ts';

/** Equal notes first; then those of one text, which were changed otherwise; the rest is lost or added. */
export function compareNotes(before: readonly Note[], after: readonly Note[]): readonly Difference[] {
  const rest = pairOff(ofPeople(before), ofPeople(after), wholeNote);
  const changed = pairOff(rest.before, rest.after, textOfNote);
  const tell = (code: DifferenceCode, a: Note | undefined, b: Note | undefined): Difference => ({
    code,
    place: 'note',
    before: a === undefined ? '' : noteText(a, code),
    after: b === undefined ? '' : noteText(b, code),
  });
  return [
    ...changed.pairs.map(([a, b]) => tell('note-changed', a, b)),
    ...changed.before.map((note) => tell('note-lost', note, undefined)),
    ...withoutEchoes(changed.after, after).map((note) => tell('note-added', undefined, note)),
  ];
}

/** The notes that only the returned file has. */
export function addedNotes(before: readonly Note[], after: readonly Note[]): readonly Note[] {
  const rest = pairOff(ofPeople(before), ofPeople(after), wholeNote);
  return withoutEchoes(pairOff(rest.before, rest.after, textOfNote).after, after);
}

/** What the checks found when the file was sent is no word of anybody's. */
function ofPeople(notes: readonly Note[]): readonly Note[] {
  return notes.filter((note) => !isFindingNote(note));
}

interface Pairing {
  readonly pairs: readonly (readonly [Note, Note])[];
  readonly before: readonly Note[];
  readonly after: readonly Note[];
}

function pairOff(before: readonly Note[], after: readonly Note[], keyOf: (note: Note) => string): Pairing {
  const waiting = new Map<string, Note[]>();
  for (const note of after) {
    const list = waiting.get(keyOf(note));
    if (list === undefined) waiting.set(keyOf(note), [note]);
    else list.push(note);
  }
  const pairs: [Note, Note][] = [];
  const alone: Note[] = [];
  for (const note of before) {
    const other = waiting.get(keyOf(note))?.shift();
    if (other === undefined) alone.push(note);
    else pairs.push([note, other]);
  }
  const left = new Set([...waiting.values()].flat());
  return { pairs, before: alone, after: after.filter((note) => left.has(note)) };
}

/** The Translate Toolkit repeats each note of a unit that it fills, as bare text: that says nothing new. */
function withoutEchoes(added: readonly Note[], all: readonly Note[]): readonly Note[] {
  const isBare = (note: Note): boolean =>
    Object.keys(note).every((key) => key === 'text' || key === 'segment');
  const bare = new Set(added.filter(isBare));
  const told = new Set(all.flatMap((note) => (bare.has(note) ? [] : [note.text])));
  return added.filter((note) => !bare.has(note) || !told.has(note.text));
}

/** Indenting makes no other note. */
function textOfNote(note: Note): string {
  return note.text.replace(/\s+/gu, ' ').trim();
}

function wholeNote(note: Note): string {
  const { category, appliesTo, priority, author, segment } = note;
  return JSON.stringify([textOfNote(note), category, appliesTo, priority, author, segment]);
}

function noteText(note: Note, code: DifferenceCode): string {
  const { category, appliesTo, priority, author, segment } = note;
  if (code !== 'note-changed') return note.text;
  const said = Object.entries({ category, appliesTo, priority, author, segment });
  return said.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(' ');
}
