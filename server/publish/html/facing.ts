/**
 * Source and translation facing each other, paragraph by paragraph. Each row is one block with a cell for
 * either side; read in order, the source comes first. The side from which the source is read is where it stands.
 */
import type { Block } from '../../core/document/block.ts';
import { directionOf } from '../../core/text/language.ts';
import { setBlocks } from '../shared/markup/blocks.ts';
import { element, type Element, type Markup } from '../shared/markup/element.ts';
import { setPassage } from '../shared/markup/passage.ts';
import { languageAttributes, type Setting } from '../shared/markup/setting.ts';
import type { Section } from '../shared/sections.ts';

function row(source: Markup, target: Markup, setting: Setting, className = 'pair'): Markup {
  if (source.length === 0 && target.length === 0) return [];
  const { edition } = setting;
  return [
    element(
      'div',
      { class: className, dir: directionOf(edition.sourceLanguage) },
      element('div', { class: 'source', ...languageAttributes(edition.sourceLanguage) }, ...source),
      element('div', { class: 'target', ...languageAttributes(edition.language) }, ...target),
    ),
  ];
}

function setFacingBlock(block: Block, setting: Setting): Markup {
  // The same on both sides, so it stands once and takes the whole width.
  if (block.kind === 'code' || block.kind === 'rule') return setBlocks([block], setting);
  if (block.kind === 'list' && block.items.length > 1)
    return block.items.flatMap((item, index) =>
      setFacingBlock({ ...block, items: [item], start: block.start + index }, setting),
    );
  if (block.kind === 'quote' && block.blocks.length > 1)
    return block.blocks.flatMap((each) => setFacingBlock({ ...block, blocks: [each] }, setting));
  const source = setBlocks([block], { ...setting, side: 'source' });
  return row(source, setBlocks([block], setting), setting);
}

/** Blocks as rows. A list or a quote is cut, so that each of its items faces its translation. */
export function setFacingBlocks(blocks: readonly Block[], setting: Setting): Markup {
  return blocks.flatMap((block) => setFacingBlock(block, setting));
}

/** A heading as a row: the translation is the heading, the source a line beside it. */
export function setFacingHeading(section: Section, name: string, setting: Setting): Markup {
  const source = setPassage(section.heading.unit, { ...setting, side: 'source' });
  const target = setPassage(section.heading.unit, setting, true);
  return row(
    [element('p', { class: `heading ${name}` }, ...source.children)],
    [element(name, target.attributes, ...target.children)],
    setting,
    'pair row',
  );
}

/** The title as a row, the original's own beside it where it has one. */
export function setFacingTitle(title: Element, sourceTitle: string, setting: Setting): Markup {
  if (sourceTitle === '') return [title];
  return row([element('p', { class: 'source-title' }, sourceTitle)], [title], setting, 'pair row');
}

/** What the columns are. */
export function columnHeads(setting: Setting): Markup {
  const { message } = setting.tools;
  const cell = (text: string): Element => element('span', languageAttributes(setting.edition.language), text);
  return row([cell(message('source-text'))], [cell(message('translation'))], setting, 'pair heads');
}
