/**
 * The two texts of a link. Segments are joined by the white space that stood between them; codes of the translation
 * become those of the source that they are, since only they may stand in a target.
 */
import {
  codesOf,
  isEmpty,
  normalizeContent,
  type Content,
  type ContentPart,
  type InlineCode,
} from '../text/content.ts';
import { placeLinks, type Link, type PlacedLink } from './link.ts';
import type { Side, SideSegment } from './side.ts';

export interface LinkedTexts {
  readonly link: PlacedLink;
  readonly sources: readonly SideSegment[];
  readonly targets: readonly SideSegment[];
  readonly source: Content;
  /** With the source's codes. */
  readonly target: Content;
}

/** Of every link, in order. */
export function linkedTexts(source: Side, target: Side, links: readonly Link[]): readonly LinkedTexts[] {
  return placeLinks(links).map((link) => {
    const sources = source.segments.slice(link.sourceStart, link.sourceStart + link.source);
    const targets = target.segments.slice(link.targetStart, link.targetStart + link.target);
    const joined = joinSegments(sources);
    return { link, sources, targets, source: joined, target: withCodesOf(joined, joinSegments(targets)) };
  });
}

/** Codes of different units that have one id get different ones. */
export function joinSegments(segments: readonly SideSegment[]): Content {
  const parts: ContentPart[] = [];
  const taken = new Map<string, string>();
  segments.forEach((segment, index) => {
    if (index > 0) parts.push(segment.before);
    for (const part of segment.content) {
      if (typeof part === 'string') {
        parts.push(part);
        continue;
      }
      const owner = taken.get(part.id) ?? segment.unit;
      taken.set(part.id, owner);
      parts.push(owner === segment.unit ? part : { ...part, id: `${segment.unit}.${part.id}` });
    }
  });
  return normalizeContent(parts);
}

/**
 * The target with each code as the source's code that it is: of the same kind, and of the same text or type, the
 * first that is not taken; the halves of a pair go together. A code that the source does not have leaves its text
 * behind, if it stands for any.
 */
export function withCodesOf(source: Content, target: Content): Content {
  const free = codesOf(source).filter((code) => code.code !== 'marker');
  const found = new Map<string, string>();
  const taken = new Set<InlineCode>();
  const take = (code: InlineCode): ContentPart => {
    const partner = found.get(code.id);
    const fits = (each: InlineCode): boolean =>
      !taken.has(each) &&
      each.code === code.code &&
      (partner === undefined ? code.code !== 'close' && isLike(each, code) : each.id === partner);
    const match = free.find(fits);
    if (match === undefined) return code.equiv;
    taken.add(match);
    found.set(code.id, match.id);
    return match;
  };
  const kept = target.map((part) => (typeof part === 'string' ? part : take(part)));
  return withoutHalves(normalizeContent(kept));
}

function isLike(a: InlineCode, b: InlineCode): boolean {
  return (
    (a.text !== '' && a.text === b.text) ||
    (a.type === b.type && a.subType === b.subType && a.type !== undefined)
  );
}

/** A pair of which one half found no place is none. */
function withoutHalves(content: Content): Content {
  const count = (code: InlineCode, kind: string): number =>
    codesOf(content).filter((each) => each.id === code.id && each.code === kind).length;
  const isWhole = (part: ContentPart): boolean =>
    typeof part === 'string' || part.code === 'standalone' || count(part, 'open') === count(part, 'close');
  const whole = normalizeContent(content.filter(isWhole));
  return isEmpty(whole) ? [] : whole;
}
