/**
 * The outline that an edition is set by. Invariant: each unit of the document stands in it, none but the
 * document's does, and it is nested no deeper than a page can show.
 */
import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { UnitId } from '../document/ids.ts';

/** Lists and quotes nested deeper than this are set as paragraphs. */
const DEEPEST = 12;

/** Ids of the units that the blocks set, in order; those in metadata are among them. */
export function unitsOfBlocks(blocks: readonly Block[]): readonly UnitId[] {
  const found: UnitId[] = [];
  const waiting: Block[] = [...blocks].reverse();
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'metadata':
        found.push(block.unit);
        break;
      case 'table':
        for (const unit of [block.header, ...block.rows].flat()) if (unit !== null) found.push(unit);
        break;
      case 'quote':
      case 'footnote':
        for (const each of [...block.blocks].reverse()) waiting.push(each);
        break;
      case 'list':
        for (const each of block.items.flat().reverse()) waiting.push(each);
        break;
      case 'code':
      case 'rule':
    }
  }
  return found;
}

function kept(block: Block, depth: number, known: ReadonlySet<UnitId>): readonly Block[] {
  const nested = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((each) => kept(each, depth + 1, known));
  const cell = (unit: UnitId | null): UnitId | null => (unit !== null && known.has(unit) ? unit : null);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'metadata':
      return known.has(block.unit) ? [block] : [];
    case 'code':
    case 'rule':
      return [block];
    case 'table':
      return [{ ...block, header: block.header.map(cell), rows: block.rows.map((row) => row.map(cell)) }];
    case 'quote':
    case 'footnote':
    case 'list':
  }
  if (depth >= DEEPEST)
    return unitsOfBlocks([block])
      .filter((unit) => known.has(unit))
      .map((unit) => ({ kind: 'paragraph', unit }));
  if (block.kind === 'list') return [{ ...block, items: block.items.map(nested) }];
  return [{ ...block, blocks: nested(block.blocks) }];
}

/**
 * The document's outline, else its skeleton's, else a paragraph per unit. A unit that the outline forgot is
 * set as a paragraph at the end: a text in the wrong place can be found, a lost one cannot.
 */
export function editionOutline(document: Document): readonly Block[] {
  const known = new Set(document.units.map((unit) => unit.id));
  const given = document.outline.length > 0 ? document.outline : (document.skeleton?.outline ?? []);
  const outline = given.flatMap((block) => kept(block, 0, known));
  const set = new Set(unitsOfBlocks(outline));
  const forgotten = document.units.filter((unit) => !set.has(unit.id));
  return [...outline, ...forgotten.map((unit): Block => ({ kind: 'paragraph', unit: unit.id }))];
}
