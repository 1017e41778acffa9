/** What changed from one content to another, marked in colour and by <ins> and <del>. */
import type { Content, ContentPart } from '../../../core/text/content.ts';
import type { Direction, LanguageTag } from '../../../core/text/language.ts';
import { diffContent, type DiffPiece } from '../../../core/text/text-diff.ts';
import type { Chips } from './chips.ts';

export function diffNodes(
  before: Content,
  after: Content,
  language: LanguageTag,
  chips: Chips,
  direction: Direction,
): readonly Node[] {
  return pieceNodes(diffContent(before, after, language), chips, direction);
}

/** The same of a difference that is known. */
export function pieceNodes(parts: readonly DiffPiece[], chips: Chips, direction: Direction): readonly Node[] {
  return parts.flatMap(({ change, content }, index) => {
    const beside = {
      before: textAt(parts[index - 1]?.content.at(-1)),
      after: textAt(parts[index + 1]?.content[0]),
    };
    if (change === 'kept') return chips.nodes(content, direction, beside);
    const mark = document.createElement(change === 'added' ? 'ins' : 'del');
    mark.className = `diff diff--${change}`;
    // What takes the place of something else stands right beside it: without a gap they would be one word.
    mark.classList.toggle('diff--beside', (parts[index - 1]?.change ?? 'kept') !== 'kept');
    mark.append(...chips.nodes(content, direction, beside));
    return [mark];
  });
}

function textAt(part: ContentPart | undefined): string {
  return typeof part === 'string' ? part : '';
}
