/** Where zero-width non-joiners stand in a text, and between what. */
import type { Span } from '../../check.ts';
import { MARKS, ZWNJ } from './letters.ts';

/** One or more in a row. */
export interface ZwnjRun extends Span {
  /** The character before that is drawn, and the one after; '' at the edges of the text. */
  readonly before: string;
  readonly after: string;
}

const TRANSPARENT = new RegExp(`[${MARKS}${ZWNJ}]`, 'u');
/** More marks than this on one letter are noise. */
const FARTHEST = 8;

export function zwnjRuns(text: string): readonly ZwnjRun[] {
  return [...text.matchAll(/\u200c+/gu)].map(({ index: start, 0: run }) => {
    const end = start + run.length;
    return { start, end, before: drawnBefore(text, start), after: text.charAt(end) };
  });
}

function drawnBefore(text: string, position: number): string {
  let at = position - 1;
  while (at > 0 && position - at < FARTHEST && TRANSPARENT.test(text.charAt(at))) at -= 1;
  return text.charAt(at);
}

/**
 * White space and punctuation. What stands for a code is none of it, since a word may come in its place; neither are
 * the characters that mark a shortcut key inside a word.
 */
export function isWordEdge(character: string): boolean {
  return /^(?:\s|[^\P{P}_&]|)$/u.test(character);
}
