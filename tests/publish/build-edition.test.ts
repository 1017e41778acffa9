import { describe, expect, it } from 'vitest';
import type { Block } from '../../server/core/document/block.ts';
import type { Document } from '../../server/core/document/document.ts';
import { segmentId, unitId } from '../../server/core/document/ids.ts';
import type { State } from '../../server/core/document/state.ts';
import type { Unit } from '../../server/core/document/unit.ts';
import { buildEdition, plainText } from '../../server/core/publish/build-edition.ts';
import type { Edition } from '../../server/core/publish/edition.ts';
import { unitsOfBlocks } from '../../server/core/publish/edition-outline.ts';
import { textOf, type Content, type InlineCode } from '../../server/core/text/content.ts';
import { detailsFor, libraryDocument, plainUnit, tag, unit } from '../support/edition-fixtures.ts';

const languages = { language: tag('fa'), sourceLanguage: tag('en'), bilingual: false };

function documentOf(units: readonly Unit[], outline: readonly Block[] = []): Document {
  const [sourceLanguage, targetLanguage] = [tag('en'), tag('fa')];
  return { format: 'x', variant: '', sourceLanguage, targetLanguage, units, outline, skeleton: null };
}

function build(units: readonly Unit[], outline: readonly Block[] = []): Edition {
  return buildEdition(documentOf(units, outline), detailsFor('fa'), languages);
}

describe('what a reader gets of a segment', () => {
  it.each<[string, Content, Content | null, State, string, boolean]>([
    ['a target', ['a'], ['آ'], 'translated', 'آ', true],
    ['a draft', ['a'], ['آ'], 'initial', 'a', false],
    ['no target', ['a'], null, 'initial', 'a', false],
    ['an empty target that nobody has confirmed', ['a'], [], 'initial', 'a', false],
    ['an empty target on purpose', ['a'], [], 'translated', '', true],
    ['a source without text', [' '], null, 'initial', ' ', true],
  ])('%s', (_, source, target, state, text, translated) => {
    const segment = build([plainUnit('u1', source, target, state)]).units.get(unitId('u1'))!.segments[0]!;
    expect(textOf(segment.text.content)).toBe(text);
    expect(segment.translated).toBe(translated);
    expect(segment.text.language).toBe(target === null || text === 'a' ? 'en' : 'fa');
  });

  it('does not call a passage untranslated that is not for translating', () => {
    const edition = build([{ ...plainUnit('u1', ['ISBN'], null), translate: false }]);
    expect(edition.units.get(unitId('u1'))!.segments[0]).toMatchObject({
      translated: true,
      text: { language: 'en' },
    });
    expect(edition.completeness.segments).toBe(0);
  });

  it('is the source in an edition of the original, which is complete', () => {
    const edition = buildEdition(libraryDocument('fa'), detailsFor('en'), {
      ...languages,
      language: tag('en'),
    });
    expect(edition.title).toBe('The library by the river');
    expect(edition.direction).toBe('ltr');
    expect(edition.completeness).toEqual({ segments: 17, translated: 17, reviewed: 17 });
  });

  it('gives codes of a target what only the source knows of them', () => {
    const known: InlineCode = {
      ...{
        code: 'open',
        id: '1',
        equiv: '',
        text: '[',
        type: 'link',
        subType: 'recto:link',
        href: 'https://a.example/',
      },
    };
    const bare: InlineCode = { code: 'open', id: '1', equiv: '', text: '' };
    const own: InlineCode = { ...bare, text: '<a>', type: 'fmt' };
    const source: Content = [known, 'a'];
    const codeOf = (target: InlineCode): unknown =>
      build([plainUnit('u1', source, [target, 'آ'])]).units.get(unitId('u1'))!.segments[0]!.text.content[0];
    expect(codeOf(bare)).toEqual(known);
    expect(codeOf(own)).toEqual({ ...known, text: '<a>', type: 'fmt' });
    expect(codeOf({ ...bare, id: '2' })).toEqual({ ...bare, id: '2' });
  });
});

it('counts what is translated and what is reviewed', () => {
  const half = libraryDocument('fa', (index) => index % 2 === 0, 'reviewed');
  expect(buildEdition(half, detailsFor('fa'), languages).completeness).toEqual({
    segments: 17,
    translated: 8,
    reviewed: 8,
  });
  const draft = libraryDocument('fa', () => false, 'translated');
  expect(buildEdition(draft, detailsFor('fa'), languages).completeness.reviewed).toBe(0);
});

it('makes anchors that are XML ids, and each only once', () => {
  const ids = ['u12', '12', 'a b', 'ü', '', 'سلام', 'u_2', 'a_20_b'];
  const edition = build(ids.map((id) => plainUnit(id, ['a'], null)));
  const anchors = [...edition.units.values()].map(({ segments }) => segments[0]!.anchor);
  expect(anchors[0]).toBe('u12-s1');
  expect(new Set(anchors).size).toBe(ids.length);
  for (const anchor of anchors) expect(anchor).toMatch(/^[A-Za-z][\w-]*-s1$/);
});

describe('the outline', () => {
  const units = ['a', 'b', 'c'].map((id) => plainUnit(id, [id], null));
  const paragraph = (id: string): Block => ({ kind: 'paragraph', unit: unitId(id) });

  it('is a paragraph for each unit where the document has none', () => {
    expect(build(units).outline).toEqual(['a', 'b', 'c'].map(paragraph));
  });

  it('is that of the skeleton where only that has one', () => {
    const outline: Block[] = [{ kind: 'quote', blocks: ['a', 'b', 'c'].map(paragraph) }];
    const skeleton = {
      format: 'markdown',
      fileName: 'a.md',
      original: new Uint8Array(),
      ranges: new Map(),
      outline,
      hrefs: new Map(),
    };
    const edition = buildEdition({ ...documentOf(units), skeleton }, detailsFor('fa'), languages);
    expect(edition.outline).toEqual(outline);
  });

  it('loses no unit that it forgot and knows none that is not there', () => {
    const outline: Block[] = [paragraph('b'), paragraph('gone')];
    expect(build(units, outline).outline).toEqual(['b', 'a', 'c'].map(paragraph));
  });

  it('keeps what is nested too deep to show', () => {
    let deep: Block = paragraph('a');
    for (let depth = 0; depth < 5000; depth += 1) deep = { kind: 'quote', blocks: [deep] };
    expect(unitsOfBlocks(build(units, [deep]).outline)).toEqual(['a', 'b', 'c'].map(unitId));
  });
});

describe('the title', () => {
  const heading = plainUnit(
    'h',
    ['Heading', { code: 'standalone', id: '1', equiv: '[1]', text: '', subType: 'recto:note' }],
    ['سرآغاز'],
  );
  const outline: Block[] = [
    { kind: 'metadata', name: 'title', unit: unitId('t') },
    { kind: 'heading', level: 2, unit: unitId('h') },
  ];
  const title = plainUnit('t', ['Title'], ['عنوان']);

  it('is the one given, the front matter’s, the first heading’s, or the beginning of the text', () => {
    const given = buildEdition(
      documentOf([title, heading], outline),
      { ...detailsFor('fa'), title: 'G' },
      languages,
    );
    expect(given.title).toBe('G');
    expect(build([title, heading], outline).title).toBe('عنوان');
    expect(build([heading], outline.slice(1)).title).toBe('سرآغاز');
    expect(build([plainUnit('p', ['x'.repeat(200)], null)]).title).toBe(`${'x'.repeat(80)}…`);
    expect(build([]).title).toBe(detailsFor('fa').origin);
  });

  it('has no marks of notes and one line', () => {
    const edition = build([
      unit('h', [
        {
          kind: 'segment',
          id: segmentId('s1'),
          state: 'final',
          source: ['a\n b', ...heading.parts[0]!.source.slice(1)],
          target: null,
        },
      ]),
    ]);
    expect(plainText(edition.units.get(unitId('h')))).toBe('a b');
  });
});
