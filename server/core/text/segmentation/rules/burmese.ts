/**
 * Burmese. A sentence ends at ။ (also without a space behind it), at ? and !, never at the comma ၊ or the genitive
 * ၏, whatever UAX #29 says of U+104A. A sentence ends in one of a few particles: what stands before `။ ။` without
 * one is a speaker's name, and before … it is no whole sentence.
 */
import type { LanguageRules } from '../rules.ts';

const ENDING = 'သည်|တယ်|မည်|မယ်|ဘူး|ပြီ|လား|လဲ|နည်း|ပါ|၏|နော်|ပေါ့|တာပဲ|ဗျာ|ကွာ';

export const burmese: LanguageRules = {
  marks: { '၊': 'none', '၏': 'none' },
  goesOnAfterQuote: /(?:ဟု(?!တ်)|ဟူ|လို့|တဲ့|ဆို)|(?:ဟာ|ကို|က|၏|နှင့်|နဲ့|မှ|သည်)(?=[\s\u200B၊])/uy,
  reportsQuestion:
    /[\u1000-\u1049\u104C-\u109F\u200B ]{0,30}?(?:မေး|အော်|ပြော|ဆို|ဖြေ|ရေး)(?:မြန်း|ဟစ်|ကြား|လိုက်|ခဲ့|ကြ){0,3}(?:သည်|တယ်|၏)[\s\u200B]*။/uy,
  unfinished: new RegExp(`(?<!${ENDING})$`, 'u'),
  sentenceBeforeDoubledMark: new RegExp(`(?:${ENDING})[\\s\\u200B]*$`, 'u'),
};
