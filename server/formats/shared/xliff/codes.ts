/**
 * Inline codes as found in a unit: what they are, and which markup they stand for, so that the same markup can
 * be written again where a translator puts the code.
 */
import { codeKey, isSameCode, type Content, type InlineCode } from '../../../core/text/content.ts';
import { attributeOf, type XmlElement } from '../xml/element.ts';

/** `whole`: the element is the code. `open`, `close`: the code is the element's start or end tag. */
type CodeHalf = 'whole' | 'open' | 'close';

export interface FoundCode {
  readonly code: InlineCode;
  readonly element: XmlElement;
  readonly half: CodeHalf;
  /** A clone that is not in the file yet: `element` is what it is made of, its id that of the clone. */
  readonly clone?: true;
}

export type FoundContent = readonly (string | FoundCode)[];

export function contentOf(found: FoundContent): Content {
  const result: (string | InlineCode)[] = [];
  for (const part of found) {
    if (typeof part !== 'string') result.push(part.code);
    else if (part !== '') {
      const last = result.at(-1);
      if (typeof last === 'string') result[result.length - 1] = last + part;
      else result.push(part);
    }
  }
  return result;
}

/** What stands for each code of a unit. */
export interface CodeMarkup {
  get(code: InlineCode): FoundCode | undefined;
}

/** More codes than this are found by their keys; fewer are looked through, which is quicker than making keys. */
const FEW_CODES = 24;

/** Codes by their key, the first of each. */
export class CodeTable implements CodeMarkup {
  readonly all: FoundCode[] = [];
  #byKey: Map<string, FoundCode> | null = null;

  get(code: InlineCode): FoundCode | undefined {
    if (this.#byKey !== null) return this.#byKey.get(codeKey(code));
    for (const found of this.all) if (isSameCode(found.code, code)) return found;
    return undefined;
  }

  /** Nothing, where there is one of its key. */
  add(found: FoundCode): void {
    if (this.get(found.code) !== undefined) return;
    this.all.push(found);
    if (this.#byKey !== null) this.#byKey.set(codeKey(found.code), found);
    else if (this.all.length > FEW_CODES) {
      this.#byKey = new Map(this.all.map((each) => [codeKey(each.code), each]));
    }
  }
}

/**
 * Makes the ids of codes unique in the unit, source and target each: the second `1` of a source becomes `1-2`,
 * and a target's code gets the id of its like in the same part of the source, as far as there are any left (codes
 * without an id are alike where they stand for the same). What the target has more often than the source is a clone.
 */
export function distinguish(
  sources: readonly FoundContent[],
  targets: readonly (FoundContent | null)[],
): { readonly sources: readonly FoundContent[]; readonly targets: readonly (FoundContent | null)[] } {
  if (areDistinct(sources, targets)) return { sources, targets };
  const names = new CodeNames();
  const [namedSources, namedTargets]: [FoundContent[], (FoundContent | null)[]] = [[], []];
  for (const source of sources) {
    const named: (string | FoundCode)[] = [];
    for (const each of source) named.push(names.ofSource(each, namedSources.length));
    namedSources.push(named);
  }
  for (const target of targets) {
    const named: (string | FoundCode)[] = [];
    for (const each of target ?? []) named.push(names.ofTarget(each, namedTargets.length));
    namedTargets.push(target === null ? null : named);
  }
  return { sources: namedSources, targets: namedTargets };
}

/** Whether no code needs another id: each source code has one of its own, and each target code is one of them, once. */
function areDistinct(sources: readonly FoundContent[], targets: readonly (FoundContent | null)[]): boolean {
  const own: InlineCode[] = [];
  for (const source of sources) if (!collect(source, own)) return false;
  const used: InlineCode[] = [];
  for (const target of targets) if (target !== null && !collect(target, used)) return false;
  let index = -1;
  for (const code of used) {
    index += 1;
    const like = own[index];
    if ((like === undefined || !isSameCode(like, code)) && !holds(own, code)) return false;
  }
  return true;
}

/** Adds the codes of the content; false where one of them has no id or that of another, or where they are many. */
function collect(content: FoundContent, codes: InlineCode[]): boolean {
  for (const part of content) {
    if (typeof part === 'string') continue;
    if (part.code.id === '' || codes.length >= FEW_CODES || holds(codes, part.code)) return false;
    codes.push(part.code);
  }
  return true;
}

function holds(codes: readonly InlineCode[], wanted: InlineCode): boolean {
  for (const code of codes) if (isSameCode(code, wanted)) return true;
  return false;
}

/** What is known of one kind of code with one id. */
interface Known {
  /** Fresh ids made of this one. */
  count: number;
  /** Whether a code of the source, or one of the target, is called so. */
  taken: boolean;
  used: boolean;
  /** Ids given in the source to codes written with this one; of all parts, and of each where there are several. */
  offered: Queue | null;
  part: number;
  byPart: Map<number, Queue> | null;
}

interface Queue {
  readonly ids: string[];
  at: number;
}

class CodeNames {
  /** By kind and edge, then by id. */
  readonly #known = new Map<string, Map<string, Known>>();
  /** The two halves of one element keep one id. */
  readonly #ofElement = new Map<XmlElement, string>();
  readonly #sources: { readonly part: FoundCode; readonly id: string }[] = [];
  /** Source ids by the kind of element and the id that stands in it; made when first asked for. */
  #byElement: Map<string, string> | null = null;

  ofSource(part: string | FoundCode, index: number): string | FoundCode {
    if (typeof part === 'string') return part;
    const known = this.#of(part.code, part.code.id);
    const id = this.#ofHalf(part) ?? this.#fresh(part.code, known);
    this.#keep(part, id);
    this.#of(part.code, id).taken = true;
    this.#sources.push({ part, id });
    offer(this.#alike(part.code), id, index);
    return renamed(part, id);
  }

  ofTarget(part: string | FoundCode, index: number): string | FoundCode {
    if (typeof part === 'string') return part;
    const id = this.#ofHalf(part) ?? this.#next(part.code, index);
    this.#keep(part, id);
    const known = this.#of(part.code, id);
    known.used = true;
    if (known.taken || part.code.code === 'marker' || part.code.copyOf !== undefined)
      return renamed(part, id);
    const base = this.#baseOf(part);
    return renamed(base === undefined ? part : { ...part, code: { ...part.code, copyOf: base } }, id);
  }

  #of(code: InlineCode, id: string): Known {
    const kind = code.edge === undefined ? code.code : `${code.code}-${code.edge}`;
    let byId = this.#known.get(kind);
    if (byId === undefined) this.#known.set(kind, (byId = new Map<string, Known>()));
    let known = byId.get(id);
    if (known === undefined) {
      known = { count: 0, taken: false, used: false, offered: null, part: 0, byPart: null };
      byId.set(id, known);
    }
    return known;
  }

  #ofHalf({ element, half }: FoundCode): string | undefined {
    return half === 'whole' ? undefined : this.#ofElement.get(element);
  }

  #keep({ element, half }: FoundCode, id: string): void {
    if (half !== 'whole') this.#ofElement.set(element, id);
  }

  #baseOf(part: FoundCode): string | undefined {
    if (this.#byElement === null) {
      this.#byElement = new Map<string, string>();
      for (const source of this.#sources) {
        const written = elementKey(source.part);
        if (!this.#byElement.has(written)) this.#byElement.set(written, source.id);
      }
    }
    return this.#byElement.get(elementKey(part));
  }

  /** The next id of its like in the same part of the source, then in any; otherwise a fresh one. */
  #next(code: InlineCode, index: number): string {
    const alike = this.#alike(code);
    const near = alike.byPart === null ? null : (alike.byPart.get(index) ?? null);
    for (const queue of [near, alike.offered]) {
      while (queue !== null && queue.at < queue.ids.length) {
        const id = queue.ids[queue.at];
        queue.at += 1;
        if (id !== undefined && !this.#of(code, id).used) return id;
      }
    }
    return this.#fresh(code, this.#of(code, code.id));
  }

  /** What has no id is told by what it stands for. */
  #alike(code: InlineCode): Known {
    return this.#of(code, code.id === '' ? `\u0000${code.text}` : code.id);
  }

  #fresh(code: InlineCode, known: Known): string {
    let number = known.count + 1;
    let id = number === 1 ? code.id : `${code.id}-${number}`;
    while (this.#isGiven(code, id)) {
      number += 1;
      id = `${code.id}-${number}`;
    }
    known.count = number;
    return id;
  }

  #isGiven(code: InlineCode, id: string): boolean {
    const { taken, used } = this.#of(code, id);
    return taken || used;
  }
}

/** Notes an id for the targets' codes; queues of the parts are kept only once there are two. */
function offer(known: Known, id: string, part: number): void {
  if (known.offered === null) {
    known.offered = { ids: [id], at: 0 };
    known.part = part;
    return;
  }
  if (known.byPart === null && part !== known.part) {
    known.byPart = new Map([[known.part, { ids: [...known.offered.ids], at: 0 }]]);
  }
  known.offered.ids.push(id);
  if (known.byPart === null) return;
  const queue = known.byPart.get(part);
  if (queue === undefined) known.byPart.set(part, { ids: [id], at: 0 });
  else queue.ids.push(id);
}

function elementKey({ code, element }: FoundCode): string {
  return `${code.code} ${element.local} ${attributeOf(element, 'id') ?? ''}`;
}

function renamed(part: FoundCode, id: string): FoundCode {
  return part.code.id === id ? part : { ...part, code: { ...part.code, id } };
}
