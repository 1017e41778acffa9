/** Bands added up and weighed; a repetition is a segment whose source was there before. */
import { describe, expect, it } from 'vitest';
import {
  addLeverage,
  DEFAULT_RATES,
  leverageOf,
  RepetitionCounter,
  totalOf,
  weightedWords,
} from '../../../server/core/memory/leverage.ts';

const amount = (words: number) => ({ segments: 1, words, characters: words * 5 });

describe('leverage', () => {
  const leverage = leverageOf([
    ['new', amount(10)],
    ['new', amount(20)],
    ['75-84', amount(10)],
    ['100', amount(10)],
    ['101', amount(50)],
    ['repetition', amount(10)],
  ]);

  it('adds up by band', () => {
    expect(leverage.new).toEqual({ segments: 2, words: 30, characters: 150 });
    expect(totalOf(addLeverage([leverage, leverage]))).toEqual({
      segments: 12,
      words: 220,
      characters: 1100,
    });
  });

  it('weighs each band by its rate', () => {
    expect(weightedWords(leverage, DEFAULT_RATES)).toBe(30 + 6 + 3 + 0 + 3);
  });

  it('counts the second of equal sources as a repetition, but not where its context is known', () => {
    const counter = new RepetitionCounter();
    expect(counter.bandFor('a', 'new')).toBe('new');
    expect(counter.bandFor('a', 'new')).toBe('repetition');
    expect(counter.bandFor('a', '100')).toBe('repetition');
    expect(counter.bandFor('a', '101')).toBe('101');
    expect(counter.bandFor('', 'new')).toBe('new');
    expect(counter.bandFor('', 'new')).toBe('new');
  });
});
