/** A target in Zawgyi, by myanmar-tools' model (core/text/zawgyi.ts), with its conversion as fix. */
import { isZawgyi, zawgyiProbability, zawgyiToUnicode } from '../../../text/zawgyi.ts';
import type { Check, TextEdit } from '../../check.ts';

export const zawgyi: Check = {
  id: 'burmese-zawgyi',
  languages: ['my'],
  severity: 'error',
  issueType: 'characters',
  example: {
    source: 'All human beings are born free.',
    target: 'လူတိုင္းသည္ လြတ္လပ္ေသာ စိတ္ျဖင့္ ေမြးဖြားလာသည္။',
    mended: 'လူတိုင်းသည် လွတ်လပ်သော စိတ်ဖြင့် မွေးဖွားလာသည်။',
    targetLanguage: 'my',
  },
  find: ({ target }) => {
    if (!isZawgyi(target)) return [];
    const values = { percent: Math.round(zawgyiProbability(target) * 100) };
    const finding = { target: { start: 0, end: target.length }, values };
    const fix = conversion(target);
    // Where it still looks like Zawgyi afterwards, it was something else.
    return [isZawgyi(applied(target, fix)) ? finding : { ...finding, fix }];
  },
};

/** Codes stay where they are between the words. */
function conversion(target: string): readonly TextEdit[] {
  return [...target.matchAll(/[^\uFFFC]+/gu)].flatMap(({ index, 0: found }) => {
    const text = zawgyiToUnicode(found);
    return text === found ? [] : [{ start: index, end: index + found.length, text }];
  });
}

function applied(target: string, fix: readonly TextEdit[]): string {
  return fix.reduceRight(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    target,
  );
}
