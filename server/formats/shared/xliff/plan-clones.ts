/** Clones in the new targets of a unit: each gets an id that is new in the unit, and the markup of its base. */
import { baseOf, nameClones } from '../../../core/text/clones.ts';
import {
  codeKey,
  codesOf,
  isSameCode,
  type CodeName,
  type Content,
  type InlineCode,
} from '../../../core/text/content.ts';
import { attributeOf } from '../xml/element.ts';
import { codeOf, CodeTable, type CodeMarkup, type FoundCode, type FoundContent } from './codes.ts';
import type { FoundUnit } from './unit.ts';

/** The codes of a unit by their names; where they are asked for, because most units are written without. */
export class CloneNames implements CodeMarkup {
  readonly #found: FoundUnit;
  #markup: CodeTable | null = null;
  /** Made with the first clone. */
  #taken: Set<string> | null = null;

  constructor(found: FoundUnit) {
    this.#found = found;
  }

  /** Every code of the unit and every clone named so far. */
  get all(): readonly FoundCode[] {
    return this.#table().all;
  }

  get(code: CodeName): FoundCode | undefined {
    return this.#table().get(code);
  }

  #table(): CodeTable {
    if (this.#markup !== null) return this.#markup;
    const table = new CodeTable();
    const addAll = (content: FoundContent): void => {
      for (const part of content) if (part.kind === 'code') table.add(part);
    };
    // What the target says of a code is its own: a translated sub-flow or another equivalent is not lost.
    for (const { target } of this.#found.parts) if (target !== null) addAll(target);
    for (const { source } of this.#found.parts) addAll(source);
    this.#markup = table;
    return table;
  }

  /** The target with its clones named; codes that stand for nothing in the unit stay as they are. */
  name(target: Content): Content {
    if (this.#holdsNoClones(target)) return target;
    const taken = (this.#taken ??= takenIds(this.#found, this.all));
    const named = nameClones(target, taken);
    const known = this.all.map(codeOf);
    const bases = new Map<string, string>();
    for (const code of codesOf(named)) {
      taken.add(code.id);
      if (this.get(code) !== undefined) continue;
      const base = this.#baseOf(code, known, bases);
      if (base === undefined) continue;
      if (code.code === 'open') bases.set(code.id, base.id);
      this.#table().add({ ...base, id: code.id, clone: true });
    }
    return named;
  }

  /** Every code is one of the unit's, and none stands there twice. */
  #holdsNoClones(target: Content): boolean {
    // The codes of one segment mostly come as they are in its source.
    if (isInOrder(target, this.all)) return true;
    const codes = codesOf(target);
    for (const code of codes) if (this.get(code) === undefined) return false;
    return new Set(codes.map(codeKey)).size === codes.length;
  }

  /** The end of a pair goes with its beginning, whose base may be known where its own is not. */
  #baseOf(
    code: InlineCode,
    known: readonly InlineCode[],
    bases: ReadonlyMap<string, string>,
  ): FoundCode | undefined {
    const id = code.code === 'close' ? bases.get(code.id) : undefined;
    const base = id === undefined ? baseOf(code, known) : { ...code, id };
    return base === undefined ? undefined : this.get(base);
  }
}

/** Whether the codes of the content are some of those known, in their order, each at most once. */
function isInOrder(content: Content, known: readonly FoundCode[]): boolean {
  let at = 0;
  for (const part of content) {
    if (typeof part === 'string') continue;
    for (let like = known[at]; like !== undefined && !isSameCode(like, part); like = known[at]) at += 1;
    if (at === known.length) return false;
    at += 1;
  }
  return true;
}

/** Ids that no clone may get. */
function takenIds({ parts }: FoundUnit, codes: readonly FoundCode[]): Set<string> {
  const taken = new Set(parts.map((part) => part.id).filter((id) => id !== ''));
  for (const { id, element } of codes) {
    taken.add(id).add(attributeOf(element, 'id') ?? id);
  }
  return taken;
}
