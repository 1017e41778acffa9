/**
 * Brackets by class: each that the source opens is opened in the target, and the target closes what it opens. The
 * logical characters are compared, which are the same in right-to-left text. Brackets that the target has more, such
 * as Burmese (သို့) “or”, are its own affair.
 */
import type { Check, CheckedSegment, Finding } from '../check.ts';
import { maskText } from '../text/masked.ts';

export const brackets: Check = {
  id: 'brackets',
  languages: 'all',
  severity: 'warning',
  issueType: 'typographical',
  messages: ['missing', 'unbalanced'],
  example: {
    source: 'Fee (each year)',
    target: 'هزینه (سالانه',
    mended: 'هزینه (سالانه)',
    targetLanguage: 'fa',
  },
  find: findBrackets,
};

const CLASSES: readonly (readonly [open: string, close: string])[] = [
  ['(（﴾', ')）﴿'],
  ['[［【〔', ']］】〕'],
  ['{｛', '}｝'],
];

function findBrackets(segment: CheckedSegment): readonly Finding[] {
  const [source, target] = [maskText(withoutFaces(segment.source)), maskText(withoutFaces(segment.target))];
  return CLASSES.flatMap(([open, close]): readonly Finding[] => {
    const [wanted, given] = [countBoth(source, open, close), countBoth(target, open, close)];
    if (wanted.open !== wanted.close) return [];
    const bracket = `${open.charAt(0)}${close.charAt(0)}`;
    if (given.open !== given.close) {
      return [{ target: given.span, message: 'unbalanced', values: { bracket } }];
    }
    return given.open < wanted.open ? [{ target: null, message: 'missing', values: { bracket } }] : [];
  });
}

/** `:)` is a face, `a)` the mark of a list and `(s)` a plural left open; none of them is a pair of brackets. */
function withoutFaces(text: string): string {
  return text.replace(/[:;]-?[()]|(?<=^|\n)[\p{L}\p{N}]{1,2}\)|(?<=[A-Za-z])\(e?s\)/gu, (face) =>
    '\uFFFC'.repeat(face.length),
  );
}

function countBoth(
  text: string,
  open: string,
  close: string,
): { readonly open: number; readonly close: number; readonly span: Finding['target'] } {
  const opened: number[] = [];
  let [opens, closes] = [0, 0];
  let lone: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (open.includes(character)) {
      opens += 1;
      opened.push(at);
    } else if (close.includes(character)) {
      closes += 1;
      if (opened.pop() === undefined) lone ??= at;
    }
  }
  const at = lone ?? opened.at(-1);
  return { open: opens, close: closes, span: at === undefined ? null : { start: at, end: at + 1 } };
}
