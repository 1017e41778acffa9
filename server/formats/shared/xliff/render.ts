/** Content as markup: text escaped, each code by the markup that stands for it elsewhere in the unit. */
import type { Content, InlineCode } from '../../../core/text/content.ts';
import { startTagOf, tagOf, type AttributeChanges } from '../xml/patch.ts';
import { nextCode, type CodeMarkup, type FoundCode, type FoundContent } from './codes.ts';
import { nestedPositions } from './nesting.ts';

export interface Renderer {
  readonly text: string;
  readonly markup: CodeMarkup;
  escape(text: string): string;
  /** One half of a pair that cannot be an element around what it holds. */
  split(found: FoundCode): string;
  /** What a clone's element says otherwise than the one that it is made of; null takes an attribute away. */
  cloned(found: FoundCode): AttributeChanges;
}

/**
 * The markup; codes without any are left out (the plan has refused them before). `like`: what was found with the same
 * codes in the same order, or null where nothing was.
 */
export function renderContent(content: Content, like: FoundContent | null, renderer: Renderer): string {
  const pieces = like === null ? piecesByName(content, renderer) : piecesLike(content, like, renderer);
  // Joined, they are a text of their own; added up, they would hold the whole unit's text until it is written.
  return pieces.join('');
}

/** What pairs there are, nests as it did where it was found. */
function piecesLike(content: Content, like: FoundContent, renderer: Renderer): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const part of content) {
    if (typeof part === 'string') {
      pieces.push(renderer.escape(part));
      continue;
    }
    at = nextCode(like, at);
    const found = like[at];
    at += 1;
    if (found?.kind === 'code') pieces.push(codeMarkup(found, renderer));
  }
  return pieces;
}

function piecesByName(content: Content, renderer: Renderer): readonly string[] {
  const isElement = (code: InlineCode): boolean => (renderer.markup.get(code)?.half ?? 'whole') !== 'whole';
  const nested = nestedPositions(content, isElement);
  return content.map((part, position) => {
    if (typeof part === 'string') return renderer.escape(part);
    const found = renderer.markup.get(part);
    if (found === undefined) return '';
    const isSplit = found.half !== 'whole' && !nested.has(position);
    return isSplit ? renderer.split(found) : codeMarkup(found, renderer);
  });
}

function codeMarkup(found: FoundCode, renderer: Renderer): string {
  const { text } = renderer;
  const { element, half } = found;
  if (half === 'close') return `</${element.name}>`;
  const changes = found.clone === true ? renderer.cloned(found) : null;
  if (half === 'open') return startTagOf(text, element, changes);
  return tagOf(text, element, changes) + text.slice(element.openEnd, element.end);
}
