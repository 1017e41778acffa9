/** Alignments in work: texts and links as they were given, changed only from the version that was seen. */
import { describe, expect, it } from 'vitest';
import type { Link } from '../../../server/core/alignment/link.ts';
import { segmentId, unitId } from '../../../server/core/document/ids.ts';
import type { NewAlignment } from '../../../server/store/alignment-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { tag } from '../../support/workbench.ts';

let made = 0;

function sample(changes: Partial<NewAlignment> = {}): NewAlignment {
  made += 1;
  const segment = (text: string, index: number) => ({
    content: [text, { code: 'standalone' as const, id: 'x', equiv: '', text: '<br/>' }],
    unit: unitId(`u${index}`),
    segment: segmentId('s1'),
    paragraph: index,
    role: 'heading-2' as const,
    before: ' ',
  });
  return {
    id: `alignment-${process.pid}-${made}`,
    sourceFile: 'a \u0000.md',
    targetFile: 'ب.md',
    sourceLanguage: tag('en'),
    targetLanguage: tag('fa'),
    author: 'Zahra \ud800',
    at: made,
    createdAt: made,
    links: [link(1, 1), link(1, 0), link(0, 1)],
    sides: {
      source: { language: tag('en'), segments: ['One \u0000 \ud800', 'Two'].map(segment) },
      target: { language: tag('fa'), segments: ['یک', 'دو'].map(segment) },
    },
    document: new Uint8Array([60, 0, 255]),
    ...changes,
  };
}

function link(source: number, target: number, changes: Partial<Link> = {}): Link {
  return { source, target, confidence: 0.625, confirmed: false, ...changes };
}

export function aligningContract(store: () => Store): void {
  const alignments = () => store().alignments;

  describe('an alignment', () => {
    it('comes back as it was given, whatever is in its texts', async () => {
      const given = sample();
      await alignments().addAlignment(given);
      const { sides, document, links, ...summary } = given;
      expect(await alignments().findAlignment(given.id)).toEqual({ ...summary, links, version: 1, undo: [] });
      expect(await alignments().readSides(given.id)).toEqual(sides);
      expect(await alignments().readAlignedDocument(given.id)).toEqual(document);
      expect(await alignments().listAlignments()).toContainEqual({ ...summary, version: 1 });
    });

    it('is listed by its last change', async () => {
      const [older, newer] = [sample({ at: 5_000_000 }), sample({ at: 6_000_000 })];
      await alignments().addAlignment(newer);
      await alignments().addAlignment(older);
      const ids = (await alignments().listAlignments()).map(({ id }) => id);
      expect(ids.slice(0, 2)).toEqual([newer.id, older.id]);
    });

    it('changes only from the version that was seen', async () => {
      const given = sample();
      await alignments().addAlignment(given);
      const change = {
        links: [link(2, 2, { confirmed: true, confidence: 1 })],
        undo: [{ at: 0, before: [link(2, 2)], after: given.links }],
        author: 'Ma Thida',
        at: 99,
      };
      expect(await alignments().updateAlignment(given.id, 1, change)).toBe(true);
      expect(await alignments().updateAlignment(given.id, 1, { ...change, author: 'late' })).toBe(false);
      expect(await alignments().findAlignment(given.id)).toMatchObject({ ...change, version: 2 });
    });

    it('goes with all that it has', async () => {
      const { id } = sample();
      expect(await alignments().deleteAlignment(id)).toBe(false);
      await alignments().addAlignment(sample({ id }));
      expect(await alignments().deleteAlignment(id)).toBe(true);
      expect(await alignments().findAlignment(id)).toBeNull();
      expect(await alignments().readSides(id)).toBeNull();
      expect(await alignments().readAlignedDocument(id)).toBeNull();
      expect(await alignments().updateAlignment(id, 1, { links: [], undo: [], author: '', at: 1 })).toBe(
        false,
      );
    });
  });
}
