/**
 * The matching key of a source: what memories compare instead of the text itself. Case, accents, Persian and Arabic
 * letters and digits, ZWNJ, ZWSP, tatweel, punctuation, white space, inline codes and the values of numbers make no
 * difference in it (core/text/fold.ts, tokens.ts); what did differ is told by the score's penalties (score.ts).
 * Invariant: what is equal in NFC has an equal key, and every text that is not blank has a token. A store keeps keys
 * with keyVersion() and makes them anew where that changed.
 */
import type { Content } from '../text/content.ts';
import { fold } from '../text/fold.ts';
import { checksum, keyTokensOf, type TokenMethod } from './tokens.ts';

export interface MatchingKey {
  /** Folded words, NUMBER_TOKEN for each number; bounded in number and length. */
  readonly tokens: readonly string[];
  /** What the tokens are. */
  readonly method: TokenMethod;
  /** As they are written, in order. */
  readonly numbers: readonly string[];
}

/** A text of more words is compared by so many of them, and by whether all behind them is equal. */
export const MOST_TOKENS = 1_000;

export function matchingKey(content: Content): MatchingKey {
  return matchingKeyOfText(keyText(content));
}

/** Of a plain text. */
export function matchingKeyOfText(text: string): MatchingKey {
  const found = keyTokensOf(text);
  const tokens = found.tokens.map((token) => token.text);
  return {
    tokens: tokens.length === 0 ? signsOf(text) : bounded(tokens),
    method: found.method,
    numbers: found.numbers.map(({ start, end }) => text.slice(start, end)),
  };
}

/**
 * The text that is compared: a code that stands alone parts words as the line break or the picture does that it is;
 * others do not (`re<b>do</b>`).
 */
export function keyText(content: Content): string {
  let text = '';
  for (const part of content) {
    if (typeof part === 'string') text += part;
    else if (part.code === 'standalone') text += ' ';
  }
  return text;
}

/** Only punctuation: equal to the same alone. No word begins with a space. */
function signsOf(text: string): readonly string[] {
  const signs = fold(text).replaceAll(' ', '');
  return signs === '' ? [] : [` ${signs.length <= 100 ? signs : checksum(signs)}`];
}

function bounded(tokens: readonly string[]): readonly string[] {
  if (tokens.length <= MOST_TOKENS) return tokens;
  return [...tokens.slice(0, MOST_TOKENS - 1), ` ${checksum(tokens.slice(MOST_TOKENS - 1).join(' '))}`];
}

/** To be raised with every change of what makes a key. */
const RULES = 2;

/** Scripts that ICU cuts by its dictionaries, which change from version to version. */
const PROBES = [
  'မြန်မာနိုင်ငံ၏မြို့တော်သည်နေပြည်တော်ဖြစ်သည်လူတိုင်းသည်တူညီလွတ်လပ်သောဂုဏ်သိက္ခာဖြင့်မွေးဖွားလာသူများဖြစ်သည်',
  'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ',
  'ມະນຸດທຸກຄົນເກີດມາມີສິດເສລີພາບແລະສະເໝີໜ້າກັນ',
  'មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាព',
  'すべての人間は生まれながらにして自由であり尊厳と権利とについて平等である人人生而自由在尊嚴和權利上一律平等',
];

let version: string | undefined;

/** Differs wherever keys may differ: by our rules, and by the dictionaries of this ICU. */
export function keyVersion(): string {
  version ??= `${String(RULES)}-${checksum(
    PROBES.map((probe) =>
      keyTokensOf(probe)
        .tokens.map(({ text }) => text)
        .join('|'),
    ).join('||'),
  )}`;
  return version;
}
