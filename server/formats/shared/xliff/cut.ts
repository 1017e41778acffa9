/**
 * Content markup cut in two at a position of its content. What is not at the cut stays as written: references,
 * CDATA sections and comments too.
 */
import { escapeText } from '../xml/escape.ts';
import { decodeReferences } from '../xml/references.ts';
import type { XmlElement, XmlNode } from '../xml/element.ts';

export interface Cutter {
  readonly text: string;
  readonly newline: string;
  /** Whether the element is a pair of codes around what it holds; others are one position long. */
  spans(element: XmlElement): boolean;
  /** Whether the element is looked through: what it holds counts, and it cannot be cut. */
  passes(element: XmlElement): boolean;
  /** The text that an element stands for (`cp`), or null. */
  characters(element: XmlElement): string | null;
  /** Half of an element that spans the cut; null where it cannot be halved. */
  split(element: XmlElement, half: 'open' | 'close'): string | null;
}

/** Markup before and behind the position; null where it lies in something that cannot be cut. */
export function cutMarkup(
  cutter: Cutter,
  container: XmlElement,
  position: number,
): readonly [string, string] | null {
  const { text } = cutter;
  const [start, end] = [container.openEnd, container.closeStart];
  let left = position;
  let at = start;
  for (const node of container.children) {
    if (left === 0) break;
    const size = sizeOf(cutter, node);
    if (left < size) {
      const halves = node.kind === 'text' ? cutText(cutter, node, left) : cutElement(cutter, node, left);
      if (halves === null) return null;
      return [text.slice(start, node.start) + halves[0], halves[1] + text.slice(node.end, end)];
    }
    left -= size;
    at = node.end;
  }
  return [text.slice(start, at), text.slice(at, end)];
}

/** How many positions the markup in an element has; that of its content, where both are read alike. */
export function markupLength(cutter: Cutter, container: XmlElement): number {
  return container.children.reduce((sum, child) => sum + sizeOf(cutter, child), 0);
}

/** What stands between an element's tags, as written. */
export function innerMarkup(text: string, element: XmlElement): string {
  return text.slice(element.openEnd, element.closeStart);
}

function sizeOf(cutter: Cutter, node: XmlNode): number {
  if (node.kind === 'text') return node.text.length;
  if (cutter.passes(node)) return markupLength(cutter, node);
  if (cutter.spans(node)) return markupLength(cutter, node) + 2;
  return cutter.characters(node)?.length ?? 1;
}

/** A reference, or a line end, is one or two characters of the text and more of the file. */
function cutText(
  { text, newline }: Cutter,
  node: Extract<XmlNode, { kind: 'text' }>,
  position: number,
): readonly [string, string] {
  const raw = text.slice(node.start, node.end);
  if (raw.startsWith('<![CDATA[')) {
    const [before, after] = [node.text.slice(0, position), node.text.slice(position)];
    return [escapeText(before, newline), escapeText(after, newline)];
  }
  let [at, left] = [0, position];
  for (const [token] of raw.matchAll(/&[^;]*;|\r\n|[^]/gu)) {
    if (left <= 0) break;
    const characters = token.startsWith('&') ? decodeReferences(token) : token === '\r\n' ? '\n' : token;
    left -= typeof characters === 'string' ? characters.length : token.length;
    at += token.length;
  }
  return [raw.slice(0, at), raw.slice(at)];
}

function cutElement(cutter: Cutter, element: XmlElement, position: number): readonly [string, string] | null {
  if (!cutter.spans(element)) return null;
  const [open, close] = [cutter.split(element, 'open'), cutter.split(element, 'close')];
  const inside = cutMarkup(cutter, element, position - 1);
  return open === null || close === null || inside === null ? null : [open + inside[0], inside[1] + close];
}
