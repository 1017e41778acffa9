/** What becomes of a match when it is offered: its numbers and codes, what is told of it, and parts of others. */
import { describe, expect, it } from 'vitest';
import { adaptCodes } from '../../../server/core/memory/adapt-codes.ts';
import { explainDifference } from '../../../server/core/memory/explain.ts';
import { fragmentsOf, fragmentTexts } from '../../../server/core/memory/fragments.ts';
import { offersFor } from '../../../server/core/memory/offer-match.ts';
import { substituteNumbers } from '../../../server/core/memory/substitute-numbers.ts';
import { NO_CONTEXT } from '../../../server/core/memory/tu.ts';
import { textOf, type Content } from '../../../server/core/text/content.ts';
import { inlineCode as code } from '../../support/inline-codes.ts';

/** `a {b}c{/b} {d/}`: codes in braces. */
function content(text: string): Content {
  return text
    .split(/(\{[^}]*\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^\{(\/?)(\w+)(\/?)\}$/u.exec(part);
      if (found === null) return part;
      const [, closes, id = '', alone] = found;
      return code(alone === '/' ? 'standalone' : closes === '/' ? 'close' : 'open', id);
    });
}
function shown(parts: Content): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return `{${part.code === 'close' ? '/' : ''}${part.id}${part.code === 'standalone' ? '/' : ''}}`;
    })
    .join('');
}

describe('numbers put in place', () => {
  it.each([
    ['Persian digits stay Persian', 'Page 3 of 10', 'صفحهٔ ۳ از ۱۰', 'Page 4 of 12', 'صفحهٔ ۴ از ۱۲'],
    ['Burmese digits stay Burmese', 'Chapter 3', 'အခန်း ၃', 'Chapter 45', 'အခန်း ၄၅'],
    ['Latin digits stay Latin', 'Page 3', 'صفحهٔ 3', 'Page 4', 'صفحهٔ 4'],
    [
      'with the marks of the target',
      'It costs 1,200.5',
      'قیمت ۱٬۲۰۰٫۵ است',
      'It costs 13,400.25',
      'قیمت ۱۳٬۴۰۰٫۲۵ است',
    ],
    ['and those of German', '1,200.50 m', '1.200,50 m', '7,300.25 m', '7.300,25 m'],
    ['a grouping mark that went', '1,200 files', '1200 ဖိုင်', '3,400 files', '3400 ဖိုင်'],
    ['in another order', '3 of 10', 'از ۱۰، ۳', '4 of 12', 'از ۱۲، ۴'],
    [
      'one that does not change need not be there',
      'Top 10 of 3',
      'ده‌تای برتر ۳',
      'Top 10 of 4',
      'ده‌تای برتر ۴',
    ],
    ['changing places', '1 and 2', '۱ و ۲', '2 and 1', '۲ و ۱'],
    ['twice, where it stands twice', '5 + 5', '۵ + ۵', '6 + 6', '۶ + ۶'],
    ['a time', 'At 10:30', 'ساعت ۱۰:۳۰', 'At 11:45', 'ساعت ۱۱:۴۵'],
    ['placeholders of programs', 'Copy %1 to %2', '%2 သို့ %1', 'Copy %3 to %4', '%4 သို့ %3'],
    ['names stay', 'MP3 file 3', 'پروندهٔ MP3 شمارهٔ ۳', 'MP3 file 4', 'پروندهٔ MP3 شمارهٔ ۴'],
  ])('%s', (_, source, target, segment, expected) => {
    expect(shown(substituteNumbers([target], [source], [segment]) ?? [])).toBe(expected);
  });

  it.each([
    ['it is spelled out', '2 files', 'دو پرونده', '3 files'],
    ['it stands more often', '2 files', '۲ پرونده (۲)', '3 files'],
    ['one becomes two', '5 of 5', '۵ از ۵', '5 of 6'],
    ['a mark is not known', '5 km', '۵ کیلومتر', '5.5 km'],
    ['a mark would mean something else', '1,200', '1200', '3,5'],
    ['the signs about it differ', '100%', '۱۰۰٪', '$1'],
    ['a word differs', 'Page 3', 'صفحهٔ ۳', 'Line 4'],
    ['there is one more', '5', '۵', '5 of 6'],
  ])('not at all where %s', (_, source, target, segment) => {
    expect(substituteNumbers([target], [source], [segment])).toBeNull();
  });

  it('is told with the match', () => {
    const offer = offersFor({ source: ['Page 4'], context: NO_CONTEXT, minimum: 70, now: 0 });
    const tu = { kind: 'human', context: NO_CONTEXT, createdAt: null, changedAt: null } as const;
    const done = offer({ tu, source: ['Page 3'], target: ['صفحهٔ ۳'], penalty: 0 });
    expect([done?.score, done?.substituted, done?.target]).toEqual([99, true, ['صفحهٔ ۴']]);
    const left = offer({ tu, source: ['Page 3'], target: ['صفحهٔ سوم'], penalty: 0 });
    expect([left?.score, left?.substituted, left?.target]).toEqual([99, false, ['صفحهٔ سوم']]);
  });
});

describe('codes put in place', () => {
  it.each([
    ['renamed', 'a {1}b{/1}', '{1}ب{/1} آ', 'c {x}b{/x}', '{x}ب{/x} آ'],
    ['by place, two of a kind', '{1/} a {2/}', '{2/} آ {1/}', '{p/} a {q/}', '{q/} آ {p/}'],
    ['none where the segment has none', 'a {1}b{/1}', '{1}ب{/1} آ', 'a b', 'ب آ'],
    ['none where kinds differ', 'a {1/} b', 'آ {1/} ب', 'a {1}b{/1}', 'آ  ب'],
    ['none where pairs differ', '{1}a{2}b{/2}{/1}', '{1}{2}ب{/2}{/1}', '{1}a{/1}{2}b{/2}', 'ب'],
    ['what the memory has only in its target goes', 'a', 'آ {9/}', 'a', 'آ '],
    ['once each', 'a {1/}', '{1/} آ {1/}', 'a {x/}', '{x/} آ '],
    ['a line break leaves a space', 'a {1/} b', 'آ{1/}ب', 'a b', 'آ ب'],
  ])('%s', (_, source, target, segment, expected) => {
    expect(shown(adaptCodes(content(target), content(source), content(segment)))).toBe(expected);
  });

  it('brings the segment’s own data', () => {
    const own = code('standalone', 'x', { text: '<img/>', canDelete: false });
    expect(adaptCodes(content('آ {1/}'), content('a {1/}'), ['a ', own])).toEqual(['آ ', own]);
  });

  it('a link is not bold text', () => {
    const pair = (type: 'fmt' | 'link'): Content => [
      code('open', '1', { type }),
      'a',
      code('close', '1', { type }),
    ];
    expect(adaptCodes(pair('fmt'), pair('fmt'), pair('link'))).toEqual(['a']);
  });
});

describe('what differs', () => {
  it.each([
    ['a word', 'the red file', 'the blue file', 'the -red- +blue+ file'],
    ['words in a row as one', 'a red big file', 'a blue small file', 'a -red big- +blue small+ file'],
    ['a number', 'Page 3.', 'Page 4.', 'Page -3- +4+.'],
    ['case', 'Open it', 'open it', '-Open- +open+ it'],
    ['Persian', 'کتاب‌های من', 'کتاب‌های تو', 'کتاب‌های -من- +تو+'],
    ['Burmese by words', 'မြို့တော်သည်ရန်ကုန်ဖြစ်သည်', 'မြို့တော်သည်နေပြည်တော်ဖြစ်သည်', 'မြို့တော်သည်-ရန်ကုန်- +နေပြည်တော်+ဖြစ်သည်'],
    ['Burmese, never inside of a syllable', 'ဒေါင်းလုဒ်လုပ်ပါ', 'ဒေါင်းလုခ်လုပ်ပါ', 'ဒေါင်း-လုဒ်- +လုခ်+လုပ်ပါ'],
    ['codes of other ids do not', 'a {1}b{/1}', 'a {7}b{/7}', 'a {7}b{/7}'],
    ['a code less', 'a {1}b{/1}', 'a b', 'a -{1}-b-{/1}-'],
  ])('%s', (_, source, segment, expected) => {
    const pieces = explainDifference(content(source), content(segment));
    const text = pieces.map(({ change, content: each }) => {
      if (change === 'kept') return shown(each);
      return change === 'removed' ? `-${shown(each)}-` : `+${shown(each)}+`;
    });
    expect(text.join('').replaceAll('-+', '- +')).toBe(expected);
  });
});

describe('fragments', () => {
  const tu = (source: string): { readonly source: Content } => ({ source: [source] });
  const found = (segment: Content, ...sources: string[]): readonly string[] =>
    fragmentsOf(segment, sources.map(tu)).map(
      ({ candidate, start, end }) => `${textOf(candidate.source)} = ${textOf(segment).slice(start, end)}`,
    );

  it.each([
    [
      'words',
      'Press the Red Button now',
      ['the red button', 'red', 'button press'],
      ['the red button = the Red Button'],
    ],
    ['a term', 'Open the segment', ['Segment', 'the', 'of'], ['the = the', 'Segment = segment']],
    ['not the whole', 'Red button', ['red button'], []],
    ['Persian', 'كتاب‌هاي درسی ما', ['کتاب‌های درسی'], ['کتاب‌های درسی = كتاب‌هاي درسی']],
    ['Burmese', 'မြန်မာနိုင်ငံ၏မြို့တော်သည်', ['မြို့တော်'], ['မြို့တော် = မြို့တော်']],
    ['any number', 'See page 3 here', ['page 7'], ['page 7 = page 3']],
    ['no number alone', 'See 3 here', ['7'], []],
  ])('%s', (_, segment, sources, expected) => {
    expect(found([segment], ...sources)).toEqual(expected);
  });

  it('stand in the plain text, whatever codes part it', () => {
    expect(found(content('a{1/}b{2}red{/2} {3/}button now'), 'red button')).toEqual([]);
    expect(found(content('a{1/} {2}red{/2} {3/}button now'), 'red button')).toEqual([
      'red button = red button',
    ]);
  });

  it('are asked for by runs of words, each once, the longest first', () => {
    expect(fragmentTexts(['One two, one two'])).toEqual([
      'One two, one',
      'two, one two',
      'One two',
      'two, one',
      'One',
      'two',
    ]);
  });
});
