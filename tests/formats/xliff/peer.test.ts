/** An independent reader (npm xliff) sees in what we make the same sources and targets. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { xliff12ToJs, xliff2js } from 'xliff';
import { segmentId, unitId } from '../../../server/core/document/ids.ts';
import type { Document } from '../../../server/core/document/document.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { language } from './documents.ts';

const text = z.object({ source: z.string(), target: z.string().nullish() }).partial();
const parsed = z.object({
  sourceLanguage: z.string(),
  targetLanguage: z.string(),
  resources: z.record(z.string(), z.record(z.string(), text)),
});

const PAIRS = [
  ['Hello, world!', 'سلام، دنیا!'],
  ['a < b & c > "d"', 'الف < ب'],
  ['  spaces \n kept ', 'မင်္ဂလာပါ'],
  ['untranslated', null],
] as const;

const document: Document = {
  format: 'markdown',
  variant: '',
  sourceLanguage: language('en'),
  targetLanguage: language('fa'),
  units: PAIRS.map(([source, target], index) => ({
    id: unitId(`u${index}`),
    file: '',
    name: '',
    translate: true,
    canResegment: true,
    notes: [],
    parts: [
      {
        kind: 'segment',
        id: segmentId('1'),
        state: target === null ? 'initial' : 'translated',
        source: [source],
        target: target === null ? null : [target],
      },
    ],
  })),
  outline: [],
  skeleton: null,
};

test.each([
  ['1.2', xliff12, xliff12ToJs],
  ['2.0', xliff2, xliff2js],
] as const)('XLIFF %s', async (version, format, parse) => {
  const { bytes } = format.make(document, {
    version,
    sourceLanguage: language('en'),
    targetLanguage: language('fa'),
    fileName: 'a.md',
    skeleton: null,
    date: '2026-01-02T03:04:05Z',
  });
  const seen = parsed.parse(await parse(new TextDecoder().decode(bytes)));
  expect(seen).toMatchObject({ sourceLanguage: 'en', targetLanguage: 'fa' });
  const [units = {}] = Object.values(seen.resources);
  PAIRS.forEach(([source, target], index) => {
    const { source: seenSource, target: seenTarget } = units[`u${index}`] ?? {};
    // 1.2 repeats the source where nothing is translated, for tools that fill only a target that is there.
    const repeated = version === '1.2' ? source : null;
    expect([seenSource, seenTarget ?? null]).toEqual([source, target ?? repeated]);
  });
});
