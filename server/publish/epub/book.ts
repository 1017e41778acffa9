/**
 * An edition cut into the files of a book: one for each top-level section, one for all notes. Invariant: every
 * link leads to an anchor of the book or out to the web, never to a file that is not there.
 */
import { plainText } from '../../core/publish/build-edition.ts';
import type { Edition } from '../../core/publish/edition.ts';
import type { PublishTools } from '../publisher.ts';
import { colophon, byline, plainTitle, warnings } from '../shared/credits.ts';
import { setBlocks } from '../shared/markup/blocks.ts';
import { element, serialize, type Attributes, type Element, type Markup } from '../shared/markup/element.ts';
import { linkAddress } from '../shared/markup/link-address.ts';
import { setNotes } from '../shared/markup/notes.ts';
import { setPassage } from '../shared/markup/passage.ts';
import { languageAttributes, type Setting } from '../shared/markup/setting.ts';
import { createNoteBook } from '../shared/note-book.ts';
import { anchorOf, headingAnchors, sectionsOf, type Section, type Sections } from '../shared/sections.ts';

interface BookFile {
  readonly name: string;
  /** XML id of the manifest item. */
  readonly id: string;
  readonly text: string;
}

export interface Book {
  readonly sections: Sections;
  /** In reading order, without the table of contents. */
  readonly files: readonly BookFile[];
  /** File of a top-level section or of one inside it. */
  readonly fileOf: (section: Section) => string;
  readonly hasNotes: boolean;
}

/** A content document of the book, with language and direction on its root. */
export function contentDocument(edition: Edition, title: string, body: Element): string {
  const language = languageAttributes(edition.language);
  const root = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      ...language,
      'xml:lang': edition.language,
    },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, plainTitle(title, edition)),
      element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
    ),
    body,
  );
  return serialize(root, '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>');
}

function everySection(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...everySection(section.sections)]);
}

/** The title is a heading of its own on the title page, so in its file a section's depth is its level. */
function setSection(section: Section, setting: Setting, attributes: Attributes = {}): Element {
  const passage = setPassage(section.heading.unit, setting);
  const heading = element(`h${Math.min(section.depth, 6)}`, passage.attributes, ...passage.children);
  // In reading order: notes are numbered as they are met.
  const blocks = setBlocks(section.blocks, setting);
  const nested = section.sections.map((each) => setSection(each, setting));
  return element('section', attributes, heading, ...blocks, ...nested);
}

function titlePage(sections: Sections, setting: Setting): Element {
  const { edition, tools } = setting;
  const passage = sections.title ? setPassage(sections.title.unit, setting, true) : null;
  const title = passage
    ? element('h1', passage.attributes, ...passage.children)
    : element('h1', {}, element('bdi', {}, edition.title));
  const notice = warnings(edition, tools).map((text) => element('p', {}, text));
  const box = notice.length > 0 ? [element('div', { class: 'notice' }, ...notice)] : [];
  const attributes = { class: 'title', 'epub:type': 'titlepage' };
  return element('section', attributes, title, ...byline(edition, tools), ...box);
}

function aboutPage({ edition, tools }: Setting): Element {
  const heading = element('h1', {}, tools.message('about'));
  return element(
    'section',
    { 'epub:type': 'colophon', role: 'doc-colophon' },
    heading,
    ...colophon(edition, tools),
  );
}

/** Which file each section's anchor stands in. */
function placesOf(sections: Sections, edition: Edition): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const [index, top] of sections.sections.entries())
    for (const section of everySection([top]))
      places.set(anchorOf(edition.units.get(section.heading.unit)), `text-${index + 1}.xhtml`);
  if (sections.title) places.set(anchorOf(edition.units.get(sections.title.unit)), 'title.xhtml');
  return places;
}

function settingFor(edition: Edition, tools: PublishTools, places: ReadonlyMap<string, string>): Setting {
  const anchors = headingAnchors(edition);
  return {
    edition,
    tools,
    side: 'edition',
    notes: createNoteBook(edition.outline),
    file: '',
    notesFile: 'notes.xhtml',
    link(href) {
      const address = linkAddress(href);
      if (address?.kind === 'external') return address.href;
      const anchor = address?.kind === 'fragment' ? anchors.get(address.name.toLowerCase()) : undefined;
      const file = anchor === undefined ? undefined : places.get(anchor);
      return anchor === undefined || file === undefined ? null : `${file}#${anchor}`;
    },
    counters: { tables: 0, untranslated: false },
  };
}

/** Cuts an edition into the files of a book. */
export function makeBook(edition: Edition, tools: PublishTools): Book {
  const sections = sectionsOf(edition);
  const places = placesOf(sections, edition);
  const setting = settingFor(edition, tools, places);
  const files: BookFile[] = [];
  const add = (id: string, title: string, set: (setting: Setting) => Element | null): void => {
    const name = `${id}.xhtml`;
    setting.counters.untranslated = false;
    const content = set({ ...setting, file: name });
    const text = content && contentDocument(edition, title, element('body', {}, content));
    if (text !== null) files.push({ name, id, text });
  };
  add('title', edition.title, (here) => titlePage(sections, here));
  add('opening', edition.title, (here) => {
    const blocks = setBlocks(sections.opening, here);
    return blocks.length > 0 ? element('section', { 'epub:type': 'bodymatter' }, ...blocks) : null;
  });
  for (const [index, section] of sections.sections.entries())
    add(`text-${index + 1}`, plainText(edition.units.get(section.heading.unit)), (here) =>
      setSection(section, here, { 'epub:type': 'chapter', role: 'doc-chapter' }),
    );
  add('notes', tools.message('notes'), (here) => {
    const list: Markup = [setNotes(here, (blocks) => setBlocks(blocks, here))].filter(
      (each) => each !== null,
    );
    if (list.length === 0) return null;
    const attributes = { 'epub:type': 'endnotes', role: 'doc-endnotes' };
    return element('section', attributes, element('h1', {}, tools.message('notes')), ...list);
  });
  add('about', tools.message('about'), aboutPage);
  return {
    sections,
    files,
    fileOf: (section) => places.get(anchorOf(edition.units.get(section.heading.unit))) ?? '',
    hasNotes: files.some((file) => file.id === 'notes'),
  };
}
