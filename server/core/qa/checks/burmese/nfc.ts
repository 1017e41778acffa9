/**
 * Burmese that is not in Unicode's normal form C: the same letters in another order (့် for ့်) or in pieces (ဦ for
 * ဦ). It looks the same and is found by no search. One finding a segment, since keyboards do it throughout.
 */
import type { Check, TextEdit } from '../../check.ts';

export const nfc: Check = {
  id: 'burmese-nfc',
  languages: ['my'],
  severity: 'note',
  issueType: 'characters',
  example: {
    source: 'of the book',
    target: 'စာအုပ်နှင\u103a\u1037',
    mended: 'စာအုပ်နှင\u1037\u103a',
    targetLanguage: 'my',
  },
  find: ({ target }) => {
    const fix = [...target.matchAll(/[\u1000-\u109f]+/gu)].flatMap(({ index, 0: run }) =>
      normalized(run, index),
    );
    const [first, last] = [fix[0], fix.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ target: { start: first.start, end: last.end }, values: { count: fix.length }, fix }];
  },
};

/** Each consonant with its marks apart, so that only what changes is replaced. */
function normalized(run: string, at: number): readonly TextEdit[] {
  if (run === run.normalize('NFC')) return [];
  return [...run.matchAll(/[^\u102b-\u103e]?[\u102b-\u103e]*/gu)].flatMap(({ index, 0: cluster }) => {
    const text = cluster.normalize('NFC');
    return text === cluster ? [] : [{ start: at + index, end: at + index + cluster.length, text }];
  });
}
