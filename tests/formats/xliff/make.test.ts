/** What make writes is valid by the schemas, and reads back as the document that it was made of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../server/core/document/document.ts';
import type { Unit, UnitPart } from '../../../server/core/document/unit.ts';
import { compareStates, type State } from '../../../server/core/document/state.ts';
import { sameContent } from '../../../server/core/text/content.ts';
import type { BilingualFormat, MakeOptions } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { hasXmllint, schemaErrors, type SchemaVersion } from '../../support/xmllint.ts';
import { documents, language, readOptions, skeletonOf } from './documents.ts';

const CASES: readonly (readonly [SchemaVersion, BilingualFormat])[] = [
  ['1.2', xliff12],
  ['2.0', xliff2],
  ['2.1', xliff2],
  ['2.2', xliff2],
];

function options(version: string, document: Document, target: string): MakeOptions {
  return {
    version,
    sourceLanguage: language('en'),
    targetLanguage: language(target),
    fileName: 'a & "b".md',
    skeleton: skeletonOf(document),
    date: '2026-01-02T03:04:05Z',
  };
}

function made(format: BilingualFormat, version: string, document: Document, target = 'fa'): Uint8Array {
  const result = format.make(document, options(version, document, target));
  expect(result.problems).toEqual([]);
  return result.bytes!;
}

/**
 * What 1.2 can say of a unit: no empty targets beside others, one subState for all its segments, nothing between a
 * repeated source in state initial and no target; where it has a target, also between its segments.
 */
function asOf12(unit: Unit): Unit {
  const whole = unit.parts.length === 1 && unit.parts[0]?.kind === 'segment' && unit.parts[0].id === '1';
  const segments = unit.parts.filter((part) => part.kind === 'segment');
  const states = segments.map((segment): State => (segment.target === null ? 'initial' : segment.state));
  const lowest = states.reduce((a, b) => (compareStates(a, b) < 0 ? a : b));
  const subStates = new Set(segments.map((segment) => segment.subState));
  const hasTarget = unit.translate || unit.parts.some((part) => part.target !== null);
  const parts = unit.parts.map((part): UnitPart => {
    if (part.kind === 'ignorable') return hasTarget ? { ...part, target: part.target ?? part.source } : part;
    const { subState, ...rest } = part;
    const repeated =
      part.target !== null && part.state === 'initial' && sameContent(part.source, part.target);
    if (part.target === null || repeated || (!whole && part.target.length === 0)) {
      return { ...rest, target: null, state: 'initial' };
    }
    const state = whole ? lowest : part.state;
    const common = subStates.size === 1 && state === lowest ? subState : undefined;
    return { ...rest, state, ...(common === undefined ? {} : { subState: common }) };
  });
  return { ...unit, canResegment: true, parts };
}

describe.each(CASES)('XLIFF %s', (version, format) => {
  test('reads back what was made', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { document: back, problems } = format.read(made(format, version, document), readOptions);
        const expected = document.units.map((unit) =>
          version === '1.2' ? asOf12(unit) : { ...unit, sourceDirection: 'ltr', targetDirection: 'rtl' },
        );
        expect(back?.units.map((unit) => ({ ...unit, file: '' }))).toEqual(expected);
        expect(back?.variant).toBe(`XLIFF ${version}`);
        expect(back?.targetLanguage).toBe('fa');
        const skeleton = skeletonOf(document);
        expect(back?.skeleton).toEqual(skeleton);
        expect(back?.outline).toEqual(skeleton.outline);
        expect(problems.filter((each) => each.code !== 'nothing-translatable')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('is valid by the schema', () => {
    if (!hasXmllint()) return;
    const files = fc
      .sample(documents, { numRuns: 120, seed: 7 })
      .map((document, index) => made(format, version, document, index % 2 === 0 ? 'fa' : 'my'));
    const errors = schemaErrors(version, files).filter((error) => error !== '');
    expect(errors.slice(0, 3).join('\n')).toBe('');
  });
});
