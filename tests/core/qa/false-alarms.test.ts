/**
 * False alarms are the measure: how many published translations are flagged, and that a digit, a mark or a
 * placeholder that is changed in them is found. Limits are for the pairs that the corpus has.
 */
import { describe, expect, it } from 'vitest';
import {
  measureChecks,
  PAIR_LANGUAGES,
  pairsOf,
  type PairLanguage,
} from '../../../scripts/bench/parallel-pairs.ts';
import type { Check, CheckedSegment } from '../../../server/core/qa/check.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../../../server/core/qa/registry.ts';
import { hasCorpus } from '../../support/corpus.ts';

const LIMITS: Readonly<Record<string, Readonly<Record<PairLanguage, number>>>> = {
  numbers: { fa: 98, my: 51 },
  'end-punctuation': { fa: 636, my: 1_300 },
  placeholders: { fa: 91, my: 21 },
  brackets: { fa: 163, my: 227 },
};

/** Of the others at most one pair in a hundred, but for those whose page says why. */
const ABOVE_ONE_PERCENT: Readonly<Record<string, readonly PairLanguage[]>> = {
  'double-space': ['my'],
  'edge-space': ['my'],
  acronym: ['fa', 'my'],
  ...Object.fromEntries(DOCUMENT_CHECKS.map(({ id }) => [id, PAIR_LANGUAGES])),
};

/** Shares of texts changed so that must be found, of those that were clean before. */
const CHANGES: readonly (readonly [id: string, share: number, change: (target: string) => string])[] = [
  ['numbers', 0.94, (target) => target.replace(/(?<![%$#{\w])[2-9۲-۹၂-၉](?![$\w%\p{L}\p{M}])/u, shiftDigit)],
  ['placeholders', 0.95, (target) => target.replace(/%(?:\d\$)?[sd]/u, '')],
  ['end-punctuation', 0.9, (target) => target.replace(/[؟?]$/u, '.')],
  ['brackets', 0.97, (target) => target.replace(/^([^()]*\([^()]*)\)([^()]*)$/u, '$1$2')],
  ['double-space', 0.95, (target) => target.replace(/(?<=\p{L}) (?=\p{L})/u, '  ')],
  ['tripled-letter', 0.95, (target) => target.replace(/(?<=^|[^\p{L}])(\p{L})(?=\p{L})/u, '$1$1$1$1')],
];

function shiftDigit(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 1);
}

describe.runIf(hasCorpus()).each(PAIR_LANGUAGES)('published en–%s translations', (language) => {
  const pairs = pairsOf(language);

  it('flags few of them', { timeout: 60_000 }, () => {
    const over = measureChecks(pairs).filter(({ id, flagged }) => {
      const isExplained = ABOVE_ONE_PERCENT[id]?.includes(language) === true;
      const limit = LIMITS[id]?.[language] ?? (isExplained ? pairs.length : pairs.length / 100);
      return flagged > limit;
    });
    expect(over).toEqual([]);
  });

  // Burmese has no question mark of its own to be changed.
  it.each(CHANGES.filter(([id]) => language !== 'my' || id !== 'end-punctuation'))(
    'finds slips (%s)',
    { timeout: 60_000 },
    (id, share, change) => {
      const check = CHECKS.find((each) => each.id === id)!;
      const changed = pairs.filter((pair) => change(pair.target) !== pair.target && isClean(check, pair));
      const found = changed.filter((pair) => {
        const target = change(pair.target);
        return check.find({ ...pair, target, targetContent: [target] }).length > 0;
      });
      expect(changed.length).toBeGreaterThan(20);
      expect(found.length / changed.length).toBeGreaterThan(share);
    },
  );
});

function isClean(check: Check, pair: CheckedSegment): boolean {
  return check.find(pair).length === 0;
}
