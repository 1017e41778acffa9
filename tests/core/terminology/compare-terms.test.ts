/** What the checks of terms say, and what they leave alone. */
import { expect, it, test } from 'vitest';
import type { ExampleTerm } from '../../../server/core/qa/check.ts';
import { applyFix, fixesTogether } from '../../../server/core/qa/fix.ts';
import { segmentOfExample } from '../../../server/core/qa/example.ts';
import { textOf } from '../../../server/core/text/content.ts';
import { checkSegment } from '../../../server/core/qa/run-checks.ts';

const TERM_CHECKS = /^(?:term-|forbidden-term)/u;

function checked(targetLanguage: string, terms: readonly ExampleTerm[], source: string, target: string) {
  const segment = segmentOfExample({ source, target, mended: '', targetLanguage, terms }, 'target');
  return checkSegment(segment).filter(({ check }) => TERM_CHECKS.test(check));
}

const FA: readonly ExampleTerm[] = [
  { source: 'mutual aid', target: 'همیاری' },
  { source: 'mutual aid', target: 'کمک متقابل', status: 'admitted' },
  { source: 'aid', target: 'کمک' },
  { source: 'trade union', target: 'اتحادیهٔ کارگری' },
  { source: 'file', target: 'پرونده' },
  { source: 'file', target: 'فایل', status: 'forbidden' },
  { source: 'state', target: 'دولت' },
  { source: 'mood', target: 'حالت' },
  { source: 'state of matter', target: 'حالت ماده' },
  { source: 'government', target: 'حکومت' },
  { source: 'government', target: 'دولت', status: 'forbidden' },
  { source: 'strike', target: 'اعتصاب' },
  { source: 'US', target: 'آمریکا' },
  { source: 'Emma Goldman', target: 'اما گلدمن', isName: true },
];
const VERBS: readonly ExampleTerm[] = [
  { source: 'open', target: 'باز کردن' },
  { source: 'find', target: 'یافتن' },
  { source: 'value', target: 'مقدار' },
  { source: 'image', target: 'تصویر' },
  { source: 'text', target: 'متن' },
  { source: 'change', target: 'تغییر' },
];
const MY: readonly ExampleTerm[] = [
  { source: 'close', target: 'ပိတ်ပါ' },
  { source: 'new', target: 'အသစ်' },
  { source: 'mutual aid', target: 'အပြန်အလှန်ကူညီမှု' },
  { source: 'worker', target: 'အလုပ်သမား' },
  { source: 'people', target: 'လူ' },
];

test.each<readonly [string, readonly ExampleTerm[], string, string, readonly string[]]>([
  // as agreed, in whatever form
  ['fa', VERBS, 'The file could not be opened.', 'پرونده را نمی‌توان باز کرد.', []],
  ['fa', VERBS, 'Open it.', 'بازش کنید و باز بماند.', []],
  ['fa', VERBS, 'Open it.', 'آن را ببندید.', ['term-missing']],
  ['fa', VERBS, 'It was found.', 'یافته شد.', []],
  ['fa', VERBS, 'You find it.', 'آن را می‌یابید.', []],
  ['fa', VERBS, 'Values and images', 'مقادیر و تصاویرشان', []],
  ['fa', VERBS, 'A text file', 'پروندهٔ متنی', []],
  ['fa', VERBS, 'The changes', 'تغییرات', []],
  ['my', MY, 'Close the window.', 'ဝင်းဒိုးကို ပိတ်ဖို့', []],
  ['my', MY, 'A new folder', 'ဖိုင်တွဲသစ်', []],
  ['my', MY, 'A new folder', 'ဖိုင်တွဲ', ['term-missing']],
  ['fa', FA, 'Mutual aid works.', 'همیاری‌ها کار می‌کنند.', []],
  ['fa', FA, 'Trade unions and their files', 'اتحادیه‌های بزرگ کارگری و پرونده‌هایشان', []],
  ['fa', FA, 'the trade-union', 'اتحاديه‌ي كارگري', []],
  ['fa', FA, 'The striking result', 'نتیجهٔ چشمگیر', []],
  ['fa', FA, 'Tell us', 'به ما بگویید', []],
  ['fa', FA, 'See http://example.org/file/state', 'ببینید http://example.org/file/state', []],
  ['fa', FA, 'Strikes', 'اعتصابات', []],
  ['my', MY, 'Workers helped people.', 'အလုပ်သမားများက လူများကို ကူညီခဲ့သည်။', []],
  ['my', MY, 'Mutual aid', 'အပြန်အလှန်ကူညီခြင်း', []],
  // missing
  ['fa', FA, 'Mutual aid works.', 'این کار می‌کند.', ['term-missing']],
  ['fa', FA, 'Emma Goldman came.', 'گولدمن آمد.', ['term-missing']],
  ['fa', FA, 'The US came.', 'ما آمدیم.', ['term-missing']],
  ['my', MY, 'Workers', 'ကားဆရာ', ['term-missing']],
  // one for another
  ['fa', FA, 'The files are here.', 'اعتصاب اینجاست.', ['term-wrong']],
  // not preferred
  ['fa', FA, 'Mutual aid works.', 'کمک متقابل کار می‌کند.', ['term-not-preferred']],
  ['fa', FA, 'Mutual aid works.', 'همیاری یا کمک متقابل کار می‌کند.', []],
  // forbidden, in its forms too; unless the source means another thing
  ['fa', FA, 'Open the file', 'فایل‌ها را باز کنید', ['forbidden-term']],
  ['fa', FA, 'Open it', 'فایل را باز کنید', ['forbidden-term']],
  ['fa', FA, 'The state', 'دولت', []],
  ['fa', FA, 'The government', 'دولت', ['forbidden-term']],
  ['fa', FA, 'They came', 'دولت آمد', []],
  ['fa', FA, 'Open the profile', 'پروفایل را باز کنید', []],
])('%s %#: %s → %s', (language, terms, source, target, expected) => {
  expect(checked(language, terms, source, target).map(({ check }) => check)).toEqual(expected);
});

it('names the agreed spelling of a name as one', () => {
  expect(checked('fa', FA, 'Emma Goldman came.', 'گولدمن آمد.')).toMatchObject([
    { message: 'name', source: { start: 0, end: 12 }, values: { wanted: 'اما گلدمن' } },
  ]);
});

test.each([
  ['Open the file', 'فایل را باز کنید', 'پرونده را باز کنید'],
  // How the better word takes the ending nobody knows.
  ['Open the files', 'فایل‌ها را باز کنید', null],
  ['Mutual aid works.', 'کمک متقابل خوب است.', 'همیاری خوب است.'],
])('mends %s: %s', (source, target, expected) => {
  const edits = fixesTogether(checked('fa', FA, source, target));
  expect(edits.length === 0 ? null : textOf(applyFix([target], edits))).toBe(expected);
});

it('finds what a project forbids in its own list in its forms too', () => {
  const settings = { forbidden: [{ term: 'فایل', instead: 'پرونده' }] };
  const example = { source: '', target: 'فایل‌های من', mended: '', targetLanguage: 'fa', settings };
  expect(checkSegment(segmentOfExample(example, 'target'))).toMatchObject([
    { check: 'forbidden-term', target: { start: 0, end: 8 }, message: 'instead' },
  ]);
});
