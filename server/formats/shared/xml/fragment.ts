/**
 * One element of a text as a tree, in one walk. For texts that a scanner has gone through as part of their file: what
 * it has refused or warned of is not looked for again. Never throws and never recurses: where the text is no element
 * after all, there is none.
 */
import type { XmlElement, XmlNode } from './element.ts';
import { asideEnd, elementEnd, tagEnd } from './element-end.ts';
import { nameOf } from './names.ts';
import { attributeValue, decodeReferences } from './references.ts';
import { MAX_DEPTH, type ScannerStart, type XmlAttribute, type XmlName } from './scanner.ts';
import { bind, namespaceOf, type Scope } from './scope.ts';
import { NAME_END, spaceEnd } from './start-tag.ts';

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlNode[] };
type GrowingAttribute = { -readonly [Key in keyof XmlAttribute]: XmlAttribute[Key] };

/** Of tags without any; nobody changes it. */
const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** Of elements without any. */
const NO_CHILDREN: XmlNode[] = [];

/** Most elements have one child at most; a list that is pushed to has room for many. */
function addChild(parent: Growing, child: XmlNode): void {
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else parent.children.push(child);
}

export class FragmentReader {
  readonly #text: string;
  readonly #atOnce: ReadonlySet<string> | null;
  readonly #open: Growing[] = [];
  #at: number;
  #scope: Scope | null;
  /** Of the name read last: its first colon, or -1. */
  #colon = -1;
  #nameEnd = 0;

  /**
   * `atOnce`: local names of the element's children that are read now; each of the others is read when somebody asks
   * for what it holds. Where it is not given, all are read.
   */
  constructor(text: string, { start, scope }: ScannerStart, atOnce: ReadonlySet<string> | null = null) {
    this.#text = text;
    this.#atOnce = atOnce;
    this.#at = start;
    this.#scope = scope;
  }

  /** The element whose start tag begins where the reader does, or null. */
  read(): XmlElement | null {
    const text = this.#text;
    const open = this.#open;
    for (;;) {
      const at = this.#at;
      const parent = open.at(-1);
      if (text.charCodeAt(at) !== 0x3c) {
        if (parent === undefined || !this.#readText(parent)) return null;
        continue;
      }
      const next = text.charCodeAt(at + 1);
      if (next === 0x2f) {
        if (parent === undefined || !this.#readEnd(parent)) return null;
        if (open.length === 0) return parent;
      } else if (next === 0x21 || next === 0x3f) {
        if (parent === undefined || !this.#readAside(parent)) return null;
      } else {
        const later = parent !== undefined && open.length === 1 ? this.#readLater() : null;
        if (later !== null) {
          if (parent !== undefined) addChild(parent, later);
          continue;
        }
        const element = open.length < MAX_DEPTH ? this.#readStart() : null;
        if (element === null) return null;
        if (parent !== undefined) addChild(parent, element);
        if (!element.empty) open.push(element);
        else if (parent === undefined) return element;
      }
    }
  }

  #readText(parent: Growing): boolean {
    const start = this.#at;
    const end = this.#text.indexOf('<', start);
    if (end < 0) return false;
    this.#at = end;
    addChild(parent, new LaterText(this.#text, start, end));
    return true;
  }

  /** A comment, an instruction, or a CDATA section, which is text. */
  #readAside(parent: Growing): boolean {
    const text = this.#text;
    const start = this.#at;
    const end = asideEnd(text, start);
    if (end < 0) return false;
    this.#at = end;
    if (text.startsWith('<![CDATA[', start)) addChild(parent, new LaterText(text, start, end));
    return true;
  }

  #readEnd(parent: Growing): boolean {
    const text = this.#text;
    const start = this.#at;
    const nameEnd = start + 2 + parent.name.length;
    if (!text.startsWith(parent.name, start + 2)) return false;
    const close = text.charCodeAt(nameEnd) === 0x3e ? nameEnd : spaceEnd(text, nameEnd);
    if (text.charCodeAt(close) !== 0x3e) return false;
    parent.closeStart = start;
    parent.end = close + 1;
    this.#at = close + 1;
    this.#open.pop();
    this.#scope = parent.outerScope;
    return true;
  }

  /** The element that begins here, passed over; null where it is to be read now, or declares a namespace. */
  #readLater(): XmlElement | null {
    if (this.#atOnce === null) return null;
    const text = this.#text;
    const start = this.#at;
    const name = this.#readName(start + 1);
    const colon = this.#colon < 0 ? -1 : this.#colon - start - 1;
    const local = colon < 0 ? name : name.slice(colon + 1);
    if (this.#atOnce.has(local)) return null;
    const openEnd = tagEnd(text, this.#nameEnd);
    const end = openEnd < 0 ? -1 : elementEnd(text, openEnd);
    if (end < 0 || text.slice(this.#nameEnd, openEnd).includes('xmlns')) return null;
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    this.#at = end;
    const namespace = this.#namespaceOf(prefix);
    return new LaterElement(text, { name, prefix, local, namespace }, start, end, this.#scope);
  }

  #readStart(): Growing | null {
    const text = this.#text;
    const start = this.#at;
    const name = this.#readName(start + 1);
    const colon = this.#colon < 0 ? -1 : this.#colon - start - 1;
    if (name === '') return null;
    const outerScope = this.#scope;
    let attributes: GrowingAttribute[] | null = null;
    let prefixed = false;
    let at = this.#nameEnd;
    for (;;) {
      at = spaceEnd(text, at);
      const unit = text.charCodeAt(at);
      if (unit === 0x3e || unit === 0x2f) break;
      const attribute = this.#readAttribute(at);
      if (attribute === null) return null;
      if (attributes === null) attributes = [attribute];
      else attributes.push(attribute);
      prefixed ||= attribute.namespace === null;
      at = attribute.valueEnd + 1;
    }
    const empty = text.charCodeAt(at) === 0x2f;
    const end = empty ? at + 2 : at + 1;
    if (empty && text.charCodeAt(at + 1) !== 0x3e) return null;
    if (prefixed && attributes !== null) this.#resolve(attributes);
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const element: Growing = {
      kind: 'element',
      name,
      prefix,
      local: colon < 0 ? name : name.slice(colon + 1),
      namespace: this.#namespaceOf(prefix),
      attributes: attributes ?? NO_ATTRIBUTES,
      empty,
      start,
      openEnd: end,
      closeStart: end,
      end,
      children: NO_CHILDREN,
      outerScope,
    };
    if (empty) this.#scope = outerScope;
    this.#at = end;
    return element;
  }

  /** With its namespace still to be found, where it has a prefix. */
  #readAttribute(start: number): GrowingAttribute | null {
    const text = this.#text;
    const name = this.#readName(start);
    const colon = this.#colon < 0 ? -1 : this.#colon - start;
    const equals = spaceEnd(text, this.#nameEnd);
    if (name === '' || text.charCodeAt(equals) !== 0x3d) return null;
    const open = spaceEnd(text, equals + 1);
    const quote = text.charCodeAt(open);
    if (quote !== 0x22 && quote !== 0x27) return null;
    const valueStart = open + 1;
    let valueEnd = valueStart;
    let plain = true;
    for (let unit = text.charCodeAt(valueEnd); unit !== quote; unit = text.charCodeAt(valueEnd)) {
      if (Number.isNaN(unit) || unit === 0x3c) return null;
      if (unit < 0x20 || unit === 0x26) plain = false;
      valueEnd += 1;
    }
    const raw = text.slice(valueStart, valueEnd);
    const value = plain ? raw : attributeValue(raw);
    if (name === 'xmlns') this.#scope = bind(this.#scope, '', value);
    if (colon < 0)
      return { name, prefix: '', local: name, namespace: '', value, start, valueStart, valueEnd };
    const prefix = name.slice(0, colon);
    const local = name.slice(colon + 1);
    if (prefix === 'xmlns') this.#scope = bind(this.#scope, local, value);
    return { name, prefix, local, namespace: null, value, start, valueStart, valueEnd };
  }

  #resolve(attributes: readonly GrowingAttribute[]): void {
    for (const attribute of attributes) {
      if (attribute.namespace === null) attribute.namespace = this.#namespaceOf(attribute.prefix);
    }
  }

  #namespaceOf(prefix: string): string | null {
    return prefix === 'xmlns' ? 'http://www.w3.org/2000/xmlns/' : namespaceOf(this.#scope, prefix);
  }

  /** '' where there is none; notes its end and its first colon. */
  #readName(start: number): string {
    const text = this.#text;
    const { length } = text;
    let hash = 0;
    let colon = -1;
    let at = start;
    for (; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 128 && NAME_END[unit] === 1) break;
      if (unit === 0x3a && colon < 0) colon = at;
      hash = (Math.imul(hash, 31) + unit) | 0;
    }
    this.#nameEnd = at;
    this.#colon = colon;
    return nameOf(text, start, at, hash);
  }
}

/** Text between two tags, or a CDATA section; decoded where somebody asks for it. */
class LaterText {
  readonly kind = 'text';
  readonly start: number;
  readonly end: number;
  readonly #whole: string;

  constructor(whole: string, start: number, end: number) {
    this.#whole = whole;
    this.start = start;
    this.end = end;
  }

  get text(): string {
    const { start, end } = this;
    const whole = this.#whole;
    if (whole.startsWith('<![CDATA[', start)) return withLineFeeds(whole.slice(start + 9, end - 3));
    // Nothing is looked for beyond the end: the text may be a whole file, and this one of its many elements.
    const text = withLineFeeds(whole.slice(start, end));
    return text.includes('&') ? decoded(text) : text;
  }
}

/** An element of which only the name and the place are known, until somebody asks for more. */
class LaterElement implements XmlElement {
  readonly kind = 'element';
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string | null;
  readonly start: number;
  readonly end: number;
  readonly outerScope: Scope | null;
  readonly #text: string;
  #whole: XmlElement | null = null;

  constructor(text: string, name: XmlName, start: number, end: number, scope: Scope | null) {
    this.#text = text;
    this.name = name.name;
    this.prefix = name.prefix;
    this.local = name.local;
    this.namespace = name.namespace;
    this.start = start;
    this.end = end;
    this.outerScope = scope;
  }

  get attributes(): readonly XmlAttribute[] {
    return this.#read().attributes;
  }

  get empty(): boolean {
    return this.#read().empty;
  }

  get openEnd(): number {
    return this.#read().openEnd;
  }

  get closeStart(): number {
    return this.#read().closeStart;
  }

  get children(): readonly XmlNode[] {
    return this.#read().children;
  }

  #read(): XmlElement {
    if (this.#whole !== null) return this.#whole;
    const { start, end, outerScope } = this;
    const read = new FragmentReader(this.#text, { start, scope: outerScope }).read();
    // What is no element after all holds nothing.
    const nothing = { attributes: NO_ATTRIBUTES, children: [], empty: true, openEnd: end, closeStart: end };
    const { kind, name, prefix, local, namespace } = this;
    this.#whole = read ?? { kind, name, prefix, local, namespace, start, end, outerScope, ...nothing };
    return this.#whole;
  }
}

/** Line ends as one line feed each (XML 1.0 §2.11). */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decoded(text: string): string {
  const characters = decodeReferences(text);
  return typeof characters === 'string' ? characters : '';
}
