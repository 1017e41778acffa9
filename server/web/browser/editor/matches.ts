/** What the memories offer for a segment, as the API gives it. */
import type { Content } from '../../../core/text/content.ts';
import type { DiffPiece } from '../../../core/text/text-diff.ts';
import { field, list, maybe, number, oneOf, text } from './decode.ts';
import { readContent } from './model.ts';

const KINDS = ['structural', 'in-context', 'exact', 'fuzzy', 'fragment'] as const;
const CHANGES = ['kept', 'added', 'removed'] as const;

export interface Match {
  readonly score: number;
  readonly kind: (typeof KINDS)[number];
  /** Why it has that score, in the reader's language. */
  readonly words: string;
  /** From the memory's source to the segment's. */
  readonly difference: readonly DiffPiece[];
  readonly target: Content;
  readonly machine: boolean;
  readonly memory: string;
  readonly author: string;
  readonly at: number | null;
}

/** A part of the segment that stands in a memory by itself. */
export interface Fragment {
  readonly source: Content;
  readonly target: Content;
  readonly memory: string;
}

export async function fetchMatches(address: string, signal: AbortSignal): Promise<readonly Match[]> {
  return list(field(await fetchJson(`${address}/matches`, signal), 'matches'), readMatch);
}

export async function fetchFragments(address: string, signal: AbortSignal): Promise<readonly Fragment[]> {
  return list(field(await fetchJson(`${address}/fragments`, signal), 'fragments'), readFragment);
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return response.json();
}

function readMatch(value: unknown): Match {
  return {
    score: number(field(value, 'score')),
    kind: oneOf(field(value, 'kind'), KINDS),
    words: text(field(value, 'words')),
    difference: list(field(value, 'difference'), (piece) => ({
      change: oneOf(field(piece, 'change'), CHANGES),
      content: readContent(field(piece, 'content')),
    })),
    target: readContent(field(value, 'target')),
    machine: field(value, 'machine') === true,
    memory: text(field(value, 'memory')),
    author: text(field(value, 'author')),
    at: maybe(field(value, 'at'), number),
  };
}

function readFragment(value: unknown): Fragment {
  return {
    source: readContent(field(value, 'source')),
    target: readContent(field(value, 'target')),
    memory: text(field(value, 'memory')),
  };
}
