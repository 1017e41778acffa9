/** Bytes of a Markdown file to a document: a unit a passage, named u1, u2 … whatever the segmentation. */
import type { Block } from '../../core/document/block.ts';
import { cutFlow } from '../../core/document/flow.ts';
import { unitId, type UnitId } from '../../core/document/ids.ts';
import type { Note, Unit } from '../../core/document/unit.ts';
import { placeAt, problem, type Problem } from '../../core/problem.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { byteOffsets } from '../shared/byte-offsets.ts';
import { decodeText } from '../shared/decode.ts';
import { findBlocks, type BlockNode } from './blocks.ts';
import { parseMarkdown } from './parse.ts';
import { findPassages, type Passage } from './passages.ts';

export const REPAIR_PAGE_BREAKS = 'repair-page-breaks';

const PAGE_BREAK_NOTE: Note = {
  text: 'This paragraph was cut in two by a page break in the original; its parts were joined.',
  category: 'page-break',
  appliesTo: 'source',
};

/** Refuses what is no UTF-8 or nests too deeply; whatever else the bytes are, they are Markdown. */
export function readMarkdown(bytes: Uint8Array, options: ReadOptions): ReadResult {
  const decoding = decodeText(bytes);
  if ('problem' in decoding) return { document: null, problems: [decoding.problem] };
  const { text, markLength } = decoding.decoded;
  const parsing = parseMarkdown(text);
  if ('problem' in parsing) return { document: null, problems: [parsing.problem] };
  const blocks = findBlocks(parsing.parsed);
  const { passages, ofBlock } = findPassages(text, blocks, options.switches[REPAIR_PAGE_BREAKS] ?? true);
  const { toByte } = byteOffsets(text, markLength);
  const units = passages.map((passage, index) => makeUnit(passage, idOf(index), options, toByte));
  const problems: Problem[] = passages.flatMap((passage, index) =>
    passage.joints.map((joint) => {
      const path = `unit ${idOf(index)}`;
      return problem('markdown-page-break-joined', { ...placeAt(text, joint), path });
    }),
  );
  if (!units.some((unit) => unit.translate)) problems.push(problem('nothing-translatable'));
  const document = {
    format: 'markdown',
    variant: 'CommonMark with tables, footnotes and front matter',
    sourceLanguage: options.sourceLanguage,
    targetLanguage: null,
    units,
    outline: outlineOf(blocks.tree, ofBlock),
    skeleton: null,
  };
  return { document, problems };
}

function idOf(index: number): UnitId {
  return unitId(`u${index + 1}`);
}

function makeUnit(
  passage: Passage,
  id: UnitId,
  options: ReadOptions,
  byteOffset: (offset: number) => number,
): Unit {
  const { segmenter, sourceLanguage: language, granularity } = options;
  return {
    id,
    file: '',
    name: '',
    translate: passage.flow.some((piece) => piece.kind !== 'code' && /\S/u.test(piece.text)),
    canResegment: true,
    notes: passage.joints.length > 0 ? [PAGE_BREAK_NOTE] : [],
    parts: cutFlow(passage.flow, { segmenter, language, granularity, lineBreaks: 'space', byteOffset }),
  };
}

/** A block that was joined to the one before it is not set again. */
function outlineOf(nodes: readonly BlockNode[], ofBlock: readonly number[]): Block[] {
  const unitOf = (block: number): UnitId => idOf(ofBlock[block] ?? 0);
  return nodes.flatMap((node): Block[] => {
    switch (node.kind) {
      case 'heading':
        return [{ kind: 'heading', level: node.level, unit: unitOf(node.block) }];
      case 'paragraph':
        if (node.block > 0 && ofBlock[node.block] === ofBlock[node.block - 1]) return [];
        return [{ kind: 'paragraph', unit: unitOf(node.block) }];
      case 'metadata':
        return [{ kind: 'metadata', name: node.name, unit: unitOf(node.block) }];
      case 'quote':
        return [{ kind: 'quote', blocks: outlineOf(node.children, ofBlock) }];
      case 'footnote':
        return [{ kind: 'footnote', label: node.label, blocks: outlineOf(node.children, ofBlock) }];
      case 'list': {
        const items = node.items.map((item) => outlineOf(item, ofBlock));
        return [{ kind: 'list', ordered: node.ordered, start: node.start, items }];
      }
      case 'table': {
        const [header = [], ...rows] = node.rows.map((row) =>
          row.map((cell) => (cell === null ? null : unitOf(cell))),
        );
        return [{ kind: 'table', align: node.align, header, rows }];
      }
      case 'code':
      case 'rule':
        return [node];
    }
  });
}
