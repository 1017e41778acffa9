/** No act by hand can lose or double a segment, and each is undone to the very same links. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPatch, editLinks, undoOf, type LinkEdit } from '../../../server/core/alignment/edit-links.ts';
import { linksCover, type Link } from '../../../server/core/alignment/link.ts';

const links = fc.array(
  fc
    .record({
      source: fc.nat(3),
      target: fc.nat(3),
      confidence: fc.constantFrom(0, 0.5, 0.9, 1),
      confirmed: fc.boolean(),
    })
    .filter(({ source, target }) => source + target > 0),
  { maxLength: 8 },
);
const place = fc.integer({ min: -1, max: 9 });
const edits: fc.Arbitrary<LinkEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('merge' as const, 'unlink' as const, 'confirm' as const), link: place }),
  fc.record({ kind: fc.constant('split' as const), link: place, source: place, target: place }),
  fc.record({
    kind: fc.constant('move' as const),
    link: place,
    side: fc.constantFrom('source' as const, 'target' as const),
    to: fc.constantFrom('previous' as const, 'next' as const),
  }),
  fc.constant({ kind: 'confirm-sure' as const }),
);

function count(all: readonly Link[], side: 'source' | 'target'): number {
  return all.reduce((total, link) => total + link[side], 0);
}

it('keeps every segment, and is undone', () => {
  fc.assert(
    fc.property(links, edits, (before, edit) => {
      const patch = editLinks(before, edit);
      if (patch === null) return;
      const after = applyPatch(before, patch);
      expect(after).not.toEqual(before);
      expect(linksCover(after, count(before, 'source'), count(before, 'target'))).toBe(true);
      expect(applyPatch(after, undoOf(patch))).toEqual(before);
    }),
    { numRuns: 2_000 },
  );
});
