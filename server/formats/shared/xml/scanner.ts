/**
 * Finds the markup of an XML file and where it stands; builds nodes only below the elements that the reader wants
 * whole. One loop, no recursion: depth costs memory only, and is bounded. It accepts more than a validating parser
 * (names are not checked letter by letter) and never throws: what it cannot follow is a problem with a place.
 *
 * Refused for safety: document type declarations, and so all entities but the five of XML and character references.
 */
import { placeAt, problem, type Problem, type ProblemCode } from '../../../core/problem.ts';
import { unknownEntity } from './escape.ts';

/** Deeper than any real file (65 has been seen), shallower than any stack. */
const DEPTH_LIMIT = 500;
/** Attributes of one element. */
const ATTRIBUTE_LIMIT = 1_000;

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  /** Raw value between the quotes. */
  readonly raw: string;
  /** Offsets of the whole `name="value"`, and of the value between the quotes. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly end: number;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly local: string;
  /** Namespace of the element; '' for none, null for an unbound prefix. */
  readonly namespace: string | null;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: XmlElement | null;
  /** Offset of `<`. */
  readonly start: number;
  /** Behind the `>` of the start tag. */
  readonly openEnd: number;
  readonly selfClosing: boolean;
  /** Offset of `</` (openEnd of a self-closing element); known once it has been closed. */
  closeStart: number;
  /** Behind the whole element; known once it has been closed. */
  end: number;
  /** Only where the element is kept whole. */
  readonly children: XmlNode[];
  readonly kept: boolean;
}

export interface XmlText {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  /** Between `<![CDATA[` and `]]>`: nothing in it is markup. */
  readonly cdata: boolean;
}

/** A comment or a processing instruction. */
export interface XmlAside {
  readonly kind: 'aside';
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText | XmlAside;

export interface XmlHandler {
  /** Called for each start tag outside kept elements; true: keep it with everything in it. */
  open(element: XmlElement): boolean;
  /** Called when an element ends; of kept ones only the outermost. */
  close(element: XmlElement): void;
}

/** Scans raw XML from `start`. Stops at the first error; warnings are collected. */
export function scanXml(raw: string, start: number, handler: XmlHandler): readonly Problem[] {
  return new Scan(raw, start, handler).run();
}

type Bindings = ReadonlyMap<string, string>;

const XML_BINDINGS: Bindings = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['', ''],
]);

class Scan {
  private readonly problems: Problem[] = [];
  private readonly bindings: Bindings[] = [XML_BINDINGS];
  private readonly raw: string;
  private readonly handler: XmlHandler;
  private current: XmlElement | null = null;
  private depth = 0;
  private at: number;
  private rootSeen = false;
  private stopped = false;
  private unboundReported = new Set<string>();

  constructor(raw: string, start: number, handler: XmlHandler) {
    this.raw = raw;
    this.at = start;
    this.handler = handler;
  }

  run(): readonly Problem[] {
    while (!this.stopped && this.at < this.raw.length) this.step();
    if (!this.stopped && this.current !== null) {
      this.fail('xml-malformed', this.raw.length, { reason: `<${this.current.name}> is not closed` });
    } else if (!this.stopped && !this.rootSeen) {
      this.fail('xml-malformed', this.raw.length, { reason: 'no root element' });
    }
    return this.problems;
  }

  private step(): void {
    const open = this.raw.indexOf('<', this.at);
    const textEnd = open === -1 ? this.raw.length : open;
    if (textEnd > this.at) this.text(this.at, textEnd, false);
    this.at = textEnd;
    if (open === -1 || this.stopped) return;
    const next = this.raw.charCodeAt(open + 1);
    if (next === 0x2f) this.closeTag(open);
    else if (next === 0x3f) this.aside(open, '?>', 2);
    else if (next === 0x21) this.declaration(open);
    else this.openTag(open);
  }

  private text(start: number, end: number, cdata: boolean): void {
    const entity = cdata ? null : unknownEntity(this.raw.slice(start, end));
    if (entity !== null) this.fail('xml-entity-unknown', start, { entity });
    else if (this.current?.kept) this.current.children.push({ kind: 'text', start, end, cdata });
    else if (this.current === null && /[^\s\0]/u.test(this.raw.slice(start, end))) {
      this.fail('xml-malformed', start, { reason: 'text outside the root element' });
    }
  }

  /** `<!--…-->`, `<![CDATA[…]]>`; `<!DOCTYPE` is refused. */
  private declaration(open: number): void {
    if (this.raw.startsWith('<!--', open)) this.aside(open, '-->', 4);
    else if (this.raw.startsWith('<![CDATA[', open)) {
      const end = this.raw.indexOf(']]>', open);
      if (end === -1) {
        this.fail('xml-malformed', open, { reason: 'CDATA is not closed' });
        return;
      }
      this.text(open, end + 3, true);
      this.at = end + 3;
    } else if (/^<!doctype/iu.test(this.raw.slice(open, open + 9))) this.fail('xml-dtd', open, {});
    else this.fail('xml-malformed', open, { reason: 'unknown declaration' });
  }

  private aside(open: number, terminator: string, skip: number): void {
    const end = this.raw.indexOf(terminator, open + skip);
    if (end === -1) {
      this.fail('xml-malformed', open, { reason: 'comment or instruction is not closed' });
      return;
    }
    this.at = end + terminator.length;
    if (this.current?.kept) this.current.children.push({ kind: 'aside', start: open, end: this.at });
  }

  private openTag(open: number): void {
    const name = matchAt(NAME, this.raw, open + 1);
    if (name === null) {
      this.fail('xml-malformed', open, { reason: '“<” that begins no tag' });
      return;
    }
    if (this.current === null && this.rootSeen) {
      this.fail('xml-malformed', open, { reason: 'a second root element' });
      return;
    }
    this.depth += 1;
    if (this.depth > DEPTH_LIMIT) {
      this.fail('nesting-too-deep', open, { limit: DEPTH_LIMIT });
      return;
    }
    const attributes: XmlAttribute[] = [];
    const position = this.attributes(open + 1 + name.length, attributes);
    if (position === null) return;
    const selfClosing = this.raw[position] === '/';
    const element = this.element(name, attributes, open, position + (selfClosing ? 2 : 1), selfClosing);
    this.rootSeen = true;
    this.at = element.openEnd;
    if (selfClosing) this.leave(element);
    else this.current = element;
  }

  /** Reads attributes up to `>` or `/>` and gives the offset of that; null where it failed. */
  private attributes(from: number, attributes: XmlAttribute[]): number | null {
    let position = from;
    for (;;) {
      const space = matchAt(SPACE, this.raw, position)?.length ?? 0;
      position += space;
      const character = this.raw[position];
      if (character === '>' || (character === '/' && this.raw[position + 1] === '>')) return position;
      const attribute = space > 0 ? this.attribute(position) : null;
      if (attribute === null || attributes.length >= ATTRIBUTE_LIMIT) {
        this.fail('xml-malformed', position, { reason: 'the tag is broken' });
        return null;
      }
      attributes.push(attribute);
      position = attribute.end;
    }
  }

  private attribute(start: number): XmlAttribute | null {
    const name = matchAt(NAME, this.raw, start);
    if (name === null) return null;
    const equals = matchAt(EQUALS, this.raw, start + name.length);
    if (equals === null) return null;
    const valueStart = start + name.length + equals.length;
    const valueEnd = this.raw.indexOf(equals.endsWith('"') ? '"' : "'", valueStart);
    if (valueEnd === -1) return null;
    const raw = this.raw.slice(valueStart, valueEnd);
    const entity = unknownEntity(raw);
    if (entity !== null) this.fail('xml-entity-unknown', valueStart, { entity });
    return raw.includes('<') || entity !== null
      ? null
      : { name, raw, start, valueStart, valueEnd, end: valueEnd + 1 };
  }

  private element(
    name: string,
    attributes: readonly XmlAttribute[],
    start: number,
    openEnd: number,
    selfClosing: boolean,
  ): XmlElement {
    const bindings = this.bind(attributes);
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    const namespace = bindings.get(prefix) ?? null;
    if (namespace === null) this.unbound(prefix, start);
    for (const attribute of attributes) {
      const [own = '', rest] = attribute.name.split(':');
      if (rest !== undefined && own !== 'xmlns' && !bindings.has(own)) this.unbound(own, attribute.start);
    }
    const parentKept = this.current?.kept ?? false;
    const element = {
      kind: 'element' as const,
      name,
      local: colon === -1 ? name : name.slice(colon + 1),
      namespace,
      attributes,
      parent: this.current,
      start,
      openEnd,
      selfClosing,
      closeStart: openEnd,
      end: openEnd,
      children: [],
      kept: parentKept,
    };
    if (parentKept) this.current?.children.push(element);
    else element.kept = this.handler.open(element);
    this.bindings.push(bindings);
    return element;
  }

  private bind(attributes: readonly XmlAttribute[]): Bindings {
    const outer = this.bindings.at(-1) ?? XML_BINDINGS;
    let inner: Map<string, string> | null = null;
    for (const { name, raw } of attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      inner ??= new Map(outer);
      inner.set(name === 'xmlns' ? '' : name.slice(6), raw);
    }
    return inner ?? outer;
  }

  private unbound(prefix: string, at: number): void {
    if (this.unboundReported.has(prefix)) return;
    this.unboundReported.add(prefix);
    this.problems.push(problem('xml-prefix-unbound', placeAt(this.raw, at), { prefix }));
  }

  private closeTag(open: number): void {
    const element = this.current;
    const name = matchAt(NAME, this.raw, open + 2) ?? '';
    const space = matchAt(SPACE, this.raw, open + 2 + name.length)?.length ?? 0;
    const end = open + 2 + name.length + space;
    if (element === null || name !== element.name || this.raw[end] !== '>') {
      this.fail('xml-malformed', open, { reason: `</${name}> closes nothing that is open` });
      return;
    }
    element.closeStart = open;
    element.end = end + 1;
    this.at = end + 1;
    this.leave(element);
  }

  private leave(element: XmlElement): void {
    this.depth -= 1;
    this.bindings.pop();
    this.current = element.parent;
    if (!(element.parent?.kept ?? false)) this.handler.close(element);
  }

  private fail(code: ProblemCode, at: number, values: Readonly<Record<string, string | number>>): void {
    // The first error is the one to show: what follows is its consequence.
    if (this.stopped) return;
    this.stopped = true;
    this.problems.push(problem(code, placeAt(this.raw, at), values));
  }
}

const NAME = /[^\s<>/=&"'!?]+/uy;
const SPACE = /\s+/uy;
const EQUALS = /\s*=\s*["']/uy;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
