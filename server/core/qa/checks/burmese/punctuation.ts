/** A space before ။ or ၊, and a Latin full stop after ။. The ။ ။ after a speaker's name is right. */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';

export const punctuation: Check = {
  id: 'burmese-punctuation',
  languages: ['my'],
  severity: 'warning',
  issueType: 'typographical',
  messages: ['space', 'stop'],
  example: {
    source: 'We came home.',
    target: 'ကျွန်ုပ်တို့ အိမ်ပြန်ရောက်သည် ။',
    mended: 'ကျွန်ုပ်တို့ အိမ်ပြန်ရောက်သည်။',
    targetLanguage: 'my',
  },
  find: ({ target }) => {
    const text = onlyProse(target);
    const spaces = [...text.matchAll(/(?<=[^\s။၊]) +(?=([။၊]))/gu)].map(
      ({ index, 0: run, 1: mark = '' }): Finding => {
        const span = { start: index, end: index + run.length };
        return {
          target: { ...span, end: span.end + 1 },
          message: 'space',
          values: { mark },
          fix: [{ ...span, text: '' }],
        };
      },
    );
    const stops = [...text.matchAll(/(?<=။)\.(?!\.)/gu)].map(({ index }): Finding => {
      const span = { start: index, end: index + 1 };
      return { target: { ...span, start: index - 1 }, message: 'stop', fix: [{ ...span, text: '' }] };
    });
    return [...spaces, ...stops];
  },
};
