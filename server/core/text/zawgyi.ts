/**
 * Zawgyi: Burmese typed for a font that gave the code points of the Myanmar block other meanings. Its texts look
 * like noise in every other font. Which of the two a text is in can only be guessed, and only of a whole paragraph:
 * single words are taken for the wrong one too often. Nothing is ever converted without being asked for.
 */
import { ZawgyiConverter } from 'myanmar-tools/build_node/zawgyi_converter.js';
import { ZawgyiDetector } from 'myanmar-tools/build_node/zawgyi_detector.js';
import type { Content } from './content.ts';

/** From here on a paragraph is called Zawgyi. */
export const ZAWGYI_FROM = 0.95;
/** Fewer characters of the block say too little. */
const ENOUGH = 6;

let detector: ZawgyiDetector | null = null;
let converter: ZawgyiConverter | null = null;

/** How likely a paragraph is Zawgyi, from 0 to 1; 0 where it has no Burmese. */
export function zawgyiProbability(paragraph: string): number {
  detector ??= new ZawgyiDetector();
  return Math.max(0, detector.getZawgyiProbability(paragraph));
}

/**
 * Whether a paragraph is Zawgyi beyond doubt: likely so, long enough, and with something that Unicode Burmese never
 * has. Texts in Unicode whose ေ was typed before its consonant look likely too, but have none of it.
 */
export function isZawgyi(paragraph: string): boolean {
  const burmese = paragraph.match(/[\u1000-\u109f]/gu)?.length ?? 0;
  return burmese >= ENOUGH && HAS_SIGN.test(paragraph) && zawgyiProbability(paragraph) >= ZAWGYI_FROM;
}

/** The rows of the alphabet: a consonant stands under one of its own row, and only there. */
const ROWS = ['1000-\\u1004', '1005-\\u100a', '100b-\\u100f', '1010-\\u1014', '1015-\\u1019', '101a-\\u1021'];

/**
 * U+1039 with no consonant of the row under it (it is Zawgyi's asat); a medial ra that begins a syllable; and the
 * letters of other languages that Zawgyi stacks and shapes with.
 */
const HAS_SIGN = new RegExp(
  [
    ...ROWS.map((row) => `[\\u${row}]\\u1039(?![\\u${row}])`),
    '[^\\u1000-\\u1021\\u103a\\u103f]\\u1039',
    '(?<![^\\u102b-\\u1039\\u104a\\u104b\\s])[\\u103b\\u107e-\\u1084]',
    '[\\u1060-\\u1064\\u1066-\\u106d\\u1085-\\u108d\\u1090-\\u1097]',
  ].join('|'),
  'u',
);

/** The text in Unicode; what is not Burmese stays. */
export function zawgyiToUnicode(text: string): string {
  converter ??= new ZawgyiConverter();
  return converter.zawgyiToUnicode(text).normalize('NFC');
}

/** The content with its text in Unicode and its codes as they are. */
export function contentToUnicode(content: Content): Content {
  return content.map((part) => (typeof part === 'string' ? zawgyiToUnicode(part) : part));
}

/**
 * Which paragraphs of one text are Zawgyi. A text is written in one encoding: where at least half of the paragraphs
 * that can be told are Zawgyi, so are the short ones that are only likely to be.
 */
export function zawgyiParagraphs(paragraphs: readonly string[]): readonly boolean[] {
  const certain = paragraphs.map(isZawgyi);
  const count = certain.filter(Boolean).length;
  if (count === 0) return certain;
  const probable = paragraphs.map(zawgyiProbability);
  const others = paragraphs.filter(
    (text, index) => BURMESE.test(text) && (probable[index] ?? 0) <= 1 - ZAWGYI_FROM,
  );
  if (count < others.length) return certain;
  return certain.map((is, index) => is || (probable[index] ?? 0) > 0.5);
}

const BURMESE = /[\u1000-\u109f]/u;

/**
 * The text of a whole file with its Zawgyi in Unicode. Its paragraphs are told apart by line ends and by the tags of
 * markup; all but Burmese letters and the spaces between them stays to the letter.
 */
export function zawgyiFileToUnicode(text: string): string {
  const pieces = text.split(/([\r\n<>]+)/u);
  const found = zawgyiParagraphs(pieces);
  return pieces
    .map((piece, index) => (found[index] === true ? piece.replace(BURMESE_RUN, zawgyiToUnicode) : piece))
    .join('');
}

const BURMESE_RUN = /[\u1000-\u109f][\u1000-\u109f\u200b-\u200d ]*/gu;
