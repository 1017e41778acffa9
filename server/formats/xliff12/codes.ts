/** The inline elements of XLIFF 1.2 (§2.3, "inline elements") as content. */
import type { CodeKind, InlineCode } from '../../core/text/content.ts';
import { attributeOf, type XmlElement, type XmlNode } from '../shared/xml/element.ts';
import type { CodeDescriber, CodeHalf, FoundCode, FoundContent } from '../shared/xliff/codes.ts';
import { ctypeOf, describeHalf, describePair, describeWhole, MARKER_CTYPE } from './describe-code.ts';

/** Where a segment begins or ends: before the piece at that index. */
interface Limit {
  readonly at: number;
  readonly edge: 'start' | 'end';
  readonly mid: string;
  readonly element: XmlElement;
}

export interface ReadPieces {
  readonly pieces: FoundContent;
  /** In order. */
  readonly limits: readonly Limit[];
  /** Whether a mrk stands in it anywhere. */
  readonly marked: boolean;
}

const NO_LIMITS: readonly Limit[] = [];

export const NO_PIECES: ReadPieces = { pieces: [], limits: NO_LIMITS, marked: false };

/** The content of source, seg-source or target; each `mrk mtype="seg"` at the outermost makes two limits. */
export function readPieces(
  text: string,
  container: XmlElement,
  isOwn: (namespace: string | null) => boolean,
): ReadPieces {
  const reader = new PieceReader(text, isOwn);
  reader.readAll(container.children, false);
  return reader;
}

class PieceReader implements ReadPieces, CodeDescriber {
  readonly pieces: FoundContent[number][] = [];
  limits: readonly Limit[] = NO_LIMITS;
  marked = false;
  readonly #text: string;
  readonly #isOwn: (namespace: string | null) => boolean;
  /** The same as `limits`, once there are any. */
  #limits: Limit[] | null = null;
  /** Beginnings that say their ctype, by their id; made with the first. */
  #begun: Map<string, FoundCode> | null = null;

  constructor(text: string, isOwn: (namespace: string | null) => boolean) {
    this.#text = text;
    this.#isOwn = isOwn;
  }

  readAll(nodes: readonly XmlNode[], inSegment: boolean): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.pieces.push(node);
      else this.#readElement(node, inSegment);
    }
  }

  describe(found: FoundCode): InlineCode {
    if (found.half !== 'whole') return describePair(found);
    switch (this.#localOf(found.element)) {
      case 'bx':
      case 'bpt':
      case 'ex':
      case 'ept':
        return describeHalf(this.#text, found);
      case 'it':
        return found.code === 'standalone'
          ? describeWhole(this.#text, found)
          : describeHalf(this.#text, found);
      case 'x':
      case 'ph':
        return describeWhole(this.#text, found);
      default: {
        const { id, element } = found;
        const raw = this.#text.slice(element.start, element.end);
        return { code: 'standalone', id, equiv: '', text: raw };
      }
    }
  }

  /** '' of an element that XLIFF does not know. */
  #localOf(element: XmlElement): string {
    return this.#isOwn(element.namespace) ? element.local : '';
  }

  #readElement(element: XmlElement, inSegment: boolean): void {
    switch (this.#localOf(element)) {
      case 'g': {
        const id = idOf(element, 'id');
        this.#add('open', undefined, id, element, 'open');
        this.readAll(element.children, inSegment);
        this.#add('close', undefined, id, element, 'close');
        break;
      }
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
      default:
        this.#add('standalone', undefined, idOf(element, 'id'), element, 'whole');
    }
  }

  #add(
    code: CodeKind,
    edge: FoundCode['edge'],
    id: string,
    element: XmlElement,
    half: CodeHalf,
    begun: FoundCode | null = null,
  ): FoundCode {
    const found: FoundCode = {
      kind: 'code',
      code,
      edge,
      id,
      element,
      half,
      begun,
      describer: this,
      copyOf: undefined,
    };
    this.pieces.push(found);
    return found;
  }

  #readMark(element: XmlElement, inSegment: boolean): void {
    const mid = attributeOf(element, 'mid');
    this.marked = true;
    if (attributeOf(element, 'mtype') !== 'seg' || inSegment || mid === undefined) {
      const id = idOf(element, 'mid');
      this.#add('marker', 'open', id, element, 'open');
      this.readAll(element.children, inSegment);
      this.#add('marker', 'close', id, element, 'close');
      return;
    }
    this.#addLimit('start', mid, element);
    this.readAll(element.children, true);
    this.#addLimit('end', mid, element);
  }

  #addLimit(edge: Limit['edge'], mid: string, element: XmlElement): void {
    const limit: Limit = { at: this.pieces.length, edge, mid, element };
    if (this.#limits === null) this.limits = this.#limits = [limit];
    else this.#limits.push(limit);
  }

  #readHalf(element: XmlElement, half: 'open' | 'close'): void {
    const id = attributeOf(element, 'rid') ?? idOf(element, 'id');
    const begun = half === 'close' ? (this.#begun?.get(id) ?? null) : null;
    const marker = ctypeOf(element, begun) === MARKER_CTYPE;
    const found = marker
      ? this.#add('marker', half, id, element, 'whole', begun)
      : this.#add(half, undefined, id, element, 'whole', begun);
    if (half === 'open' && attributeOf(element, 'ctype') !== undefined)
      (this.#begun ??= new Map()).set(id, found);
    else if (half === 'open') this.#begun?.delete(id);
    this.#lookInto(element);
  }

  #readWhole(element: XmlElement): void {
    this.#add('standalone', undefined, idOf(element, 'id'), element, 'whole');
    this.#lookInto(element);
  }

  /** In a sub-flow a mrk may stand. */
  #lookInto({ children }: XmlElement): void {
    for (const child of children) if (child.kind === 'element') this.marked = true;
  }
}

/** Codes without an id have one in common; the unit tells them apart as it does all that share one. */
function idOf(element: XmlElement, name: string): string {
  return attributeOf(element, name) || element.local;
}
