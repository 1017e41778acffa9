/** Packed lists say what went into them, also where they are not unpacked. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countTokens,
  inBoth,
  numbersAt,
  packSteps,
  packTokens,
  unpackSteps,
  unpackTokens,
} from '../../server/store/sql/memory/token-list.ts';

const number = fc.oneof(fc.nat(40), fc.nat(100_000), fc.nat(2 ** 31 - 1));
const ascending = fc
  .uniqueArray(number, { maxLength: 60 })
  .map((numbers) => numbers.toSorted((a, b) => a - b));

it('gives back lists of tokens, and lists in order with what stands where', () => {
  fc.assert(
    fc.property(
      fc.array(number),
      ascending,
      ascending,
      fc.func(fc.boolean()),
      (tokens, one, other, isAsked) => {
        expect(unpackTokens(packTokens(tokens))).toEqual(tokens);
        expect(countTokens(packTokens(tokens))).toBe(tokens.length);
        const packed = packSteps(one);
        expect(unpackSteps(packed)).toEqual(one);
        expect(inBoth(other, packed)).toEqual(other.filter((each) => one.includes(each)));
        const places = [...one.keys()].filter(isAsked);
        expect(numbersAt(packed, places)).toEqual(places.map((place) => one[place]));
        expect(numbersAt(packed, [...places, one.length + 3])).toEqual(places.map((place) => one[place]));
      },
    ),
  );
});
