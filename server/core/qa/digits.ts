/** Digits of any script by their value, and those of a language's own system. */

const known = new Map<string, string | null>();

/** The ten digits of the language's own system; null where they are the Latin ones. */
export function nativeDigits(language: string): string | null {
  const found = known.get(language);
  if (found !== undefined) return found;
  const format = new Intl.NumberFormat(`${language}-u-nu-native`, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit)).join('');
  const native = digits === '0123456789' || digits.length !== 10 ? null : digits;
  known.set(language, native);
  return native;
}

/** The text with each digit as the one of equal value among the ten wanted. */
export function inDigits(number: string, wanted: string): string {
  return number.replace(/\p{Nd}/gu, (digit) => wanted.charAt(valueOf(digit)));
}

/** The ten digits of a system follow each other in Unicode, and before a zero stands no digit but a nine. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (point - first) % 10;
}
