/**
 * A pull scanner for XML that remembers where everything stands. It never builds a tree, never recurses, never
 * fetches or expands anything, and never throws: on what it cannot accept it stops, with a problem.
 * Invariant: the tokens, in order, cover the text from where it began to where it stopped.
 */
import { placeAt, problem, type Problem } from '../../../core/problem.ts';
import { codePointName } from './escape.ts';
import { attributeValue, decodeReferences, type BadReference } from './references.ts';
import { bind, MAX_BINDINGS, namespaceOf, type Scope } from './scope.ts';
import { readStartTag, spaceEnd, type RawAttribute } from './start-tag.ts';

export type TokenKind = 'start' | 'end' | 'text' | 'cdata' | 'comment' | 'instruction';

/** Deeper than any honest file; keeps every later walk over a tree bounded. */
export const MAX_DEPTH = 500;

/** Unbound prefixes that are named one by one. */
export const MAX_UNBOUND = 20;

/** What XML 1.0 §2.2 leaves out; decoding lets no half of a surrogate pair through. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ufffd]/;

/**
 * A document type that declares nothing itself: it names the root, and maybe a DTD elsewhere, as XLIFF 1.0 does by its
 * specification. That is never read, so what only it declares is unknown here.
 */
export const DOCTYPE =
  /^<!DOCTYPE\s+[^\s<>[\]"']{1,200}(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<]{0,500}"|'[^'<]{0,500}'))\s*(?:"[^"<]{0,500}"|'[^'<]{0,500}'))?\s*>/;

/** As many characters are looked at for one. */
export const LONGEST_DOCTYPE = 1500;

const WHITE_SPACE_ONLY = /^[ \t\r\n\ufeff]*$/;

export interface XmlName {
  /** As written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** null where the prefix is not bound. */
  readonly namespace: string | null;
}

export interface XmlAttribute extends XmlName {
  /** Decoded. */
  readonly value: string;
  /** Of the name; `valueStart` to `valueEnd` is what stands between the quotes. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Where to begin, when not at the beginning of a file. */
export interface ScannerStart {
  readonly start: number;
  readonly scope: Scope | null;
}

export class XmlScanner {
  readonly text: string;
  kind: TokenKind = 'text';
  /** Of the current token. */
  start = 0;
  end = 0;
  /** Of a start or end tag. */
  element: XmlName = { name: '', prefix: '', local: '', namespace: '' };
  /** Of a start tag: `<x/>`; no end tag follows. */
  empty = false;
  /** What ended the scan, or null. */
  failure: Problem | null = null;
  readonly warnings: Problem[] = [];
  readonly #fragment: boolean;
  readonly #open: { readonly element: XmlName; readonly outer: Scope | null }[] = [];
  /** Made with the first of them. */
  #unbound: Set<string> | null = null;
  #scope: Scope | null;
  /** In force in the current start tag. */
  #tagScope: Scope | null = null;
  #at: number;
  #nextAmpersand = -1;
  #rootSeen = false;
  #raw: readonly RawAttribute[] = [];
  /** Those of #raw, made when first asked for. */
  #attributes: readonly XmlAttribute[] | null = [];

  /** Scans a whole text, or one element of it and what follows until its end. */
  constructor(text: string, from: ScannerStart | null = null) {
    this.text = text;
    this.#fragment = from !== null;
    this.#at = from?.start ?? (text.startsWith('\ufeff') ? 1 : 0);
    this.#scope = from?.scope ?? null;
    if (from === null) this.#checkCharacters();
  }

  /** How many elements are open after the current token. */
  get depth(): number {
    return this.#open.length;
  }

  /** Namespaces in force outside the element whose start tag this is. */
  get outerScope(): Scope | null {
    const open = this.#open.at(-1);
    return this.empty || open === undefined ? this.#scope : open.outer;
  }

  /** Of a start tag. */
  get attributes(): readonly XmlAttribute[] {
    if (this.#attributes !== null) return this.#attributes;
    const made: XmlAttribute[] = [];
    for (const raw of this.#raw) made.push(this.#attribute(raw));
    this.#attributes = made;
    return made;
  }

  /** Goes to the next token; false at the end or where it had to stop (then there is a failure). */
  next(): boolean {
    if (this.failure !== null || (this.#fragment && this.#rootSeen && this.depth === 0)) return false;
    const { text } = this;
    this.start = this.#at;
    if (this.#at >= text.length) return this.#finish();
    if (text.charCodeAt(this.#at) !== 0x3c) return this.#readText();
    const next = text.charCodeAt(this.#at + 1);
    if (next === 0x2f) return this.#readEnd();
    if (next === 0x3f) return this.#readUntil('instruction', 2, '?>');
    if (next !== 0x21) return this.#readStart();
    if (text.startsWith('<!--', this.#at)) return this.#readUntil('comment', 4, '-->');
    if (text.startsWith('<![CDATA[', this.#at)) return this.#readUntil('cdata', 9, ']]>');
    return text.startsWith('<!DOCTYPE', this.#at) ? this.#readDoctype() : this.#malformed(this.#at);
  }

  /** Goes to the end of the element whose start tag this is; false where it had to stop. */
  skip(): boolean {
    if (this.empty) return true;
    const outside = this.depth - 1;
    while (this.next()) if (this.kind === 'end' && this.depth === outside) return true;
    return false;
  }

  /** The decoded text of a text or CDATA token, line ends as one line feed (XML 1.0 §2.11). */
  characters(): string {
    const cdata = this.kind === 'cdata';
    const raw = cdata ? this.text.slice(this.start + 9, this.end - 3) : this.text.slice(this.start, this.end);
    const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    const decoded = cdata ? lines : decodeReferences(lines);
    return typeof decoded === 'string' ? decoded : '';
  }

  #checkCharacters(): void {
    const { text } = this;
    const index = text.search(NO_CHARACTER);
    if (index < 0) return;
    const unit = text.charCodeAt(index);
    const place = placeAt(text, index);
    this.failure =
      unit === 0
        ? problem('text-nul', place)
        : problem('xml-character-illegal', place, { character: codePointName(unit) });
  }

  #finish(): false {
    if (this.depth > 0 || !this.#rootSeen) this.#malformed(this.text.length);
    return false;
  }

  #readText(): boolean {
    const next = this.text.indexOf('<', this.#at);
    this.end = next < 0 ? this.text.length : next;
    this.kind = 'text';
    if (this.depth === 0 && !WHITE_SPACE_ONLY.test(this.text.slice(this.start, this.end))) {
      return this.#malformed(this.start);
    }
    // Of a fragment all references were checked when the whole text was.
    if (!this.#fragment && this.#ampersandFrom(this.start) < this.end) {
      const decoded = decodeReferences(this.text.slice(this.start, this.end));
      if (typeof decoded !== 'string') return this.#badReference(decoded, this.start);
    }
    this.#at = this.end;
    return true;
  }

  #readUntil(kind: TokenKind, skip: number, closing: string): boolean {
    const found = this.text.indexOf(closing, this.#at + skip);
    if (found < 0 || (kind === 'cdata' && this.depth === 0)) return this.#malformed(this.#at);
    this.kind = kind;
    this.end = found + closing.length;
    this.#at = this.end;
    return true;
  }

  /** A document type that declares nothing is passed over; any other is refused. */
  #readDoctype(): boolean {
    const tag = DOCTYPE.exec(this.text.slice(this.#at, this.#at + LONGEST_DOCTYPE));
    if (tag === null || this.#rootSeen) {
      this.failure = problem('xml-dtd', placeAt(this.text, this.#at));
      return false;
    }
    this.warnings.push(problem('xml-dtd-ignored', placeAt(this.text, this.#at)));
    this.kind = 'instruction';
    this.end = this.#at + tag[0].length;
    this.#at = this.end;
    return true;
  }

  #readStart(): boolean {
    const tag = readStartTag(this.text, this.#at);
    if (tag.kind === 'malformed') return this.#malformed(tag.at);
    if (this.depth >= MAX_DEPTH) {
      this.failure = problem('nesting-too-deep', placeAt(this.text, this.#at), { limit: MAX_DEPTH });
      return false;
    }
    if (this.depth === 0 && this.#rootSeen) return this.#malformed(this.#at);
    this.#rootSeen = true;
    const outer = this.#scope;
    if (!this.#readAttributes(tag.attributes)) return false;
    this.element = this.#elementName(tag.name, this.#at);
    this.kind = 'start';
    this.empty = tag.empty;
    this.end = tag.end;
    this.#at = tag.end;
    if (tag.empty) this.#scope = outer;
    else this.#open.push({ element: this.element, outer });
    return true;
  }

  /** Binds namespaces and checks the values; the attributes themselves are made only when asked for. */
  #readAttributes(raw: readonly RawAttribute[]): boolean {
    this.#raw = raw;
    this.#attributes = raw.length === 0 ? [] : null;
    let prefixed = false;
    for (const { name, colon, valueStart, valueEnd } of raw) {
      if (!this.#fragment && this.#ampersandFrom(valueStart) < valueEnd) {
        const value = decodeReferences(this.text.slice(valueStart, valueEnd));
        if (typeof value !== 'string') return this.#badReference(value, valueStart);
      }
      prefixed ||= colon >= 0;
      if (name.startsWith('xmlns') && (colon === 5 || name.length === 5)) {
        this.#scope = bind(this.#scope, name.slice(6), this.#value(valueStart, valueEnd));
      }
    }
    this.#tagScope = this.#scope;
    if (prefixed) for (const { name, colon, start } of raw) if (colon >= 0) this.#checkPrefix(name, start);
    return (this.#scope?.size ?? 0) <= MAX_BINDINGS || this.#malformed(this.#at);
  }

  #attribute({ name, colon, start, valueStart, valueEnd }: RawAttribute): XmlAttribute {
    const value = this.#value(valueStart, valueEnd);
    if (colon < 0)
      return { name, prefix: '', local: name, namespace: '', value, start, valueStart, valueEnd };
    const prefix = name.slice(0, colon);
    const namespace = this.#namespaceOf(prefix);
    return { name, prefix, local: name.slice(colon + 1), namespace, value, start, valueStart, valueEnd };
  }

  #value(start: number, end: number): string {
    return attributeValue(this.text.slice(start, end));
  }

  /** Where the next ampersand at or after an offset stands. */
  #ampersandFrom(offset: number): number {
    if (this.#nextAmpersand < offset) {
      const found = this.text.indexOf('&', offset);
      this.#nextAmpersand = found < 0 ? this.text.length : found;
    }
    return this.#nextAmpersand;
  }

  #readEnd(): boolean {
    const open = this.#open.at(-1);
    if (open === undefined || !this.text.startsWith(open.element.name, this.#at + 2)) {
      return this.#malformed(this.#at);
    }
    const close = spaceEnd(this.text, this.#at + 2 + open.element.name.length);
    if (this.text.charCodeAt(close) !== 0x3e) return this.#malformed(this.#at);
    this.#open.pop();
    this.#scope = open.outer;
    this.element = open.element;
    this.kind = 'end';
    this.end = close + 1;
    this.#at = this.end;
    return true;
  }

  #elementName(name: string, at: number): XmlName {
    const colon = name.indexOf(':');
    if (colon < 0) return { name, prefix: '', local: name, namespace: this.#namespaceOf('') };
    this.#checkPrefix(name, at);
    const prefix = name.slice(0, colon);
    return { name, prefix, local: name.slice(colon + 1), namespace: this.#namespaceOf(prefix) };
  }

  #namespaceOf(prefix: string): string | null {
    return prefix === 'xmlns' ? 'http://www.w3.org/2000/xmlns/' : namespaceOf(this.#tagScope, prefix);
  }

  #checkPrefix(name: string, at: number): void {
    const prefix = name.slice(0, name.indexOf(':'));
    if (this.#namespaceOf(prefix) !== null) return;
    this.#unbound ??= new Set<string>();
    if (this.#unbound.has(prefix) || this.#unbound.size >= MAX_UNBOUND) return;
    this.#unbound.add(prefix);
    this.warnings.push(problem('xml-prefix-unbound', placeAt(this.text, at), { prefix }));
  }

  #badReference(bad: BadReference, base: number): false {
    const place = placeAt(this.text, base + bad.at);
    if (bad.kind === 'unknown') this.failure = problem('xml-entity-unknown', place, { entity: bad.entity });
    else if (bad.kind === 'malformed') return this.#malformed(base + bad.at);
    else {
      const character = this.text.slice(base + bad.at, base + bad.at + 12).replace(/;.*$/s, ';');
      this.failure = problem('xml-character-illegal', place, { character });
    }
    return false;
  }

  #malformed(at: number): false {
    const near = this.text.slice(at, at + 24).split(/[\r\n]/, 1)[0] ?? '';
    this.failure = problem('xml-malformed', placeAt(this.text, at), { reason: near });
    return false;
  }
}
