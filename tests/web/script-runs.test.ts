/** Headings that show a name are set by the script that the name is written in. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scriptRuns } from '../../server/web/script-runs.ts';
import { openWorkbench } from '../support/workbench.ts';
import { get } from './client.ts';

/** Runs in brackets, with the first letter of their script. */
function drawn(text: string, language: string): string {
  return scriptRuns(text, language)
    .map((run) => (run.lang === '' ? run.text : `${run.lang.charAt(4)}[${run.text}]`))
    .join('');
}

it.each([
  ['en', 'မြန်မာ စာအုပ် ၂', 'M[မြန်မာ စာအုပ် ၂]'],
  ['en', 'Book: လယ်ယာ (draft)', 'Book: M[လယ်ယာ] (draft)'],
  ['en', 'می‌خواهم ۱۲ بار', 'A[می‌خواهم ۱۲ بار]'],
  ['my', 'လယ်ယာ و مزرعه', 'လယ်ယာ A[و مزرعه]'],
  ['fa', 'لامپ و လယ်ယာ', 'لامپ و M[လယ်ယာ]'],
  ['en', 'Lamps.md', 'Lamps.md'],
])('%s: %s', (language, text, expected) => {
  expect(drawn(text, language)).toBe(expected);
});

it('never changes a character', () => {
  const unit = fc.constantFrom(...Array.from('a1 -ကာ်၁ک۱\u200c\u064e«'));
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom('en', 'fa', 'my'), (text, language) => {
      expect(
        scriptRuns(text, language)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('a memory and a termbase with Burmese names', async () => {
  const bench = await openWorkbench();
  const { store } = bench.usecases;
  const name = 'လယ်ယာ';
  const memory = await store.memories.createMemory(name, 0);
  const termbase = await store.terms.createTermbase(name, 0);
  const english = { cookie: 'recto_language=en' };
  for (const path of [`/memories/${memory}`, '/memories', `/termbases/${termbase}`, '/termbases']) {
    const { text } = await get(bench, path, english);
    expect(text).toMatch(new RegExp(`<h[12][^>]*>[^\\n]*<span lang="und-Mymr">${name}</span>`, 'u'));
  }
  expect((await get(bench, `/memories/${memory}`, { cookie: 'recto_language=my' })).text).not.toContain(
    'und-',
  );
  await bench.close();
});
