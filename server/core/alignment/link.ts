/**
 * A link: so many segments of the source beside so many of the translation. An alignment is a list of links, which
 * together take all segments of both sides in their order; so links need no numbers, only counts, and no list of
 * them can name a segment twice.
 */
export interface Link {
  /** How many segments of each side; not both are 0. */
  readonly source: number;
  readonly target: number;
  /** How sure it is, 0 to 1. */
  readonly confidence: number;
  /** A person said that it is right. */
  readonly confirmed: boolean;
}

/** A link and where its segments begin. */
export interface PlacedLink extends Link {
  readonly sourceStart: number;
  readonly targetStart: number;
}

/** Below it a person should look. */
export const SURE = 0.8;

export function placeLinks(links: readonly Link[]): readonly PlacedLink[] {
  let sourceStart = 0;
  let targetStart = 0;
  return links.map((link) => {
    const placed = { ...link, sourceStart, targetStart };
    sourceStart += link.source;
    targetStart += link.target;
    return placed;
  });
}

/** Whether the links take exactly so many segments of both sides. */
export function linksCover(links: readonly Link[], source: number, target: number): boolean {
  const isWhole = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;
  const sum = (of: (link: Link) => number): number => links.reduce((total, link) => total + of(link), 0);
  return (
    links.every((link) => isWhole(link.source) && isWhole(link.target) && link.source + link.target > 0) &&
    sum((link) => link.source) === source &&
    sum((link) => link.target) === target
  );
}
