/**
 * Every number of the source stands in the target, by value, in whatever digits; and no other. Looked at once
 * placeholders, tags, character references and addresses are out of the way. What may be written in letters is.
 */
import { primaryOf } from '../../text/language.ts';
import type { Check, CheckedSegment, Finding } from '../check.ts';
import { maskText } from '../text/masked.ts';
import { isSpelledOut } from '../text/number-words.ts';
import { numbersOf, type NumberToken } from '../text/numbers.ts';
import { isDateFormat } from '../text/placeholders.ts';

export const numbers: Check = {
  id: 'numbers',
  languages: 'all',
  severity: 'warning',
  issueType: 'numbers',
  messages: ['missing', 'extra'],
  example: {
    source: 'The fee is 1,200 dollars.',
    target: 'هزینه ۱٬۳۰۰ دلار است.',
    mended: 'هزینه ۱٬۲۰۰ دلار است.',
    targetLanguage: 'fa',
  },
  find: findNumbers,
};

function findNumbers(segment: CheckedSegment): readonly Finding[] {
  const [source, target] = [maskText(segment.source), maskText(segment.target)];
  if (isDateFormat(segment.source)) return [];
  const [wanted, given] = [numbersOf(source), numbersOf(target)];
  if (wanted.length === 0 && given.length === 0) return [];
  const missing = unmatched(wanted, given).filter(
    (number) => !number.isInName && !number.isDoubtful && !isWritten(number, target, segment.targetLanguage),
  );
  const extra = unmatched(given, wanted).filter(
    (number) => !number.isDoubtful && !isWritten(number, source, segment.sourceLanguage),
  );
  const text = (number: NumberToken, from: string): string => from.slice(number.start, number.end);
  return [
    ...missing.map((number): Finding => ({
      target: null,
      source: { start: number.start, end: number.end },
      message: 'missing',
      values: { number: text(number, segment.source) },
    })),
    ...extra.map((number): Finding => ({
      target: { start: number.start, end: number.end },
      message: 'extra',
      values: { number: text(number, segment.target) },
    })),
  ];
}

function isWritten(number: NumberToken, text: string, language: CheckedSegment['targetLanguage']): boolean {
  return number.values.some((value) => isSpelledOut(value, text, primaryOf(language)));
}

/**
 * Those of the first that have no equal among the second. Where both have as many, each needs an equal of its own;
 * otherwise one is enough for several, because a translation may name once what the source says twice.
 */
function unmatched(
  numbersHere: readonly NumberToken[],
  there: readonly NumberToken[],
): readonly NumberToken[] {
  const counts = new Map<string, number>();
  const add = (key: string, by: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const { values, runs } of there) for (const key of new Set([...values, ...runs])) add(key, 1);
  const isSpent = numbersHere.length === there.length;
  return numbersHere.filter((number) => {
    const keys = [number.values, number.runs].map((each) => [...new Set(each)]);
    const has = (key: string): boolean => (counts.get(key) ?? 0) > 0;
    const [values = [], runs = []] = keys;
    const isFound = values.some(has) || runs.every(has);
    if (isFound && isSpent) for (const key of new Set([...values, ...runs])) add(key, -1);
    return !isFound;
  });
}
