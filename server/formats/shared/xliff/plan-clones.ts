/** Clones in the new targets of a unit: each gets an id that is new in the unit, and the markup of its base. */
import { baseOf, nameClones } from '../../../core/text/clones.ts';
import { codeKey, codesOf, type Content, type InlineCode } from '../../../core/text/content.ts';
import { attributeOf } from '../xml/element.ts';
import { markupOf, type CodeMarkup, type FoundCode } from './codes.ts';
import type { FoundUnit } from './unit.ts';

export class CloneNames {
  readonly #found: FoundUnit;
  readonly #markup: Map<string, FoundCode>;
  /** Made with the first clone. */
  #taken: Set<string> | null = null;

  constructor(found: FoundUnit) {
    this.#found = found;
    // What the target says of a code is its own: a translated sub-flow or another equivalent is not lost.
    const contents = [...found.parts.map((part) => part.target), ...found.parts.map((part) => part.source)];
    this.#markup = markupOf(contents);
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
    const known = [...this.#markup.values()].map((each) => each.code);
    const bases = new Map<string, string>();
    for (const code of codesOf(named)) {
      taken.add(code.id);
      if (this.#markup.has(codeKey(code))) continue;
      const base = this.#baseOf(code, known, bases);
      if (base === undefined) continue;
      if (code.code === 'open') bases.set(code.id, base.code.id);
      this.#markup.set(codeKey(code), { ...base, code: { ...base.code, id: code.id }, clone: true });
    }
    return named;
  }

  /** Every code is one of the unit's, and none stands there twice. */
  #holdsNoClones(target: Content): boolean {
    const keys = codesOf(target).map(codeKey);
    return keys.every((key) => this.#markup.has(key)) && new Set(keys).size === keys.length;
  }

  /** The end of a pair goes with its beginning, whose base may be known where its own is not. */
  #baseOf(
    code: InlineCode,
    known: readonly InlineCode[],
    bases: ReadonlyMap<string, string>,
  ): FoundCode | undefined {
    const id = code.code === 'close' ? bases.get(code.id) : undefined;
    const base = id === undefined ? baseOf(code, known) : { ...code, id };
    return base === undefined ? undefined : this.#markup.get(codeKey(base));
  }
}

/** Ids that no clone may get. */
function takenIds({ parts }: FoundUnit, markup: CodeMarkup): Set<string> {
  const taken = new Set(parts.map((part) => part.id).filter((id) => id !== ''));
  for (const { code, element } of markup.values()) {
    taken.add(code.id).add(attributeOf(element, 'id') ?? code.id);
  }
  return taken;
}
