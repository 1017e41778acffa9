/**
 * `npm run bench:qa`: every check over published translations, where nearly each flag is a false alarm, beside
 * translate-toolkit's pofilter on the same pairs, and the time of a segment; the checks of terms with a termbase made of
 * them (`--terms`: these alone). `--write` keeps the rates for the page of checks (docs/check-rates.json).
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkSegment } from '../../server/core/qa/run-checks.ts';
import type { CheckedSegment } from '../../server/core/qa/check.ts';
import { havePairs, measureChecks, PAIR_LANGUAGES, pairsOf } from './parallel-pairs.ts';
import { runPofilter } from './pofilter.ts';
import { benchTerms } from './terms.ts';

const RATES = join(resolve(import.meta.dirname, '../..'), 'docs/check-rates.json');

if (havePairs()) {
  if (!process.argv.includes('--terms')) bench();
  PAIR_LANGUAGES.forEach(benchTerms);
} else console.log('checks: left out, ../shared/corpus is not beside the project');

function bench(): void {
  const rates: Record<string, Record<string, number>> = {};
  for (const language of PAIR_LANGUAGES) {
    const pairs = pairsOf(language);
    const measured = measureChecks(pairs);
    const theirs = runPofilter(pairs, language);
    console.log(`\nen–${language}, ${pairs.length} pairs           flagged      %  pofilter  µs/segment`);
    for (const { id, flagged, milliseconds } of measured) {
      const share = flagged / pairs.length;
      const peer = theirs === null ? '?' : String(theirs.get(id) ?? '');
      const time = ((milliseconds * 1_000) / pairs.length).toFixed(1);
      console.log(
        `${id.padEnd(28)}${String(flagged).padStart(7)}${(share * 100).toFixed(2).padStart(8)}${peer.padStart(10)}${time.padStart(12)}`,
      );
      rates[id] = { ...rates[id], [language]: Number(share.toFixed(4)) };
    }
    console.log(timeOf(pairs));
  }
  if (process.argv.includes('--write')) writeFileSync(RATES, `${JSON.stringify(rates, null, 2)}\n`);
}

/** All checks of a segment together: the middle, the slowest hundredth, the slowest. */
function timeOf(pairs: readonly CheckedSegment[]): string {
  const times = pairs
    .map((pair) => {
      const start = performance.now();
      checkSegment(pair);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2);
  return `all checks of a segment, ms: p50 ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)}`;
}
