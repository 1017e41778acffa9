/**
 * Persian (and Dari). Written without capitals, so a dot says most: single letters and chains of them are always
 * abbreviations or initials (ه.ش.، ر.ک.، ص.، و. ا. لنین), and what follows a quotation may report it.
 */
import type { LanguageRules } from '../rules.ts';

export const persian: LanguageRules = {
  abbreviations: { inner: 'رک نک بنگ قس', numbered: 'صص شم' },
  unspacedStops: true,
  goesOnAfterQuote:
    /(?:را|که|و|این را (?:گفت|گفتم|گفتند|پرسید|پرسیدند|نوشت|نوشتند|افزود))(?![\p{L}\u200C])/uy,
  unfinished:
    /(?<![\p{L}\u200C])(?:و|یا|که|از|به|در|با|تا|بر|برای|اگر|چون|ولی|اما|این|آن|یک|هر|من|تو|او|ما|شما|آن‌ها|آنها)$/u,
  reportsQuestion:
    /(?:[\p{L}\p{M}\u200C]+\s+){0,3}(?:گفت|گفتم|گفتند|گفتیم|پرسید|پرسیدم|پرسیدند|نوشت|نوشتند|افزود|زد|زدند|کشید|کشیدند|داد|دادند|می‌گوید|می‌گویند|می‌پرسد|می‌نویسد)(?![\p{L}\u200C])/uy,
};
