/**
 * What every monolingual format promises, as one suite: run it with the format and a few files of it. Identity,
 * read-back of replaced text, nothing moved outside of it, no exception whatever the bytes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/core/document/document.ts';
import { segmentsOf, type Unit } from '../../server/core/document/unit.ts';
import type { UnitUpdate } from '../../server/core/document/update.ts';
import { hasErrors } from '../../server/core/problem.ts';
import { equivalentText, type Content } from '../../server/core/text/content.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import type { MonolingualFormat, ReadOptions } from '../../server/formats/format.ts';
import { simpleSegmenter } from '../support/simple-segmenter.ts';

const language = parseLanguageTag('en')!;
const writeOptions = { targetLanguage: parseLanguageTag('fa')! };

export const readOptions: ReadOptions = {
  sourceLanguage: language,
  segmenter: simpleSegmenter,
  granularity: 'sentence',
  switches: {},
};

export function readOrFail(
  format: MonolingualFormat,
  bytes: Uint8Array,
  options: Partial<ReadOptions> = {},
): Document {
  const { document, problems } = format.read(bytes, { ...readOptions, ...options });
  if (!document) throw new Error(`not read: ${JSON.stringify(problems)}`);
  return document;
}

/** An update of every segment; `change` gives the new target. */
function updateAll(
  document: Document,
  change: (source: Content, unit: Unit) => Content,
): readonly UnitUpdate[] {
  return document.units
    .filter((unit) => unit.translate)
    .map((unit) => ({
      unit: unit.id,
      segments: segmentsOf(unit).map(({ source }) => ({ target: change(source, unit) })),
    }));
}

function unitTexts(document: Document): readonly string[] {
  return document.units.map((unit) => unit.parts.map((part) => equivalentText(part.source)).join(''));
}

/** The texts of the units once every segment is changed so. */
function textsAfter(document: Document, change: (source: Content) => Content): readonly string[] {
  return document.units.map(({ parts, translate }) =>
    parts
      .map(({ kind, source }) => equivalentText(translate && kind === 'segment' ? change(source) : source))
      .join(''),
  );
}

/** The bytes outside of all translatable units. */
function frameOf(bytes: Uint8Array, document: Document): string {
  let from = 0;
  const kept: string[] = [];
  for (const { parts, translate } of document.units) {
    if (!translate) continue;
    kept.push(Buffer.from(bytes.subarray(from, parts[0]?.range?.start)).toString('latin1'));
    from = parts.at(-1)?.range?.end ?? from;
  }
  return [...kept, Buffer.from(bytes.subarray(from)).toString('latin1')].join('|');
}

/** With and without byte order mark and last line end, with each sort of line end. */
function variantsOf(text: string): readonly (readonly [string, Uint8Array])[] {
  const lf = text.replaceAll('\r\n', '\n');
  return [
    ['LF', Buffer.from(lf)],
    ['CRLF', Buffer.from(lf.replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(lf.replaceAll('\n', '\r'))],
    ['byte order mark', Buffer.from(`\uFEFF${lf}`)],
    ['byte order mark and CRLF', Buffer.from(`\uFEFF${lf.replaceAll('\n', '\r\n')}`)],
    ['no last line end', Buffer.from(lf.trimEnd())],
  ];
}

/** Identity and read-back for one file; `mark` is put into every text run. */
export function expectRoundTrip(format: MonolingualFormat, bytes: Uint8Array): void {
  const document = readOrFail(format, bytes);
  expectPlaces(bytes, document);
  const same = format.write(bytes, document, [], writeOptions);
  expect(Buffer.from(same.bytes!).equals(bytes), 'nothing changed').toBe(true);

  const kept = format.write(
    bytes,
    document,
    updateAll(document, (source) => source),
    writeOptions,
  );
  expect(kept.problems).toEqual([]);
  expect(unitTexts(readOrFail(format, kept.bytes!, { switches: noRepair })), 'sources written').toEqual(
    unitTexts(document),
  );

  const mark = (source: Content): Content =>
    source.map((part) => (typeof part === 'string' ? part.replace(/\p{L}+/gu, 'سلام') : part));
  const changed = format.write(bytes, document, updateAll(document, mark), writeOptions);
  expect(changed.problems).toEqual([]);
  const again = readOrFail(format, changed.bytes!);
  expect(unitTexts(again), 'targets read back').toEqual(textsAfter(document, mark));
  expect(frameOf(changed.bytes!, again), 'nothing else moved').toBe(frameOf(bytes, document));
}

const noRepair = { 'repair-page-breaks': false };

function expectPlaces(bytes: Uint8Array, document: Document): void {
  let from = 0;
  for (const part of document.units.flatMap((unit) => unit.parts)) {
    const range = part.range!;
    if (range.start < from || range.end < range.start || range.end > bytes.length) {
      throw new Error(`place out of order: ${JSON.stringify(range)} after ${from}`);
    }
    from = range.end;
  }
}

const TROUBLE = [
  '& < > &lt; &nbsp; &#10; &amp;amp; " \' * _ ` # 1. - > | \\ [x](y) <b>',
  '# x',
  '#',
  '- x',
  '+',
  '1. x',
  '2) x',
  '> x',
  '---',
  '===',
  '***',
  '* * *',
  '_ _ _',
  '~~~',
  '```',
  '[x]: y',
  '[^1]: y',
  '[x][y] ![z](u) ![^1] [^1]',
  '<div>',
  '<https://example.org>',
  '<a@b.c>',
  'a | b',
  '| - | - |',
  'foo #',
  'foo ##',
  'C:\\dir\\*x* \\\\|',
  'snake_case_name __init__ 2*3*4 a*b',
  '`a`` b ```',
  '    four spaces',
  '\ttab',
  ' leading and trailing ',
  'x  ',
  'آیا «این» درست است؟ می‌روم (۱۲)',
  'မင်္ဂလာပါ။ “ကမ္ဘာ”',
  '\u2067rtl\u2069 \u200Fmark\u200E \u202Bold\u202C',
  '👩‍👩‍👧 e\u0301 \uFEFF \u00A0 \u2028 x',
  'key: value # comment',
  "it's \"quoted\" 'x'",
  '%!@,:;=?^${}()+.~/',
];

interface FormatSamples {
  /** A file with every construct of the format. */
  readonly text: string;
  /** Targets that the format cannot express; with these a problem is expected. */
  readonly cannotExpress: (text: string) => boolean;
}

export function describeMonolingualFormat(format: MonolingualFormat, samples: FormatSamples): void {
  const bytes = Buffer.from(samples.text);

  /** Each unit gets the text in turn, whole; it is read back or reported. */
  const expectWritable = (text: string): void => {
    const document = readOrFail(format, bytes, { granularity: 'paragraph' });
    const updates = updateAll(document, () => [text]);
    const written = format.write(bytes, document, updates, writeOptions);
    if (samples.cannotExpress(text)) {
      expect(written.problems.length, `reported: ${JSON.stringify(text)}`).toBeGreaterThan(0);
      return;
    }
    expect(written.problems, JSON.stringify(text)).toEqual([]);
    const again = readOrFail(format, written.bytes!, { switches: noRepair });
    const expected = textsAfter(document, () => [text]);
    expect(unitTexts(again), JSON.stringify([text, Buffer.from(written.bytes!).toString()])).toEqual(
      expected,
    );
  };

  describe(`${format.id}: the contract of monolingual formats`, () => {
    it.each(variantsOf(samples.text))('holds for %s', (_, variant) => {
      expectRoundTrip(format, variant);
    });

    it.each(TROUBLE)('writes %j so that it reads back', expectWritable);

    it('writes any text so that it reads back, or reports it', () => {
      const character = fc.oneof(
        fc.constantFrom(...Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \n\ta1یက«»؟။\u00A0\u200C')),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      );
      const text = fc
        .array(character, { minLength: 1, maxLength: 12 })
        .map((characters) => characters.join(''));
      fc.assert(fc.property(text, expectWritable), { numRuns: 400 });
    });

    it('names units whatever the segmentation', () => {
      const names = (granularity: 'sentence' | 'paragraph'): readonly string[] =>
        readOrFail(format, bytes, { granularity }).units.map((unit) => unit.id);
      expect(names('sentence')).toEqual(names('paragraph'));
      expect(new Set(names('sentence')).size).toBe(names('sentence').length);
    });

    it('reads or refuses cut and damaged bytes, and writes what it read', () => {
      const damaged = fc.oneof(
        fc.nat(bytes.length).map((length) => Uint8Array.from(bytes.subarray(0, length))),
        fc.uint8Array({ maxLength: 200 }),
        fc
          .tuple(fc.nat(bytes.length - 1), fc.string({ maxLength: 3 }))
          .map(([at, text]) =>
            Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at + 1)]),
          ),
      );
      fc.assert(
        fc.property(damaged, (input) => {
          const { document, problems } = format.read(input, readOptions);
          if (!document) {
            expect(hasErrors(problems)).toBe(true);
            return;
          }
          expectPlaces(input, document);
          const written = format.write(
            input,
            document,
            updateAll(document, (source) => source),
            writeOptions,
          );
          expect(written.problems).toEqual([]);
          expect(unitTexts(readOrFail(format, written.bytes!, { switches: noRepair }))).toEqual(
            unitTexts(document),
          );
        }),
        { numRuns: 500 },
      );
    });
  });
}
