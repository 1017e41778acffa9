/** Which of some places moved: the fewest that explain the order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { risingSubsequence } from '../../server/core/document/receipt/in-order.ts';

it('the longest run in order is found', () => {
  expect([...risingSubsequence([2, 0, 1, 3])].toSorted()).toEqual([1, 2, 3]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 9 }), (values) => {
      const longest = (at: number, above: number): number =>
        at === values.length
          ? 0
          : Math.max(longest(at + 1, above), values[at]! > above ? 1 + longest(at + 1, values[at]!) : 0);
      const found = [...risingSubsequence(values)].toSorted((a, b) => a - b).map((index) => values[index]!);
      expect(found).toEqual([...found].toSorted((a, b) => a - b));
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(longest(0, -1));
    }),
  );
});
