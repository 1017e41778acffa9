/** Bytes of a plain text file to a document: a unit a paragraph, named u1, u2 … whatever the segmentation. */
import type { Block } from '../../core/document/block.ts';
import { cutFlow, type Flow, type FlowPiece } from '../../core/document/flow.ts';
import { unitId } from '../../core/document/ids.ts';
import type { Unit } from '../../core/document/unit.ts';
import { unwrappedBreak } from '../../core/text/unwrap-lines.ts';
import { problem } from '../../core/problem.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { byteOffsets } from '../shared/byte-offsets.ts';
import { decodeText } from '../shared/decode.ts';

export const JOIN_LINES = 'join-lines';

/** A line drawn with one character (`----`, `____`, `////`): it parts paragraphs, and holds nothing to translate. */
const DRAWN_LINE = /^([-_=~/\\#+\u2010-\u2015\u2500-\u257F])\1{2,}$/u;

/** Paragraphs are parted by drawn lines and by lines with nothing but white space in them. Refuses what is no UTF-8. */
export function readText(bytes: Uint8Array, options: ReadOptions): ReadResult {
  const decoding = decodeText(bytes);
  if ('problem' in decoding) return { document: null, problems: [decoding.problem] };
  const { text, markLength } = decoding.decoded;
  const joinLines = options.switches[JOIN_LINES] ?? false;
  const byteOffset = byteOffsets(text, markLength).toByte;
  const cutting = {
    segmenter: options.segmenter,
    language: options.sourceLanguage,
    granularity: options.granularity,
    lineBreaks: joinLines ? 'space' : 'boundary',
    byteOffset,
  } as const;
  const units: Unit[] = [];
  const outline: Block[] = [];
  for (const { kind, start, end } of findBlocks(text)) {
    if (kind === 'rule') {
      outline.push({ kind });
      continue;
    }
    const parts = cutFlow(paragraphFlow(text, start, end, joinLines), cutting);
    const id = unitId(`u${units.length + 1}`);
    units.push({ id, file: '', name: '', translate: true, canResegment: true, notes: [], parts });
    outline.push({ kind, unit: id });
  }
  const document = {
    format: 'text',
    variant: '',
    sourceLanguage: options.sourceLanguage,
    targetLanguage: null,
    units,
    outline,
    skeleton: null,
  };
  return { document, problems: units.length === 0 ? [problem('nothing-translatable')] : [] };
}

interface TextBlock {
  readonly kind: 'paragraph' | 'rule';
  /** Half-open range of UTF-16 offsets, from the beginning of its first line to the end of its last. */
  readonly start: number;
  readonly end: number;
}

/** Paragraphs and drawn lines, in order. */
export function findBlocks(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: { kind: 'paragraph'; start: number; end: number } | null = null;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const line = match[0].replace(/[\r\n]+$/, '');
    const trimmed = line.trim();
    const [start, end] = [match.index, match.index + line.length];
    if (trimmed === '') open = null;
    else if (DRAWN_LINE.test(trimmed)) {
      open = null;
      blocks.push({ kind: 'rule', start, end });
    } else if (open) open.end = end;
    else {
      open = { kind: 'paragraph', start, end };
      blocks.push(open);
    }
  }
  return blocks;
}

/** Line ends are read as `\n`, or where lines are wrapped, with the white space around them, as one space or as nothing. */
function paragraphFlow(text: string, start: number, end: number, joinLines: boolean): Flow {
  const pieces: FlowPiece[] = [];
  let at = start;
  const appendLiteral = (until: number): void => {
    if (until > at) pieces.push({ kind: 'literal', text: text.slice(at, until), start: at, end: until });
  };
  for (const match of text.slice(start, end).matchAll(/\r\n|\r|\n/g)) {
    let from = start + match.index;
    let to = from + match[0].length;
    while (joinLines && from > at && isBlank(text[from - 1])) from -= 1;
    while (joinLines && isBlank(text[to])) to += 1;
    appendLiteral(from);
    const shown = joinLines ? unwrappedBreak(text, from, to) : '\n';
    pieces.push({ kind: 'atomic', text: shown, start: from, end: to });
    at = to;
  }
  appendLiteral(end);
  return pieces;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
