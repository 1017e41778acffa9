/**
 * The HTML edition: one file that needs nothing else, runs nothing, loads nothing, and is well-formed XML too.
 * Its own policy (CSP) allows the one style sheet by its hash, and the fonts inside it.
 */
import { createHash } from 'node:crypto';
import type { Block } from '../../core/document/block.ts';
import { plainText } from '../../core/publish/build-edition.ts';
import type { Edition } from '../../core/publish/edition.ts';
import type { PublishTools } from '../publisher.ts';
import { contentsItem } from '../shared/contents.ts';
import { byline, colophon, warnings } from '../shared/credits.ts';
import { setBlocks } from '../shared/markup/blocks.ts';
import { element, serialize, type Element, type Markup } from '../shared/markup/element.ts';
import { linkAddress } from '../shared/markup/link-address.ts';
import { setNotes } from '../shared/markup/notes.ts';
import { setPassage } from '../shared/markup/passage.ts';
import { languageAttributes, type Setting } from '../shared/markup/setting.ts';
import { createNoteBook } from '../shared/note-book.ts';
import {
  countSections,
  headingAnchors,
  sectionsOf,
  type Section,
  type Sections,
} from '../shared/sections.ts';
import { columnHeads, setFacingBlocks, setFacingHeading, setFacingTitle } from './facing.ts';
import { headOf, languageSwitcher } from './head.ts';
import { styleSheet } from './style.ts';

/** A contents list is of use from this many headings on. */
const CONTENTS_FROM = 3;
/** From here on they stand in two columns where there is room. */
const LONG_CONTENTS_FROM = 12;

function settingFor(edition: Edition, tools: PublishTools): Setting {
  const anchors = headingAnchors(edition);
  return {
    edition,
    tools,
    side: 'edition',
    notes: createNoteBook(edition.outline),
    file: '',
    notesFile: '',
    link(href) {
      const address = linkAddress(href);
      if (address?.kind !== 'fragment') return address?.href ?? null;
      const anchor = anchors.get(address.name.toLowerCase());
      return anchor === undefined ? null : `#${anchor}`;
    },
    counters: { tables: 0, untranslated: false },
  };
}

function setSomeBlocks(blocks: readonly Block[], setting: Setting): Markup {
  return setting.edition.bilingual ? setFacingBlocks(blocks, setting) : setBlocks(blocks, setting);
}

function setSection(section: Section, setting: Setting): Element {
  const name = `h${Math.min(section.depth + 1, 6)}`;
  const plain = (): Markup => {
    const passage = setPassage(section.heading.unit, setting);
    return [element(name, passage.attributes, ...passage.children)];
  };
  const heading = setting.edition.bilingual ? setFacingHeading(section, name, setting) : plain();
  const blocks = setSomeBlocks(section.blocks, setting);
  return element(
    'section',
    {},
    ...heading,
    ...blocks,
    ...section.sections.map((each) => setSection(each, setting)),
  );
}

function titleHeader(sections: Sections, setting: Setting): Element {
  const { edition, tools } = setting;
  const passage = sections.title ? setPassage(sections.title.unit, setting, true) : null;
  const title = passage
    ? element('h1', passage.attributes, ...passage.children)
    : element('h1', {}, element('bdi', {}, edition.title));
  const source = sections.title ? plainText(edition.units.get(sections.title.unit), 'source') : '';
  const notice = warnings(edition, tools).map((text) => element('p', {}, text));
  const box = notice.length > 0 ? [element('div', { class: 'notice' }, ...notice)] : [];
  const heading = edition.bilingual ? setFacingTitle(title, source, setting) : [title];
  return element('header', {}, ...heading, ...byline(edition, tools), ...box);
}

function contents({ sections }: Sections, { edition, tools }: Setting): Markup {
  const count = countSections(sections);
  if (count < CONTENTS_FROM) return [];
  const items = sections.map((section) => contentsItem(section, edition, () => ''));
  const list = element('ol', { class: count < LONG_CONTENTS_FROM ? undefined : 'long' }, ...items);
  const heading = element('h2', { id: 'contents' }, tools.message('contents'));
  return [element('nav', { class: 'contents', 'aria-labelledby': 'contents' }, heading, list)];
}

function endnotes(setting: Setting): Markup {
  const list = setNotes(setting, (blocks) => setSomeBlocks(blocks, setting));
  if (list === null) return [];
  const heading = element('h2', { id: 'notes' }, setting.tools.message('notes'));
  const attributes = { class: 'endnotes', role: 'doc-endnotes', 'aria-labelledby': 'notes' };
  return [element('section', attributes, heading, list)];
}

/** Sets an edition as one HTML file. */
export function htmlPage(edition: Edition, tools: PublishTools): string {
  const setting = settingFor(edition, tools);
  const sections = sectionsOf(edition);
  const article = element(
    'article',
    {},
    titleHeader(sections, setting),
    ...contents(sections, setting),
    ...(edition.bilingual ? columnHeads(setting) : []),
    ...setSomeBlocks(sections.opening, setting),
    ...sections.sections.map((section) => setSection(section, setting)),
    ...endnotes(setting),
  );
  const about = element('h2', {}, tools.message('about'));
  const style = styleSheet(edition, tools.fonts);
  const hash = createHash('sha256').update(style).digest('base64');
  const language = languageAttributes(edition.language);
  const root = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', ...language, 'xml:lang': edition.language },
    headOf(edition, style, hash),
    element(
      'body',
      {},
      ...languageSwitcher(edition, tools),
      element('main', {}, article),
      element('footer', {}, about, ...colophon(edition, tools)),
    ),
  );
  return serialize(root, '<!DOCTYPE html>');
}
