/** Terms are marked in what we make of 2.x, and nobody but the tool that the file goes to ever sees the marks. */
import { describe, expect, test } from 'vitest';
import { findWord } from '../../../server/core/document/find-word.ts';
import { segmentId, unitId } from '../../../server/core/document/ids.ts';
import type { Document } from '../../../server/core/document/document.ts';
import type { Term } from '../../../server/core/document/enrichment.ts';
import type { Unit } from '../../../server/core/document/unit.ts';
import type { Content } from '../../../server/core/text/content.ts';
import type { UnitUpdate } from '../../../server/core/document/update.ts';
import { hasErrors } from '../../../server/core/problem.ts';
import { SEGMENTED } from '../../../server/formats/xliff2/profiles.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { hasXmllint, schemaErrors } from '../../support/xmllint.ts';
import { language, readOptions, skeletonOf } from './documents.ts';

const fa = { targetLanguage: language('fa') };
const TERMS: readonly Term[] = [
  { source: 'aid', target: 'یاری', note: '' },
  { source: 'mutual aid', target: 'همیاری', note: 'K.' },
  { source: 'C++ (x)', target: 'سی', note: '' },
  { source: 'absent', target: 'غایب', note: '' },
];
const OPEN = { code: 'open', id: '1', equiv: '', text: '<b>' } as const;
const CLOSE = { ...OPEN, code: 'close', text: '</b>' } as const;
const SOURCE: Content = ['Mutual aid & ', OPEN, 'first aid', CLOSE, '. In c++ (X) too.'];

function documentOf(source: Content, id = 's1'): Document {
  const unit: Unit = {
    id: unitId('u1'),
    file: '',
    name: '',
    translate: true,
    canResegment: true,
    notes: [],
    parts: [{ kind: 'segment', id: segmentId(id), state: 'initial', source, target: null }],
  };
  const [sourceLanguage, targetLanguage] = [language('en'), null];
  const base = { format: 'markdown', variant: '', outline: [], skeleton: null };
  return { ...base, sourceLanguage, targetLanguage, units: [unit] };
}

function make(document: Document, terms: readonly Term[], version = '2.1', flat = false): string {
  const { bytes } = xliff2.make(document, {
    version,
    layout: flat ? { ...SEGMENTED, segments: 'as-units' } : SEGMENTED,
    sourceLanguage: language('en'),
    targetLanguage: language('fa'),
    fileName: 'a.md',
    skeleton: skeletonOf(document),
    date: '2026-01-02T03:04:05Z',
    enrichments: new Map([[unitId('u1'), { matches: [], terms, revisions: [] }]]),
  });
  return new TextDecoder().decode(bytes);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): readonly Unit[] => xliff2.read(utf8(text), readOptions).document!.units;

function write(text: string, update: Omit<UnitUpdate, 'unit'>) {
  const { bytes, problems } = xliff2.write(utf8(text), [{ unit: unitId('u1'), ...update }], fa);
  return { text: new TextDecoder().decode(bytes), codes: problems.map(({ code }) => code) };
}

describe.each(['2.0', '2.1', '2.2'] as const)('XLIFF %s', (version) => {
  const text = make(documentOf(SOURCE), TERMS, version);

  test('marks each term once, the longer first, and its entry points there', () => {
    expect(text).toContain('<mrk id="recto-term-1" type="term">Mutual aid</mrk> &amp; ');
    expect(text).toContain('first <mrk id="recto-term-3" type="term">aid</mrk></pc>. In ');
    expect(text).toContain('<mrk id="recto-term-2" type="term">c++ (X)</mrk> too.');
    const entries = [...text.matchAll(/<gls:glossEntry([^>]*)>\s*<gls:term>([^<]*)/gu)];
    expect(entries.map(([, ref = '', term]) => `${term}${ref}`)).toEqual([
      'aid ref="#recto-term-3"',
      'mutual aid ref="#recto-term-1"',
      'C++ (x) ref="#recto-term-2"',
      'absent',
    ]);
  });

  test('is valid and reads as if there were no marks', () => {
    expect(hasErrors(xliff2.validate?.(utf8(text), { strict: true }) ?? [])).toBe(false);
    expect(read(text)).toEqual(read(make(documentOf(SOURCE), [], version)));
    if (hasXmllint()) expect(schemaErrors(version, [utf8(text)])).toEqual(['']);
  });
});

test.each<readonly [string, string]>([
  [
    'copied',
    '<mrk id="recto-term-1" type="term">همیاری</mrk> و <mrk id="recto-term-3" type="term">یاری</mrk>',
  ],
  ['as points', '<sm id="recto-term-1" type="term"/>همیاری<em startRef="recto-term-1"/> و یاری'],
  ['crossing nothing, empty', 'همیاری<mrk id="recto-term-1" type="term"></mrk> و یاری'],
])('a mark that a tool put into a target is dropped, its text kept: %s', (_, target) => {
  const text = make(documentOf(SOURCE), TERMS).replace('</source>', `</source><target>${target}</target>`);
  expect(read(text)[0]!.parts[0]!.target).toEqual(['همیاری و یاری']);
  expect(write(text, { segments: [{}] }).text).toBe(text);
  const written = write(text, { segments: [{ target: ['نو'] }] });
  expect(written.codes.filter((code) => code !== 'code-missing')).toEqual([]);
  expect(written.text).toContain('<target>نو</target>');
});

test('splits and joins beside a mark as without one, and never inside', () => {
  const [marked, plain] = [make(documentOf(SOURCE), TERMS), make(documentOf(SOURCE), [])];
  const ends = SOURCE.reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  let [refused, done] = [0, 0];
  for (let source = 1; source < ends; source += 1) {
    const resegment = { kind: 'split', segment: 0, source, target: null } as const;
    const expected = write(plain, { segments: [], resegment });
    const split = write(marked, { segments: [], resegment });
    if (split.codes.length > 0) {
      expect(split).toEqual({ text: marked, codes: ['resegment-impossible'] });
      refused += 1;
      continue;
    }
    done += 1;
    expect(read(split.text)).toEqual(read(expected.text));
    const joined = write(split.text, { segments: [], resegment: { kind: 'join', segment: 0 } });
    expect(joined.codes).toEqual([]);
    expect(read(joined.text)[0]!.parts).toHaveLength(1);
    expect(joined.text.match(/<mrk /gu)).toHaveLength(3);
  }
  expect([done > 15, refused > 15]).toEqual([true, true]);
});

test('marks nothing for readers that keep one text a unit, nor where a unit has such ids itself', () => {
  expect(make(documentOf(SOURCE), TERMS, '2.0', true)).not.toContain('<mrk');
  expect(make(documentOf(SOURCE, 'recto-term-1'), TERMS)).not.toContain('<mrk');
});

test.each<readonly [string, string, string | null]>([
  ['The AID of aid', 'aid', 'AID'],
  ['first-aid', 'aid', 'aid'],
  ['laid', 'aid', null],
  ['می‌رود', 'رود', null],
  ['کتاب خوب', 'کتاب', 'کتاب'],
  ['ကို', 'က', null],
  ['အပြန်အလှန်ကူညီ', 'အလှန်', 'အလှန်'],
  ['a. b', 'a.', 'a.'],
  ['axb', 'a.b', null],
])('the place of a term: %s', (text, term, expected) => {
  const found = findWord(text, term);
  expect(found === null ? null : text.slice(found.start, found.end)).toBe(expected);
});
