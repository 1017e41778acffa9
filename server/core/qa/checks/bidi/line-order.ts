/**
 * What a reader will see of parts of a right-to-left text: whether each is drawn as it would be drawn alone. Line by
 * line, because the algorithm begins anew with each (UAX #9, P1); a line is laid out once for all its parts.
 */
import { visualOrder } from '../../../text/bidi.ts';
import type { Finding, Span } from '../../check.ts';

/** Marks, embeddings and isolates have a place in the order, but nothing is drawn there. */
const NOT_DRAWN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/u;

/** Begins with a letter and ends with one or a digit, no brackets: whole in every line, unless controls tear it. */
const ALWAYS_WHOLE = /^[A-Za-z](?:[A-Za-z0-9 .,:;/_&'-]*[A-Za-z0-9])?$/u;

/**
 * Lines as the algorithm has them, without what ends them. One that no screen shows in one line is cut behind a
 * right-to-left word, where nothing that matters is lost: laying out takes more than its share of time in long ones.
 */
const LINE = new RegExp(
  ['{1,4096}(?=[\\n\\r\\x1c-\\x1e\\x85\\u2029]|$)', '{0,4095}[\\u0590-\\u08ff](?= )', '{1,4096}']
    .map((length) => `[^\\n\\r\\x1c-\\x1e\\x85\\u2029]${length}`)
    .join('|'),
  'gu',
);

/** Of parts that run from left to right those that the line shows in another order, or in pieces. */
function brokenParts(line: string, parts: readonly Span[]): readonly Span[] {
  const hasControls = CONTROL.test(line);
  const doubtful = parts.filter(
    ({ start, end }) => hasControls || !ALWAYS_WHOLE.test(line.slice(start, end)),
  );
  if (doubtful.length === 0) return [];
  const place = new Int32Array(line.length);
  drawnOrder(line, 'rtl').forEach((index, at) => {
    place[index] = at;
  });
  return doubtful.filter(({ start, end }) => {
    const alone = drawnOrder(line.slice(start, end), 'ltr');
    const first = place[start + (alone[0] ?? 0)] ?? 0;
    return alone.some((index, at) => place[start + index] !== first + at);
  });
}

/** Offsets of what is drawn, from left to right. */
function drawnOrder(text: string, direction: 'ltr' | 'rtl'): readonly number[] {
  return visualOrder(text, direction).filter((index) => !NOT_DRAWN.test(text.charAt(index)));
}

/** So many UTF-16 units are laid out to see whether isolating helps; mending those findings shows the next ones. */
const TRIED = 8_192;
/** As far to either side an isolate is tried out: what an order depends on lies nearer, but for controls and brackets. */
const REACH = 96;
const RIGHT_TO_LEFT_WORD = /^.*[\u0590-\u08ff](?= )/u;

/**
 * The broken parts of a text, each with the fix of putting it between an opening isolate and PDI. An isolate can
 * disturb a part beside it that leaned on it: where no fewer parts would be broken, nothing is offered.
 */
export function brokenFindings(
  text: string,
  partsOf: (text: string) => readonly Span[],
  opening: '\u2066' | '\u2068',
): readonly (Pick<Finding, 'fix'> & { readonly target: Span })[] {
  let tried = 0;
  return [...text.matchAll(LINE)].flatMap(({ index, 0: line }) =>
    brokenParts(line, partsOf(line)).map((part) => {
      const target = { start: index + part.start, end: index + part.end };
      const around = surroundings(line, part);
      const nearby = line.slice(around.start, around.end);
      tried += 2 * nearby.length;
      if (tried > TRIED) return { target };
      const own = { start: part.start - around.start, end: part.end - around.start };
      const mended = isolated(nearby, own, opening);
      const [before, after] = [nearby, mended].map((each) => brokenParts(each, partsOf(each)).length);
      if (before === undefined || after === undefined || after >= before) return { target };
      return {
        target,
        fix: [
          { start: target.start, end: target.start, text: opening },
          { start: target.end, end: target.end, text: '\u2069' },
        ],
      };
    }),
  );
}

/** The part of a line that is laid out to try an isolate: between right-to-left words, all of it where it has controls. */
function surroundings(line: string, { start, end }: Span): Span {
  if (line.length <= 4 * REACH || CONTROL.test(line)) return { start: 0, end: line.length };
  const before = Math.max(0, start - 2 * REACH);
  const from = RIGHT_TO_LEFT_WORD.exec(line.slice(before, Math.max(before, start - REACH)))?.[0].length ?? 0;
  const after = Math.min(line.length, end + REACH);
  const to = RIGHT_TO_LEFT_WORD.exec(line.slice(after, after + REACH))?.[0].length ?? REACH;
  return { start: before + from, end: Math.min(line.length, after + to) };
}

function isolated(line: string, { start, end }: Span, opening: string): string {
  return `${line.slice(0, start)}${opening}${line.slice(start, end)}\u2069${line.slice(end)}`;
}
