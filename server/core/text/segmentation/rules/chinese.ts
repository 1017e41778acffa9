/** Chinese: a quotation may be reported behind it (“走吧！”他说。). */
import type { LanguageRules } from '../rules.ts';

export const chinese: LanguageRules = {
  goesOnAfterQuote: /[^。！？，、：“”「」\s]{0,6}?(?:说|說|(?<!知)道|问|問|喊|叫|答)/uy,
};
