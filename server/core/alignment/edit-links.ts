/**
 * Correcting an alignment by hand. Each act replaces a few neighbouring links by others that take the same segments,
 * so that no act can lose or double one, and each can be undone by putting the old ones back.
 */
import { SURE, type Link } from './link.ts';

export type LinkEdit =
  /** With the one after it. */
  | { readonly kind: 'merge'; readonly link: number }
  /** Its first so many segments of each side become a link of their own. */
  | { readonly kind: 'split'; readonly link: number; readonly source: number; readonly target: number }
  /** Its first segment of a side goes to the link before it, or its last one to the link after it. */
  | {
      readonly kind: 'move';
      readonly link: number;
      readonly side: 'source' | 'target';
      readonly to: 'previous' | 'next';
    }
  /** Each of its segments stands alone. */
  | { readonly kind: 'unlink'; readonly link: number }
  | { readonly kind: 'confirm'; readonly link: number }
  /** All whose confidence is SURE and above. */
  | { readonly kind: 'confirm-sure' };

/** Links from place `at` on, before and after. */
export interface LinkPatch {
  readonly at: number;
  readonly before: readonly Link[];
  readonly after: readonly Link[];
}

/** What the act would change; null where it cannot be done, or would change nothing. */
export function editLinks(links: readonly Link[], edit: LinkEdit): LinkPatch | null {
  if (edit.kind === 'confirm-sure') return confirmSure(links);
  const link = links[edit.link];
  if (link === undefined) return null;
  switch (edit.kind) {
    case 'merge': {
      const next = links[edit.link + 1];
      if (next === undefined) return null;
      const merged = byHand(link.source + next.source, link.target + next.target);
      return { at: edit.link, before: [link, next], after: [merged] };
    }
    case 'split':
      return split(link, edit);
    case 'move':
      return move(links, edit);
    case 'unlink':
      return unlink(link, edit.link);
    case 'confirm':
      return link.confirmed ? null : { at: edit.link, before: [link], after: [{ ...link, confirmed: true }] };
  }
}

export function applyPatch(links: readonly Link[], { at, before, after }: LinkPatch): readonly Link[] {
  return links.toSpliced(at, before.length, ...after);
}

export function undoOf({ at, before, after }: LinkPatch): LinkPatch {
  return { at, before: after, after: before };
}

function byHand(source: number, target: number): Link {
  return { source, target, confidence: 1, confirmed: true };
}

function split(link: Link, { link: at, source, target }: LinkEdit & { kind: 'split' }): LinkPatch | null {
  const isShare = (count: number, of: number): boolean =>
    Number.isInteger(count) && count >= 0 && count <= of;
  if (!isShare(source, link.source) || !isShare(target, link.target)) return null;
  const halves = [byHand(source, target), byHand(link.source - source, link.target - target)];
  return halves.some(isNothing) ? null : { at, before: [link], after: halves };
}

function move(links: readonly Link[], { link: at, side, to }: LinkEdit & { kind: 'move' }): LinkPatch | null {
  const other = at + (to === 'previous' ? -1 : 1);
  const [link, neighbour] = [links[at], links[other]];
  if (link === undefined || neighbour === undefined || link[side] === 0) return null;
  const less = { ...byHand(link.source, link.target), [side]: link[side] - 1 };
  const more = { ...byHand(neighbour.source, neighbour.target), [side]: neighbour[side] + 1 };
  const isUp = to === 'previous';
  return {
    at: Math.min(at, other),
    before: isUp ? [neighbour, link] : [link, neighbour],
    after: (isUp ? [more, less] : [less, more]).filter((each) => !isNothing(each)),
  };
}

function unlink(link: Link, at: number): LinkPatch | null {
  if (link.source + link.target < 2) return null;
  const after = [
    ...Array.from({ length: link.source }, () => byHand(1, 0)),
    ...Array.from({ length: link.target }, () => byHand(0, 1)),
  ];
  return { at, before: [link], after };
}

function confirmSure(links: readonly Link[]): LinkPatch | null {
  const isNew = (link: Link): boolean => !link.confirmed && link.confidence >= SURE;
  const first = links.findIndex(isNew);
  if (first < 0) return null;
  const before = links.slice(first, links.findLastIndex(isNew) + 1);
  return {
    at: first,
    before,
    after: before.map((link) => (isNew(link) ? { ...link, confirmed: true } : link)),
  };
}

function isNothing({ source, target }: Link): boolean {
  return source + target === 0;
}
