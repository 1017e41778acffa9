/**
 * Half of a character (a lone surrogate) has no form in UTF-8 or XML: no writer may put another character in its place.
 * What holds one is reported and left as it was; the rest is written. XLIFF 2 alone has a form for it, cp.
 */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/core/document/document.ts';
import { segmentsOf, type Unit } from '../../server/core/document/unit.ts';
import { buildEdition } from '../../server/core/publish/build-edition.ts';
import type { Problem } from '../../server/core/problem.ts';
import { PLAIN_CONCEPT, PLAIN_TERM, type Concept } from '../../server/core/terminology/concept.ts';
import {
  codesOf,
  normalizeContent,
  textOf,
  type Content,
  type ContentPart,
} from '../../server/core/text/content.ts';
import { TERM_FORMATS } from '../../server/formats/registry.ts';
import type { Format } from '../../server/formats/format.ts';
import { markdown } from '../../server/formats/markdown/index.ts';
import { plainText } from '../../server/formats/text/index.ts';
import { tmxMemory } from '../../server/formats/tmx/index.ts';
import { xliff12 } from '../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../server/formats/xliff2/index.ts';
import { detailsFor, plainUnit } from '../support/edition-fixtures.ts';
import { tuOf } from '../support/tus.ts';
import { tag } from '../support/workbench.ts';
import { readOptions } from '../contracts/format.ts';
import { fileOf } from './xliff/duties.ts';

const [HIGH, LOW] = ['\ud83d', '\ude00'];

const FILES: readonly (readonly [string, Format, string])[] = [
  ['Markdown', markdown, 'A *b* c.\n\nAnother.\n'],
  ['plain text', plainText, 'A b c.\n\nAnother.\n'],
  [
    'XLIFF 1.2',
    xliff12,
    fileOf(
      xliff12,
      '<trans-unit id="1"><source>A <x id="1"/> c.</source></trans-unit><trans-unit id="2"><source>Another.</source></trans-unit>',
    ),
  ],
];

/** A source with its text replaced: half a character behind it, or its halves around each code. */
const BROKEN: readonly (readonly [string, (source: Content) => Content])[] = [
  ['the first half', (source) => ['x', HIGH, ...codesOf(source), 'y']],
  ['the second half', (source) => [LOW, 'x', ...codesOf(source)]],
  ['halves in the wrong order', (source) => [LOW, HIGH, ...codesOf(source)]],
  ['halves around codes', (source) => ['x', HIGH, ...between(source), LOW]],
];

function between(source: Content): readonly ContentPart[] {
  const codes = codesOf(source);
  return codes.length > 0 ? codes : ['y'];
}

describe('XLIFF 2', () => {
  it.each(BROKEN)('%s: is written as cp, and read as it was', (_name, change) => {
    const bytes = Buffer.from(
      fileOf(xliff2, '<unit id="1"><segment><source>A <ph id="1"/> c.</source></segment></unit>'),
    );
    const segmentOf = (file: Uint8Array) =>
      segmentsOf(xliff2.read(file, readOptions).document!.units[0]!)[0]!;
    const unit = xliff2.read(bytes, readOptions).document!.units[0]!.id;
    const target = normalizeContent(change(segmentOf(bytes).source));
    const written = xliff2.write(bytes, [{ unit, segments: [{ target }] }], {
      targetLanguage: tag('fa'),
    });
    expect(written.problems).toEqual([]);
    expect(segmentOf(written.bytes!).target).toEqual(target);
  });
});

describe.each(FILES)('%s', (_, format, file) => {
  const bytes = Buffer.from(file);
  const { document } = format.read(bytes, readOptions);
  const [first, second] = document!.units;

  function write(targets: readonly (readonly [Unit | undefined, Content])[]): {
    text: string;
    codes: string[];
  } {
    const updates = targets.map(([unit, target]) => ({ unit: unit!.id, segments: [{ target }] }));
    const options = { targetLanguage: tag('fa') };
    const written =
      format.kind === 'bilingual'
        ? format.write(bytes, updates, options)
        : format.write(bytes, document!, updates, options);
    return { text: Buffer.from(written.bytes!).toString(), codes: written.problems.map(({ code }) => code) };
  }

  it.each(BROKEN)('%s: the segment stays as it was, others are written', (_name, change) => {
    const source = segmentsOf(first!)[0]!.source;
    const alone = write([[second, ['بعدی']]]);
    const both = write([
      [first, change(source)],
      [second, ['بعدی']],
    ]);
    expect(alone.codes).toEqual([]);
    expect(both.text).toBe(alone.text);
    expect(both.codes).toEqual(['text-surrogate']);
  });

  it('halves in two runs side by side are one character', () => {
    const { text, codes } = write([[second, ['x', HIGH, LOW]]]);
    expect(codes).toEqual([]);
    expect(text).toContain('x😀');
  });
});

it('a new XLIFF 1.2 of a document with one is refused', () => {
  const units = [
    plainUnit('u1', ['a'], [`x${HIGH}`, { code: 'standalone', id: '1', equiv: '', text: '' }, LOW]),
  ];
  const options = {
    ...{ version: '1.2', sourceLanguage: tag('en'), targetLanguage: tag('fa') },
    ...{ fileName: 'a', skeleton: null, date: '2026-01-01T00:00:00Z' },
  };
  const made = xliff12.make(documentOf(units), options);
  expect(made).toMatchObject({
    bytes: null,
    problems: [{ code: 'text-surrogate', place: { path: 'unit u1' } }],
  });
});

it('an edition has the source in its place', () => {
  const details = detailsFor('fa');
  const edition = buildEdition(documentOf([plainUnit('u1', ['a'], [`x${HIGH}`])]), details, {
    ...{ language: tag('fa'), sourceLanguage: tag('en'), bilingual: false },
  });
  const [segment] = [...edition.units.values()][0]!.segments;
  expect(textOf(segment!.text.content)).toBe('a');
  expect(edition.completeness.translated).toBe(0);
});

function documentOf(units: readonly Unit[]): Document {
  const [sourceLanguage, targetLanguage] = [tag('en'), tag('fa')];
  return { format: 'x', variant: '', sourceLanguage, targetLanguage, units, outline: [], skeleton: null };
}

it('of a memory the TU is left out of the TMX', async () => {
  const point: ContentPart = { code: 'standalone', id: '1', equiv: '', text: '' };
  const tus = [tuOf({ en: ['a', point], fa: [HIGH, point, LOW] }), tuOf({ en: 'b', fa: '😀' })];
  const problems: Problem[] = [];
  const parts: Uint8Array[] = [];
  const options = { sourceLanguage: null, date: 0, version: '1' };
  const report = (each: Problem): unknown => problems.push(each);
  // eslint-disable-next-line @typescript-eslint/require-await -- the writer takes what comes from a store
  const stream = (async function* () {
    yield* tus;
  })();
  for await (const part of tmxMemory.writeTus!(stream, { ...options, report })) parts.push(part);
  const file = Buffer.concat(parts).toString();
  expect(problems).toMatchObject([{ code: 'text-surrogate', place: { path: 'tu 1' } }]);
  expect(file).not.toContain('\ufffd');
  expect(file.match(/<tu /gu)?.length ?? file.match(/<tu>/gu)?.length).toBe(1);
  expect(file).toContain('😀');
});

it.each(TERM_FORMATS.map((format) => [format.name, format] as const))('concepts as %s', (_, format) => {
  const concept = (id: string, en: string, note: string): Concept => ({
    ...PLAIN_CONCEPT,
    ...{ id, note },
    terms: [
      { ...PLAIN_TERM, language: tag('en'), text: en },
      { ...PLAIN_TERM, language: tag('fa'), text: 'خانه' },
    ],
  });
  const given = [concept('a', 'house', ''), concept('b', `roof${HIGH}`, ''), concept('c', 'wall', LOW)];
  const options = { title: '', sourceLanguage: tag('en'), targetLanguage: tag('fa') };
  const { bytes, problems } = format.write(given, options);
  expect(Buffer.from(bytes!)).toEqual(Buffer.from(format.write([given[0]!], options).bytes!));
  expect(problems.map(({ code, place }) => [code, place?.path])).toEqual([
    ['text-surrogate', 'b'],
    ['text-surrogate', 'c'],
  ]);
});
