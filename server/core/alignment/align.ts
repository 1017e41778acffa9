/**
 * Aligns two sides. A first pass looks at a wide band of the table with usual figures; from what it finds, figures of
 * these very texts are learnt (lengths, traits, kinds of links, words), and narrow passes around it use them.
 * Invariant: the links take every segment of both sides once, in order. Time and memory are bounded: texts for which
 * the table would be too large are refused.
 */
import { problem, type Problem } from '../problem.ts';
import { anchorEvidence, type Evidence } from './anchors.ts';
import { bandAlong, bandSize, diagonalBand, touchesEdge, type Band } from './band.ts';
import { beadModel, BEADS } from './beads.ts';
import { bestPath } from './best-path.ts';
import { withConfidence } from './confidence.ts';
import { featuresOf, type Features } from './features.ts';
import { firstLengthModel, fitLengths } from './length-model.ts';
import { placeLinks, type Link, type PlacedLink } from './link.ts';
import { rowScorer, type Models, type ScoreRow } from './score-rows.ts';
import type { Side } from './side.ts';
import { firstTraitModel, fitTraits } from './trait-model.ts';
import { learnWords, wordIds, type WordPair } from './word-model.ts';

export type AlignResult =
  | { readonly kind: 'aligned'; readonly links: readonly Link[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Segments of one side, at most. */
export const MOST_SEGMENTS = 40_000;
/** Places of the table that are looked at in one pass. */
const MOST_PLACES = 40_000_000;
/** How far from the expected place a counterpart is looked for at first, at least and by the length of the text. */
const REACH = 300;
const REACH_SHARE = 0.04;
/** How far from the place that a pass has found. */
const NARROW = 30;
/** Links of the first pass: those with three and more segments on a side are left to the later ones, */
const FIRST_BEADS = 4;
/** unless one text has that much more segments than the other, or both are short enough to look at more. */
const SKEWED = 1.15;
const SHORT = 2_000;
const MORE_BEADS = 10;
const WORD_PASSES = 2;
/** What two neighbouring links together teach, beside one alone. */
const NEIGHBOURS = 0.3;

/** Refuses texts with more than MOST_SEGMENTS segments. */
export function align(source: Side, target: Side): AlignResult {
  const [n, m] = [source.segments.length, target.segments.length];
  if (Math.max(n, m) > MOST_SEGMENTS)
    return {
      kind: 'refused',
      problems: [problem('alignment-too-large', null, { count: Math.max(n, m), limit: MOST_SEGMENTS })],
    };
  if (n === 0 || m === 0) return { kind: 'aligned', links: unlinked(n, m) };
  const sides = { source: featuresOf(source), target: featuresOf(target) };
  const evidence = anchorEvidence(sides.source.shared, sides.target.shared);
  let models = firstModels(sides);
  let links = firstPass(sides, evidence, models);
  models = { ...learn(sides, models, links), beads: models.beads };
  links = narrowPass(sides, evidence, models, links).links;
  const words = { source: wordIds(sides.source.words), target: wordIds(sides.target.words) };
  for (let pass = 0; pass < WORD_PASSES; pass += 1) {
    const lessons = lessonsOf(placeLinks(links), pass === 0);
    models = { ...learn(sides, models, links), words: learnWords(words.source, words.target, lessons) };
    links = narrowPass(sides, evidence, models, links).links;
  }
  const last = narrowPass(sides, evidence, models, links);
  return { kind: 'aligned', links: withConfidence(last.links, last.band, models.beads, last.rows) };
}

interface Sides {
  readonly source: Features;
  readonly target: Features;
}

function firstModels({ source, target }: Sides): Models {
  return {
    beads: beadModel(source.lengths.length, target.lengths.length, []),
    lengths: firstLengthModel(source.lengths, target.lengths),
    traits: firstTraitModel(target.traits),
    words: null,
  };
}

/** The band is made wider until the alignment runs well inside of it, or all is looked at. */
function firstPass({ source, target }: Sides, evidence: Evidence, models: Models): readonly Link[] {
  const [n, m] = [source.lengths.length, target.lengths.length];
  const isShort = Math.max(n, m) <= SHORT;
  const used = isShort || Math.max(n / m, m / n) > SKEWED ? MORE_BEADS : FIRST_BEADS;
  let reach = Math.max(REACH, Math.round(REACH_SHARE * Math.max(n, m)));
  for (;;) {
    const band = diagonalBand(source.lengths, target.lengths, reach);
    const links = bestPath(band, models.beads, rowScorer(source, target, evidence, models, used), used);
    reach *= 2;
    const isWhole = reach > 2 * m || !touchesEdge(links, band, m);
    if (isWhole || bandSize(diagonalBand(source.lengths, target.lengths, reach)) > MOST_PLACES) return links;
  }
}

function narrowPass(
  { source, target }: Sides,
  evidence: Evidence,
  models: Models,
  links: readonly Link[],
): { readonly links: readonly Link[]; readonly band: Band; readonly rows: readonly Float32Array[] } {
  const band = bandAlong(links, source.lengths.length, target.lengths.length, NARROW);
  const score = rowScorer(source, target, evidence, models);
  const rows: Float32Array[] = [];
  const kept: ScoreRow = (row, low, high) => {
    const scores = score(row, low, high).slice(0, BEADS.length * (high - low + 1));
    rows[row] = scores;
    return scores;
  };
  return { links: bestPath(band, models.beads, kept, BEADS.length), band, rows };
}

/** Figures of these texts, from an alignment of them. */
function learn({ source, target }: Sides, before: Models, links: readonly Link[]): Models {
  const linked = placeLinks(links).filter((link) => link.source > 0 && link.target > 0);
  const lengthOf = (features: Features, places: readonly number[]): number =>
    places.reduce((total, place) => total + (features.lengths[place] ?? 0), 0);
  const pairs = linked.map(
    (link) => [lengthOf(source, sourcesOf(link)), lengthOf(target, targetsOf(link))] as const,
  );
  const traits = linked.flatMap((link) => {
    const [a, b] = [source.traits[link.sourceStart], target.traits[link.targetStart]];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return {
    beads: beadModel(source.lengths.length, target.lengths.length, links),
    lengths: fitLengths(pairs, before.lengths),
    traits: fitTraits(before.traits, traits),
    words: before.words,
  };
}

/**
 * Links with both sides; at first also any two neighbours together, so that a word of which the segment was mistakenly
 * laid to the link before or after is met beside its translation nevertheless.
 */
function lessonsOf(links: readonly PlacedLink[], isFirst: boolean): readonly WordPair[] {
  return links.flatMap((link, index): readonly WordPair[] => {
    const own = { source: sourcesOf(link), target: targetsOf(link), weight: 1 };
    const next = links[index + 1];
    const both =
      isFirst && next !== undefined
        ? [
            {
              source: [...own.source, ...sourcesOf(next)],
              target: [...own.target, ...targetsOf(next)],
              weight: NEIGHBOURS,
            },
          ]
        : [];
    return [own, ...both].filter(({ source, target }) => source.length > 0 && target.length > 0);
  });
}

function sourcesOf({ source, sourceStart }: PlacedLink): readonly number[] {
  return Array.from({ length: source }, (_, index) => sourceStart + index);
}

function targetsOf({ target, targetStart }: PlacedLink): readonly number[] {
  return Array.from({ length: target }, (_, index) => targetStart + index);
}

function unlinked(source: number, target: number): readonly Link[] {
  const gap = { confidence: 1, confirmed: false };
  return [
    ...Array.from({ length: source }, () => ({ ...gap, source: 1, target: 0 })),
    ...Array.from({ length: target }, () => ({ ...gap, source: 0, target: 1 })),
  ];
}
