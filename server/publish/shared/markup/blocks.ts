/** The blocks of an outline as elements, on one side of the edition. Notes are set elsewhere, by the note book. */
import type { Block } from '../../../core/document/block.ts';
import { element, type Element, type Markup } from './element.ts';
import { setPassage, type Passage } from './passage.ts';
import type { Setting } from './setting.ts';

type TableBlock = Extract<Block, { readonly kind: 'table' }>;
type ListBlock = Extract<Block, { readonly kind: 'list' }>;

function holding(name: string, passage: Passage, className?: string): Markup {
  if (passage.children.length === 0) return [];
  const names = [className, passage.attributes['class']].filter((each) => each !== undefined).join(' ');
  const attributes = { ...passage.attributes, class: names === '' ? undefined : names };
  return [element(name, attributes, ...passage.children)];
}

/** Left and right of the original mean the beginning and the end of the line, whichever way that runs. */
const ALIGNMENT = { left: undefined, center: 'centre', right: 'end' } as const;

function setRow(
  units: TableBlock['header'],
  cellName: 'th' | 'td',
  table: TableBlock,
  setting: Setting,
): Element {
  const columns = Math.max(table.header.length, ...table.rows.map((row) => row.length));
  const cells = Array.from({ length: columns }, (_, column) => {
    const { attributes, children } = setPassage(units[column] ?? null, setting);
    const align = table.align[column];
    const name = children.length === 0 ? 'td' : cellName;
    const cell = { scope: name === 'th' ? 'col' : undefined, class: align ? ALIGNMENT[align] : undefined };
    // A passage in another direction must not move to the other side of its column.
    const foreign = attributes['dir'] !== undefined;
    return element(name, cell, ...(foreign ? [element('span', attributes, ...children)] : children));
  });
  return element('tr', {}, ...cells);
}

function setTable(table: TableBlock, setting: Setting): Markup {
  const hasHeader = table.header.some((unit) => unit !== null);
  if (!hasHeader && table.rows.length === 0) return [];
  const { message, formatNumber } = setting.tools;
  const number = (setting.counters.tables += 1);
  const header = hasHeader ? [element('thead', {}, setRow(table.header, 'th', table, setting))] : [];
  const rows = table.rows.map((row) => setRow(row, 'td', table, setting));
  const body = rows.length > 0 ? [element('tbody', {}, ...rows)] : [];
  // Wide tables scroll by themselves, so keys must be able to reach them.
  const attributes = {
    class: 'table',
    tabindex: 0,
    'aria-label': message('table', { number: formatNumber(number) }),
  };
  return [element('section', attributes, element('table', {}, ...header, ...body))];
}

function setItem(blocks: readonly Block[], setting: Setting): Element {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return element('li', {}, ...setBlocks(blocks, setting));
  // A list of short items reads better without a paragraph in each.
  const passage = setPassage(first.unit, setting);
  const nested = setBlocks(rest, setting);
  // A passage in another direction needs a box of its own, or the item's marker would change sides.
  if (rest.every((block) => block.kind === 'list') && passage.attributes['dir'] === undefined)
    return element('li', passage.attributes, ...passage.children, ...nested);
  return element('li', {}, ...holding('p', passage), ...nested);
}

/** An item that was translated together with another is left out, and those after it keep their numbers. */
function setList(list: ListBlock, setting: Setting): Markup {
  let isAfterGap = false;
  const items = list.items.flatMap((blocks, index) => {
    const item = setItem(blocks, setting);
    const isLeftOut = item.children.length === 0;
    const value = isAfterGap && list.ordered ? list.start + index : undefined;
    isAfterGap = isLeftOut;
    if (isLeftOut) return [];
    return [value === undefined ? item : element(item.name, { ...item.attributes, value }, ...item.children)];
  });
  if (items.length === 0) return [];
  const start = list.ordered && list.start !== 1 ? list.start : undefined;
  return [element(list.ordered ? 'ol' : 'ul', { start }, ...items)];
}

function setBlock(block: Block, setting: Setting): Markup {
  switch (block.kind) {
    case 'paragraph':
      return holding('p', setPassage(block.unit, setting));
    case 'heading':
      // Those that make a section never come here; inside a quote, a list or a facing column it is a line.
      return holding('p', setPassage(block.unit, setting), 'heading');
    case 'quote': {
      const children = setBlocks(block.blocks, setting);
      return children.length === 0 ? [] : [element('blockquote', {}, ...children)];
    }
    case 'list':
      return setList(block, setting);
    case 'table':
      return setTable(block, setting);
    case 'code':
      return [element('pre', { dir: 'ltr', translate: 'no' }, element('code', {}, block.text))];
    case 'rule':
      return [element('hr', {})];
    case 'footnote':
    case 'metadata':
      return [];
  }
}

/** Sets blocks one after the other. */
export function setBlocks(blocks: readonly Block[], setting: Setting): Markup {
  return blocks.flatMap((block) => setBlock(block, setting));
}
