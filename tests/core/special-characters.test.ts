import { expect, test } from 'vitest';
import {
  hasJoinerOnSpace,
  quotationMarks,
  specialCharacters,
} from '../../server/core/text/special-characters.ts';
import { tag } from '../support/workbench.ts';

const offered = (language: string): string => {
  const { language: own, joiners } = specialCharacters(tag(language));
  return [...own, ...joiners].map(({ text, close = '' }) => text + close).join(' ');
};

test('a language is offered what it writes with, another that of its script or what is common', () => {
  for (const sign of ['«»', '؟', '،', '؛', '٫', '٬', '٪', 'هٔ', '\u200c'])
    expect(offered('fa')).toContain(sign);
  for (const sign of ['“”', '။', '၊', '၏', '\u200b']) expect(offered('my-MM')).toContain(sign);
  expect(offered('ckb-Arab')).toContain('؟');
  expect(offered('fr')).toContain('«\u202f\u202f»');
  expect(offered('sw')).toContain('“”');
  expect(quotationMarks(tag('fa-AF'))).toEqual({ text: '«', close: '»' });
});

test('every language can isolate and mark directions, and nothing is offered twice', () => {
  for (const language of ['fa', 'my', 'en', 'he', 'hi', 'th', 'ur', 'und']) {
    const { language: own, joiners, directions } = specialCharacters(tag(language));
    const texts = [...own, ...joiners, ...directions].map(({ text, close = '' }) => text + close);
    expect(new Set(texts).size, language).toBe(texts.length);
    for (const sign of [
      '\u2066\u2069',
      '\u2067\u2069',
      '\u2068\u2069',
      '\u200e',
      '\u200f',
      '\u061c',
      '\u2069',
    ])
      expect(texts).toContain(sign);
  }
});

test('Shift and Space join nothing but where keyboards do so', () => {
  expect(['fa', 'ur', 'ar', 'my', 'en', 'he'].map((language) => hasJoinerOnSpace(tag(language)))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
