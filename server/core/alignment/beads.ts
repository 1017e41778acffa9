/**
 * Which links there may be, and how likely each is before anything is known of the texts. A segment without a
 * counterpart stands in a gap; a gap is unlikely to begin, and once begun likely to go on (a chapter left out).
 * Figures are natural logarithms.
 */
import type { Link } from './link.ts';

/** The most segments that a link has on one side: a text without full stops is one segment beside many. */
export const WIDEST = 16;

/** Source segments and target segments of a link without gaps, most usual first. */
export const BEADS: readonly (readonly [source: number, target: number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
  [2, 3],
  [3, 2],
  ...Array.from({ length: WIDEST - 3 }, (_, index) => index + 4).flatMap(
    (many): readonly (readonly [number, number])[] => [
      [1, many],
      [many, 1],
    ],
  ),
];

export interface BeadModel {
  /** By the place in BEADS. */
  readonly beads: Float64Array;
  readonly gapOpens: number;
  readonly gapGoesOn: number;
}

/** Shares of the beads in texts that were translated paragraph by paragraph; of all that are not named, the last. */
const USUAL = [0.89, 0.034, 0.034, 0.006, 0.004, 0.004, 0.001, 0.001, 0.001, 0.001];
const RARE = 0.0004;
const USUAL_GAP = 0.012;
const GAP_GOES_ON = 0.4;
/** How much of what one text has more is laid to such links. */
const SKEW = 0.5;
/** How many links the usual figures weigh as. */
const WEIGHT = 120;

/**
 * The usual figures for texts of so many segments, corrected by those of a first alignment. Where one text has many
 * more segments than the other, its segments are expected to stand several beside one.
 */
export function beadModel(source: number, target: number, links: readonly Link[]): BeadModel {
  const excess = Math.abs(source - target) / Math.max(source, target, 1);
  const counts = BEADS.map(([s, t], place) => {
    const isExpected = source > target ? t === 1 : s === 1;
    const many = Math.max(s, t) - 1;
    return (
      ((USUAL[place] ?? RARE) + (isExpected && many > 0 ? SKEW * excess * excess ** (many - 1) : 0)) * WEIGHT
    );
  });
  let gaps = 2 * USUAL_GAP * WEIGHT;
  let total = WEIGHT;
  let wasGap = false;
  for (const { source, target } of links) {
    const isGap = source === 0 || target === 0;
    const place = isGap ? -1 : BEADS.findIndex(([s, t]) => s === source && t === target);
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
    if (isGap && !wasGap) gaps += 1;
    if (!isGap || !wasGap) total += 1;
    wasGap = isGap;
  }
  return {
    beads: Float64Array.from(counts, (count) => Math.log(count / total)),
    gapOpens: Math.log(gaps / 2 / total),
    gapGoesOn: Math.log(GAP_GOES_ON),
  };
}
