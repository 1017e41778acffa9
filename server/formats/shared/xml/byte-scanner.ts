/**
 * A scanner for whole XML files in UTF-8 that makes no string for what nobody asks for. It refuses and warns of
 * exactly what XmlScanner refuses and warns of, at the same places (and of tags beyond LONGEST); it never builds a tree, never recurses, never
 * fetches or expands anything, and never throws. Offsets are byte offsets.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { ByteTag } from './byte-tag.ts';
import {
  ampersandIn,
  firstIllegal,
  isText,
  LineCounter,
  referenceEnd,
  sameBytes,
  spaceEnd,
} from './byte-text.ts';
import { codePointName } from './escape.ts';
import { NameCache } from './name-cache.ts';
import { attributeValue, decodeReferences } from './references.ts';
import { DOCTYPE, LONGEST_DOCTYPE, MAX_DEPTH, MAX_UNBOUND } from './scanner.ts';
import { bind, MAX_BINDINGS, namespaceOf, type Scope } from './scope.ts';

/** `stop`: the end, or a failure. `other`: text, CDATA, a comment, an instruction. */
type Step = 'start' | 'end' | 'other' | 'stop';

/** Bytes of an element or a start tag that is still read: each becomes one string. */
export const LONGEST = 0x10000000;

/** Enough bytes for what a message quotes, and for the longest reference. */
const QUOTED = 300;

const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');
const TYPE = Buffer.from('<!DOCTYPE');
const COMMENT_END = Buffer.from('-->');
const CDATA_END = Buffer.from(']]>');
const INSTRUCTION_END = Buffer.from('?>');

export class ByteScanner {
  readonly bytes: Buffer;
  /** Of the current start tag, or of the end tag that `skip` went to. */
  start = 0;
  end = 0;
  /** How many elements are open. */
  depth = 0;
  /** Of a start tag: `<x/>`; no end tag follows. */
  empty = false;
  /** Namespaces in force outside the element whose start tag this is. */
  outerScope: Scope | null = null;
  /** What ended the scan, or null. */
  failure: Problem | null = null;
  readonly warnings: Problem[] = [];
  readonly #tag: ByteTag;
  readonly #names: NameCache;
  readonly #lines: LineCounter;
  readonly #unbound = new Set<string>();
  /** Of each open element: its name and the scope around it. */
  readonly #openNames = new Uint32Array(MAX_DEPTH);
  readonly #openLengths = new Uint32Array(MAX_DEPTH);
  readonly #outerScopes: (Scope | null)[] = [];
  #scope: Scope | null = null;
  /** In force in the current start tag. */
  #tagScope: Scope | null = null;
  #at: number;
  #rootSeen = false;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#tag = new ByteTag(this.bytes);
    this.#names = new NameCache(this.bytes);
    this.#lines = new LineCounter(this.bytes);
    this.#at = isMark(this.bytes, 0) ? 3 : 0;
    const illegal = firstIllegal(this.bytes);
    if (illegal >= 0) this.#illegal(illegal);
  }

  /** Goes to the next start tag; false at the end or where it had to stop (then there is a failure). */
  nextStart(): boolean {
    for (;;) {
      const step = this.#step();
      if (step === 'start') return true;
      if (step === 'stop') return false;
    }
  }

  /** Goes to the end of the element whose start tag this is; false where it had to stop. */
  skip(): boolean {
    if (this.empty) return true;
    const outside = this.depth - 1;
    for (;;) {
      const step = this.#step();
      if (step === 'stop') return false;
      if (step === 'end' && this.depth === outside) return true;
    }
  }

  /** That what stands there is too long for one string. */
  tooLong(start: number, end: number): Problem {
    return problem('text-too-long', this.#lines.placeOf(start), { limit: LONGEST, size: end - start });
  }

  /** Of the current start tag. */
  get local(): string {
    const { nameStart, nameEnd, colon } = this.#tag;
    return this.#names.nameOf(colon < 0 ? nameStart : colon + 1, nameEnd);
  }

  /** Of the current start tag; null where its prefix is not bound. */
  get namespace(): string | null {
    const { nameStart, colon } = this.#tag;
    return this.#namespaceOf(colon < 0 ? '' : this.#names.nameOf(nameStart, colon));
  }

  /** Value of an attribute of the current start tag, by its name as written (ASCII); or undefined. */
  attribute(name: string): string | undefined {
    const index = this.#tag.indexOf(name);
    return index < 0 ? undefined : this.#value(index);
  }

  /** Value of an attribute of a namespace, or undefined. */
  attributeIn(namespace: string, local: string): string | undefined {
    const tag = this.#tag;
    if (!tag.namespaces) return undefined;
    for (let index = 0; index < tag.count; index += 1) {
      const colon = tag.colons[index] ?? 0;
      if (colon === 0 || this.#names.nameOf(colon + 1, tag.nameEnds[index] ?? 0) !== local) continue;
      if (this.#namespaceOf(this.#names.nameOf(tag.names[index] ?? 0, colon)) === namespace) {
        return this.#value(index);
      }
    }
    return undefined;
  }

  #value(index: number): string {
    const { values, valueEnds } = this.#tag;
    return attributeValue(this.bytes.toString('utf8', values[index], valueEnds[index]));
  }

  #step(): Step {
    const { bytes } = this;
    const at = this.#at;
    if (this.failure !== null) return 'stop';
    if (at >= bytes.length) {
      return this.depth > 0 || !this.#rootSeen ? this.#malformed(bytes.length) : 'stop';
    }
    if (bytes[at] !== 0x3c) return this.depth === 0 ? this.#outerText() : this.#text();
    const next = at + 1 < bytes.length ? bytes[at + 1] : 0;
    if (next === 0x2f) return this.#endTag();
    if (next === 0x3f) return this.#until(at, at + 2, INSTRUCTION_END);
    if (next !== 0x21) return this.#startTag();
    if (this.#begins(COMMENT)) return this.#until(at, at + 4, COMMENT_END);
    if (this.#begins(CDATA) && this.depth > 0) return this.#until(at, at + 9, CDATA_END);
    return this.#begins(TYPE) ? this.#doctype() : this.#malformed(at);
  }

  #begins(text: Buffer): boolean {
    return (
      this.bytes.compare(
        text,
        0,
        text.length,
        this.#at,
        Math.min(this.#at + text.length, this.bytes.length),
      ) === 0
    );
  }

  #text(): Step {
    const { bytes } = this;
    const { length } = bytes;
    let at = this.#at;
    while (at < length) {
      const byte = bytes[at];
      if (byte === 0x3c) break;
      if (byte !== 0x26) at += 1;
      else {
        const end = referenceEnd(bytes, at);
        if (end < 0) return this.#badReference(at, bytes.indexOf(0x3c, at));
        at = end;
      }
    }
    this.#at = at;
    return 'other';
  }

  /** Outside the root there is white space, and the byte order mark of whoever joined files. */
  #outerText(): Step {
    const { bytes } = this;
    const start = this.#at;
    for (;;) {
      this.#at = spaceEnd(bytes, this.#at);
      if (!isMark(bytes, this.#at)) break;
      this.#at += 3;
    }
    return this.#at >= bytes.length || bytes[this.#at] === 0x3c ? 'other' : this.#malformed(start);
  }

  #until(start: number, from: number, closing: Buffer): Step {
    const found = this.bytes.indexOf(closing, from);
    if (found < 0) return this.#malformed(start);
    this.#at = found + closing.length;
    return 'other';
  }

  /** A document type that declares nothing is passed over; any other is refused. */
  #doctype(): Step {
    const at = this.#at;
    const head = this.bytes.toString('utf8', at, at + 4 * LONGEST_DOCTYPE);
    const tag = DOCTYPE.exec(head.slice(0, LONGEST_DOCTYPE));
    if (tag === null || this.#rootSeen) return this.#fail(problem('xml-dtd', this.#lines.placeOf(at)));
    this.warnings.push(problem('xml-dtd-ignored', this.#lines.placeOf(at)));
    this.#at = at + Buffer.byteLength(tag[0]);
    return 'other';
  }

  #startTag(): Step {
    const tag = this.#tag;
    const start = this.#at;
    const bad = tag.read(start);
    if (bad >= 0) return this.#malformed(bad);
    if (this.depth >= MAX_DEPTH) {
      return this.#fail(problem('nesting-too-deep', this.#lines.placeOf(start), { limit: MAX_DEPTH }));
    }
    if (this.depth === 0 && this.#rootSeen) return this.#malformed(start);
    if (tag.end - start > LONGEST) return this.#fail(this.tooLong(start, tag.end));
    this.#rootSeen = true;
    const outer = this.#scope;
    if ((tag.refers || tag.namespaces) && !this.#attributes()) return 'stop';
    this.#tagScope = this.#scope;
    if (tag.colon >= 0) this.#checkPrefix(tag.nameStart, tag.colon, start);
    this.start = start;
    this.end = tag.end;
    this.empty = tag.empty;
    this.outerScope = outer;
    this.#at = tag.end;
    if (tag.empty) this.#scope = outer;
    else {
      this.#openNames[this.depth] = tag.nameStart;
      this.#openLengths[this.depth] = tag.nameEnd - tag.nameStart;
      this.#outerScopes[this.depth] = outer;
      this.depth += 1;
    }
    return 'start';
  }

  /** Checks references, binds namespaces, warns of prefixes that are not bound. */
  #attributes(): boolean {
    const { bytes } = this;
    const tag = this.#tag;
    for (let index = 0; index < tag.count; index += 1) {
      const [start, end] = [tag.values[index] ?? 0, tag.valueEnds[index] ?? 0];
      if (tag.refers && !this.#checkReferences(start, end)) return false;
      if (!tag.namespaces) continue;
      const [name, colon, nameEnd] = [
        tag.names[index] ?? 0,
        tag.colons[index] ?? 0,
        tag.nameEnds[index] ?? 0,
      ];
      if (!isText(bytes, name, colon === 0 ? nameEnd : colon, 'xmlns')) continue;
      const prefix = colon === 0 ? '' : bytes.toString('utf8', colon + 1, nameEnd);
      this.#scope = bind(this.#scope, prefix, this.#value(index));
    }
    this.#tagScope = this.#scope;
    for (let index = 0; tag.namespaces && index < tag.count; index += 1) {
      const [name, colon] = [tag.names[index] ?? 0, tag.colons[index] ?? 0];
      if (colon > 0) this.#checkPrefix(name, colon, name);
    }
    if ((this.#scope?.size ?? 0) <= MAX_BINDINGS) return true;
    this.#malformed(this.#at);
    return false;
  }

  #checkReferences(start: number, end: number): boolean {
    let at = ampersandIn(this.bytes, start, end);
    while (at >= 0) {
      const behind = referenceEnd(this.bytes, at);
      if (behind < 0) {
        this.#badReference(at, end);
        return false;
      }
      at = ampersandIn(this.bytes, behind, end);
    }
    return true;
  }

  #endTag(): Step {
    const { bytes } = this;
    const start = this.#at;
    const open = this.depth - 1;
    const length = open < 0 ? 0 : (this.#openLengths[open] ?? 0);
    if (open < 0 || !sameBytes(bytes, this.#openNames[open] ?? 0, start + 2, length))
      return this.#malformed(start);
    let close = start + 2 + length;
    if (bytes[close] !== 0x3e) close = spaceEnd(bytes, close);
    if (bytes[close] !== 0x3e) return this.#malformed(start);
    this.depth = open;
    this.#scope = this.#outerScopes[open] ?? null;
    this.start = start;
    this.end = close + 1;
    this.#at = this.end;
    return 'end';
  }

  #namespaceOf(prefix: string): string | null {
    return prefix === 'xmlns' ? 'http://www.w3.org/2000/xmlns/' : namespaceOf(this.#tagScope, prefix);
  }

  #checkPrefix(start: number, colon: number, at: number): void {
    const prefix = this.#names.nameOf(start, colon);
    if (this.#namespaceOf(prefix) !== null) return;
    if (this.#unbound.has(prefix) || this.#unbound.size >= MAX_UNBOUND) return;
    this.#unbound.add(prefix);
    this.warnings.push(problem('xml-prefix-unbound', this.#lines.placeOf(at), { prefix }));
  }

  /** `end`: of the text or value that the reference stands in, or -1 for the end of the file. */
  #badReference(at: number, end: number): Step {
    const until = Math.min(end < 0 ? this.bytes.length : end, at + QUOTED);
    const bad = decodeReferences(this.bytes.toString('utf8', at, until));
    if (typeof bad === 'string' || bad.kind === 'malformed') return this.#malformed(at);
    const place = this.#lines.placeOf(at);
    if (bad.kind === 'unknown')
      return this.#fail(problem('xml-entity-unknown', place, { entity: bad.entity }));
    const character = this.#quote(at, 12).replace(/;.*$/s, ';');
    return this.#fail(problem('xml-character-illegal', place, { character }));
  }

  #illegal(at: number): void {
    const place = this.#lines.placeOf(at);
    const point = this.#quote(at, 1).charCodeAt(0);
    const values = { character: codePointName(point) };
    this.#fail(point === 0 ? problem('text-nul', place) : problem('xml-character-illegal', place, values));
  }

  #malformed(at: number): Step {
    const reason = this.#quote(at, 24).split(/[\r\n]/, 1)[0] ?? '';
    return this.#fail(problem('xml-malformed', this.#lines.placeOf(at), { reason }));
  }

  /** The first UTF-16 code units of what stands there. */
  #quote(at: number, length: number): string {
    return this.bytes.toString('utf8', at, at + QUOTED).slice(0, length);
  }

  #fail(why: Problem): 'stop' {
    this.failure = why;
    return 'stop';
  }
}

/** Whether a byte order mark stands there. */
function isMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}
