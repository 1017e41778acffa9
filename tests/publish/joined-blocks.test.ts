/**
 * Where an aligned text has one translation for several blocks, no edition has an empty block: the bilingual one shows
 * the sources together beside it, the others leave out what stands elsewhere and keep the numbers of lists.
 */
import { expect, it } from 'vitest';
import { alignedDocument } from '../../server/core/alignment/aligned-document.ts';
import { sideOf, type Side } from '../../server/core/alignment/side.ts';
import type { Block } from '../../server/core/document/block.ts';
import type { Document } from '../../server/core/document/document.ts';
import { unitId } from '../../server/core/document/ids.ts';
import { buildEdition } from '../../server/core/publish/build-edition.ts';
import { bilingualHtmlEdition, htmlEdition } from '../../server/publish/html/index.ts';
import { detailsFor, libraryDocument, plainUnit, tag, toolsFor } from '../support/edition-fixtures.ts';

const paragraph = (id: string): Block => ({ kind: 'paragraph', unit: unitId(id) });

function textOf(language: 'en' | 'fa', texts: readonly string[], outline: readonly Block[]): Document {
  const units = texts.map((text, index) => plainUnit(`u${index + 1}`, [text], null, 'initial'));
  return { ...libraryDocument('fa'), sourceLanguage: tag(language), targetLanguage: null, units, outline };
}

/** Links as counts of both sides. */
const LINKS = [
  [1, 1],
  [2, 1],
  [2, 1],
  [2, 1],
  [1, 1],
] as const;

function edition(bilingual: boolean): string {
  const source = textOf(
    'en',
    ['Title', 'One.', 'Two.', 'Heading', 'Three.', 'Item a', 'Item b', 'Item c'],
    [
      { kind: 'heading', level: 1, unit: unitId('u1') },
      paragraph('u2'),
      paragraph('u3'),
      { kind: 'heading', level: 2, unit: unitId('u4') },
      paragraph('u5'),
      {
        kind: 'list',
        ordered: true,
        start: 1,
        items: [[paragraph('u6')], [paragraph('u7')], [paragraph('u8')]],
      },
    ],
  );
  const target = textOf('fa', ['عنوان', 'یک و دو.', 'سه.', 'الف و ب', 'پ'], []);
  const sides: readonly [Side, Side] = [sideOf(source, tag('en')), sideOf(target, tag('fa'))];
  const links = LINKS.map(([s, t]) => ({ source: s, target: t, confidence: 1, confirmed: true }));
  const { document } = alignedDocument(source, tag('fa'), ...sides, links);
  const made = buildEdition(document, detailsFor('fa'), {
    ...{ language: tag('fa'), sourceLanguage: tag('en'), bilingual },
  });
  const publisher = bilingual ? bilingualHtmlEdition : htmlEdition;
  return new TextDecoder().decode(publisher.publish(made, toolsFor('fa')).bytes);
}

it('has no empty block, and every text once', () => {
  for (const bilingual of [false, true]) {
    const html = edition(bilingual);
    expect(html).not.toMatch(/<(p|li|h\d|div|ol)\b[^>]*>\s*<\/\1>/u);
    for (const text of ['یک و دو.', 'سه.', 'الف و ب', 'پ'])
      expect(html.split(`>${text}</span>`)).toHaveLength(2);
  }
});

it('shows the sources of a joined translation together beside it', () => {
  const cells = [...edition(true).matchAll(/<div class="source"[^>]*>(.*?)<\/div>/gsu)].map(([, cell = '']) =>
    cell
      .replace(/<[^>]+>/gu, ' ')
      .trim()
      .split(/\s{2,}/u),
  );
  expect(cells).toEqual(
    expect.arrayContaining([['One.', 'Two.'], ['Heading', 'Three.'], ['Item a', 'Item b'], ['Item c']]),
  );
});

it('keeps the number of what follows an item that stands elsewhere', () => {
  expect(edition(false)).toMatch(/<li value="3"><span[^>]*>پ<\/span><\/li>/u);
});
