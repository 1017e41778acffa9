/** Segments split and joined in files: nothing is lost, nothing else moves, and joining takes splitting back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf, type Unit } from '../../../server/core/document/unit.ts';
import type { Resegmentation } from '../../../server/core/document/segmentation-edit.ts';
import { lengthOf } from '../../../server/core/text/edit-content.ts';
import { normalizeContent } from '../../../server/core/text/content.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { hasXmllint, schemaErrors } from '../../support/xmllint.ts';
import { documents, language, readOptions, skeletonOf } from './documents.ts';
import { fileOf, shorthand } from './duties.ts';

const fa = { targetLanguage: language('fa') };

function read(format: BilingualFormat, bytes: Uint8Array): readonly Unit[] {
  return format.read(bytes, readOptions).document?.units ?? [];
}

function change(format: BilingualFormat, bytes: Uint8Array, unit: Unit, resegment: Resegmentation) {
  const written = format.write(bytes, [{ unit: unit.id, segments: [], resegment }], fa);
  return { bytes: written.bytes!, codes: written.problems.map((each) => each.code) };
}

/** What the segmentation must not change: the source as a whole, and all of the target but the space at the cut. */
function wholes(unit: Unit): readonly string[] {
  const source = normalizeContent(unit.parts.flatMap((part) => part.source));
  const target = normalizeContent(segmentsOf(unit).flatMap((part) => part.target ?? []));
  return [shorthand(source), shorthand(target).replace(/\s/gu, '')];
}

function contents(unit: Unit): unknown {
  return unit.parts.map(({ kind, source, target }) => [kind, shorthand(source), target && shorthand(target)]);
}

describe.each([
  ['1.2', xliff12],
  ['2.1', xliff2],
] as const)('XLIFF %s', (version, format) => {
  test('a split keeps the texts, a join takes it back', () => {
    const files: Uint8Array[] = [];
    let done = 0;
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), fc.nat(), (generated, which, at, other) => {
        const units = generated.units.map((unit) => ({ ...unit, translate: true, canResegment: true }));
        const document = { ...generated, units };
        const made = format.make(document, {
          version,
          sourceLanguage: language('en'),
          targetLanguage: language('fa'),
          fileName: 'a.md',
          skeleton: skeletonOf(document),
          date: '2026-01-02T03:04:05Z',
        }).bytes!;
        const before = read(format, made);
        const unit = before[0]!;
        const index = which % segmentsOf(unit).length;
        const segment = segmentsOf(unit)[index]!;
        const source = at % (lengthOf(segment.source) + 1);
        const target = segment.target === null ? null : other % (lengthOf(segment.target) + 1);
        const split = change(format, made, unit, { kind: 'split', segment: index, source, target });
        if (split.codes.length > 0) {
          expect(split.codes).toEqual(['resegment-impossible']);
          expect(Buffer.from(split.bytes).equals(made)).toBe(true);
          return;
        }
        done += 1;
        if (files.length < 40) files.push(split.bytes);
        const cut = read(format, split.bytes);
        expect(wholes(cut[0]!)).toEqual(wholes(unit));
        expect(segmentsOf(cut[0]!)).toHaveLength(segmentsOf(unit).length + 1);
        expect(cut.slice(1)).toEqual(before.slice(1));
        expect(cut[0]!.notes).toEqual(unit.notes);
        const joined = change(format, split.bytes, unit, { kind: 'join', segment: index });
        expect(joined.codes).toEqual([]);
        expect(contents(read(format, joined.bytes)[0]!)).toEqual(contents(unit));
      }),
      { numRuns: 400 },
    );
    expect(done).toBeGreaterThan(40);
    if (!hasXmllint()) return;
    expect(schemaErrors(version, files).filter((error) => error !== '')).toEqual([]);
  });
});

/** Segments of two sentences, some with an element too many. */
const GOOD = '<segment><source>A b. C d.</source><target>E f. G h.</target></segment>';
const bad = (inner: string): string => `<segment><source>A b. C d.</source>${inner}</segment>`;

describe('a second source or target in a segment', () => {
  const split: Resegmentation = { kind: 'split', segment: 0, source: 5, target: null };
  const join: Resegmentation = { kind: 'join', segment: 0 };
  test.each<readonly [string, string, Resegmentation, readonly string[]]>([
    ['none', bad(''), split, []],
    ['source', bad('<source>E f.</source>'), split, ['resegment-impossible']],
    ['target', bad('<target/><target>E</target>'), split, ['resegment-impossible']],
    ['none', GOOD + GOOD, join, []],
    ['source in the first', bad('<source>E</source>') + GOOD, join, ['resegment-impossible']],
    [
      'target in the second',
      GOOD + bad('<target>E</target><target>F</target>'),
      join,
      ['resegment-impossible'],
    ],
    [
      'source between',
      `${GOOD}<ignorable><source> </source><source>x</source></ignorable>${GOOD}`,
      join,
      ['resegment-impossible'],
    ],
  ])('%s: %s', (_, segments, resegment, expected) => {
    const text = fileOf(xliff2, `<unit id="1">${segments}</unit>`);
    const bytes = new TextEncoder().encode(text);
    const { codes, bytes: after } = change(xliff2, bytes, read(xliff2, bytes)[0]!, resegment);
    expect(codes).toEqual(expected);
    expect(Buffer.from(after).equals(bytes)).toBe(expected.length > 0);
  });
});
