/**
 * What the scanners let pass because tools write it and nothing is lost by it, and what XML 1.0 and its namespaces
 * forbid all the same: such a file is read, but it is not valid, and other programs refuse it.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import type { XmlAttribute, XmlScanner } from '../xml/scanner.ts';
import { LinePlaces } from './places.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Of one file; the rest is like them. */
const MAX_SLIPS = 100;
const LONGEST_SHOWN = 24;
const MAX_NAMES = 1000;

const START = String.raw`:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
// eslint-disable-next-line no-misleading-character-class -- the marks and joiners that a name may hold
const NAME = new RegExp(String.raw`^[${START}][${START}\-.0-9\u00B7\u0300-\u036F\u203F\u2040]*$`, 'u');

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/;

export class WellFormed {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #places: LinePlaces;
  readonly #names = new Set<string>();
  /** Behind a byte order mark. */
  readonly #first: number;
  #doctypes = 0;
  #nextEnd = -1;

  constructor(text: string) {
    this.#text = text;
    this.#first = text.startsWith('\ufeff') ? 1 : 0;
    this.#places = new LinePlaces(text);
  }

  /** The token that the scanner is at. */
  look(scanner: XmlScanner): void {
    const { kind, start, end } = scanner;
    if (kind === 'text') this.#characters(start, end);
    else if (kind === 'comment') this.#comment(start, end);
    else if (kind === 'instruction') this.#instruction(start, end);
    else if (kind === 'start') this.#tag(scanner.element.name, start, scanner.attributes);
  }

  /** `declared`: an encoding that the file certainly is not in (XML 1.0 §4.3.3). */
  encoding(declared: string): void {
    this.#tell(this.#first, 'XML 1.0 §4.3.3', `encoding="${declared}"`);
  }

  #characters(start: number, end: number): void {
    if (this.#nextEnd < start) {
      const found = this.#text.indexOf(']]>', start);
      this.#nextEnd = found < 0 ? this.#text.length : found;
    }
    if (this.#nextEnd < end) this.#tell(this.#nextEnd, 'XML 1.0 §2.4');
  }

  #comment(start: number, end: number): void {
    const dashes = this.#text.indexOf('--', start + 4);
    if (dashes < end - 3) this.#tell(dashes, 'XML 1.0 §2.5');
  }

  #instruction(start: number, end: number): void {
    const whole = this.#text.slice(start, end);
    if (whole.startsWith('<!')) {
      this.#doctypes += 1;
      if (this.#doctypes > 1) this.#tell(start, 'XML 1.0 §2.8');
      return;
    }
    const target = /^[^\s?]*(?=\s|\?>$)/.exec(whole.slice(2))?.[0] ?? '';
    if (target.toLowerCase() === 'xml') {
      if (start !== this.#first || !DECLARATION.test(whole)) this.#tell(start, 'XML 1.0 §2.8');
    } else if (!this.#isName(target)) this.#tell(start, 'XML 1.0 §2.6');
  }

  #tag(name: string, start: number, attributes: readonly XmlAttribute[]): void {
    if (!this.#isName(name)) this.#tell(start, 'XML 1.0 §2.3');
    const seen = new Set<string>();
    for (const attribute of attributes) {
      if (!this.#isName(attribute.name)) this.#tell(attribute.start, 'XML 1.0 §2.3');
      if (!declaresRightly(attribute)) this.#tell(attribute.start, 'Namespaces in XML §3');
      if (attribute.prefix === '') continue;
      const expanded = `${attribute.namespace ?? attribute.prefix} ${attribute.local}`;
      if (seen.has(expanded)) this.#tell(attribute.start, 'Namespaces in XML §6.3');
      seen.add(expanded);
    }
  }

  #isName(name: string): boolean {
    if (this.#names.has(name)) return true;
    if (!NAME.test(name)) return false;
    if (this.#names.size < MAX_NAMES) this.#names.add(name);
    return true;
  }

  #tell(offset: number, rule: string, shown = this.#text.slice(offset, offset + LONGEST_SHOWN)): void {
    if (this.problems.length >= MAX_SLIPS) return;
    const reason = shown.split(/[\r\n]/, 1)[0] ?? '';
    this.problems.push({ ...problem('xml-malformed', this.#places.at(offset), { reason }), rule });
  }
}

/** An attribute that declares no namespace does, too. */
function declaresRightly({ name, prefix, local, value }: XmlAttribute): boolean {
  if (name === 'xmlns') return value !== XML && value !== XMLNS;
  if (prefix !== 'xmlns') return true;
  if (local === 'xml') return value === XML;
  return local !== 'xmlns' && value !== '' && value !== XML && value !== XMLNS;
}
