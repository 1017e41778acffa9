/**
 * Words and characters of one text as GMX-V 2.0 (ETSI GS LIS 004) counts them. In scripts with spaces, words are
 * those of UAX #29; Chinese, Japanese, Korean and Thai have so many characters a word (neither white space nor
 * punctuation); for Burmese, Khmer and Lao the standard has nothing, and the words of a dictionary are an estimate.
 */
import { primaryOf, scriptOf, type LanguageTag } from './language.ts';
import { isEstimate } from './measures.ts';
import { WORD_METHOD, tokensOf, type Token } from './words.ts';

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['zh', 2.8],
  ['ja', 3],
  ['ko', 3.3],
  ['th', 6],
]);

export interface GmxMethod {
  readonly words: string;
  /** Characters a word; null where words are counted. */
  readonly factor: number | null;
  readonly estimate: boolean;
}

/** How words of a language are counted. */
export function gmxMethod(language: LanguageTag): GmxMethod {
  const isChinese = ['Hans', 'Hant', 'Hani'].includes(scriptOf(language));
  const factor = FACTORS.get(isChinese ? 'zh' : primaryOf(language)) ?? null;
  const estimate = isEstimate(language);
  if (factor !== null) return { words: `characters ÷ ${factor}`, factor, estimate };
  return { words: estimate ? `${WORD_METHOD}, by dictionary` : WORD_METHOD, factor, estimate };
}

/** What all words of a text are, or `mixed`; `none`: it has no words. */
export type TextKind = 'numeric' | 'measurement' | 'alphanumeric' | 'mixed' | 'none';

export interface GmxText {
  /** A fraction where characters are divided: to be rounded when all texts are added up. */
  readonly words: number;
  /** Neither white space nor punctuation. */
  readonly characters: number;
  readonly whiteSpace: number;
  readonly punctuation: number;
  readonly kind: TextKind;
  /** Words that are recognised by themselves; no word is in two of them. */
  readonly simpleNumbers: number;
  readonly complexNumbers: number;
  readonly measurements: number;
  readonly alphanumerics: number;
}

export function gmxText(text: string, language: LanguageTag): GmxText {
  const tokens = [...tokensOf(text, language)];
  const kinds = kindsOf(tokens);
  const count = (kind: WordKind): number => kinds.filter((each) => each === kind).length;
  const characters = countByClass(text);
  const { factor } = gmxMethod(language);
  return {
    words: factor === null ? kinds.length : characters.characters / factor,
    ...characters,
    kind: textKind(kinds),
    simpleNumbers: count('simple'),
    complexNumbers: count('complex'),
    measurements: count('measurement'),
    alphanumerics: count('alphanumeric'),
  };
}

/** In the canonical form of the text, which the standard asks for. */
function countByClass(text: string): Pick<GmxText, 'characters' | 'whiteSpace' | 'punctuation'> {
  const counts = { characters: 0, whiteSpace: 0, punctuation: 0 };
  for (const character of text.normalize('NFC')) {
    if (/\s/u.test(character)) counts.whiteSpace += 1;
    else if (/\p{P}/u.test(character)) counts.punctuation += 1;
    else counts.characters += 1;
  }
  return counts;
}

type WordKind = 'simple' | 'complex' | 'measurement' | 'alphanumeric' | 'other';

const SIMPLE = /^\p{Nd}+$/u;
const COMPLEX = /^\p{Nd}+(?:[.,٫٬'’]\p{Nd}+)+$/u;
const ALPHANUMERIC = /^(?=.*\p{Nd})(?=.*\p{L})[\p{L}\p{M}\p{N}_.'’]+$/u;
/** Symbols of the International System with their prefixes, and those used beside it. */
const UNIT_NAME =
  /^(?:[yzafpnµμmcdhkMGTPEZY]|da)?(?:m|g|s|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|S|Wb|T|H|lm|lx|Bq|Gy|Sv|l|L|t|eV|B|b|bit|Wh|cal)$|^(?:min|h|ha|ft|yd|mi|oz|lb|mph|kn|px|rpm|dpi|[KMGT]iB|m[²³]|[ck]?m[²³]|[%٪‰℃℉°])$/u;
const UNIT_SIGN = /^\s?(?:[%٪‰℃℉Ω°′″]|°[CFcf])/u;
const GLUED = /^(?<number>\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)(?<unit>\p{L}\S*)$/u;

/** Of each word, in order. */
function kindsOf(tokens: readonly Token[]): readonly WordKind[] {
  const kinds: WordKind[] = [];
  let number: { readonly token: number; readonly word: number } | null = null;
  for (const [index, { text, isWord }] of tokens.entries()) {
    if (!isWord) {
      if (number?.token === index - 1 && UNIT_SIGN.test(followed(tokens, index))) {
        kinds[number.word] = 'measurement';
      }
      continue;
    }
    const kind = kindOf(text);
    if (number !== null && isGap(tokens, number.token, index) && UNIT_NAME.test(text)) {
      kinds[number.word] = 'measurement';
      kinds.push('measurement');
    } else kinds.push(kind);
    number = kind === 'simple' || kind === 'complex' ? { token: index, word: kinds.length - 1 } : null;
  }
  return kinds;
}

function kindOf(word: string): WordKind {
  if (SIMPLE.test(word)) return 'simple';
  if (COMPLEX.test(word)) return 'complex';
  if (UNIT_NAME.test(GLUED.exec(word)?.groups?.['unit'] ?? '')) return 'measurement';
  return ALPHANUMERIC.test(word) ? 'alphanumeric' : 'other';
}

/** White space is a token of its own, and so is a sign behind it. */
function followed(tokens: readonly Token[], index: number): string {
  return `${tokens[index]?.text ?? ''}${tokens[index + 1]?.text ?? ''}`;
}

/** Nothing between, or a space, or a sign of degrees. */
function isGap(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 3) return false;
  const between = tokens.slice(from + 1, to).map(({ text }) => text);
  return /^\s?°?$/u.test(between.join(''));
}

function textKind(kinds: readonly WordKind[]): TextKind {
  if (kinds.length === 0) return 'none';
  if (kinds.includes('other')) return 'mixed';
  if (kinds.includes('alphanumeric')) return 'alphanumeric';
  return kinds.includes('measurement') ? 'measurement' : 'numeric';
}
