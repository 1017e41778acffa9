/** Bytes spliced where a text is patched are the bytes of the patched text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatches, type Patch } from '../../../server/formats/shared/xml/patch.ts';
import { addSplices, spliceBytes, type ByteSplice } from '../../../server/formats/shared/xml/splice-bytes.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });

/** Patches of a text that cut no character in two and do not overlap, in any order. */
const patched = text.chain((whole) => {
  const places = Array.from(whole).reduce((all, each) => [...all, (all.at(-1) ?? 0) + each.length], [0]);
  const cuts = fc.array(fc.constantFrom(...places), { maxLength: 8 });
  return fc.tuple(cuts, fc.array(text, { minLength: 4, maxLength: 4 })).chain(([offsets, texts]) => {
    const sorted = offsets.toSorted((a, b) => a - b);
    const patches = texts.flatMap((each, index): readonly Patch[] => {
      const [start, end] = [sorted[2 * index], sorted[2 * index + 1]];
      return start === undefined || end === undefined ? [] : [{ start, end, text: each }];
    });
    const order = fc.shuffledSubarray([...patches], { minLength: patches.length });
    return order.map((shuffled) => ({ whole, patches: shuffled }));
  });
});

test('for every text and all patches that do not overlap', () => {
  fc.assert(
    fc.property(text, patched, text, (before, { whole, patches }, after) => {
      const bytes = Buffer.from(before + whole + after);
      const splices: ByteSplice[] = [];
      addSplices(splices, whole, Buffer.byteLength(before), patches);
      const expected = before + applyPatches(whole, patches) + after;
      expect(spliceBytes(bytes, splices).toString()).toBe(expected);
    }),
  );
});

test('patches that overlap are a bug and are not written', () => {
  const overlapping: readonly Patch[] = [
    { start: 0, end: 2, text: 'a' },
    { start: 1, end: 3, text: 'b' },
  ];
  expect(() => applyPatches('چهار', overlapping)).toThrow('overlap');
  expect(() => {
    addSplices([], 'چهار', 0, overlapping);
  }).toThrow('overlap');
});
