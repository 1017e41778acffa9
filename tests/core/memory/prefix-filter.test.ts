import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fewestShared,
  isSimilar,
  lengthBounds,
  mostEdits,
  prefixLength,
  similarityOf,
} from '../../../server/core/memory/prefix-filter.ts';
import { distanceFrom, tokenDistance } from '../../../server/core/memory/token-distance.ts';

/** The plain table. */
function plainDistance(a: readonly unknown[], b: readonly unknown[]): number {
  let row = b.map((_, index) => index + 1);
  a.forEach((token, index) => {
    let diagonal = index;
    let left = index + 1;
    row = row.map((above, column) => {
      left = Math.min(above + 1, left + 1, diagonal + (token === b[column] ? 0 : 1));
      diagonal = above;
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}

const minimum = fc.oneof(fc.integer({ min: 50, max: 100 }), fc.double({ min: 50, max: 100, noNaN: true }));
const list = (maxLength: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat({ max: 12 }), { maxLength, size: 'max' });

/** A list and one made of it by few edits, so that many are similar. */
const pair = list(80).chain((tokens) =>
  fc.tuple(
    fc.constant(tokens),
    fc
      .array(fc.tuple(fc.nat({ max: 80 }), fc.nat({ max: 2 }), fc.nat({ max: 12 })), { maxLength: 20 })
      .map((edits) => {
        const edited = [...tokens];
        for (const [at, removed, token] of edits) edited.splice(at, removed, token);
        return edited;
      }),
  ),
);

describe('distance over tokens', () => {
  it('is that of the plain table, at every length', () => {
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(list(140), list(140))), ([a, b]) => {
        const expected = plainDistance(a, b);
        expect(tokenDistance(a, b)).toBe(expected);
        expect(tokenDistance(a.map(String), b.map(String))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up above the most, never below', () => {
    fc.assert(
      fc.property(pair, fc.nat({ max: 40 }), ([a, b], most) => {
        expect(tokenDistance(a, b, most)).toBe(Math.min(plainDistance(a, b), most + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('a prepared question may be asked again', () => {
    const distance = distanceFrom<string>(['a', 'b', 'c']);
    expect([
      distance(['a'], 9),
      distance(['a', 'b', 'x'], 9),
      distance([], 9),
      distance(['a', 'b', 'c'], 0),
    ]).toEqual([2, 1, 3, 0]);
  });
});

describe('the prefix filter', () => {
  it.each([
    [10, 70, 3],
    [20, 70, 6],
    [3, 70, 0],
    [4, 75, 1],
    [100, 99, 1],
    [13, 50, 6],
    [7, 100, 0],
  ])('%i tokens at %i %% may have %i edits', (length, atLeast, edits) => {
    expect(mostEdits(length, atLeast)).toBe(edits);
    expect(prefixLength(length, atLeast)).toBe(edits + 1);
  });

  it('loses no whole per cent to floating point', () => {
    for (let length = 1; length <= 1_000; length += 1) {
      for (let atLeast = 50; atLeast <= 100; atLeast += 1) {
        const edits = mostEdits(length, atLeast);
        expect(
          (length - edits) * 100 >= atLeast * length && (length - edits - 1) * 100 < atLeast * length,
        ).toBe(true);
        expect(Math.floor(similarityOf(edits, length))).toBeGreaterThanOrEqual(atLeast);
      }
    }
  });

  it('whatever is similar enough has a length within bounds, tokens and a token of the prefixes in common', () => {
    let similar = 0;
    fc.assert(
      fc.property(
        pair,
        minimum,
        fc.array(fc.nat(), { minLength: 13, maxLength: 13 }),
        ([a, b], atLeast, order) => {
          const longer = Math.max(a.length, b.length);
          if (longer === 0 || !isSimilar(plainDistance(a, b), longer, atLeast)) return;
          similar += 1;
          const { least, most } = lengthBounds(a.length, atLeast);
          expect(b.length).toBeGreaterThanOrEqual(least);
          expect(b.length).toBeLessThanOrEqual(most);
          const rest = [...b];
          const shared = a.filter((token) => {
            const at = rest.indexOf(token);
            if (at >= 0) rest.splice(at, 1);
            return at >= 0;
          });
          expect(shared.length).toBeGreaterThanOrEqual(fewestShared(longer, atLeast));
          const prefix = (tokens: readonly number[]): readonly number[] =>
            [...tokens]
              .sort((x, y) => (order[x] ?? 0) - (order[y] ?? 0) || x - y)
              .slice(0, prefixLength(tokens.length, atLeast));
          expect(prefix(a).some((token) => prefix(b).includes(token))).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(similar).toBeGreaterThan(200);
  });

  it('bounds of length are the very ones', () => {
    for (let length = 1; length <= 60; length += 1) {
      for (let atLeast = 50; atLeast <= 100; atLeast += 1) {
        const possible = Array.from({ length: 200 }, (_, other) => other).filter((other) =>
          isSimilar(Math.abs(length - other), Math.max(length, other), atLeast),
        );
        expect(lengthBounds(length, atLeast)).toEqual({ least: possible[0], most: possible.at(-1) });
      }
    }
  });
});
