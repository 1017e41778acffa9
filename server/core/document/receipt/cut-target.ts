/** One target for several segments, cut at the ends of its sentences where there are as many as segments. */
import { lengthOf, sliceContent } from '../../text/edit-content.ts';
import type { Content } from '../../text/content.ts';
import type { LanguageTag } from '../../text/language.ts';
import type { Segmenter } from '../../text/segmentation.ts';

export interface TargetCutter {
  readonly segmenter: Segmenter;
  /** That of the targets. */
  readonly language: LanguageTag;
}

/**
 * The pieces, joined with the white space between them the whole; null where the target has another number of
 * sentences. Which sentence belongs to which segment stays a guess: a person has to look at it.
 */
export function cutTarget(target: Content, count: number, cutter: TargetCutter): readonly Content[] | null {
  // A code counts as one character, as in positions.
  const text = target.map((part) => (typeof part === 'string' ? part : '\uFFFC')).join('');
  const spans = cutter.segmenter(text, { language: cutter.language });
  if (spans.length !== count) return null;
  return spans.map((span, index) => {
    const start = index === 0 ? 0 : span.start;
    return sliceContent(target, start, index === count - 1 ? lengthOf(target) : span.end);
  });
}
