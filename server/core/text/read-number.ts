/**
 * Numbers as people type them: digits of any script, with the marks of English, Persian and Burmese, which are those of
 * most of the world. What could be two numbers is read as the three languages write it: `1,234` is more than a thousand,
 * `12,5` is twelve and a half.
 */
import { inDigits } from './digits.ts';

/** Marks that cannot be seen: some keyboards put them beside digits. */
const UNSEEN = /[\u200B-\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Between groups of digits, never before decimals. */
const GROUP = /(?<=\d)[\s'’٬](?=\d)/gu;
const GROUPED = /^[1-9]\d{0,2}(?:٬\d{3})+(?=\.|$)/u;
const PLAIN = /^(?:\d{1,15}(?:\.\d{1,9})?|\.\d{1,9})$/u;

/** Null where it is no number, or one with a sign, an exponent or more digits than anybody means. */
export function readNumber(text: string): number | null {
  // In Burmese the letter is often typed for the digit, which looks the same.
  const shown = text.replace(UNSEEN, '').trim();
  const digits = inDigits(/[\u1040-\u1049]/u.test(shown) ? shown.replaceAll('ဝ', '၀') : shown, '0123456789');
  const marked = decimalPoint(digits.replace(GROUP, '٬').replaceAll('٫', '.').replaceAll('،', ','));
  const plain = GROUPED.test(marked) ? marked.replaceAll('٬', '') : marked;
  return PLAIN.test(plain) ? Number(plain) : null;
}

/** `.` before the decimals and `٬` between groups, whichever of the two marks of Latin digits stands for which. */
function decimalPoint(text: string): string {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma > -1 && point > comma) return text.replaceAll(',', '٬');
  if (point > -1 && comma > point) return text.replaceAll('.', '٬').replace(',', '.');
  return GROUPED.test(text.replaceAll(',', '٬')) ? text.replaceAll(',', '٬') : text.replace(',', '.');
}
