/**
 * Bytes of an SRX file to segmentation rules. SRX 2.0 with its namespace, 1.0 and files without a namespace too: the
 * elements have the same names. Unknown elements are passed over with all that is in them.
 */
import { problem, type Problem } from '../../core/problem.ts';
import type { SrxMap, SrxRule, SrxRules } from '../../core/text/segmentation/srx/rules.ts';
import { attributeOf } from '../shared/xml/element.ts';
import { decodeXml } from '../shared/xml/encoding.ts';
import { XmlScanner } from '../shared/xml/scanner.ts';

export interface SrxReadResult {
  /** null where nothing could be made of the file; then problems hold an error. */
  readonly rules: SrxRules | null;
  readonly problems: readonly Problem[];
}

/** The largest rule file in use has some 3,000 rules in 200 kB. */
const LARGEST_FILE = 4_000_000;
const MOST_RULES = 20_000;

/**
 * Reports what the XML scanner does (a document type with declarations is refused), `srx-too-large`, `srx-unknown`
 * for another root, `srx-rules-none`, and `srx-attribute-missing` for a rule or map without its name.
 */
export function readSrx(bytes: Uint8Array): SrxReadResult {
  if (bytes.length > LARGEST_FILE)
    return refuse(problem('file-too-large', null, { limit: LARGEST_FILE, size: bytes.length }));
  const decoded = decodeXml(bytes);
  if (decoded.file === null) return refuse(decoded.problem);
  const reader = new SrxReader(decoded.file.text);
  return reader.read(decoded.file.warnings);
}

function refuse(...problems: readonly Problem[]): SrxReadResult {
  return { rules: null, problems };
}

interface OpenRule {
  readonly breaks: boolean;
  readonly line: number;
  before: string;
  after: string;
}

class SrxReader {
  readonly #scanner: XmlScanner;
  readonly #languageRules = new Map<string, SrxRule[]>();
  readonly #maps: SrxMap[] = [];
  readonly #problems: Problem[] = [];
  /** Where the header does not say it, as it must: OmegaT's own file cascades, 1.0 knew nothing of it. */
  #cascades = true;
  #header = { cascade: true, segmentSubflows: true };
  #codes = { start: false, end: true, isolated: false };
  #list: SrxRule[] | null = null;
  #rule: OpenRule | null = null;
  #side: 'before' | 'after' | null = null;
  #count = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#scanner = new XmlScanner(text);
  }

  read(warnings: readonly Problem[]): SrxReadResult {
    const scanner = this.#scanner;
    let root: string | null = null;
    while (scanner.next()) {
      if (scanner.kind === 'start') {
        root ??= scanner.element.local;
        if (root !== 'srx')
          return refuse(problem('srx-unknown', { line: this.#lineHere() }, { found: root }));
        this.#start(scanner.element.local);
      } else if (scanner.kind === 'end') this.#end(scanner.element.local);
      else if (scanner.kind === 'text' || scanner.kind === 'cdata') this.#text(scanner.characters());
      if (this.#count > MOST_RULES)
        return refuse(problem('srx-too-large', { line: this.#lineHere() }, { limit: MOST_RULES }));
    }
    const problems = [...warnings, ...this.#problems, ...scanner.warnings];
    if (scanner.failure !== null) return refuse(...problems, scanner.failure);
    if (this.#count === 0) return refuse(...problems, problem('srx-rules-none'));
    return {
      rules: {
        ...this.#header,
        codes: this.#codes,
        languageRules: this.#languageRules,
        maps: this.#maps,
      },
      problems,
    };
  }

  #start(name: string): void {
    switch (name) {
      case 'srx':
        this.#cascades = !(this.#attribute('version') ?? '').startsWith('1');
        this.#header = { ...this.#header, cascade: this.#cascades };
        return;
      case 'header':
        this.#header = {
          cascade: (this.#attribute('cascade') ?? (this.#cascades ? 'yes' : 'no')) === 'yes',
          segmentSubflows: this.#attribute('segmentsubflows') !== 'no',
        };
        return;
      case 'formathandle': {
        const type = this.#attribute('type');
        const include = this.#attribute('include') === 'yes';
        if (type === 'start' || type === 'end' || type === 'isolated')
          this.#codes = { ...this.#codes, [type]: include };
        return;
      }
      case 'languagerule':
        this.#list = this.#listOf(this.#required('languagerule', 'languagerulename'));
        return;
      case 'languagemap':
        this.#map();
        return;
      case 'rule':
        // Absent means that it breaks (SRX 2.0, rule).
        this.#rule = {
          breaks: this.#attribute('break') !== 'no',
          line: this.#lineHere(),
          before: '',
          after: '',
        };
        if (this.#scanner.empty) this.#end('rule');
        return;
      case 'beforebreak':
      case 'afterbreak':
        this.#side = this.#scanner.empty ? null : name === 'beforebreak' ? 'before' : 'after';
    }
  }

  #end(name: string): void {
    if (name === 'beforebreak' || name === 'afterbreak') this.#side = null;
    if (name === 'languagerule') this.#list = null;
    if (name !== 'rule' || this.#rule === null) return;
    this.#list?.push(this.#rule);
    this.#count += 1;
    this.#rule = null;
  }

  /** Comments and instructions may part a pattern; white space in it counts. */
  #text(text: string): void {
    if (this.#rule !== null && this.#side !== null) this.#rule[this.#side] += text;
  }

  #map(): void {
    const pattern = this.#required('languagemap', 'languagepattern');
    const name = this.#required('languagemap', 'languagerulename');
    if (pattern !== null && name !== null) this.#maps.push({ pattern, name, line: this.#lineHere() });
  }

  #listOf(name: string | null): SrxRule[] | null {
    if (name === null) return null;
    const known = this.#languageRules.get(name);
    if (known !== undefined) return known;
    const made: SrxRule[] = [];
    this.#languageRules.set(name, made);
    return made;
  }

  #attribute(name: string): string | undefined {
    return attributeOf(this.#scanner, name);
  }

  #required(element: string, name: string): string | null {
    const value = this.#attribute(name);
    if (value !== undefined) return value;
    this.#problems.push(
      problem('srx-attribute-missing', { line: this.#lineHere() }, { element, attribute: name }),
    );
    return null;
  }

  /** Of the current token; counted on from the last time. */
  #lineHere(): number {
    const { text, start } = this.#scanner;
    for (let at = text.indexOf('\n', this.#counted); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) {
      this.#line += 1;
    }
    this.#counted = start;
    return this.#line;
  }
}
