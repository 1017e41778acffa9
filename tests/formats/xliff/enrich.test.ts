/** Matches, terms and history go out schema-valid, and nothing of them is read back as text of the document. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../server/core/document/document.ts';
import type { Enrichment } from '../../../server/core/document/enrichment.ts';
import { segmentsOf, type Unit } from '../../../server/core/document/unit.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { hasXmllint, schemaErrors, type SchemaVersion } from '../../support/xmllint.ts';
import { documents, language, readOptions } from './documents.ts';

const CASES: readonly (readonly [SchemaVersion, BilingualFormat])[] = [
  ['1.2', xliff12],
  ['2.0', xliff2],
  ['2.1', xliff2],
  ['2.2', xliff2],
];

/** Each segment is offered its own source with a target of another, and has had a version before. */
function enrichmentOf(unit: Unit): Enrichment {
  const segments = segmentsOf(unit);
  return {
    matches: segments.map(({ id, source, target }) => ({
      segment: id,
      source,
      target: target ?? [...source, ' «ترجمه» \u000c'],
      similarity: 99.5,
      origin: 'book "1" & <2>.tmx',
    })),
    terms: [
      { source: 'mutual aid', target: 'همیاری', note: '' },
      { source: 'a < b', target: 'အပြန်အလှန်', note: 'say "so" & not <so>' },
    ],
    revisions: segments.map(({ id, source, state }) => ({
      segment: id,
      target: source,
      state,
      author: 'مریم <m@example.org>',
      at: '2026-01-02T03:04:05.000Z',
    })),
  };
}

function made(format: BilingualFormat, version: string, document: Document, enriched: boolean): Uint8Array {
  const { bytes, problems } = format.make(document, {
    version,
    sourceLanguage: language('en'),
    targetLanguage: language('fa'),
    fileName: 'a.md',
    skeleton: null,
    date: '2026-01-02T03:04:05Z',
    ...(enriched
      ? { enrichments: new Map(document.units.map((unit) => [unit.id, enrichmentOf(unit)])) }
      : {}),
  });
  expect(problems).toEqual([]);
  return bytes!;
}

describe.each(CASES)('XLIFF %s', (version, format) => {
  test('is valid by the schema with everything that is known', () => {
    if (!hasXmllint()) return;
    const files = fc
      .sample(documents, { numRuns: 120, seed: 11 })
      .map((document) => made(format, version, document, true));
    const errors = schemaErrors(version, files).filter((error) => error !== '');
    expect(errors.slice(0, 3).join('\n')).toBe('');
  });

  test('reads back as the document alone', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const plain = format.read(made(format, version, document, false), readOptions).document!;
        const rich = format.read(made(format, version, document, true), readOptions).document!;
        const withoutTerms = rich.units.map((unit) => ({
          ...unit,
          notes: unit.notes.filter(({ category }) => category !== 'term'),
        }));
        expect(withoutTerms).toEqual(plain.units);
      }),
      { numRuns: 100 },
    );
  });

  test('offers each segment its match', () => {
    const [document] = fc.sample(documents, { numRuns: 1, seed: 5 });
    const text = new TextDecoder().decode(made(format, version, document!, true));
    // The form feed in the others' targets is nothing that 1.2 can hold.
    const offerable = document!.units
      .flatMap(segmentsOf)
      .filter((segment) => version !== '1.2' || segment.target !== null);
    const offered =
      version === '1.2' ? /match-quality="99.5"/g : /<mtc:match ref="#[^"]+" similarity="99.5"/g;
    expect(text.match(offered)?.length).toBe(offerable.length);
    expect(text).toContain('همیاری');
  });
});
