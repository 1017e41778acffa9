/** Clones in the new targets of a unit: each gets an id that is new in the unit, and the markup of its base. */
import { baseOf, nameClones } from '../../../core/text/clones.ts';
import { codeKey, codesOf, isSameCode, type Content, type InlineCode } from '../../../core/text/content.ts';
import { attributeOf } from '../xml/element.ts';
import { CodeTable, type CodeMarkup, type FoundCode, type FoundContent } from './codes.ts';
import type { FoundUnit } from './unit.ts';

export class CloneNames {
  readonly #found: FoundUnit;
  readonly #markup = new CodeTable();
  /** Made with the first clone. */
  #taken: Set<string> | null = null;

  constructor(found: FoundUnit) {
    this.#found = found;
    // What the target says of a code is its own: a translated sub-flow or another equivalent is not lost.
    for (const { target } of found.parts) if (target !== null) this.#addAll(target);
    for (const { source } of found.parts) this.#addAll(source);
  }

  #addAll(content: FoundContent): void {
    for (const part of content) if (typeof part !== 'string') this.#markup.add(part);
  }

  /** Of every code of the unit and every clone named so far. */
  get markup(): CodeMarkup {
    return this.#markup;
  }

  /** The target with its clones named; codes that stand for nothing in the unit stay as they are. */
  name(target: Content): Content {
    if (this.#holdsNoClones(target)) return target;
    const taken = (this.#taken ??= takenIds(this.#found, this.#markup));
    const named = nameClones(target, taken);
    const known = this.#markup.all.map((each) => each.code);
    const bases = new Map<string, string>();
    for (const code of codesOf(named)) {
      taken.add(code.id);
      if (this.#markup.get(code) !== undefined) continue;
      const base = this.#baseOf(code, known, bases);
      if (base === undefined) continue;
      if (code.code === 'open') bases.set(code.id, base.code.id);
      this.#markup.add({ ...base, code: { ...base.code, id: code.id }, clone: true });
    }
    return named;
  }

  /** Every code is one of the unit's, and none stands there twice. */
  #holdsNoClones(target: Content): boolean {
    const codes = codesOf(target);
    for (const code of codes) if (this.#markup.get(code) === undefined) return false;
    // The codes of one segment mostly come as they are in its source, each once.
    return isInOrder(codes, this.#markup.all) || new Set(codes.map(codeKey)).size === codes.length;
  }

  /** The end of a pair goes with its beginning, whose base may be known where its own is not. */
  #baseOf(
    code: InlineCode,
    known: readonly InlineCode[],
    bases: ReadonlyMap<string, string>,
  ): FoundCode | undefined {
    const id = code.code === 'close' ? bases.get(code.id) : undefined;
    const base = id === undefined ? baseOf(code, known) : { ...code, id };
    return base === undefined ? undefined : this.#markup.get(base);
  }
}

/** Whether the codes are some of the others in their order, each at most once. */
function isInOrder(codes: readonly InlineCode[], known: readonly FoundCode[]): boolean {
  let at = 0;
  for (const code of codes) {
    while (at < known.length && !isLike(known[at], code)) at += 1;
    at += 1;
  }
  return at <= known.length;
}

function isLike(found: FoundCode | undefined, code: InlineCode): boolean {
  return found !== undefined && isSameCode(found.code, code);
}

/** Ids that no clone may get. */
function takenIds({ parts }: FoundUnit, markup: CodeTable): Set<string> {
  const taken = new Set(parts.map((part) => part.id).filter((id) => id !== ''));
  for (const { code, element } of markup.all) {
    taken.add(code.id).add(attributeOf(element, 'id') ?? code.id);
  }
  return taken;
}
