/** UI catalogues go to translators as XLIFF and come back: what was not translated stays to the byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../server/core/document/unit.ts';
import { textOf } from '../../server/core/text/content.ts';
import { xliff12 } from '../../server/formats/xliff12/index.ts';
import { applyCatalog } from '../../server/usecases/apply-catalog.ts';
import { extractCatalog, type CatalogFile } from '../../server/usecases/extract-catalog.ts';
import { readOptions } from '../formats/xliff/documents.ts';
import { simpleSegmenter } from '../support/simple-segmenter.ts';
import { root, tag } from '../support/workbench.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const file = (fileName: string, content: unknown): CatalogFile => ({
  fileName,
  bytes: utf8(typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`),
});

/** An object by its entries, so that a key may be called __proto__ or stand twice. */
type Tree = string | number | { readonly entries: readonly (readonly [string, Tree])[] };

function toJson(tree: Tree): string {
  if (typeof tree !== 'object') return JSON.stringify(tree);
  return `{${tree.entries.map(([key, value]) => `${JSON.stringify(key)}: ${toJson(value)}`).join(',')}}`;
}

async function extract(
  sources: readonly CatalogFile[],
  targets: readonly CatalogFile[],
  language = 'fa',
  version: '1.2' | '2.0' = '1.2',
): Promise<Uint8Array> {
  const languages = { sourceLanguage: tag('en'), targetLanguage: tag(language) };
  const { bytes, problems } = await extractCatalog({ sources, targets, ...languages, version });
  expect(problems).toEqual([]);
  return bytes!;
}

function apply(
  xliff: Uint8Array,
  sources: readonly CatalogFile[],
  targets: readonly CatalogFile[],
): ReturnType<typeof applyCatalog> {
  const input = { xliff: { fileName: 'ui.xlf', bytes: xliff }, sources, targets };
  return applyCatalog({ segmenter: simpleSegmenter }, { ...input, sourceLanguage: tag('en') });
}

/** Every unit's target set, as a translator does, by our own writer. */
function translate(xliff: Uint8Array, translation: (source: string) => string): Uint8Array {
  const units = xliff12.read(xliff, readOptions).document?.units ?? [];
  const updates = units.map((unit) => ({
    unit: unit.id,
    segments: segmentsOf(unit).map(({ source }) => ({ target: [translation(textOf(source))] })),
  }));
  const { bytes, problems } = xliff12.write(xliff, updates, { targetLanguage: tag('fa') });
  expect(problems).toEqual([]);
  return bytes!;
}

describe('this project’s own catalogues', () => {
  const folder = (language: string): readonly CatalogFile[] =>
    readdirSync(join(root, 'locales', language)).map((fileName) => ({
      fileName,
      bytes: readFileSync(join(root, 'locales', language, fileName)),
    }));

  it.each([
    ['fa', '1.2'],
    ['my', '2.0'],
  ] as const)('go out and come back in %s (XLIFF %s), identical to the byte', async (language, version) => {
    const targets = folder(language);
    const xliff = await extract(folder('en'), targets, language, version);
    const { files, applied, problems } = apply(xliff, folder('en'), targets);
    expect(problems).toEqual([]);
    expect(applied).toBe(
      targets.flatMap(({ bytes }) => Object.keys(JSON.parse(text(bytes)) as object)).length,
    );
    expect(files.map(({ bytes }) => text(bytes))).toEqual(targets.map(({ bytes }) => text(bytes)));
  });
});

describe('a translation', () => {
  it('changes its string only, in the catalogue’s own style', async () => {
    const source = file('a.json', { menu: { open: 'Open', close: 'Close' }, list: ['one', 'two'], n: 3 });
    const target = file(
      'a.json',
      '\ufeff{\r\n\t"menu": {"close":"\\u0628\\u0633\\u062a\\u0646"},\r\n\t"n" : 3 , "own": null\r\n}',
    );
    const xliff = translate(await extract([source], [target]), (each) => `«${each}»`);
    const [written] = apply(xliff, [source], [target]).files;
    expect(text(written!.bytes)).toMatch(
      /^\ufeff\{\r\n\t"menu": \{\s*"open": "«Open»",\s*"close": ?"«Close»"\s*\},/,
    );
    expect(text(written!.bytes)).toContain('"n" : 3 , "own": null');
    expect(text(written!.bytes).replaceAll('\r\n', '')).not.toContain('\n');
    expect(JSON.parse(text(written!.bytes).slice(1))).toEqual({
      menu: { open: '«Open»', close: '«Close»' },
      n: 3,
      own: null,
      list: ['«one»', '«two»'],
    });
  });

  it('is read back for every key and text there is', async () => {
    const key = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'a.b', 'a', '', ' ', 'x"y', '<&>', 'كليد', '1'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
    );
    const message = fc.oneof(
      fc.constantFrom(' two  spaces\n', '<b>x</b> & "y"', '{n, plural, other {#}}', '\r', '😀 سلام'),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }),
    );
    const { tree } = fc.letrec<{ tree: Tree; node: Tree }>((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, message, fc.constant(7), tie('tree')),
      tree: fc.array(fc.tuple(key, tie('node')), { maxLength: 4 }).map((entries) => ({ entries })),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (json) => {
        const source = file('a.json', toJson(json));
        const made = await extractCatalog({
          sources: [source],
          targets: [],
          sourceLanguage: tag('en'),
          targetLanguage: tag('fa'),
          version: '1.2',
        });
        const { bytes } = made;
        // Two strings of one key, or a key that i18next could not tell apart: refused, not guessed.
        fc.pre(bytes !== null && xliff12.read(bytes, readOptions).document?.units.length !== 0);
        const { files, problems } = apply(
          translate(bytes, (each) => `${each}.`),
          [source],
          [],
        );
        const told = problems.filter(({ code }) => code !== 'nothing-translatable');
        expect(told.filter(({ code }) => !code.startsWith('xliff-id'))).toEqual([]);
        const again = await extract([files[0] ?? source], [], 'en');
        const targets = xliff12
          .read(again, readOptions)
          .document!.units.map((unit) => textOf(unit.parts[0]!.source));
        const sources = xliff12
          .read(bytes, readOptions)
          .document!.units.map((unit) => `${textOf(unit.parts[0]!.source)}.`);
        expect(targets.toSorted()).toEqual(sources.toSorted());
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is not taken', () => {
  const source = file('a.json', {
    hello: 'Hello {name}',
    i18next: 'Hi {{name}} $t(x)',
    files_one: '{{count}} file',
    files_other: '{{count}} files',
  });

  it.each([
    ['Hello {name}', 'سلام', 'catalog-placeholders'],
    ['Hello {name}', 'سلام {name} {x}', 'catalog-placeholders'],
    ['Hello {name}', 'سلام {name', 'catalog-placeholders'],
    ['Hi {{name}} $t(x)', 'سلام {{نام}} $t(x)', 'catalog-placeholders'],
  ])('%s → %s: %s', async (from, to, code) => {
    const xliff = translate(await extract([source], []), (each) => (each === from ? to : each));
    const { problems, files } = apply(xliff, [source], []);
    expect(problems).toMatchObject([{ code }]);
    expect(text(files[0]!.bytes)).not.toContain(to);
  });

  it('a translation of a message that has changed, and of one that is gone', async () => {
    const xliff = translate(await extract([source], []), (each) => each);
    const now = file('a.json', {
      hello: 'Hello, {name}!',
      files_one: '{{count}} file',
      files_other: '{{count}} files',
    });
    const codes = apply(xliff, [now], []).problems.map(({ code }) => code);
    expect(codes).toEqual(['catalog-source-changed', 'catalog-key-unknown']);
  });

  it.each([
    ['{"a": 1', 'catalog-unreadable'],
    ['[]', 'catalog-unreadable'],
    ['{"a": {"b": "x"}, "a.b": "y"}', 'catalog-key-duplicate'],
    ['{"a": "\\u0000"}', 'catalog-unwritable'],
    [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'nesting-too-deep'],
  ])('%#', async (json, code) => {
    const result = await extractCatalog({
      sources: [file('a.json', json)],
      targets: [],
      sourceLanguage: tag('en'),
      targetLanguage: tag('fa'),
      version: '1.2',
    });
    expect(result).toMatchObject({ bytes: null, problems: [{ code }] });
  });
});

it('asks for the plural forms that the language has', async () => {
  const source = file('a.json', { files_one: '{{count}} file', files_other: '{{count}} files', last: 'x' });
  const ids = async (language: string): Promise<readonly string[]> =>
    xliff12.read(await extract([source], [], language), readOptions).document!.units.map(({ id }) => id);
  expect(await ids('my')).toEqual(['files_other', 'last']);
  expect(await ids('fa')).toEqual(['files_one', 'files_other', 'last']);
  expect(await ids('ar')).toEqual([
    'files_zero',
    'files_one',
    'files_two',
    'files_few',
    'files_many',
    'files_other',
    'last',
  ]);
});
