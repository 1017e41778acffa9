/**
 * Where the units of an XLIFF stand: one pass over the file's UTF-8 bytes that looks at nothing inside them. Reading
 * and writing both begin here, so that they agree on every unit's id. Kept in flat arrays: a file may hold
 * hundreds of thousands of units.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { attributeOf } from '../xml/element.ts';
import { ByteScanner, LONGEST } from '../xml/byte-scanner.ts';
import { XmlScanner, type XmlAttribute, type XmlName } from '../xml/scanner.ts';
import type { Scope } from '../xml/scope.ts';
import { uniqueIds, type UniqueIds } from './ids.ts';
import { saysNo } from './locks.ts';
import { UnitTable } from './unit-table.ts';

/** Namespace of the few attributes of our own, allowed where XLIFF 2 allows foreign ones. */
export const RECTO_NAMESPACE = 'urn:recto:xliff:1';

/** What differs between the generations of XLIFF. */
export interface XliffDialect {
  readonly unit: 'trans-unit' | 'unit';
  /** `original` or `id`: how a file is named in unit ids. */
  readonly fileName: 'original' | 'id';
  /** Whether a root of this namespace and version is its own. */
  accepts(namespace: string | null, version: string | undefined): boolean;
  /** Whether an element of the namespace is XLIFF in a document whose root has the other one. */
  isOwn(namespace: string | null, root: string | null): boolean;
}

/** Half-open, in bytes, with the namespaces in force around it. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly scope: Scope | null;
}

/** A start tag, kept. Its own offsets and those of its attributes count in `text`, which is the tag alone. */
export interface TagPlace extends XmlName {
  readonly text: string;
  readonly start: number;
  readonly attributes: readonly XmlAttribute[];
  /** Where it stands in the file. */
  readonly span: Span;
}

export interface FilePlace extends TagPlace {
  readonly fileName: string;
  /** The element `header` of 1.2, `skeleton` of 2.x. */
  readonly head: Span | null;
}

export interface UnitPlace extends Span {
  readonly file: FilePlace | null;
  readonly translate: boolean;
  readonly canResegment: boolean;
}

export interface XliffPlaces {
  readonly root: TagPlace;
  readonly version: string | undefined;
  readonly files: readonly FilePlace[];
  readonly units: UnitTable;
  /** Of each unit, unique in the document. */
  readonly ids: UniqueIds['ids'];
  readonly indexOf: UniqueIds['indexOf'];
  readonly problems: readonly Problem[];
}

/** What units stand in; a `bin-unit` of 1.x holds the texts of its picture or sound. */
const CONTAINERS = new Set(['file', 'body', 'group', 'bin-unit']);

/** Of a file, body or group that is open. */
interface Inherited {
  readonly depth: number;
  readonly translate: boolean;
  readonly canResegment: boolean;
}

/** Finds everything in UTF-8 bytes, or says why the file cannot be used. */
export function findPlaces(
  utf8: Buffer,
  dialect: XliffDialect,
): { readonly places: XliffPlaces | null; readonly problems: readonly Problem[] } {
  const scanner = new ByteScanner(utf8);
  const finder = new Finder(scanner, dialect);
  const refusal = finder.run();
  const refused = scanner.failure ?? refusal;
  if (refused !== null || finder.root === null) {
    return { places: null, problems: refused === null ? [problem('xliff-not-xliff')] : [refused] };
  }
  const { root, files, units, ownIds } = finder;
  const { ids, indexOf, problems } = uniqueIds(ownIds, (index) => units.at(index)?.file?.fileName ?? '');
  const all = [...scanner.warnings, ...problems];
  const version = attributeOf(root, 'version');
  return { places: { root, version, files, units, ids, indexOf, problems: all }, problems: all };
}

class Finder {
  root: TagPlace | null = null;
  readonly files: FilePlace[] = [];
  readonly units = new UnitTable(this.files);
  readonly ownIds: string[] = [];
  readonly #scanner: ByteScanner;
  readonly #dialect: XliffDialect;
  readonly #inherited: Inherited[] = [];

  constructor(scanner: ByteScanner, dialect: XliffDialect) {
    this.#scanner = scanner;
    this.#dialect = dialect;
  }

  /** Goes through the file; gives the reason where it is not this dialect. */
  run(): Problem | null {
    const scanner = this.#scanner;
    while (scanner.nextStart()) {
      let refusal: Problem | null;
      if (this.root === null) {
        this.root = readTag(scanner);
        refusal = this.#refusal(this.root);
      } else refusal = this.#visit(this.root);
      if (refusal !== null) return refusal;
    }
    return null;
  }

  #refusal(root: TagPlace): Problem | null {
    if (root.local !== 'xliff') return problem('xliff-not-xliff', null, { element: root.name });
    const version = attributeOf(root, 'version');
    if (this.#dialect.accepts(root.namespace, version)) return null;
    return problem('xliff-version-unknown', null, { version: version ?? root.namespace ?? '' });
  }

  #visit(root: TagPlace): Problem | null {
    const scanner = this.#scanner;
    const { local } = scanner;
    const own = this.#dialect.isOwn(scanner.namespace, root.namespace);
    if (own && local === this.#dialect.unit) return this.#addUnit();
    if (own && CONTAINERS.has(local)) {
      if (local === 'file') {
        const tag = readTag(scanner);
        this.files.push({ ...tag, fileName: attributeOf(tag, this.#dialect.fileName) ?? '', head: null });
      }
      if (!scanner.empty) this.#inherited.push({ ...this.#flags(), depth: scanner.depth });
      return null;
    }
    const { start, outerScope: scope } = scanner;
    scanner.skip();
    const file = this.files.at(-1);
    if (own && (local === 'header' || local === 'skeleton') && file?.head === null) {
      this.files[this.files.length - 1] = { ...file, head: { start, end: scanner.end, scope } };
    }
    return null;
  }

  #addUnit(): Problem | null {
    const scanner = this.#scanner;
    const { start, outerScope: scope } = scanner;
    const { translate, canResegment } = this.#flags();
    this.ownIds.push(scanner.attributeIn(RECTO_NAMESPACE, 'id') ?? scanner.attribute('id') ?? '');
    if (!scanner.skip()) return null;
    this.units.add({ start, end: scanner.end, scope, translate, canResegment });
    return scanner.end - start > LONGEST ? scanner.tooLong(start, scanner.end) : null;
  }

  /** `translate` and `canResegment` of the current tag, inherited where it does not say. */
  #flags(): { readonly translate: boolean; readonly canResegment: boolean } {
    const scanner = this.#scanner;
    const parentDepth = scanner.empty ? scanner.depth : scanner.depth - 1;
    while ((this.#inherited.at(-1)?.depth ?? 0) > parentDepth) this.#inherited.pop();
    const outer = this.#inherited.at(-1);
    const translate = scanner.attribute('translate');
    const canResegment = scanner.attribute('canResegment');
    return {
      translate: translate === undefined ? (outer?.translate ?? true) : !saysNo(translate),
      canResegment: canResegment === undefined ? (outer?.canResegment ?? true) : !saysNo(canResegment),
    };
  }
}

/** The start tag that a scanner stands at. */
export function readTag({ start, end, outerScope: scope, bytes }: ByteScanner): TagPlace {
  const text = bytes.toString('utf8', start, end);
  const tag = new XmlScanner(text, { start: 0, scope });
  tag.next();
  return { ...tag.element, attributes: tag.attributes, text, start: 0, span: { start, end, scope } };
}
