/** The notes of an edition as a list with ways back into the text. */
import type { Block } from '../../../core/document/block.ts';
import { element, type Element, type Markup } from './element.ts';
import type { NoteReference } from '../note-book.ts';
import type { Setting } from './setting.ts';

function wayBack(number: number, reference: NoteReference, setting: Setting): Element {
  const { message, formatNumber } = setting.tools;
  const attributes = {
    href: `${reference.file}#${reference.id}`,
    role: 'doc-backlink',
    class: 'backlink',
    'aria-label': message('back-to-text', { number: formatNumber(number) }),
  };
  return element('a', attributes, '↑');
}

/** The ways back stand at the end of a note's last paragraph, or on a line of their own. */
function withWaysBack(children: Markup, links: readonly Element[]): Markup {
  if (links.length === 0) return children;
  const spaced = links.flatMap((link) => [' ', link]);
  const last = children.at(-1);
  // A row of a bilingual edition: its last cell is the translation.
  if (typeof last === 'object' && last.name === 'div')
    return [...children.slice(0, -1), { ...last, children: withWaysBack(last.children, links) }];
  if (typeof last === 'object' && last.name === 'p')
    return [...children.slice(0, -1), { ...last, children: [...last.children, ...spaced] }];
  return [
    ...children,
    element('p', {}, ...links.flatMap((link, index) => (index > 0 ? [' ', link] : [link]))),
  ];
}

/**
 * The list of all notes, in the order of their numbers, those that nothing refers to last; null where there is
 * none. To be called when the whole text has been set. `setNote` sets the blocks of one.
 */
export function setNotes(setting: Setting, setNote: (blocks: readonly Block[]) => Markup): Element | null {
  const set: Markup[] = [];
  const setWaiting = (): void => {
    for (let note = setting.notes.next(set.length); note; note = setting.notes.next(set.length))
      set.push(setNote(note.blocks));
  };
  setWaiting();
  setting.notes.addUnreferenced();
  setWaiting();
  // Only now is every reference known: a note may refer to an earlier one.
  const items = set.map((children, index) => {
    const number = index + 1;
    const links = (setting.notes.next(index)?.references ?? []).map((each) => wayBack(number, each, setting));
    return element('li', { id: `note-${number}` }, ...withWaysBack(children, links));
  });
  return items.length === 0 ? null : element('ol', { class: 'notes' }, ...items);
}
