/** Units cut into one a segment come together again, whatever a tool made of them in between. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/core/document/document.ts';
import { flattenUnits, joinUnits, shapesOf } from '../../server/core/document/flat-units.ts';
import { restoreDocument } from '../../server/core/document/restore.ts';
import { segmentId, unitId } from '../../server/core/document/ids.ts';
import type { Note, Segment, Unit } from '../../server/core/document/unit.ts';

function segment(id: string, source: string, target: string | null = null): Segment {
  const state = target === null ? 'initial' : 'translated';
  return {
    kind: 'segment',
    id: segmentId(id),
    state,
    source: [source],
    target: target === null ? null : [target],
  };
}

function unit(id: string, parts: Unit['parts'], notes: readonly Note[] = []): Unit {
  return { id: unitId(id), file: '', name: '', translate: true, canResegment: true, notes, parts };
}

const space = { kind: 'ignorable', source: [' '], target: null } as const;

function documentOf(...units: readonly Unit[]): Document {
  return {
    ...{ format: 'markdown', variant: '', sourceLanguage: null, targetLanguage: null },
    ...{ units, outline: [], skeleton: null },
  };
}

const document = documentOf(
  unit(
    'a',
    [segment('s1', 'One.'), space, segment('s2', 'Two.')],
    [
      { text: 'of the unit' },
      { text: 'of the second', segment: segmentId('s2') },
      { text: 'of nothing', segment: segmentId('s9') },
    ],
  ),
  unit('a.s2', [segment('s1', 'Its id is taken.')]),
  unit('b', [space, segment('s1', 'Only one.'), space]),
  unit('c', [space]),
);
const flat = flattenUnits(document);
const shapes = shapesOf(document);

function idsOf({ units }: Document): readonly string[] {
  return units.map(({ id }) => id);
}

describe('flattening', () => {
  it('gives each segment a unit with an id of its own', () => {
    expect(idsOf(flat)).toEqual(['a.s1', 'a.s2-2', 'a.s2', 'b']);
    expect(flat.units.map(({ parts }) => parts.length)).toEqual([1, 1, 1, 1]);
  });

  it('is undone by joining, with the white space between', () => {
    expect(joinUnits(flat, shapes).units.map(({ id, parts }) => ({ id, parts }))).toEqual(
      document.units.map(({ id, parts }) => ({ id, parts })),
    );
    const texts = joinUnits(flat, shapes).units[0]!.notes.map(({ text }) => text);
    expect(texts.sort()).toEqual(['of nothing', 'of the second', 'of the unit']);
  });

  it('leaves what was never flat as it is', () => {
    expect(joinUnits(document, shapes)).toEqual(document);
  });
});

describe('restoring', () => {
  const skeleton = {
    ...{ format: 'markdown', fileName: 'a.md', original: new Uint8Array(40), outline: [], hrefs: new Map() },
    ranges: new Map([[unitId('a'), [0, 4, 4, 5, 5, 9]]]),
    shapes: new Map([...shapes].slice(0, 1)),
  };

  it('places the segments of a flat file, with the white space between', () => {
    const { document: restored, problems } = restoreDocument({
      ...flat,
      units: flattenUnits(documentOf(document.units[0]!)).units,
      skeleton,
    });
    expect(restored?.units[0]?.parts.map(({ range }) => range?.start)).toEqual([0, 4, 5]);
    expect(problems).toEqual([]);
  });

  it('leaves out and reports a unit of which a segment is missing', () => {
    const { document: restored, problems } = restoreDocument({
      ...flat,
      units: flat.units.slice(0, 1),
      skeleton,
    });
    expect(restored?.units).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['xliff-skeleton-mismatch']);
  });
});

describe('joining what a tool sent back', () => {
  it('takes units in any order, and those that it does not know at the end', () => {
    const stray = unit('new', [segment('1', 'Theirs.')]);
    const back = joinUnits({ ...flat, units: [stray, ...[...flat.units].reverse()] }, shapes);
    expect(idsOf(back)).toEqual(['a', 'a.s2', 'b', 'c', 'new']);
  });

  it('leaves a lost segment out and the others in their places', () => {
    const back = joinUnits({ ...flat, units: flat.units.slice(1) }, shapes);
    expect(back.units[0]!.parts).toEqual([space, segment('s2', 'Two.')]);
    expect(idsOf(joinUnits({ ...flat, units: flat.units.slice(2) }, shapes))).toEqual(['a.s2', 'b', 'c']);
  });

  it('names a segment again and lets its unit keep the white space that it has', () => {
    const own = unit('b', [{ ...space, source: ['\t'] }, segment('7', 'Only one.', 'تنها یکی.')]);
    const back = joinUnits({ ...flat, units: [own] }, shapes);
    expect(back.units[0]!.parts).toEqual([own.parts[0], segment('s1', 'Only one.', 'تنها یکی.')]);
  });

  it('puts together what was cut further', () => {
    const cut = unit('a.s1', [segment('1', 'O', 'ی'), space, segment('2', 'ne.')]);
    const back = joinUnits({ ...flat, units: [cut, ...flat.units.slice(1)] }, shapes);
    expect(back.units[0]!.parts[0]).toMatchObject({ id: 's1', source: ['O ne.'], target: ['ی ne.'] });
  });

  it('knows a new note for the segment it stands at', () => {
    const noted = flat.units.map((each) => ({ ...each, notes: [...each.notes, { text: 'new' }] }));
    const all = joinUnits({ ...flat, units: noted }, shapes).units[0]!.notes;
    expect(all.filter(({ text }) => text === 'new')).toEqual([
      { text: 'new' },
      { text: 'new', segment: 's2' },
    ]);
  });
});
