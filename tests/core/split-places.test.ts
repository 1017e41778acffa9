import { describe, expect, test } from 'vitest';
import { likelyPlace, splitPlaces } from '../../server/core/text/split-places.ts';
import type { Content } from '../../server/core/text/content.ts';
import { tag } from '../support/workbench.ts';

const code = { code: 'standalone', id: '1', equiv: '', text: '<br/>' } as const;
const cuts = (content: Content, language = 'en'): readonly string[] => {
  const text = content.map((part) => (typeof part === 'string' ? part : '#')).join('');
  return splitPlaces(content, tag(language)).map((at) => text.slice(at, at + 4));
};

describe('places to split', () => {
  test.each([
    [['One two, three.'], 'en', ['two,', 'thre']],
    [['A (b) c'], 'en', ['(b) ', 'b) c', 'c']],
    [['One ', code, ' two'], 'en', ['# tw', 'two']],
    [['می\u200cروم و رفت'], 'fa', ['و رف', 'رفت']],
    [['မြန်မာနိုင်ငံ၏ မြို့တော်'], 'my', ['မြို']],
    [['word'], 'en', []],
    [[], 'en', []],
  ] as const)('%j', (content, language, expected) => {
    expect(cuts(content, language)).toEqual(expect.arrayContaining([...expected]));
    if (expected.length === 0) expect(cuts(content, language)).toEqual([]);
  });

  test('are never inside of a Burmese syllable, though the dictionary does not know the name', () => {
    expect(cuts(['ရှာအယ်လ်ဒီ'], 'my')).toEqual(['အယ်လ', 'ဒီ']);
  });

  test('a sentence goes before a word, the share decides among them', () => {
    const content = ['One two three four. Five six. Seven'];
    const places = splitPlaces(content, tag('en'));
    expect(likelyPlace(content, tag('en'), places, 0.1)).toBe(20);
    expect(likelyPlace(content, tag('en'), places, 1)).toBe(30);
    const plain = ['one two three'];
    expect(likelyPlace(plain, tag('en'), splitPlaces(plain, tag('en')), 0.4)).toBe(4);
    expect(likelyPlace([], tag('en'), [], 0.5)).toBeNull();
  });
});
