/** Content as markup: text escaped, each code by the markup that stands for it elsewhere in the unit. */
import type { Content, InlineCode } from '../../../core/text/content.ts';
import { startTagOf, tagOf, type AttributeChanges } from '../xml/patch.ts';
import type { CodeMarkup, FoundCode } from './codes.ts';
import { isWellNested, nestedPositions } from './nesting.ts';

export interface Renderer {
  readonly text: string;
  readonly markup: CodeMarkup;
  escape(text: string): string;
  /** One half of a pair that cannot be an element around what it holds. */
  split(found: FoundCode): string;
  /** What a clone's element says otherwise than the one that it is made of; null takes an attribute away. */
  cloned(found: FoundCode): AttributeChanges;
}

/** The markup; codes without any are left out (the plan has refused them before). */
export function renderContent(content: Content, renderer: Renderer): string {
  const isElement = (code: InlineCode): boolean => (renderer.markup.get(code)?.half ?? 'whole') !== 'whole';
  const nested = isWellNested(content, isElement) ? null : nestedPositions(content, isElement);
  const pieces: string[] = [];
  let position = -1;
  for (const part of content) {
    position += 1;
    if (typeof part === 'string') pieces.push(renderer.escape(part));
    else {
      const found = renderer.markup.get(part);
      if (found === undefined) continue;
      const isSplit = found.half !== 'whole' && nested !== null && !nested.has(position);
      pieces.push(isSplit ? renderer.split(found) : codeMarkup(found, renderer));
    }
  }
  // Joined, they are a text of their own; added up, they would hold the whole unit's text until it is written.
  return pieces.join('');
}

function codeMarkup(found: FoundCode, renderer: Renderer): string {
  const { text } = renderer;
  const { element, half } = found;
  if (half === 'close') return `</${element.name}>`;
  const changes = found.clone === true ? renderer.cloned(found) : null;
  if (half === 'open') return startTagOf(text, element, changes);
  return tagOf(text, element, changes) + text.slice(element.openEnd, element.end);
}
