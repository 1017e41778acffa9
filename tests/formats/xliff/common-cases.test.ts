/** What writing asks first, because it mostly is so, says the same as what it asks otherwise. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codesOf,
  normalizeContent,
  sameContent,
  type Content,
  type InlineCode,
} from '../../../server/core/text/content.ts';
import { isWellNested, nestedPositions } from '../../../server/formats/shared/xliff/nesting.ts';

const code = fc
  .tuple(
    fc.constantFrom('open', 'close', 'standalone', 'marker-open', 'marker-close'),
    fc.constantFrom('1', '2', '3'),
  )
  .map(([kind, id]): InlineCode => {
    const base = { id, equiv: '', text: '' };
    if (kind === 'marker-open') return { ...base, code: 'marker', edge: 'open' };
    if (kind === 'marker-close') return { ...base, code: 'marker', edge: 'close' };
    return { ...base, code: kind === 'open' ? 'open' : kind === 'close' ? 'close' : 'standalone' };
  });
const content: fc.Arbitrary<Content> = fc.array(
  fc.oneof(fc.constantFrom('', 'متن', 'နွေ'), { arbitrary: code, weight: 3 }),
  { maxLength: 9 },
);

test('pairs nest well where every half of an element is nested', () => {
  let well = 0;
  fc.assert(
    fc.property(content, fc.constantFrom('1', '2', '3', 'none'), (parts, apart) => {
      const isElement = ({ id }: InlineCode): boolean => id !== apart;
      const halves = codesOf(parts).filter((each) => each.code !== 'standalone' && isElement(each));
      const expected = nestedPositions(parts, isElement).size === halves.length;
      expect(isWellNested(parts, isElement)).toBe(expected);
      if (expected && halves.length > 0) well += 1;
    }),
    { numRuns: 2000 },
  );
  expect(well).toBeGreaterThan(10);
});

test('content is normal where no text is empty and none stands beside another', () => {
  fc.assert(
    fc.property(content, (parts) => {
      const normal = normalizeContent(parts);
      expect(codesOf(normal)).toEqual(codesOf(parts));
      expect(runsOf(normal)).toEqual(runsOf(parts));
      expect(normal.some((part, at) => part === '' || (isText(part) && isText(normal[at + 1])))).toBe(false);
      expect(normalizeContent(normal)).toBe(normal);
      expect(sameContent(parts, normal)).toBe(true);
    }),
  );
});

function isText(part: Content[number] | undefined): boolean {
  return typeof part === 'string';
}

/** The text before the first code, between each two, and behind the last. */
function runsOf(parts: Content): readonly string[] {
  return parts
    .map((part) => (typeof part === 'string' ? part : '\u0000'))
    .join('')
    .split('\u0000');
}
