/** A segmenter for tests of formats: cuts after . ! ? … where white space follows, and at line ends if told to. */
import type { Segmenter } from '../../server/core/text/segmentation.ts';

export const simpleSegmenter: Segmenter = (text, options) => {
  const boundary = options.lineBreaks === 'boundary' ? /(?<=[.!?…؟။])\s+|\s*\n\s*/gu : /(?<=[.!?…؟။])\s+/gu;
  const cuts = [...text.matchAll(boundary)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const edges = [0, ...cuts.flat(), text.length];
  const spans = [];
  for (let index = 0; index < edges.length; index += 2) {
    const from = edges[index] ?? 0;
    const slice = text.slice(from, edges[index + 1]);
    const start = from + (slice.length - slice.trimStart().length);
    const end = from + slice.trimEnd().length;
    if (end > start) spans.push({ start, end });
  }
  return spans;
};
