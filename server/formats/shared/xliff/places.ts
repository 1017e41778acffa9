/**
 * Where the units of an XLIFF stand: one pass over the file that looks at nothing inside them. Reading and
 * writing both begin here, so that they agree on every unit's id.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { attributeIn, attributeOf } from '../xml/element.ts';
import { XmlScanner, type XmlAttribute, type XmlName } from '../xml/scanner.ts';
import type { Scope } from '../xml/scope.ts';
import { uniqueIds } from './ids.ts';
import { saysNo } from './locks.ts';

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

/** A start tag, kept. */
interface TagPlace extends XmlName {
  readonly attributes: readonly XmlAttribute[];
  readonly start: number;
  readonly scope: Scope | null;
}

export interface FilePlace extends TagPlace {
  readonly fileName: string;
  /** `header` of 1.2, `skeleton` of 2.x. */
  readonly head: TagPlace | null;
}

export interface UnitPlace {
  /** As in the file; '' where there is none. */
  readonly ownId: string;
  readonly file: FilePlace | null;
  readonly start: number;
  readonly end: number;
  readonly scope: Scope | null;
  readonly translate: boolean;
  readonly canResegment: boolean;
}

export interface XliffPlaces {
  readonly root: TagPlace;
  readonly version: string | undefined;
  readonly files: readonly FilePlace[];
  readonly units: readonly UnitPlace[];
  /** Of each unit, unique in the document. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
}

/** What units stand in; a `bin-unit` of 1.x holds the texts of its picture or sound. */
const CONTAINERS = new Set(['file', 'body', 'group', 'bin-unit']);

interface Inherited {
  readonly depth: number;
  readonly translate: boolean;
  readonly canResegment: boolean;
}

/** Finds everything, or says why the file cannot be used. */
export function findPlaces(
  text: string,
  dialect: XliffDialect,
): { readonly places: XliffPlaces | null; readonly problems: readonly Problem[] } {
  const scanner = new XmlScanner(text);
  const finder = new Finder(scanner, dialect);
  const refusal = finder.run();
  const refused = scanner.failure ?? refusal;
  if (refused !== null || finder.root === null) {
    return { places: null, problems: refused === null ? [problem('xliff-not-xliff')] : [refused] };
  }
  const { ids, problems } = uniqueIds(finder.units.map((unit) => [unit.ownId, unit.file?.fileName ?? '']));
  const all = [...scanner.warnings, ...problems];
  const { root, files, units } = finder;
  const version = attributeOf(root, 'version');
  return { places: { root, version, files, units, ids, problems: all }, problems: all };
}

class Finder {
  root: TagPlace | null = null;
  readonly files: FilePlace[] = [];
  readonly units: UnitPlace[] = [];
  readonly #scanner: XmlScanner;
  readonly #dialect: XliffDialect;
  readonly #inherited: Inherited[] = [];

  constructor(scanner: XmlScanner, dialect: XliffDialect) {
    this.#scanner = scanner;
    this.#dialect = dialect;
  }

  /** Goes through the file; gives the reason where it is not this dialect. */
  run(): Problem | null {
    const scanner = this.#scanner;
    while (scanner.next()) {
      if (scanner.kind !== 'start') continue;
      if (this.root === null) {
        this.root = this.#tag();
        const refusal = this.#refusal(this.root);
        if (refusal !== null) return refusal;
      } else this.#visit(this.root);
    }
    return null;
  }

  #refusal(root: TagPlace): Problem | null {
    if (root.local !== 'xliff') return problem('xliff-not-xliff', null, { element: root.name });
    const version = attributeOf(root, 'version');
    if (this.#dialect.accepts(root.namespace, version)) return null;
    return problem('xliff-version-unknown', null, { version: version ?? root.namespace ?? '' });
  }

  #visit(root: TagPlace): void {
    const scanner = this.#scanner;
    const { local, namespace } = scanner.element;
    const own = this.#dialect.isOwn(namespace, root.namespace);
    if (own && local === this.#dialect.unit) this.#addUnit();
    else if (own && CONTAINERS.has(local)) {
      if (local === 'file') {
        this.files.push({
          ...this.#tag(),
          fileName: attributeOf(scanner, this.#dialect.fileName) ?? '',
          head: null,
        });
      }
      if (!scanner.empty) this.#inherited.push({ ...this.#flags(), depth: scanner.depth });
    } else {
      const file = this.files.at(-1);
      if (own && (local === 'header' || local === 'skeleton') && file?.head === null) {
        this.files[this.files.length - 1] = { ...file, head: this.#tag() };
      }
      scanner.skip();
    }
  }

  #addUnit(): void {
    const scanner = this.#scanner;
    const { start, outerScope: scope } = scanner;
    const { translate, canResegment } = this.#flags();
    const ownId = attributeIn(scanner, RECTO_NAMESPACE, 'id') ?? attributeOf(scanner, 'id') ?? '';
    scanner.skip();
    const file = this.files.at(-1) ?? null;
    this.units.push({ ownId, file, start, end: scanner.end, scope, translate, canResegment });
  }

  /** `translate` and `canResegment` of the current tag, inherited where it does not say. */
  #flags(): { readonly translate: boolean; readonly canResegment: boolean } {
    const scanner = this.#scanner;
    const parentDepth = scanner.empty ? scanner.depth : scanner.depth - 1;
    while ((this.#inherited.at(-1)?.depth ?? 0) > parentDepth) this.#inherited.pop();
    const outer = this.#inherited.at(-1);
    const translate = attributeOf(scanner, 'translate');
    const canResegment = attributeOf(scanner, 'canResegment');
    return {
      translate: translate === undefined ? (outer?.translate ?? true) : !saysNo(translate),
      canResegment: canResegment === undefined ? (outer?.canResegment ?? true) : !saysNo(canResegment),
    };
  }

  #tag(): TagPlace {
    const { element, attributes, start, outerScope } = this.#scanner;
    return { ...element, attributes, start, scope: outerScope };
  }
}
