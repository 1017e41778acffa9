/**
 * A text with everything that no reader reads as words or numbers blanked out: placeholders, tags, character
 * references, addresses. As long as the text, so that places stay what they are.
 */
import { placeholdersOf } from './placeholders.ts';
import { addressesOf } from './addresses.ts';

const MARKUP = /<\/?[A-Za-z][^<>]{0,400}>|&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]\w{1,30});/gu;

/** What stands for a blanked-out character: no letter, digit, space or punctuation. */
export const BLANK = '\uFFFC';

export function maskText(text: string): string {
  const spans = [
    ...placeholdersOf(text),
    ...addressesOf(text),
    ...[...text.matchAll(MARKUP)].map(({ index, 0: markup }) => ({
      start: index,
      end: index + markup.length,
    })),
  ].sort((a, b) => a.start - b.start);
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    masked += text.slice(at, Math.max(start, at)) + BLANK.repeat(end - Math.max(start, at));
    at = end;
  }
  return masked + text.slice(at);
}
