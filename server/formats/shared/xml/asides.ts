/**
 * Comments and processing instructions in a content that is replaced. They are no text and no codes, so nobody can
 * say where in the new text they belong; they are kept all the same, those at the beginning there, others at the end.
 */
import type { XmlElement } from './element.ts';

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g;

/** New markup for the element's content, with what is to be kept of the old around it. */
export function withAsides(text: string, element: XmlElement, markup: string): string {
  const old = text.slice(element.openEnd, element.closeStart);
  if (!/<[!?]/.test(old)) return markup;
  let before = '';
  let after = '';
  let begun = false;
  for (const [token] of old.matchAll(TOKEN)) {
    const isAside = token.startsWith('<!--') || token.startsWith('<?');
    if (!isAside) begun = true;
    else if (begun) after += token;
    else before += token;
  }
  return before + markup + after;
}
