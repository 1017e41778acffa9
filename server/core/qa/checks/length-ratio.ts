/**
 * A target that is far longer or shorter than translations of such a source are. The bounds are a good way outside
 * of the first and last hundredth of published translations, by the length of the source.
 */
import { primaryOf } from '../../text/language.ts';
import type { Check, CheckedSegment, Finding } from '../check.ts';
import { maskText } from '../text/masked.ts';

export const lengthRatio: Check = {
  id: 'length-ratio',
  languages: 'all',
  severity: 'note',
  issueType: 'length',
  messages: ['long', 'short'],
  example: {
    source: 'The meeting is held in the town hall on the first Monday of every month.',
    target: 'جلسه برگزار می‌شود.',
    mended: 'جلسه در نخستین دوشنبهٔ هر ماه در تالار شهر برگزار می‌شود.',
    targetLanguage: 'fa',
  },
  find: findLengthRatio,
};

/** First and last hundredth of target to source in code points, for sources up to 30, 80 and more characters. */
const MEASURED: Readonly<Record<string, readonly (readonly [low: number, high: number])[]>> = {
  fa: [
    [0.44, 1.85],
    [0.53, 1.58],
    [0.61, 1.42],
  ],
  my: [
    [0.69, 2.67],
    [0.72, 1.97],
    [0.81, 1.77],
  ],
};
/** Where nothing was measured. */
const ANY: readonly (readonly [number, number])[] = [
  [0.4, 2.6],
  [0.5, 2],
  [0.55, 1.8],
];
const SLACK = 1.25;
/** Shorter sources are labels, whose translations may have any length. */
const SHORTEST = 20;

function findLengthRatio({ source, target, targetLanguage }: CheckedSegment): readonly Finding[] {
  const [from, to] = [lengthOf(source), lengthOf(target)];
  if (from < SHORTEST) return [];
  const bounds = MEASURED[primaryOf(targetLanguage)] ?? ANY;
  const [low, high] = bounds[from <= 30 ? 0 : from <= 80 ? 1 : 2] ?? [0, Infinity];
  const ratio = to / from;
  if (ratio >= low / SLACK && ratio <= high * SLACK) return [];
  const values = { percent: Math.round(ratio * 100) };
  return [{ target: { start: 0, end: target.length }, message: ratio > 1 ? 'long' : 'short', values }];
}

/** Code points of what is read. */
function lengthOf(text: string): number {
  return maskText(text)
    .replace(/[\uD800-\uDBFF\uFFFC\u200B-\u200F]/gu, '')
    .trim().length;
}
