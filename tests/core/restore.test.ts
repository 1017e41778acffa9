import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/core/document/document.ts';
import { segmentId, unitId } from '../../server/core/document/ids.ts';
import { restoreDocument, skeletonOf } from '../../server/core/document/restore.ts';
import { segmentsOf, type Segment, type UnitPart } from '../../server/core/document/unit.ts';
import { markdown } from '../../server/formats/markdown/index.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import { readOrFail } from '../contracts/format.ts';

const bytes = Buffer.from('# Head\n\nOne. Two.\n');
const original = readOrFail(markdown, bytes);

function exchanged(change: (document: Document) => Document = (document) => document): Document {
  const bare = original.units.map((unit) => ({
    ...unit,
    file: 'f1',
    parts: unit.parts.map((part): UnitPart => {
      const { range, ...rest } = part;
      expect(range).toBeDefined();
      return rest;
    }),
  }));
  const skeleton = skeletonOf(original, bytes, 'text.md');
  return change({ ...original, format: 'xliff2', outline: [], units: bare, skeleton });
}

describe('restoreDocument', () => {
  it('gives back the document that the skeleton was made of', () => {
    const { document, problems } = restoreDocument(exchanged());
    expect(problems).toEqual([]);
    expect(document).toEqual({ ...original, variant: '' });
  });

  it('makes one segment of a unit that was cut anew, and keeps its translation', () => {
    const joined: Segment = {
      kind: 'segment',
      id: segmentId('x'),
      state: 'reviewed',
      source: ['One. Two.'],
      target: ['یک و دو.'],
    };
    const { document, problems } = restoreDocument(
      exchanged((sent) => ({
        ...sent,
        targetLanguage: parseLanguageTag('fa'),
        units: sent.units.map((unit) => (unit.id === 'u2' ? { ...unit, parts: [joined] } : unit)),
      })),
    );
    expect(problems).toEqual([]);
    expect(document?.units[1]?.parts).toEqual([{ ...joined, range: { start: 8, end: 17 } }]);
    const unit = document!.units[1]!;
    const update = { unit: unit.id, segments: segmentsOf(unit).map(({ target }) => ({ target: target! })) };
    const written = markdown.write(bytes, document!, [update], { targetLanguage: parseLanguageTag('fa')! });
    expect(Buffer.from(written.bytes!).toString()).toBe('# Head\n\nیک و دو.\n');
  });

  it('reports units that only one side knows, and leaves them out', () => {
    const { document, problems } = restoreDocument(
      exchanged((sent) => {
        const [first, ...others] = sent.units;
        return { ...sent, units: [{ ...first!, id: unitId('other') }, ...others] };
      }),
    );
    expect(document?.units.map((unit) => unit.id)).toEqual(['u2']);
    expect(problems.map(({ code, place }) => [code, place?.path])).toEqual([
      ['xliff-skeleton-mismatch', 'unit other'],
      ['xliff-skeleton-mismatch', 'unit u1'],
    ]);
  });

  it.each([[[]], [[0]], [[0, 99]], [[-1, 2]], [[5, 2]], [[0, 1.5]], [[0, 2, 3, 4]], [[0, NaN]]])(
    'refuses the places %j',
    (places) => {
      const { document, problems } = restoreDocument(
        exchanged((sent) => ({
          ...sent,
          skeleton: {
            ...sent.skeleton!,
            ranges: new Map([...sent.skeleton!.ranges, [unitId('u1'), places]]),
          },
        })),
      );
      expect(problems.map(({ code }) => code)).toEqual(['xliff-skeleton-broken']);
      expect(document?.units.map((unit) => unit.id)).toEqual(['u2']);
    },
  );

  it('says that there is no skeleton', () => {
    const { document, problems } = restoreDocument({ ...exchanged(), skeleton: null });
    expect(document).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['xliff-no-skeleton']);
  });
});
