/** Digits of every script by value (Unicode general category Nd), and those of a language's own system. */

/** There are some seven hundred digits in all. */
const values = new Map<string, number>();

/** 0 to 9; null for what is no decimal digit. */
export function digitValue(character: string): number | null {
  const known = values.get(character);
  if (known !== undefined) return known;
  if (!/^\p{Nd}$/u.test(character)) return null;
  const value = placeInRun(character.codePointAt(0) ?? 0) % 10;
  values.set(character, value);
  return value;
}

/** The ten digits of a system follow each other in Unicode, and before a zero stands no digit but a nine. */
function placeInRun(code: number): number {
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return code - first;
}

const systems = new Map<string, string | null>();

/** The ten digits of the language's own system; null where they are the Latin ones. */
export function nativeDigits(language: string): string | null {
  const found = systems.get(language);
  if (found !== undefined) return found;
  const format = new Intl.NumberFormat(`${language}-u-nu-native`, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit)).join('');
  const native = digits === '0123456789' || digits.length !== 10 ? null : digits;
  systems.set(language, native);
  return native;
}

/** The text with each digit as the one of equal value among the ten wanted. */
export function inDigits(number: string, wanted: string): string {
  return number.replace(/\p{Nd}/gu, (digit) => wanted.charAt(digitValue(digit) ?? 0));
}
