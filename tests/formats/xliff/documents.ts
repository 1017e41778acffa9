/** Generated documents: what `make` must carry, with the awkward texts and ids that real ones have. */
import fc from 'fast-check';
import type { Block } from '../../../server/core/document/block.ts';
import type { Document, Skeleton } from '../../../server/core/document/document.ts';
import { segmentId, unitId } from '../../../server/core/document/ids.ts';
import type { Limit } from '../../../server/core/document/limits.ts';
import { STATES, type State } from '../../../server/core/document/state.ts';
import type { Note, Unit, UnitPart } from '../../../server/core/document/unit.ts';
import {
  normalizeContent,
  type Content,
  type ContentPart,
  type InlineCode,
} from '../../../server/core/text/content.ts';
import { parseLanguageTag, type LanguageTag } from '../../../server/core/text/language.ts';
import type { ReadOptions } from '../../../server/formats/format.ts';

export function language(tag: string): LanguageTag {
  const parsed = parseLanguageTag(tag);
  if (parsed === null) throw new Error(tag);
  return parsed;
}

/** XLIFF says its languages and segments itself; these are not looked at. */
export const readOptions: ReadOptions = {
  sourceLanguage: language('en'),
  segmenter: (text) => [{ start: 0, end: text.length }],
  granularity: 'sentence',
  switches: {},
};

const TEXTS = [
  'Hello, world. ',
  'سلام، دنیا! می‌رود',
  'မင်္ဂလာပါ ကမ္ဘာ။',
  ' \t two  spaces\nand a line ',
  'a < b && c > d ]]> "q" \'q\'',
  '\r carriage',
  '😀 \u2067rtl\u2069',
  '&amp; &#10; <ph id="1"/>',
];

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((value) => value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')),
);

const codeDetails = fc.record({
  text: fc.constantFrom('', '**', '<b class="x">', '</b>', '{0}', 'x\ny & z'),
  equiv: fc.constantFrom('', '\n', '"'),
  style: fc.constantFrom<Partial<InlineCode>>(
    {},
    { type: 'fmt', subType: 'xlf:b' },
    { type: 'fmt', subType: 'xlf:lb' },
    { type: 'fmt', subType: 'recto:strike' },
    { type: 'link' },
    { type: 'image' },
    { type: 'other' },
  ),
});

/** Codes of one unit in order: points, whole pairs (also crossing), annotations. */
const codes = fc
  .array(
    fc.record({ kind: fc.constantFrom('point', 'pair', 'marker'), open: codeDetails, close: codeDetails }),
    {
      maxLength: 4,
    },
  )
  .map((all) =>
    all.flatMap(({ kind, open, close }, index): readonly InlineCode[] => {
      const id = String(index + 1);
      if (kind === 'point') {
        return [{ code: 'standalone', id, text: open.text, equiv: open.equiv, ...open.style }];
      }
      if (kind === 'marker') {
        const base = { code: 'marker', id, text: '', equiv: '' } as const;
        return [
          { ...base, edge: 'open' },
          { ...base, edge: 'close' },
        ];
      }
      return [
        { code: 'open', id, text: open.text, equiv: open.equiv, ...open.style },
        { code: 'close', id, text: close.text, equiv: close.equiv, ...open.style },
      ];
    }),
  );

/** The codes put between texts at random places, each pair's beginning before its end. */
function contents(parts: number): fc.Arbitrary<readonly Content[]> {
  return codes.chain((all) =>
    fc
      .record({
        texts: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), {
          minLength: parts,
          maxLength: parts,
        }),
        places: fc.array(fc.nat(parts - 1), { minLength: all.length, maxLength: all.length }),
        keys: fc.array(fc.nat(100), { minLength: all.length, maxLength: all.length }),
      })
      .map(({ texts, places, keys }) => {
        const result: ContentPart[][] = texts.map((each) => [...each]);
        const opened = new Map<string, number>();
        const order = all.map((code, index) => ({ code, at: places[index] ?? 0, key: keys[index] ?? 0 }));
        for (const { code, at } of order) {
          const begins = code.code === 'open' || code.edge === 'open';
          const pair = `${code.code === 'marker' ? 'm' : 'p'}${code.id}`;
          const place = begins || code.code === 'standalone' ? at : Math.max(at, opened.get(pair) ?? 0);
          if (begins) opened.set(pair, place);
          result[place]?.push(code, 'x');
        }
        return result.map(normalizeContent);
      }),
  );
}

const note: fc.Arbitrary<Note> = fc.record(
  {
    text,
    category: fc.constantFrom('translator', 'page-break'),
    appliesTo: fc.constantFrom('source' as const, 'target' as const),
    priority: fc.integer({ min: 1, max: 10 }),
    author: fc.constantFrom('Ann "A" <a@example.org>', 'مریم'),
    segment: fc.constant(segmentId('1')),
  },
  { requiredKeys: ['text'] },
);

const segmentIds = fc.constantFrom<(index: number) => string>(
  (index) => String(index + 1),
  (index) => `s${index + 1}`,
);

const unitParts = fc
  .record({ kinds: fc.array(fc.boolean(), { maxLength: 3 }), id: segmentIds, seed: fc.nat() })
  .chain(({ kinds, id }) => {
    const shape: ('segment' | 'ignorable')[] = kinds.flatMap((gap) =>
      gap ? (['segment', 'ignorable'] as const) : (['segment'] as const),
    );
    shape.push('segment');
    return fc
      .record({
        contents: contents(shape.length),
        targets: fc.array(fc.constantFrom('none', 'copy', 'new'), {
          minLength: shape.length,
          maxLength: shape.length,
        }),
        state: fc.constantFrom(...STATES),
        texts: fc.array(text, { minLength: shape.length, maxLength: shape.length }),
        subState: fc.constantFrom(undefined, 'my:sub'),
      })
      .map(({ contents: sources, targets, state, texts, subState }): readonly UnitPart[] => {
        let number = 0;
        return shape.map((kind, index): UnitPart => {
          const source: Content = kind === 'ignorable' ? [' '] : (sources[index] ?? []);
          const choice = targets[index] ?? 'none';
          const own: Content = normalizeContent(['«', texts[index] ?? '', '»']);
          const target = choice === 'none' ? null : choice === 'copy' ? source : own;
          if (kind === 'ignorable') return { kind, source, target };
          const reached: State = target === null ? 'initial' : state;
          return {
            kind,
            id: segmentId(id(number++)),
            state: reached,
            ...(subState === undefined || target === null ? {} : { subState }),
            source,
            target,
          };
        });
      });
  });

const unitIds = fc.constantFrom<(index: number) => string>(
  (index) => `u${index + 1}`,
  (index) => `intro/heading ${index}`,
  (index) => (index === 0 ? '__proto__' : `constructor${index}`),
);

function codePoints(minimum: number, maximum: number | null): Limit {
  return { measure: 'codepoints', minimum, maximum, normalization: 'none' };
}

export const documents: fc.Arbitrary<Document> = fc
  .record({
    id: unitIds,
    units: fc.array(
      fc.record({
        parts: unitParts,
        notes: fc.array(note, { maxLength: 2 }),
        name: fc.constantFrom('', 'menu.file "x"'),
        translate: fc.boolean(),
        canResegment: fc.boolean(),
        limit: fc.constantFrom(null, codePoints(0, 30), codePoints(2, 9), codePoints(3, null)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ id, units }) => ({
    format: 'markdown',
    variant: '',
    sourceLanguage: language('en'),
    targetLanguage: null,
    units: units.map(({ limit, ...unit }, index): Unit => {
      const limits = limit === null ? {} : { limits: [limit] };
      return { ...unit, ...limits, id: unitId(id(index)), file: '' };
    }),
    outline: [],
    skeleton: null,
  }));

/** A skeleton that fits the document: each unit one range, in order. */
export function skeletonOf(document: Document): Skeleton {
  const original = new TextEncoder().encode(`# سلام\n\n${'text\r\n'.repeat(document.units.length)}\u0000`);
  const outline: readonly Block[] = [
    { kind: 'heading', level: 1, unit: document.units[0]?.id ?? unitId('') },
    { kind: 'quote', blocks: [{ kind: 'list', ordered: true, start: 3, items: [[{ kind: 'rule' }]] }] },
    { kind: 'table', align: ['left', null], header: [null], rows: [[document.units[0]?.id ?? null]] },
    { kind: 'code', text: 'let x\n', language: 'js' },
    { kind: 'footnote', label: '1', blocks: [] },
  ];
  return {
    format: 'markdown',
    fileName: 'متن.md',
    original,
    ranges: new Map(
      document.units.map((unit, index) => [
        unit.id,
        [index * 4, index * 4 + 2, index * 4 + 2, index * 4 + 4],
      ]),
    ),
    outline,
    hrefs: new Map([['u1 1', 'https://example.org/?a=1&b=2']]),
  };
}
