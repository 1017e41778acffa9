/**
 * Burmese. A sentence ends at ။ (also without a space behind it), at ? and !, never at the comma ၊ or the genitive
 * ၏, whatever UAX #29 says of U+104A. `Name။ ။` introduces a speaker; what ends in a verb's particle is no name.
 */
import type { LanguageRules } from '../rules.ts';

export const burmese: LanguageRules = {
  marks: { '၊': 'none', '၏': 'none' },
  goesOnAfterQuote: /(?:ဟု(?!တ်)|ဟူ|လို့|တဲ့|ဆို)|(?:ဟာ|ကို|က|၏|နှင့်|နဲ့|မှ|သည်)(?=[\s\u200B၊])/uy,
  sentenceBeforeDoubledMark: /(?:သည်|တယ်|မည်|မယ်|ဘူး|ပြီ|လား|လဲ|နည်း|ပါ|၏|နော်)[\s\u200B]*$/u,
};
