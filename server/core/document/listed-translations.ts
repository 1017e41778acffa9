/**
 * Translations that came without their document (TMX, lines of text), put to the segments that they translate: a
 * document as if our own had come back with them. Segments that the list has nothing for come back as
 * they are.
 */
import { codesOf, normalizeContent, sameContent, type Content, type InlineCode } from '../text/content.ts';
import type { Document } from './document.ts';
import { segmentsOf, type Segment, type UnitPart } from './unit.ts';

export interface ContentPair {
  readonly source: Content;
  readonly target: Content;
}

/**
 * By source: equal text with the same codes in the same places, else equal text where the list keeps no codes. Of
 * several translations of one source each is taken once, in the order of the list, and the last one for all further.
 */
export function withPairs(ours: Document, pairs: readonly ContentPair[]): Document {
  const waiting = new Map<string, ContentPair[]>();
  for (const pair of pairs) {
    const key = keyOf(pair.source);
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [pair]);
    else if (!list.some((each) => sameContent(each.target, pair.target))) list.push(pair);
  }
  const find = (source: Content): ContentPair | null => {
    const list = waiting.get(keyOf(source)) ?? waiting.get(keyOf(source.filter(isText)));
    return (list !== undefined && list.length > 1 ? list.shift() : list?.[0]) ?? null;
  };
  return withTargets(ours, (segment) => {
    const pair = find(segment.source);
    return pair === null ? null : withOurCodes(pair, segment.source);
  });
}

/** Those that translate no segment of ours. */
export function unplacedPairs(ours: Document, pairs: readonly ContentPair[]): readonly ContentPair[] {
  const keys = new Set(
    ours.units
      .filter((unit) => unit.translate)
      .flatMap((unit) => segmentsOf(unit))
      .flatMap(({ source }) => [keyOf(source), keyOf(source.filter(isText))]),
  );
  return pairs.filter(({ source }) => !keys.has(keyOf(source)));
}

/** One line for each segment of what is translated, in order; null where their numbers differ. */
export function withLines(ours: Document, lines: readonly string[]): Document | null {
  if (lines.length !== countSegments(ours)) return null;
  let next = 0;
  return withTargets(ours, () => {
    const line = lines[next] ?? '';
    next += 1;
    return line.trim() === '' ? null : [line];
  });
}

/** Of what is translated. */
export function countSegments({ units }: Document): number {
  return units
    .filter((unit) => unit.translate)
    .reduce((count, unit) => count + unit.parts.filter((part) => part.kind === 'segment').length, 0);
}

/** A target that is ours keeps our state; another one is a translation, whatever state ours is in. */
function withTargets(ours: Document, targetOf: (segment: Segment) => Content | null): Document {
  const replace = (part: UnitPart): UnitPart => {
    if (part.kind === 'ignorable') return part;
    const target = targetOf(part);
    if (target === null) return part;
    const isOurs = part.target !== null && sameContent(part.target, target);
    if (isOurs) return part;
    const { kind, id, source, range, locked } = part;
    return {
      kind,
      id,
      source,
      target,
      state: 'translated',
      ...(range === undefined ? {} : { range }),
      ...(locked === undefined ? {} : { locked }),
    };
  };
  const units = ours.units.map((unit) =>
    unit.translate ? { ...unit, parts: unit.parts.map(replace) } : unit,
  );
  return { ...ours, units };
}

function isText(part: Content[number]): part is string {
  return typeof part === 'string';
}

/** Text with white space collapsed, and codes by what they are; annotations are nobody's text. */
function keyOf(content: Content): string {
  return normalizeContent(content.filter((part) => isText(part) || part.code !== 'marker'))
    .map((part) => (isText(part) ? part : `\u0000${part.code}\u0000`))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The pair's target with our codes in place of the pair's: the first of its source is our first, and so on. */
function withOurCodes({ source, target }: ContentPair, ours: Content): Content {
  const wanted = (content: Content): readonly InlineCode[] =>
    codesOf(content).filter((code) => code.code !== 'marker');
  const own = wanted(ours);
  const names = new Map(wanted(source).map((code, index) => [nameOf(code), own[index]]));
  return normalizeContent(
    target.flatMap((part): Content => {
      if (isText(part)) return [part];
      if (part.code === 'marker') return [];
      return [names.get(nameOf(part)) ?? part];
    }),
  );
}

function nameOf(code: InlineCode): string {
  return `${code.code} ${code.id}`;
}
