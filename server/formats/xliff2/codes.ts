/** The inline elements of XLIFF 2.x (2.1 §4.2.3) as content. */
import type { CodeKind, CodeType, InlineCode } from '../../core/text/content.ts';
import { attributeIn, attributeOf, type XmlElement, type XmlNode } from '../shared/xml/element.ts';
import {
  codeOf,
  type CodeDescriber,
  type CodeHalf,
  type FoundCode,
  type FoundContent,
} from '../shared/xliff/codes.ts';
import { readHref } from './format-style.ts';
import { isOwnMark } from '../shared/xliff/own-marks.ts';

export const FORMAT_STYLE_NAMESPACE = 'urn:oasis:names:tc:xliff:fs:2.0';

const TYPES: readonly CodeType[] = ['fmt', 'ui', 'quote', 'link', 'image', 'other'];

/** The text of a source, target or data element, `cp` elements as the characters that they stand for. */
export function readData(element: XmlElement): string {
  return element.children
    .map((child) => (child.kind === 'text' ? child.text : child.local === 'cp' ? codePoint(child) : ''))
    .join('');
}

/** The character that a `cp` stands for. */
export function codePoint(element: XmlElement): string {
  const point = parseInt(attributeOf(element, 'hex') ?? '', 16);
  return Number.isNaN(point) || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}

/** The codes of one unit. */
export class CodeReader implements CodeDescriber {
  readonly #text: string;
  readonly #isOwn: (namespace: string | null) => boolean;
  readonly #originalData: XmlElement | null;
  /** True ids by the ones in the file, where those had to differ. */
  readonly #names: ReadonlyMap<string, string>;
  /** `originalData` by id; made when first asked for. */
  #data: ReadonlyMap<string, string> | null = null;
  /** Of the content that is read. */
  #parts: FoundContent[number][] = [];
  /** Its beginnings (sc), by id; made with the first. */
  #begun: Map<string, FoundCode> | null = null;

  constructor(
    text: string,
    isOwn: (namespace: string | null) => boolean,
    originalData: XmlElement | null,
    names: ReadonlyMap<string, string>,
  ) {
    this.#text = text;
    this.#isOwn = isOwn;
    this.#originalData = originalData;
    this.#names = names;
  }

  /** The content of source or target. */
  read(container: XmlElement): FoundContent {
    const parts: FoundContent[number][] = [];
    this.#parts = parts;
    this.#begun = null;
    this.#readAll(container.children);
    return parts;
  }

  /** The id that stands for the one in the file. */
  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  describe({ code, edge, id, element, half, begun }: FoundCode): InlineCode {
    if (edge !== undefined) {
      const marker: InlineCode = { code, id, equiv: '', text: '', edge };
      return edge === 'open' ? { ...marker, ...translateOf(element) } : marker;
    }
    if (code === 'standalone' && this.#localOf(element) !== 'ph') return foreign(this.#text, element, id);
    const made = this.#described(code, id, element, SIDES[half]);
    if (begun === null) return made;
    // An end that does not say its type is of the type of its start (2.1 §4.3.1.36).
    const { type, subType } = codeOf(begun);
    if (made.type === undefined && type !== undefined) made.type = type;
    if (made.subType === undefined && subType !== undefined) made.subType = subType;
    return made;
  }

  #readAll(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.#parts.push(node);
      else if (isOwnMark(node) && this.#isOwn(node.namespace)) this.#readAll(node.children);
      else this.#readElement(node);
    }
  }

  #readElement(element: XmlElement): void {
    const id = this.nameOf(attributeOf(element, 'id') ?? '');
    switch (this.#localOf(element)) {
      case 'cp':
        this.#parts.push({ kind: 'text', text: codePoint(element) });
        break;
      case 'ph':
        this.#add('standalone', undefined, id, element, 'whole');
        break;
      case 'pc':
        this.#add('open', undefined, id, element, 'open');
        this.#readAll(element.children);
        this.#add('close', undefined, id, element, 'close');
        break;
      case 'sc':
        (this.#begun ??= new Map()).set(id, this.#add('open', undefined, id, element, 'whole'));
        break;
      case 'ec': {
        const ref = this.#startOf(element) ?? id;
        this.#add('close', undefined, ref, element, 'whole', this.#begun?.get(ref) ?? null);
        break;
      }
      case 'mrk':
        this.#add('marker', 'open', id, element, 'open');
        this.#readAll(element.children);
        this.#add('marker', 'close', id, element, 'close');
        break;
      case 'sm':
        this.#add('marker', 'open', id, element, 'whole');
        break;
      case 'em':
        this.#add('marker', 'close', this.#startOf(element) ?? this.nameOf(''), element, 'whole');
        break;
      default:
        this.#add('standalone', undefined, id === '' ? element.local : id, element, 'whole');
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
    this.#parts.push(found);
    return found;
  }

  /** '' of an element that XLIFF does not know. */
  #localOf(element: XmlElement): string {
    return this.#isOwn(element.namespace) ? element.local : '';
  }

  #startOf(element: XmlElement): string | undefined {
    const start = attributeOf(element, 'startRef');
    return start === undefined ? undefined : this.nameOf(start);
  }

  #dataOf(reference: string | undefined): string {
    this.#data ??= readOriginalData(this.#originalData, this.#isOwn);
    return this.#data.get(reference ?? '') ?? '';
  }

  #described(code: CodeKind, id: string, element: XmlElement, side: Side): Growing {
    const written = attributeOf(element, 'type');
    const type = written === undefined ? written : TYPES.find((each) => each === written);
    const subType = attributeOf(element, 'subType');
    const href = side.leads ? readHref(attributeIn(element, FORMAT_STYLE_NAMESPACE, 'subFs')) : undefined;
    const copyOf = attributeOf(element, 'copyOf');
    const equiv = attributeOf(element, side.equiv) ?? attributeOf(element, side.disp) ?? '';
    const made: Growing = {
      code,
      id,
      // What a line break stands for is certain; in an attribute, many tools turn it into a space.
      equiv: subType === 'xlf:lb' && /^\s+$/u.test(equiv) ? '\n' : equiv,
      text: this.#dataOf(attributeOf(element, side.dataRef)),
    };
    if (type !== undefined) made.type = type;
    if (subType !== undefined) made.subType = subType;
    if (href !== undefined) made.href = href;
    if (copyOf !== undefined) made.copyOf = this.nameOf(copyOf);
    forbid(made, element, side);
    return made;
  }
}

/** What the attributes of a code are called: a pc has some of them for each of its ends. */
interface Side {
  readonly equiv: string;
  readonly disp: string;
  readonly dataRef: string;
  /** Whether it may say where it leads, and how it is ordered. */
  readonly leads: boolean;
  /** `canOverlap`, where nothing is said. */
  readonly overlaps: boolean;
}

const SIDES: Readonly<Record<CodeHalf, Side>> = {
  whole: { equiv: 'equiv', disp: 'disp', dataRef: 'dataRef', leads: true, overlaps: true },
  open: { equiv: 'equivStart', disp: 'dispStart', dataRef: 'dataRefStart', leads: true, overlaps: false },
  close: { equiv: 'equivEnd', disp: 'dispEnd', dataRef: 'dataRefEnd', leads: false, overlaps: false },
};

const NO_DATA: ReadonlyMap<string, string> = new Map();

/** The last of each id. */
function readOriginalData(
  element: XmlElement | null,
  isOwn: (namespace: string | null) => boolean,
): ReadonlyMap<string, string> {
  if (element === null) return NO_DATA;
  const data = new Map<string, string>();
  for (const child of element.children) {
    if (child.kind === 'text' || !isOwn(child.namespace)) continue;
    data.set(attributeOf(child, 'id') ?? '', readData(child));
  }
  return data;
}

/** An element that XLIFF does not know stands for itself. */
function foreign(text: string, { start, end }: XmlElement, id: string): InlineCode {
  return { code: 'standalone', id, equiv: '', text: text.slice(start, end) };
}

function translateOf(element: XmlElement): Pick<InlineCode, 'translate'> {
  const said = attributeOf(element, 'translate');
  return said === 'yes' || said === 'no' ? { translate: said === 'yes' } : {};
}

/** A code that is being made. */
type Growing = { -readonly [Key in keyof InlineCode]: InlineCode[Key] };

/**
 * What an editor may not do (2.1 §4.3.1.2-6). A pc may not overlap unless it says so, sc and ec may; its end tag
 * is no code of its own in a sequence that keeps its order.
 */
function forbid(made: Growing, element: XmlElement, side: Side): void {
  const reorder = side.leads ? attributeOf(element, 'canReorder') : undefined;
  const overlap = attributeOf(element, 'canOverlap') ?? (side.overlaps ? 'yes' : 'no');
  if (attributeOf(element, 'canDelete') === 'no') made.canDelete = false;
  if (attributeOf(element, 'canCopy') === 'no') made.canCopy = false;
  if (reorder === 'no' || reorder === 'firstNo') made.canReorder = false;
  if (reorder === 'firstNo') made.beginsSequence = true;
  if (overlap === 'no' && element.local !== 'ph') made.canOverlap = false;
}
