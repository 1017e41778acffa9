/** What make writes is valid by the schemas, and reads back as the document that it was made of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../server/core/document/document.ts';
import { wholeDocument } from '../../../server/core/document/flat-units.ts';
import type { Unit, UnitPart } from '../../../server/core/document/unit.ts';
import { compareStates, type State } from '../../../server/core/document/state.ts';
import { sameContent } from '../../../server/core/text/content.ts';
import type { BilingualFormat, ExchangeProfile, MakeOptions } from '../../../server/formats/format.ts';
import { allProfiles } from '../../../server/formats/registry.ts';
import { hasXmllint, schemaErrors, type SchemaVersion } from '../../support/xmllint.ts';
import { documents, language, readOptions, skeletonOf } from './documents.ts';

function options(profile: ExchangeProfile, document: Document, target: string): MakeOptions {
  return {
    version: profile.version,
    layout: profile.layout,
    sourceLanguage: language('en'),
    targetLanguage: language(target),
    fileName: 'a & "b".md',
    skeleton: skeletonOf(document),
    date: '2026-01-02T03:04:05Z',
  };
}

function made(
  format: BilingualFormat,
  profile: ExchangeProfile,
  document: Document,
  target = 'fa',
): Uint8Array {
  const result = format.make(document, options(profile, document, target));
  expect(result.problems).toEqual([]);
  return result.bytes!;
}

/**
 * What 1.2 can say of a unit: no empty targets beside others, one subState for all its segments, nothing between a
 * repeated source in state initial and no target; where it has a target, also between its segments.
 */
function asOf12(unit: Unit, { untranslated }: ExchangeProfile['layout']): Unit {
  const whole = unit.parts.length === 1 && unit.parts[0]?.kind === 'segment' && unit.parts[0].id === '1';
  const segments = unit.parts.filter((part) => part.kind === 'segment');
  const states = segments.map((segment): State => (segment.target === null ? 'initial' : segment.state));
  const lowest = states.reduce((a, b) => (compareStates(a, b) < 0 ? a : b));
  const subStates = new Set(segments.map((segment) => segment.subState));
  const filled = untranslated === 'source' && unit.translate;
  const hasTarget = filled || segments.some((segment) => segment.target !== null);
  const parts = unit.parts.map((part): UnitPart => {
    if (part.kind === 'ignorable') {
      return { ...part, target: hasTarget ? (part.target ?? part.source) : null };
    }
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

/** Each unit that came of several segments has the maximum of them all. */
function withFlatLimits({ limits: given = [], ...unit }: Unit): Unit {
  const segments = unit.parts.filter((part) => part.kind === 'segment').length;
  const kept = given.flatMap((limit) =>
    segments === 1 ? limit : limit.maximum === null ? [] : { ...limit, minimum: 0 },
  );
  return kept.length === 0 ? unit : { ...unit, limits: kept };
}

/** What a unit of 1.2 that is one segment can say of it. */
function asOf12Flat(unit: Unit): Unit {
  const parts = unit.parts.map((part): UnitPart => {
    if (part.kind === 'ignorable') return part;
    const { subState, ...rest } = part;
    const repeated =
      part.target !== null && part.state === 'initial' && sameContent(part.source, part.target);
    if (part.target === null || repeated) return { ...rest, target: null, state: 'initial' };
    return { ...rest, ...(subState === undefined ? {} : { subState }) };
  });
  return { ...unit, canResegment: true, parts };
}

function expectedUnit(whole: Unit, { version, layout }: ExchangeProfile): Unit {
  const unit = layout.segments === 'as-units' ? withFlatLimits(whole) : whole;
  if (version !== '1.2') return { ...unit, sourceDirection: 'ltr', targetDirection: 'rtl' };
  return layout.segments === 'as-units' ? asOf12Flat(unit) : asOf12(unit, layout);
}

/** Notes of the segments of a flattened unit stand in the order of the segments. */
function sortedNotes(unit: Unit): Unit {
  const notes = unit.notes.map((note) => [JSON.stringify(Object.entries(note).sort()), note] as const);
  return { ...unit, notes: notes.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note) };
}

describe.each(allProfiles().map((found) => [found.profile.id, found] as const))(
  '%s',
  (_, { format, profile }) => {
    test('reads back what was made', () => {
      fc.assert(
        fc.property(documents, (document) => {
          const read = format.read(made(format, profile, document), readOptions);
          const back = read.document === null ? null : wholeDocument(read.document);
          const expected = document.units.map((unit) => expectedUnit(unit, profile));
          expect(back?.units.map((unit) => sortedNotes({ ...unit, file: '' }))).toEqual(
            expected.map(sortedNotes),
          );
          expect(back?.variant).toBe(`XLIFF ${profile.version}`);
          expect(back?.targetLanguage).toBe('fa');
          const { shapes, ...skeleton } = back!.skeleton!;
          expect(skeleton).toEqual(skeletonOf(document));
          expect(shapes !== undefined).toBe(profile.layout.segments === 'as-units');
          expect(back?.outline).toEqual(skeleton.outline);
          expect(read.problems.filter((each) => each.code !== 'nothing-translatable')).toEqual([]);
        }),
        { numRuns: 200 },
      );
    });

    test('is valid by our own rules', () => {
      for (const document of fc.sample(documents, { numRuns: 100, seed: 11 })) {
        const problems = format.validate?.(made(format, profile, document), { strict: true }) ?? [];
        const errors = problems.filter((each) => each.severity === 'error');
        // An annotation from one segment to another has half of it alone where only one of them is translated.
        expect(errors.filter(({ code }) => code !== 'rule-pair-missing')).toEqual([]);
      }
    });

    test('is valid by the schema', () => {
      if (!hasXmllint()) return;
      const files = fc
        .sample(documents, { numRuns: 120, seed: 7 })
        .map((document, index) => made(format, profile, document, index % 2 === 0 ? 'fa' : 'my'));
      const version = profile.version as SchemaVersion;
      const errors = schemaErrors(version, files).filter((error) => error !== '');
      expect(errors.slice(0, 3).join('\n')).toBe('');
    });
  },
);
