/** Zawgyi is told from Unicode by the paragraph, and converted without loss. */
import { describe, expect, it } from 'vitest';
import { isZawgyi, zawgyiProbability, zawgyiToUnicode } from '../../server/core/text/zawgyi.ts';
import { corpusFile, hasCorpus } from '../support/corpus.ts';

/** The same sentences, as they are typed for a Zawgyi font and in Unicode. */
const PAIRS = [
  ['ကြၽန္ေတာ္တို႔ အိမ္ျပန္ေရာက္ခဲ့တယ္။', 'ကျွန်တော်တို့ အိမ်ပြန်ရောက်ခဲ့တယ်။'],
  ['ဒီစာအုပ္ကို ဘယ္သူေရးတာလဲ', 'ဒီစာအုပ်ကို ဘယ်သူရေးတာလဲ'],
  ['ျမန္မာႏိုင္ငံ ၁၉၄၈ ခုႏွစ္', 'မြန်မာနိုင်ငံ ၁၉၄၈ ခုနှစ်'],
] as const;

describe('Zawgyi', () => {
  it.each(PAIRS)('%s', (zawgyi, unicode) => {
    expect([isZawgyi(zawgyi), isZawgyi(unicode)]).toEqual([true, false]);
    expect(zawgyiToUnicode(zawgyi)).toBe(unicode.normalize('NFC'));
  });

  it.each(['', 'Rangoon, 1948', 'သည်', 'ေကာင်းေသာ စာအုပ်များ ေရးသားသည်'])('%j is not called so', (text) => {
    expect(isZawgyi(text)).toBe(false);
  });

  it('knows texts without Burmese', () => {
    expect(zawgyiProbability('سلام')).toBe(0);
  });
});

describe.runIf(hasCorpus())('published paragraphs', () => {
  const lines = (name: string): readonly string[] =>
    corpusFile(`burmese/${name}`)
      .toString()
      .split('\n')
      .filter((line) => /[\u1000-\u109f]/u.test(line));

  it.each([
    ['mmgov_zawgyi_src.txt', 63],
    ['udhr_mya_zawgyi_out.txt', 89],
    ['mmgov_unicode_out.txt', 0],
    ['udhr_mya_unicode_src.txt', 0],
  ] as const)('of %s', (name, zawgyi) => {
    expect(lines(name).filter(isZawgyi).length).toBeGreaterThanOrEqual(zawgyi);
    if (zawgyi === 0) expect(lines(name).filter(isZawgyi)).toEqual([]);
  });

  it('become what the officials published in Unicode', () => {
    const unicode = lines('mmgov_unicode_out.txt').map((line) => line.normalize('NFC'));
    expect(lines('mmgov_zawgyi_src.txt').map(zawgyiToUnicode)).toEqual(unicode);
  });
});
