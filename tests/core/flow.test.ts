import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFlow, flowContent, type Flow, type FlowPiece } from '../../server/core/document/flow.ts';
import { CODE_SUBTYPES } from '../../server/core/text/code-types.ts';
import { normalizeContent, type CodeKind, type InlineCode } from '../../server/core/text/content.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import type { Segmenter } from '../../server/core/text/segmentation.ts';
import { simpleSegmenter } from '../support/simple-segmenter.ts';

const language = parseLanguageTag('en')!;
const byteOffset = (offset: number): number => offset;

function code(kind: CodeKind, text: string, more: Partial<InlineCode> = {}): InlineCode {
  return { code: kind, id: '1', equiv: '', text, ...more };
}

const CODES: Readonly<Record<string, InlineCode>> = {
  '<': code('open', '<'),
  '>': code('close', '>'),
  '^': code('standalone', '^', { equiv: '[1]', subType: CODE_SUBTYPES.noteReference }),
  '|': code('standalone', '|', { equiv: '\n', subType: CODE_SUBTYPES.lineBreak }),
  '@': code('standalone', '@', { equiv: 'picture', type: 'image' }),
  '~': code('standalone', '~'),
};

/** Each sign of CODES is a code, `_` an atomic piece read as one space, all else literal text. */
function flowOf(text: string): Flow {
  return Array.from(text.matchAll(/[<>^|@~_]|[^<>^|@~_]+/gu), ({ 0: found, index: start }): FlowPiece => {
    const end = start + found.length;
    const known = CODES[found];
    if (known) return { kind: 'code', code: known, start, end };
    if (found === '_') return { kind: 'atomic', text: ' ', start, end };
    return { kind: 'literal', text: found, start, end };
  });
}

/** `[…]` for segments; what stands between is ignorable. */
function cut(text: string, segmenter: Segmenter = simpleSegmenter): string {
  const parts = cutFlow(flowOf(text), {
    segmenter,
    language,
    granularity: 'sentence',
    lineBreaks: 'space',
    byteOffset,
  });
  return parts
    .map(({ kind, range }) => {
      const slice = text.slice(range!.start, range!.end);
      return kind === 'segment' ? `[${slice}]` : slice;
    })
    .join('');
}

describe('cutFlow', () => {
  it.each([
    ['One. Two.', '[One.] [Two.]'],
    [' One._Two. ', ' [One.]_[Two.] '],
    ['', ''],
    [' ', ' '],
    // closing codes and note references stay with the segment before, opening codes with the one after
    ['<One.> <Two.>', '[<One.>] [<Two.>]'],
    ['One.^ Two.^', '[One.^] [Two.^]'],
    ['One.<^> Two.', '[One.<^>] [Two.]'],
    ['<One. >Two.', '[<One. >][Two.]'],
    ['One.< Two.>', '[One.][< Two.>]'],
    // a pair may open in one segment and close in a later one
    ['One <two. Three> four.', '[One <two.] [Three> four.]'],
    // codes that stand for text are words
    ['@ One. @', '[@ One.] [@]'],
    ['One.@ Two.', '[One.@ Two.]'],
    // a line break is white space
    ['One.|Two|three. |', '[One.]|[Two|three.] |'],
    ['One.|<Two.>', '[One.]|[<Two.>]'],
    ['<|>', '<|>'],
    ['~One.~', '[~One.~]'],
  ])('%j is cut as %j', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it('takes a paragraph as one segment without the white space at its edges', () => {
    const text = ' _One. <Two.> ';
    const options = { segmenter: simpleSegmenter, language, lineBreaks: 'space', byteOffset } as const;
    const parts = cutFlow(flowOf(text), { ...options, granularity: 'paragraph' });
    expect(parts.map(({ kind, range }) => [kind, text.slice(range?.start, range?.end)])).toEqual([
      ['ignorable', ' _'],
      ['segment', 'One. <Two.>'],
      ['ignorable', ' '],
    ]);
  });

  it('loses nothing, wherever a segmenter cuts', () => {
    const anywhere = (cuts: readonly number[]): Segmenter => {
      return (text) => {
        const edges = [...new Set([0, ...cuts.map((each) => each % (text.length + 1)), text.length])];
        edges.sort((a, b) => a - b);
        return edges.slice(1).flatMap((end, index) => {
          const start = edges[index] ?? 0;
          const slice = text.slice(start, end);
          const from = start + (slice.length - slice.trimStart().length);
          return slice.trim() === '' ? [] : [{ start: from, end: start + slice.trimEnd().length }];
        });
      };
    };
    const text = fc.string({ unit: fc.constantFrom(...Array.from('ab. <>^|@~_')), maxLength: 20 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(20), { maxLength: 4 }), (input, cuts) => {
        const flow = flowOf(input);
        const parts = cutFlow(flow, {
          segmenter: anywhere(cuts),
          language,
          granularity: 'sentence',
          lineBreaks: 'space',
          byteOffset,
        });
        expect(normalizeContent(parts.flatMap((part) => part.source))).toEqual(flowContent(flow));
        expect(parts.map(({ range }) => input.slice(range?.start, range?.end)).join('')).toBe(input);
        for (const part of parts) {
          const pieces = flowOf(input.slice(part.range?.start, part.range?.end));
          expect(flowContent(pieces), 'each part is what stands in its place').toEqual(part.source);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
