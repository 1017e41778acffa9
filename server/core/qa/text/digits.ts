/** Digits of every script by value (Unicode general category Nd): scripts keep theirs in runs of ten. */

/** 0 to 9; null for what is no decimal digit. */
export function digitValue(character: string): number | null {
  if (character >= '0' && character <= '9') return character.charCodeAt(0) - 48;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x600 || !/^\p{Nd}$/u.test(character)) return null;
  const known = ZEROS.findLast((zero) => zero <= code);
  if (known !== undefined && code < known + 10) return code - known;
  // The mathematical digits stand five alphabets in a row.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : null;
}

/** The digit of the language's own system, or of Latin script: `digitOf(3, '۰')` is ۳. */
export function digitOf(value: number, zero: string): string {
  return String.fromCodePoint((zero.codePointAt(0) ?? 48) + value);
}

/** Zero of each run of decimal digits in the Basic Multilingual Plane. */
const ZEROS = zerosBelow(0x10000);

function zerosBelow(limit: number): readonly number[] {
  const zeros: number[] = [];
  for (let code = 0x30; code < limit; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    if (!/^\p{Nd}$/u.test(String.fromCodePoint(code))) continue;
    zeros.push(code);
    code += 9;
  }
  return zeros;
}
