/**
 * How long a target may be: the limits that a file sets (XLIFF 2.1 §5.7, size and length restriction; in 1.2
 * maxwidth, minwidth, maxbytes and minbytes), measured over the targets of a unit together, because a unit may be
 * cut into segments anywhere.
 */
import { problem, type Problem } from '../problem.ts';
import { codeKey, textOf, type Content } from '../text/content.ts';

export interface Limit {
  /** `graphemes` are what a reader takes for one character. */
  readonly measure: 'codepoints' | 'graphemes' | 'utf8' | 'utf16' | 'utf32';
  readonly minimum: number;
  /** null: there is none. */
  readonly maximum: number | null;
  readonly normalization: 'none' | 'nfc' | 'nfd';
  /** What codes count for, by key; 0 where they are not named. */
  readonly weights?: Readonly<Record<string, number>>;
  /** The pair or annotation for whose inside alone it is; absent: the whole text of the unit. */
  readonly inside?: string;
}

/** As much of a unit's parts as a limit is measured on. */
export type Measured = readonly {
  readonly kind: 'segment' | 'ignorable';
  readonly source: Content;
  readonly target: Content | null;
}[];

/**
 * Limits that the targets break. A unit of which some segments are not translated yet cannot be too short; where
 * nothing is translated, nothing is measured.
 */
export function checkLimits(limits: readonly Limit[], parts: Measured): readonly Problem[] {
  const segments = parts.filter((part) => part.kind === 'segment');
  if (limits.length === 0 || segments.every((part) => part.target === null)) return [];
  const whole = segments.every((part) => part.target !== null);
  const target = parts.flatMap((part) => part.target ?? (part.kind === 'ignorable' ? part.source : []));
  return limits.flatMap((limit) => {
    const measured = limit.inside === undefined ? target : insideOf(target, limit.inside);
    if (measured === null) return [];
    const size = sizeOf(measured, limit);
    const measure = nameOf(limit);
    if (limit.maximum !== null && size > limit.maximum) {
      return [problem('text-over-limit', null, { size, limit: limit.maximum, measure })];
    }
    const short = whole && size < limit.minimum;
    return short ? [problem('text-under-limit', null, { size, limit: limit.minimum, measure })] : [];
  });
}

/** The size of a content by a limit's measure, without regard to what it allows. */
export function sizeOf(content: Content, limit: Limit): number {
  const text = textOf(content);
  const form =
    limit.normalization === 'none' ? text : text.normalize(limit.normalization === 'nfc' ? 'NFC' : 'NFD');
  const codes = content.reduce(
    (sum, part) => sum + (typeof part === 'string' ? 0 : (limit.weights?.[codeKey(part)] ?? 0)),
    0,
  );
  return measured(form, limit.measure) + codes;
}

function measured(text: string, measure: Limit['measure']): number {
  switch (measure) {
    case 'utf8':
      return new TextEncoder().encode(text).length;
    case 'utf16':
      return text.length * 2;
    case 'utf32':
      return countCodePoints(text) * 4;
    case 'codepoints':
      return countCodePoints(text);
    case 'graphemes':
      return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
  }
}

function countCodePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1)
    count += 1;
  return count;
}

/** For messages: what is counted. */
function nameOf({ measure }: Limit): string {
  if (measure === 'codepoints') return 'characters';
  return measure === 'graphemes' ? measure : 'bytes';
}

/** null where the pair is not there. */
function insideOf(content: Content, id: string): Content | null {
  const start = content.findIndex(
    (part) => typeof part !== 'string' && part.id === id && (part.code === 'open' || part.edge === 'open'),
  );
  const end = content.findIndex(
    (part) => typeof part !== 'string' && part.id === id && (part.code === 'close' || part.edge === 'close'),
  );
  return start < 0 ? null : content.slice(start + 1, end < start ? undefined : end);
}
