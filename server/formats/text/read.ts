/** Bytes of a plain text file to a document: a unit a paragraph, named u1, u2 … whatever the segmentation. */
import { cutFlow, type Flow, type FlowPiece } from '../../core/document/flow.ts';
import { unitId } from '../../core/document/ids.ts';
import type { Unit } from '../../core/document/unit.ts';
import { unwrappedBreak } from '../../core/text/unwrap-lines.ts';
import { problem } from '../../core/problem.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { byteOffsets } from '../shared/byte-offsets.ts';
import { decodeText } from '../shared/decode.ts';

export const JOIN_LINES = 'join-lines';

/** Paragraphs are parted by lines with nothing but white space in them. Refuses what is no UTF-8. */
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
  const units = findParagraphs(text).map(({ start, end }, index): Unit => {
    const parts = cutFlow(paragraphFlow(text, start, end, joinLines), cutting);
    const id = unitId(`u${index + 1}`);
    return { id, file: '', name: '', translate: true, canResegment: true, notes: [], parts };
  });
  const document = {
    format: 'text',
    variant: '',
    sourceLanguage: options.sourceLanguage,
    targetLanguage: null,
    units,
    outline: units.map((unit) => ({ kind: 'paragraph', unit: unit.id }) as const),
    skeleton: null,
  };
  return { document, problems: units.length === 0 ? [problem('nothing-translatable')] : [] };
}

interface Paragraph {
  /** Half-open range of UTF-16 offsets, from the beginning of its first line to the end of its last. */
  readonly start: number;
  readonly end: number;
}

export function findParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const line = match[0].replace(/[\r\n]+$/, '');
    if (line.trim() === '') open = null;
    else if (open) open.end = match.index + line.length;
    else {
      open = { start: match.index, end: match.index + line.length };
      paragraphs.push(open);
    }
  }
  return paragraphs;
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
