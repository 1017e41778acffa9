/**
 * Inline content of XLIFF 1.2 (§ 2.3, "Inline Elements"): `g`, `x`, `bx`, `ex`, `bpt`, `ept`, `ph`, `it` and
 * annotations become text and codes; what is none of them becomes a standalone code that holds its own markup.
 */
import type { ContentPart, InlineCode } from '../../core/text/content.ts';
import { CodeMarkupCollector } from '../shared/xliff/code-markup.ts';
import { attribute, characterData, textIn } from '../shared/xliff/walk.ts';
import type { XmlElement } from '../shared/xml/scanner.ts';
import type { XmlSource } from '../shared/xml/source.ts';
import { fromCtype } from './ctypes.ts';

/** Reads the contents of one unit. */
export class ContentReader {
  /** How each code seen so far is spelt. */
  readonly spelling = new CodeMarkupCollector();
  private readonly source: XmlSource;
  private nameless = 0;
  /** Types of the pairs that have opened: `ept` and `ex` say none of their own. */
  private readonly types = new Map<string, Pick<InlineCode, 'type' | 'subType'>>();

  constructor(source: XmlSource) {
    this.source = source;
  }

  /** What stands in a `source`, a `target` or a segment's `mrk`. */
  read(nodes: XmlElement['children']): readonly ContentPart[] {
    const parts: ContentPart[] = [];
    this.nameless = 0;
    this.readInto(nodes, parts);
    return parts;
  }

  private readInto(nodes: XmlElement['children'], parts: ContentPart[]): void {
    for (const child of nodes) {
      if (child.kind === 'text') parts.push(characterData(this.source, child));
      else if (child.kind === 'element') this.readElement(child, parts);
    }
  }

  private readElement(element: XmlElement, parts: ContentPart[]): void {
    const isCore = element.namespace === element.parent?.namespace;
    switch (isCore ? element.local : '') {
      case 'g':
        this.enclosing(element, parts, this.code(element, 'open', 'id'), this.code(element, 'close', 'id'));
        return;
      case 'mrk':
        this.enclosing(element, parts, this.marker(element, 'open'), this.marker(element, 'close'));
        return;
      case 'bx':
      case 'bpt':
        this.single(element, parts, this.code(element, 'open', 'rid'));
        return;
      case 'ex':
      case 'ept':
        this.single(element, parts, this.code(element, 'close', 'rid'));
        return;
      case 'x':
      case 'ph':
      case 'it':
        this.single(element, parts, this.code(element, 'standalone', 'id'));
        return;
      default:
        this.single(element, parts, this.unknown(element));
    }
  }

  private single(element: XmlElement, parts: ContentPart[], code: InlineCode): void {
    this.spelling.add(code, this.source.raw.slice(element.start, element.end));
    parts.push(code);
  }

  private enclosing(element: XmlElement, parts: ContentPart[], open: InlineCode, close: InlineCode): void {
    const { raw } = this.source;
    const tag = raw.slice(element.start, element.openEnd);
    const start = element.selfClosing ? tag.replace(/\s*\/>$/u, '>') : tag;
    const end = `</${element.name}>`;
    if (element.local === 'g') {
      const prefix = element.name.slice(0, -1);
      const id = element.attributes.find((each) => each.name === 'id')?.raw ?? '';
      this.spelling.add(open, start, `<${prefix}bx id="${id}"/>`);
      this.spelling.add(close, end, `<${prefix}ex id="${id}"/>`);
    } else {
      // An annotation that does not nest has no other spelling in 1.2: it is left out, its text stays.
      this.spelling.add(open, start, '');
      this.spelling.add(close, end, '');
    }
    parts.push(open);
    this.readInto(element.children, parts);
    parts.push(close);
  }

  /** Halves of a pair are told by `rid`, or by `id` where there is none. */
  private code(element: XmlElement, code: 'open' | 'close' | 'standalone', by: 'id' | 'rid'): InlineCode {
    const get = (name: string): string | null => attribute(this.source, element, name);
    const id = (by === 'rid' ? get('rid') : null) ?? get('id') ?? '';
    const own = fromCtype(get('ctype'));
    if (code === 'open') this.types.set(id, own);
    return {
      code,
      id,
      equiv: get('equiv-text') ?? '',
      text: textIn(this.source, element).slice(0, isNative(element) ? undefined : 0),
      ...(code === 'close' ? (this.types.get(id) ?? own) : own),
    };
  }

  private marker(element: XmlElement, edge: 'open' | 'close'): InlineCode {
    // One without a mid is told by its place among its like, which is the same in source and target.
    if (edge === 'open') this.nameless += 1;
    const id = attribute(this.source, element, 'mid') ?? `mrk-${this.nameless}`;
    return { code: 'marker', edge, id, equiv: '', text: '' };
  }

  /** An element of another vocabulary: it stays whole; its markup is its identity. */
  private unknown(element: XmlElement): InlineCode {
    const markup = this.source.decode(this.source.raw.slice(element.start, element.end));
    return { code: 'standalone', id: markup, equiv: textIn(this.source, element), text: markup };
  }
}

/** Elements whose content is the native code itself. */
function isNative(element: XmlElement): boolean {
  return ['bpt', 'ept', 'ph', 'it'].includes(element.local);
}
