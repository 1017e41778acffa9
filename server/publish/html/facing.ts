/**
 * Source and translation facing each other, paragraph by paragraph. Each row is one block with a cell for
 * either side; read in order, the source comes first. The side from which the source is read is where it stands.
 */
import type { Block } from '../../core/document/block.ts';
import { unitsOfBlocks } from '../../core/publish/edition-outline.ts';
import { isEmpty } from '../../core/text/content.ts';
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

/** A list or a quote is cut, so that each of its items faces its translation. */
function cut(block: Block): readonly Block[] {
  if (block.kind === 'list' && block.items.length > 1)
    return block.items.flatMap((item, index) => cut({ ...block, items: [item], start: block.start + index }));
  if (block.kind === 'quote' && block.blocks.length > 1)
    return block.blocks.flatMap((each) => cut({ ...block, blocks: [each] }));
  return [block];
}

/** Whether its translation stands in a neighbour: it was translated, by nothing. */
function isJoined(block: Block, { edition }: Setting): boolean {
  const segments = unitsOfBlocks([block])
    .flatMap((unit) => edition.units.get(unit)?.segments ?? [])
    .filter(({ kind, source }) => kind === 'segment' && !isEmpty(source));
  return segments.length > 0 && segments.every(({ text, translated }) => translated && isEmpty(text.content));
}

/**
 * Blocks as rows. Where several were translated together they stand together beside the one translation: with the
 * block before them, a heading with the one after it.
 */
export function setFacingBlocks(blocks: readonly Block[], setting: Setting): Markup {
  const rows: { source: Markup; target: Markup; readonly isWhole: boolean }[] = [];
  let waiting: Markup = [];
  for (const block of blocks.flatMap(cut)) {
    // The same on both sides, so it stands once and takes the whole width.
    const isWhole = block.kind === 'code' || block.kind === 'rule';
    if (isWhole) {
      rows.push({ source: setBlocks([block], setting), target: [], isWhole });
      continue;
    }
    const source = [...waiting, ...setBlocks([block], { ...setting, side: 'source' })];
    const target = setBlocks([block], setting);
    waiting = [];
    const before = rows.at(-1);
    if (!isJoined(block, setting)) rows.push({ source, target, isWhole });
    else if (block.kind === 'heading' || before === undefined || before.isWhole) waiting = source;
    else before.source = [...before.source, ...source];
  }
  if (waiting.length > 0) rows.push({ source: waiting, target: [], isWhole: false });
  return rows.flatMap(({ source, target, isWhole }) => (isWhole ? source : row(source, target, setting)));
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
