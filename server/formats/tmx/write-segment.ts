/**
 * Content as that of a `seg` at level 2 (TMX 1.4b §4). A pair of codes is `bpt` and `ept` where both stand in the
 * segment, else `it`; what stands alone is `ph`. A marker is `hi` where it nests; TMX has no other annotation, so that
 * one which does not nest leaves its text and nothing else. No `type` is written: OmegaT would name its tags by it, and
 * then not know them again in the segments of its own documents.
 */
import type { Content, InlineCode } from '../../core/text/content.ts';
import { attributes, escapeText, legalText } from '../shared/xml/escape.ts';

/** `numberOf` gives the `x` of a code, the same in each variant. */
export function segmentMarkup(content: Content, numberOf: (code: InlineCode) => string): string {
  const pairs = pairsIn(content);
  const numbers = new Map<number, number>();
  return content
    .map((part, index) => {
      if (typeof part === 'string') return escapeText(legalText(part));
      const partner = pairs.get(index);
      const x = numberOf(part);
      if (part.code === 'marker') {
        if (partner === undefined) return '';
        return part.edge === 'close' ? '</hi>' : `<hi${attributes({ x })}>`;
      }
      const text = escapeText(legalText(part.text));
      if (part.code === 'standalone') return element('ph', { x }, text);
      if (partner === undefined) {
        return element('it', { pos: part.code === 'open' ? 'begin' : 'end', x }, text);
      }
      if (part.code === 'close') return element('ept', { i: numbers.get(partner) }, text);
      numbers.set(index, numbers.size + 1);
      return element('bpt', { i: numbers.get(index), x }, text);
    })
    .join('');
}

function element(
  name: string,
  values: Readonly<Record<string, string | number | undefined>>,
  text: string,
): string {
  const start = `<${name}${attributes(values)}`;
  return text === '' ? `${start}/>` : `${start}>${text}</${name}>`;
}

/** For each half of a pair, by index, where the other half stands. Markers are pairs only where they nest. */
function pairsIn(content: Content): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open = new Map<string, number>();
  const markers: { readonly id: string; readonly index: number }[] = [];
  content.forEach((part, index) => {
    if (typeof part === 'string') return;
    if (part.code === 'open') open.set(part.id, index);
    else if (part.code === 'close') {
      const start = open.get(part.id);
      if (start !== undefined) join(pairs, start, index);
      open.delete(part.id);
    } else if (part.code === 'marker' && part.edge !== 'close') markers.push({ id: part.id, index });
    else if (part.code === 'marker') {
      const at = markers.findLastIndex(({ id }) => id === part.id);
      const start = markers[at];
      if (start === undefined) return;
      join(pairs, start.index, index);
      // Those that begin in it and end behind it do not nest.
      markers.length = at;
    }
  });
  return pairs;
}

function join(pairs: Map<number, number>, one: number, other: number): void {
  pairs.set(one, other);
  pairs.set(other, one);
}
