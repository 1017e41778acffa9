/** The inline elements of XLIFF 1.2 (§2.3, "inline elements") as content. */
import type { CodeKind, CodeType, InlineCode } from '../../core/text/content.ts';
import { attributeOf, type XmlElement, type XmlNode } from '../shared/xml/element.ts';
import type { FoundCode } from '../shared/xliff/codes.ts';

/** Content as it stands in the file, with the limits of its segments. */
export type Piece =
  | string
  | FoundCode
  | { readonly limit: 'start' | 'end'; readonly mid: string; readonly element: XmlElement };

/** A code that is being made. */
type Growing = { -readonly [Key in keyof InlineCode]: InlineCode[Key] };

const TYPES: readonly CodeType[] = ['fmt', 'ui', 'quote', 'link', 'image', 'other'];

const NAMED_TYPES: ReadonlyMap<string, readonly [CodeType, string?]> = new Map<
  string,
  readonly [CodeType, string?]
>([
  ['bold', ['fmt', 'xlf:b']],
  ['italic', ['fmt', 'xlf:i']],
  ['underlined', ['fmt', 'xlf:u']],
  ['lb', ['fmt', 'xlf:lb']],
  ['pb', ['fmt', 'xlf:pb']],
  ['link', ['link']],
  ['image', ['image']],
]);

/** ctype of an annotation's ends, which 1.2 has no element for where they cross other codes. */
export const MARKER_CTYPE = 'x-marker';

/** What a ctype says: one of the list, or one of our own, `x-<type>-<prefix:name>`. */
function addType(code: Growing, ctype: string | undefined): void {
  if (ctype === undefined) return;
  const named = NAMED_TYPES.get(ctype);
  if (named !== undefined) {
    code.type = named[0];
    if (named[1] !== undefined) code.subType = named[1];
    return;
  }
  const own = /^x-(?:(fmt|ui|quote|link|image|other)(?:-([^\s:]+:[^\s:]+))?|-([^\s:]+:[^\s:]+))$/.exec(ctype);
  if (own === null) return;
  const type = TYPES.find((each) => each === own[1]);
  const subType = own[2] ?? own[3];
  if (type !== undefined) code.type = type;
  if (subType !== undefined) code.subType = subType;
}

/** `clone="no"` (1.2 §2.3): the code may not be copied. */
function isUncopyable(element: XmlElement): boolean {
  return attributeOf(element, 'clone') === 'no';
}

export interface ReadPieces {
  readonly pieces: readonly Piece[];
  /** Whether there are limits among them. */
  readonly segmented: boolean;
  /** Whether a mrk stands in it anywhere. */
  readonly marked: boolean;
}

export const NO_PIECES: ReadPieces = { pieces: [], segmented: false, marked: false };

/** Cuts the content of source, seg-source or target into pieces; `mrk mtype="seg"` at the outermost are limits. */
export function readPieces(
  text: string,
  container: XmlElement,
  isOwn: (namespace: string | null) => boolean,
): ReadPieces {
  const reader = new PieceReader(text, isOwn);
  reader.readAll(container.children, false);
  return reader;
}

class PieceReader implements ReadPieces {
  readonly pieces: Piece[] = [];
  segmented = false;
  marked = false;
  readonly #text: string;
  readonly #isOwn: (namespace: string | null) => boolean;
  /** ctype of beginnings by their id; made with the first. */
  #types: Map<string, string | undefined> | null = null;

  constructor(text: string, isOwn: (namespace: string | null) => boolean) {
    this.#text = text;
    this.#isOwn = isOwn;
  }

  readAll(nodes: readonly XmlNode[], inSegment: boolean): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.pieces.push(node.text);
      else this.#readElement(node, inSegment);
    }
  }

  #readElement(element: XmlElement, inSegment: boolean): void {
    switch (this.#isOwn(element.namespace) ? element.local : '') {
      case 'g':
        this.#readAround(element, this.#id(element, 'id'), 'open', 'close', inSegment);
        break;
      case 'mrk':
        this.#readMark(element, inSegment);
        break;
      case 'bx':
      case 'bpt':
        this.#readHalf(element, 'open');
        break;
      case 'ex':
      case 'ept':
        this.#readHalf(element, 'close');
        break;
      case 'it':
        // Half of a pair whose other half is elsewhere; only where it says which (rid) can it be one here.
        if (attributeOf(element, 'rid') === undefined) this.#readWhole(element);
        else this.#readHalf(element, attributeOf(element, 'pos') === 'close' ? 'close' : 'open');
        break;
      case 'x':
      case 'ph':
        this.#readWhole(element);
        break;
      default: {
        const raw = this.#text.slice(element.start, element.end);
        const code: InlineCode = { code: 'standalone', id: this.#id(element, 'id'), equiv: '', text: raw };
        this.pieces.push({ code, element, half: 'whole' });
      }
    }
  }

  #readAround(element: XmlElement, id: string, open: CodeKind, close: CodeKind, inSegment: boolean): void {
    const edges = open === 'marker';
    const first: Growing = { code: open, id, equiv: attributeOf(element, 'equiv-text') ?? '', text: '' };
    const last: Growing = { code: close, id, equiv: '', text: '' };
    if (edges) {
      first.edge = 'open';
      last.edge = 'close';
      if (attributeOf(element, 'mtype') === 'protected') first.translate = false;
    } else {
      const ctype = attributeOf(element, 'ctype');
      for (const code of [first, last]) {
        addType(code, ctype);
        if (isUncopyable(element)) code.canCopy = false;
      }
    }
    this.pieces.push({ code: first, element, half: 'open' });
    this.readAll(element.children, inSegment);
    this.pieces.push({ code: last, element, half: 'close' });
  }

  #readMark(element: XmlElement, inSegment: boolean): void {
    const mid = attributeOf(element, 'mid');
    this.marked = true;
    if (attributeOf(element, 'mtype') !== 'seg' || inSegment || mid === undefined) {
      this.#readAround(element, this.#id(element, 'mid'), 'marker', 'marker', inSegment);
      return;
    }
    this.segmented = true;
    this.pieces.push({ limit: 'start', mid, element });
    this.readAll(element.children, true);
    this.pieces.push({ limit: 'end', mid, element });
  }

  #readHalf(element: XmlElement, half: 'open' | 'close'): void {
    const id = attributeOf(element, 'rid') ?? this.#id(element, 'id');
    const own = attributeOf(element, 'ctype');
    // An end has no ctype of its own in 1.2: it is of the type of its beginning.
    const ctype = own ?? (half === 'close' ? this.#types?.get(id) : undefined);
    if (half === 'open' && own !== undefined) (this.#types ??= new Map()).set(id, own);
    else if (half === 'open') this.#types?.delete(id);
    const equiv = attributeOf(element, 'equiv-text') ?? '';
    const text = this.#native(element);
    const marker = ctype === MARKER_CTYPE;
    const code: Growing = { id, equiv, text, code: marker ? 'marker' : half };
    if (isUncopyable(element)) code.canCopy = false;
    if (marker) code.edge = half;
    else addType(code, ctype);
    this.pieces.push({ code, element, half: 'whole' });
  }

  #readWhole(element: XmlElement): void {
    const ctype = attributeOf(element, 'ctype');
    const equiv = attributeOf(element, 'equiv-text') ?? '';
    const code: Growing = {
      code: 'standalone',
      id: this.#id(element, 'id'),
      // What a line break stands for is certain; in an attribute, many tools turn it into a space.
      equiv: ctype === 'lb' && /^\s+$/u.test(equiv) ? '\n' : equiv,
      text: this.#native(element),
    };
    addType(code, ctype);
    if (isUncopyable(element)) code.canCopy = false;
    this.pieces.push({ code, element, half: 'whole' });
  }

  /** Codes without an id have one in common; the unit tells them apart as it does all that share one. */
  #id(element: XmlElement, name: string): string {
    return attributeOf(element, name) || element.local;
  }

  /** The native code in it; a sub-flow stays as the markup that it is, in which a mrk may stand. */
  #native(element: XmlElement): string {
    let native = '';
    for (const child of element.children) {
      if (child.kind === 'text') native += child.text;
      else {
        this.marked = true;
        native += this.#text.slice(child.start, child.end);
      }
    }
    return native;
  }
}
