/** Clones in the new targets of a unit: each gets an id that is new in the unit, and the markup of its base. */
import { baseOf, nameClones } from '../../../core/text/clones.ts';
import { codeKey, codesOf, type Content, type InlineCode } from '../../../core/text/content.ts';
import { attributeOf } from '../xml/element.ts';
import { markupOf, type CodeMarkup, type FoundCode } from './codes.ts';
import type { FoundUnit } from './unit.ts';

export class CloneNames {
  readonly #markup: Map<string, FoundCode>;
  readonly #taken = new Set<string>();

  constructor(found: FoundUnit) {
    // What the target says of a code is its own: a translated sub-flow or another equivalent is not lost.
    const contents = [...found.parts.map((part) => part.target), ...found.parts.map((part) => part.source)];
    this.#markup = new Map(markupOf(contents));
    for (const part of found.parts) if (part.id !== '') this.#taken.add(part.id);
    for (const { code, element } of this.#markup.values()) {
      this.#taken.add(code.id);
      this.#taken.add(attributeOf(element, 'id') ?? code.id);
    }
  }

  /** Of every code of the unit and every clone named so far. */
  get markup(): CodeMarkup {
    return this.#markup;
  }

  /** The target with its clones named; codes that stand for nothing in the unit stay as they are. */
  name(target: Content): Content {
    const named = nameClones(target, this.#taken);
    const known = [...this.#markup.values()].map((each) => each.code);
    const bases = new Map<string, string>();
    for (const code of codesOf(named)) {
      this.#taken.add(code.id);
      if (this.#markup.has(codeKey(code))) continue;
      const base = this.#baseOf(code, known, bases);
      if (base === undefined) continue;
      if (code.code === 'open') bases.set(code.id, base.code.id);
      this.#markup.set(codeKey(code), { ...base, code: { ...base.code, id: code.id }, clone: true });
    }
    return named;
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
