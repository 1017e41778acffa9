/**
 * The marks inside numbers with Persian digits: ٫ before decimals and ٬ between thousands. Versions, dates, times
 * and the numbers of chapters keep their dots.
 */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, PERSIAN } from './letters.ts';

const ATOM = `(?<![0-9۰-۹٠-٩\\p{L}][./:,،٫٬-]?|[$#v])`;
const END = `(?![./:,،٫٬-]?[0-9۰-۹٠-٩]|-?[\\p{Script=Latin}])`;
const DECIMAL = new RegExp(`${ATOM}[۰-۹]{1,9}(\\.)[۰-۹]{1,9}${END}`, 'gu');
const THOUSANDS = new RegExp(`${ATOM}[۱-۹][۰-۹]{0,2}(?:[,،][۰-۹]{3}){1,6}${END}`, 'gu');
/** What stands before a number that is a name: an English word or a code, a word for a version or a part of a book. */
const NUMBERED = new RegExp(
  `(?:[\\p{Script=Latin}\\uFFFC][)»"]?|(?<![${LETTERS}])(?:نسخه|نسخهٔ|نسخه‌ی|نسخۀ|نسخه‌های|ویرایش|نگارش|انتشار|بخش|فصل|بند|ماده|مادهٔ|جدول|شکل|تصویر|نمودار|پیوست|شماره|شمارهٔ|ساعت|آیه|آیهٔ|درس|گام|ر\\.ک\\.|نک\\.)) ?[([]?$`,
  'u',
);
/** As far back as a word before a number is looked for. */
const NEAR = 16;

export const numberMarks: Check = {
  id: 'persian-number-marks',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'locale-violation',
  messages: ['decimal', 'thousands'],
  example: {
    source: '12.5 per cent of 1,999',
    target: '۱۲.۵ درصد از ۱,۹۹۹',
    mended: '۱۲٫۵ درصد از ۱٬۹۹۹',
    targetLanguage: 'fa',
  },
  find: ({ source, target }) => {
    const text = onlyProse(target);
    return [
      ...found(text, DECIMAL, 'decimal', '٫').filter(({ values }) => isDecimalIn(source, values.number)),
      ...found(text, THOUSANDS, 'thousands', '٬'),
    ];
  },
};

function found(
  text: string,
  pattern: RegExp,
  message: string,
  mark: string,
): readonly (Finding & { readonly values: { readonly number: string; readonly mark: string } })[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: number }) => {
    if (NUMBERED.test(text.slice(Math.max(0, index - NEAR), index))) return [];
    const fix = [...number.matchAll(/[.,،]/gu)].map(({ index: at }) => ({
      start: index + at,
      end: index + at + 1,
      text: mark,
    }));
    return [{ target: { start: index, end: index + number.length }, message, values: { number, mark }, fix }];
  });
}

/** Where the source has the very number after a word for a version, it is none to be mended. */
function isDecimalIn(source: string, number: string): boolean {
  const latin = number.replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  const at = source.indexOf(latin);
  if (at < 0) return true;
  return !/(?:\b[Vv](?:ersion)?\.? ?|[A-Z][\w+#-]* |[Cc]hapter |[Ss]ection |[Pp]art |[Tt]able |[Ff]igure |§ ?|[Nn]o\. ?)$/u.test(
    source.slice(Math.max(0, at - NEAR), at),
  );
}
