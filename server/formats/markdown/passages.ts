/**
 * Passages: what units are made of. Usually one block; several where a page break cut a paragraph, with the gap
 * between them read as one space. Codes are numbered here, so that reading and writing agree about them.
 */
import type { Flow } from '../../core/document/flow.ts';
import type { Blocks, TextBlock } from './blocks.ts';
import { numberCodes } from './inline.ts';
import { isCutByPage } from './page-breaks.ts';

export interface Passage {
  readonly place: TextBlock['place'];
  readonly flow: Flow;
  readonly start: number;
  readonly end: number;
  /** Where paragraphs were joined: the ends of the first halves. */
  readonly joints: readonly number[];
}

/** Passages in reading order, and for each block the index of its passage. */
interface Passages {
  readonly passages: readonly Passage[];
  readonly ofBlock: readonly number[];
}

export function findPassages(text: string, { blocks }: Blocks, repairPageBreaks: boolean): Passages {
  const groups: TextBlock[][] = [];
  const ofBlock: number[] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joins = repairPageBreaks && last && isCutByPage(last, block, text.slice(last.end, block.start));
    if (group && joins) group.push(block);
    else groups.push([block]);
    ofBlock.push(groups.length - 1);
  }
  return { passages: groups.flatMap((group) => joinBlocks(group) ?? []), ofBlock };
}

/** The blocks, at least one, as one passage. */
export function joinBlocks(blocks: readonly TextBlock[]): Passage | null {
  const [first, ...others] = blocks;
  if (!first) return null;
  const flow = [...first.flow];
  const joints: number[] = [];
  let end = first.end;
  for (const block of others) {
    joints.push(end);
    flow.push({ kind: 'atomic', text: ' ', start: end, end: block.start }, ...block.flow);
    end = block.end;
  }
  return { place: first.place, flow: numberCodes(flow), start: first.start, end, joints };
}
