import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPastedText, withOrdinaryLetters } from '../../server/core/text/clean-paste.ts';
import { tag } from '../support/workbench.ts';

const clean = (text: string, language = 'fa', keepsLines = false): readonly [string, string] => {
  const { text: cleaned, changes } = cleanPastedText(text, tag(language), { keepsLines });
  return [cleaned, changes.map(({ kind, count }) => `${kind} ${count}`).join(', ')];
};

describe('what is taken out of a pasted text', () => {
  test.each([
    ['en', 'trans\u00ad\nlation and trans\u00adlation', 'translation and trans\u00adlation', 'hyphens 1'],
    ['en', 'a well-\nknown one', 'a well- known one', 'lines 1'],
    ['fa', 'او می‌رفت و\nمی‌آمد.\r\nکسی ندید.', 'او می‌رفت و می‌آمد. کسی ندید.', 'lines 2'],
    ['fa', 'یک \n  دو\n\n\nسه', 'یک دو\nسه', 'lines 1, ends 1'],
    ['fa', 'فهرست\n• یک\n• دو', 'فهرست\n• یک\n• دو', ''],
    ['en', 'Two things:\n1. one\nb) two', 'Two things:\n1. one\nb) two', ''],
    ['en', 'soft\u000bbreak', 'soft break', 'lines 1'],
    ['my', 'မြန်မာ\nနိုင်ငံ', 'မြန်မာ\u200bနိုင်ငံ', 'lines 1'],
    ['my', 'သွားသည်။\nလာသည်။', 'သွားသည်။ လာသည်။', 'lines 1'],
    ['my', 'မြန်မာ \nနိုင်ငံ', 'မြန်မာ နိုင်ငံ', 'lines 1'],
    ['my', 'မြန်မာ\nWindows', 'မြန်မာ Windows', 'lines 1'],
    ['zh', '中国\n人民。\n共和', '中国人民。共和', 'lines 2'],
    ['fa', ' \u00a0متن\u00a0\n', 'متن', 'ends 2'],
    ['en', 'one\u00a0 two \u00a0three\u00a0four', 'one two three\u00a0four', 'spaces 2'],
    ['en', '\ufeffText\u0007 \u0001', 'Text', 'ends 1, controls 3'],
    ['en', '\uf0b7\tPoint', '\uf0b7\tPoint', 'private 1'],
    ['fa', 'می\u200cروم \u200fC++\u200e', 'می\u200cروم \u200fC++\u200e', ''],
    ['fa', 'ﺳﻼم', 'ﺳﻼم', ''],
    ['fa', '', '', ''],
  ])('%s %j', (language, text, expected, changes) => {
    expect(clean(text, language)).toEqual([expected, changes]);
  });

  test('lines stay where they are meant', () => {
    expect(clean('one\ntwo \n three', 'en', true)).toEqual(['one\ntwo\nthree', 'ends 1']);
  });

  test('between words a space stays', () => {
    const inside = (text: string): string => cleanPastedText(text, tag('en'), { isInside: true }).text;
    expect([inside(' word '), inside('word\n'), inside('\u00a0 word \n')]).toEqual([
      ' word ',
      'word',
      ' word ',
    ]);
  });

  test('what is seen is never changed, and a clean text is clean', () => {
    const visible = (text: string): string => text.replace(/[\p{Z}\p{C}]/gu, '');
    const piece = fc.constantFrom(
      'می',
      'မြန်',
      'a',
      'é',
      '中',
      '-',
      '•',
      '1.',
      ' ',
      '\n',
      '\u00a0',
      '\u00ad',
      '\t',
      '\ufeff',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('fa', 'my', 'en', 'zh'), (pieces, language) => {
        const once = cleanPastedText(pieces.join(''), tag(language)).text;
        expect(visible(once)).toBe(visible(pieces.join('')));
        expect(cleanPastedText(once, tag(language), { keepsLines: true }).text).toBe(once);
      }),
    );
  });
});

test.each([
  ['ﺳﻼم ﻋﻠﯿﮑﻢ', 'سلام علیکم'],
  ['ﬁnal oﬃce', 'final office'],
  ['خدا ﷲ و ۵ ﷼ ﴾آیه﴿', null],
  ['سلام ١٢ ①', null],
])('ordinary letters for %s', (text, expected) => {
  expect(withOrdinaryLetters(text)).toBe(expected);
});
