/**
 * Inline content of XLIFF 2 (§4.2.3, §4.3.1): `pc`, `sc`, `ec`, `ph`, `mrk`, `sm`, `em`, `cp` become text and codes;
 * what is none of them becomes a standalone code that holds its own markup.
 */
import type { CodeType, ContentPart, InlineCode } from '../../core/text/content.ts';
import { CodeMarkupCollector } from '../shared/xliff/code-markup.ts';
import { attribute, characterData, textIn } from '../shared/xliff/walk.ts';
import { escapeAttribute } from '../shared/xml/escape.ts';
import type { XmlElement } from '../shared/xml/scanner.ts';
import type { XmlSource } from '../shared/xml/source.ts';

const CODE_TYPES: readonly CodeType[] = ['fmt', 'ui', 'quote', 'link', 'image', 'other'];

/** Reads the contents of one unit; ids and original data are the unit's. */
export class ContentReader {
  /** How each code seen so far is spelt. */
  readonly spelling = new CodeMarkupCollector();
  private readonly source: XmlSource;
  private readonly originalData: ReadonlyMap<string, string>;

  constructor(source: XmlSource, originalData: ReadonlyMap<string, string>) {
    this.source = source;
    this.originalData = originalData;
  }

  /** The content of a `source` or `target` element. */
  read(element: XmlElement): readonly ContentPart[] {
    const parts: ContentPart[] = [];
    this.readInto(element, parts);
    return parts;
  }

  private readInto(element: XmlElement, parts: ContentPart[]): void {
    for (const child of element.children) {
      if (child.kind === 'text') parts.push(characterData(this.source, child));
      else if (child.kind === 'element') this.readElement(child, parts);
    }
  }

  private readElement(element: XmlElement, parts: ContentPart[]): void {
    const isCore = element.namespace === element.parent?.namespace;
    switch (isCore ? element.local : '') {
      case 'cp':
        parts.push(this.character(element));
        return;
      case 'pc':
        this.enclosing(
          element,
          parts,
          this.half(element, 'open', 'Start'),
          this.half(element, 'close', 'End'),
        );
        return;
      case 'mrk':
        this.enclosing(element, parts, this.marker(element, 'open'), this.marker(element, 'close'));
        return;
      case 'sc':
        this.single(element, parts, this.half(element, 'open', ''));
        return;
      case 'ec':
        this.single(element, parts, this.half(element, 'close', ''));
        return;
      case 'sm':
        this.single(element, parts, this.marker(element, 'open'));
        return;
      case 'em':
        this.single(element, parts, this.marker(element, 'close'));
        return;
      case 'ph':
        this.single(element, parts, this.half(element, 'standalone', ''));
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
    const prefix = element.name.slice(0, element.name.length - element.local.length);
    const [start, end] = element.local === 'pc' ? ['sc', 'ec'] : ['sm', 'em'];
    const tag = raw.slice(element.start, element.openEnd);
    this.spelling.add(
      open,
      element.selfClosing ? tag.replace(/\s*\/>$/u, '>') : tag,
      this.tag(`${prefix}${start}`, this.apartAttributes(element, 'Start')),
    );
    this.spelling.add(
      close,
      `</${element.name}>`,
      this.tag(`${prefix}${end}`, [['startRef', open.id], ...this.apartAttributes(element, 'End')]),
    );
    parts.push(open);
    this.readInto(element, parts);
    parts.push(close);
  }

  /** What `pc` says of one half, under the names that `sc` and `ec` have for it (§4.7.2.4, the conversion table). */
  private apartAttributes(
    element: XmlElement,
    side: 'Start' | 'End',
  ): readonly (readonly [string, string])[] {
    return element.attributes.flatMap(({ name, raw }): readonly (readonly [string, string])[] => {
      const half = /^(equiv|disp|dataRef|subFlows)(Start|End)$/u.exec(name);
      if (half) return half[2] === side ? [[half[1] ?? '', raw]] : [];
      if (name === 'dir' && side === 'End') return [];
      if (side === 'End')
        return ['canCopy', 'canDelete', 'canReorder', 'canOverlap'].includes(name) ? [[name, raw]] : [];
      return [[name, raw]];
    });
  }

  private tag(name: string, attributes: readonly (readonly [string, string])[]): string {
    return `<${name}${attributes.map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`).join('')}/>`;
  }

  private half(
    element: XmlElement,
    code: 'open' | 'close' | 'standalone',
    side: 'Start' | 'End' | '',
  ): InlineCode {
    const get = (name: string): string | null => attribute(this.source, element, name);
    const type = CODE_TYPES.find((each) => each === get('type'));
    const subType = get('subType');
    return {
      code,
      id: (code === 'close' ? get('startRef') : null) ?? get('id') ?? '',
      equiv: get(`equiv${side}`) ?? '',
      text: this.originalData.get(get(`dataRef${side}`) ?? '') ?? '',
      ...(type === undefined ? {} : { type }),
      ...(subType === null ? {} : { subType }),
      ...(get('canDelete') === 'no' ? { canDelete: false as const } : {}),
      ...(get('canCopy') === 'no' ? { canCopy: false as const } : {}),
      ...(get('canReorder') === 'no' || get('canReorder') === 'firstNo'
        ? { canReorder: false as const }
        : {}),
    };
  }

  private marker(element: XmlElement, edge: 'open' | 'close'): InlineCode {
    const id = attribute(
      this.source,
      element,
      edge === 'close' && element.local === 'em' ? 'startRef' : 'id',
    );
    return { code: 'marker', edge, id: id ?? '', equiv: '', text: '' };
  }

  /** An element of another vocabulary: it stays whole; its markup is its identity. */
  private unknown(element: XmlElement): InlineCode {
    const markup = this.source.decode(this.source.raw.slice(element.start, element.end));
    return { code: 'standalone', id: markup, equiv: textIn(this.source, element), text: markup };
  }

  /** §4.3.1.19: a character that XML cannot hold, by its number. */
  private character(element: XmlElement): string {
    const point = Number.parseInt(attribute(this.source, element, 'hex') ?? '', 16);
    return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }
}

/** A character by its number, as content. */
export function characterMarkup(prefix: string, character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `<${prefix}cp hex="${escapeAttribute(hex)}"/>`;
}
