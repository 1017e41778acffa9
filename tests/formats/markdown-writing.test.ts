import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentId } from '../../server/core/document/ids.ts';
import { segmentsOf, type Segment } from '../../server/core/document/unit.ts';
import type { UnitUpdate } from '../../server/core/document/update.ts';
import type { Content, InlineCode } from '../../server/core/text/content.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import { markdown } from '../../server/formats/markdown/index.ts';
import { readOrFail } from '../contracts/format.ts';

const options = { targetLanguage: parseLanguageTag('fa')! };

function open(id: string): InlineCode {
  return { code: 'open', id, equiv: '', text: '' };
}
function close(id: string): InlineCode {
  return { code: 'close', id, equiv: '', text: '' };
}
function alone(id: string): InlineCode {
  return { code: 'standalone', id, equiv: '', text: '' };
}

/** Writes targets for the segments of the units from the first on; null leaves a segment alone. */
function write(
  text: string,
  targets: readonly (readonly (Content | null)[])[],
): { readonly written: string; readonly problems: readonly (readonly [string, string | undefined])[] } {
  const bytes = Buffer.from(text);
  const document = readOrFail(markdown, bytes);
  const updates = targets.map((contents, index): UnitUpdate => {
    const segments = contents.map((target) => (target === null ? {} : { target }));
    return { unit: document.units[index]!.id, segments };
  });
  const result = markdown.write(bytes, document, updates, options);
  return {
    written: Buffer.from(result.bytes!).toString(),
    problems: result.problems.map(({ code, place }) => [code, place?.path]),
  };
}

describe('writing Markdown', () => {
  it.each<[string, string, readonly (Content | null)[], string]>([
    ['one segment of two', 'One.  Two.\n', [null, ['دو.']], 'One.  دو.\n'],
    [
      'codes as the original has them',
      '__a__ [b](c "d")',
      [[open('2'), 'ب', close('2'), ' ', open('1'), 'ا', close('1')]],
      '[ب](c "d") __ا__',
    ],
    [
      'a pair over two segments',
      '*One. Two.*',
      [
        [open('1'), 'یک.'],
        ['دو.', close('1')],
      ],
      '*یک. دو.*',
    ],
    ['a code twice', 'a `b`', [[alone('1'), ' ', alone('1')]], '`b` `b`'],
    [
      'no more than is needed',
      'a',
      [['2 * 3 = 6; f(x) [sic] snake_case & co. <3 > 1 - 2 #1']],
      '2 * 3 = 6; f(x) [sic] snake_case & co. <3 > 1 - 2 #1',
    ],
    ['what would begin a block', 'a', [['1. # -']], '1\\. # -'],
    ['a line break', '> - a', [['b\nc']], '> - b\\\n>   c'],
    ['a line break in CRLF', 'a\r\n', [['b\nc']], 'b\\\r\nc\r\n'],
    ['a line break in a heading', '# a', [['b\nc']], '# b<br>c'],
    ['a merged sentence', 'a. b.\nc. d', [['A.'], [''], [''], ['D']], 'A. D'],
    ['a merged sentence at the end', '- a. b.\n  c.\n- d', [['A.'], [''], ['']], '- A.\n- d'],
    [
      'emphasis against a word',
      'a **b** c',
      [['စာ', open('1'), '«x»', close('1'), 'ကို']],
      'စ&#4140;**«x»**&#4096;ို',
    ],
    ['a link known by its text', '[a]\n\n[a]: u', [[open('1'), 'ب', close('1')]], '[ب][a]\n\n[a]: u'],
    ['plain front matter', '---\ntitle: a\n---\n', [['ب']], '---\ntitle: ب\n---\n'],
    [
      'front matter that needs quotes',
      '---\ntitle: One. Two. # no\n---\n',
      [['a: "b".'], null],
      '---\ntitle: "a: \\"b\\". Two." # no\n---\n',
    ],
    ['quoted front matter', "---\ntitle: 'a'\n---\n", [["it's"]], "---\ntitle: 'it''s'\n---\n"],
    [
      'quoted front matter that cannot hold it',
      "---\ntitle: 'a'\n---\n",
      [['b\nc']],
      '---\ntitle: "b\\nc"\n---\n',
    ],
  ])('%s', (_, text, targets, expected) => {
    expect(write(text, [targets])).toEqual({ written: expected, problems: [] });
  });

  it.each<[string, Content, string]>([
    ['a code that the unit does not have', ['ا', alone('9')], 'code-unknown'],
    ['a pair that stays open', [open('1'), 'ا'], 'code-unbalanced'],
    ['a pair that was never opened', ['ا', close('1')], 'code-unbalanced'],
    ['crossing pairs', [open('1'), 'ا', open('2'), 'ب', close('1'), close('2')], 'code-unbalanced'],
    ['NUL', ['a\0b'], 'text-nul'],
    ['half a character', ['a\uD800b'], 'text-surrogate'],
  ])('leaves a unit with %s as it is, and writes all others', (_, target, code) => {
    const { written, problems } = write('*a* **b**\n\nb', [[target], [['ب']]]);
    expect(written).toBe('*a* **b**\n\nب');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.[0]).toBe(code);
    expect(problems[0]?.[1]).toMatch(/^unit u1/);
  });

  it('reports what Markdown cannot say there', () => {
    // two code spans against each other are read as one
    const { written, problems } = write('a `b`', [[[alone('1'), alone('1')]]]);
    expect(problems).toEqual([['markdown-changed-by-target', 'unit u1']]);
    expect(written).toBe('`b``b`');
  });

  it('reports updates that do not fit the document', () => {
    const bytes = Buffer.from('One. Two.');
    const document = readOrFail(markdown, bytes);
    const unit = document.units[0]!;
    const locked = {
      ...document,
      units: [
        {
          ...unit,
          parts: unit.parts.map((part) =>
            part.kind === 'segment' ? { ...part, locked: true as const } : part,
          ),
        },
      ],
    };
    const codes = (from: typeof document, update: UnitUpdate): readonly string[] => {
      const result = markdown.write(bytes, from, [update], options);
      expect(Buffer.from(result.bytes!)).toEqual(bytes);
      return result.problems.map(({ code }) => code);
    };
    const target = ['x'];
    expect(codes(document, { unit: unit.id, segments: [{ target }] })).toEqual(['update-segment-unknown']);
    expect(codes(locked, { unit: unit.id, segments: [{ target }, {}] })).toEqual(['update-locked']);
    const other = { ...document, units: [] };
    expect(codes(other, { unit: unit.id, segments: [] })).toEqual(['update-unit-unknown']);
    const moved = {
      ...document,
      units: [{ ...unit, parts: unit.parts.map((part) => ({ ...part, range: { start: 3, end: 99 } })) }],
    };
    expect(codes(moved, { unit: unit.id, segments: [{ target }, {}] })).toEqual(['xliff-skeleton-broken']);
    const elsewhere = {
      ...document,
      units: [{ ...unit, parts: [{ ...(unit.parts[0] as Segment), range: { start: 0, end: 3 } }] }],
    };
    expect(codes(elsewhere, { unit: unit.id, segments: [{ target }] })).toEqual(['xliff-skeleton-mismatch']);
  });

  it('writes a unit as one piece where its parts are not those of the places', () => {
    const bytes = Buffer.from('One. Two. Three.');
    const document = readOrFail(markdown, bytes);
    const unit = document.units[0]!;
    const ranges = unit.parts.map((part) => part.range!);
    // another tool moved the boundary, so that the number of parts stays the same
    const sources = ['One. Two.', ' ', 'Three.', '', ''];
    const parts = sources.map((source, index) =>
      index % 2 === 0
        ? ({
            kind: 'segment',
            id: segmentId(`x${index}`),
            state: 'initial',
            source: [source],
            target: null,
            range: ranges[index]!,
          } as const)
        : ({ kind: 'ignorable', source: [source], target: null, range: ranges[index]! } as const),
    );
    const recut = { ...document, units: [{ ...unit, parts }] };
    const segments = segmentsOf(recut.units[0]!).map((_, index) =>
      index === 0 ? { target: ['یک و دو.'] } : {},
    );
    const result = markdown.write(bytes, recut, [{ unit: unit.id, segments }], options);
    expect(result.problems).toEqual([]);
    expect(Buffer.from(result.bytes!).toString()).toBe('یک و دو. Three.');
  });

  it('keeps emphasis and links whatever stands beside them', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('ab.!«» -*_[]ကိ\nا')),
      minLength: 1,
      maxLength: 4,
    });
    const source = 'a **b** _c_ [d](e) `f`';
    const bytes = Buffer.from(source);
    const document = readOrFail(markdown, bytes, { granularity: 'paragraph' });
    const unit = document.units[0]!;
    fc.assert(
      fc.property(fc.array(text, { minLength: 8, maxLength: 8 }), (texts) => {
        const [a, b, c, d, e, f, g, h] = texts;
        const target: Content = [
          a!,
          open('1'),
          b!,
          close('1'),
          c!,
          open('2'),
          d!,
          close('2'),
          e!,
          open('3'),
          f!,
          close('3'),
          g!,
          alone('4'),
          h!,
        ];
        const result = markdown.write(bytes, document, [{ unit: unit.id, segments: [{ target }] }], options);
        expect(result.problems, Buffer.from(result.bytes!).toString()).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
