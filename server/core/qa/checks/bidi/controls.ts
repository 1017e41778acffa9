/**
 * The bidirectional control characters of a text, paired as the algorithm pairs them (UAX #9, X1-X8): a closing
 * character closes the last opening one of its kind; PDI also ends the embeddings that are still open inside.
 */
import type { Span } from '../../check.ts';

const OPENING: Readonly<Record<string, 'embedding' | 'override' | 'isolate'>> = {
  '\u202a': 'embedding',
  '\u202b': 'embedding',
  '\u202d': 'override',
  '\u202e': 'override',
  '\u2066': 'isolate',
  '\u2067': 'isolate',
  '\u2068': 'isolate',
};
const POP_EMBEDDING = '\u202c';
const POP_ISOLATE = '\u2069';

export const CONTROL_NAMES: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

/** From an opening character to the one after its closing character. */
export interface ControlPair extends Span {
  readonly kind: 'embedding' | 'override' | 'isolate';
}

export interface Controls {
  readonly pairs: readonly ControlPair[];
  /** Offsets of those without a partner. */
  readonly lonely: readonly number[];
}

interface Open {
  readonly at: number;
  readonly kind: ControlPair['kind'];
}

export function controlsOf(text: string): Controls {
  const pairs: ControlPair[] = [];
  const lonely: number[] = [];
  let open: Open[] = [];
  for (const { index: at, 0: character } of text.matchAll(/[\u202a-\u202e\u2066-\u2069\n\r\u0085\u2029]/gu)) {
    const kind = OPENING[character];
    const last = open.at(-1);
    if (kind !== undefined) open.push({ at, kind });
    else if (character === POP_EMBEDDING) {
      if (last === undefined || last.kind === 'isolate') lonely.push(at);
      else pairs.push({ start: last.at, end: at + 1, kind: open.pop()?.kind ?? last.kind });
    } else if (character === POP_ISOLATE) {
      const inner = open.findLastIndex((each) => each.kind === 'isolate');
      const isolate = open[inner];
      if (isolate === undefined) {
        lonely.push(at);
        continue;
      }
      lonely.push(...open.slice(inner + 1).map((each) => each.at));
      pairs.push({ start: isolate.at, end: at + 1, kind: 'isolate' });
      open = open.slice(0, inner);
    } else {
      // A line's end is a paragraph's end for the algorithm: nothing stays open.
      lonely.push(...open.map((each) => each.at));
      open = [];
    }
  }
  lonely.push(...open.map((each) => each.at));
  return { pairs, lonely: lonely.sort((a, b) => a - b) };
}
