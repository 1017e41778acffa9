/** Which units of a document are headings, for showing how it is built. */
import type { Block } from '../core/document/block.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

export interface Heading {
  /** 0-based position of the unit in the document. */
  readonly unitIndex: number;
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
}

/** In document order; empty where the format has no outline or there is no such document. */
export async function listHeadings(deps: Dependencies, id: DocumentId): Promise<readonly Heading[]> {
  const document = await deps.store.readDocument(id, null);
  if (document === null) return [];
  const positions = new Map(document.units.map((unit, index) => [unit.id, index]));
  return headingsIn(document.outline)
    .flatMap(({ unit, level }) => {
      const unitIndex = positions.get(unit);
      return unitIndex === undefined ? [] : [{ unitIndex, level }];
    })
    .sort((a, b) => a.unitIndex - b.unitIndex);
}

function headingsIn(blocks: readonly Block[]): readonly Extract<Block, { kind: 'heading' }>[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block];
    if (block.kind === 'quote' || block.kind === 'footnote') return headingsIn(block.blocks);
    return block.kind === 'list' ? headingsIn(block.items.flat()) : [];
  });
}
