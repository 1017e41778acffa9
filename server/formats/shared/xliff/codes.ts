/**
 * Inline codes as found in a unit: what they are, and which markup they stand for, so that the same markup can
 * be written again where a translator puts the code.
 */
import {
  codeKey,
  isSameCode,
  type CodeName,
  type Content,
  type InlineCode,
} from '../../../core/text/content.ts';
import { attributeOf, type XmlElement } from '../xml/element.ts';

/** `whole`: the element is the code. `open`, `close`: the code is the element's start or end tag. */
export type CodeHalf = 'whole' | 'open' | 'close';

/** Knows what the codes of a unit are like. */
export interface CodeDescriber {
  describe(found: FoundCode): InlineCode;
}

/** A code by its name. What else there is to it is read where somebody asks (`codeOf`). */
export interface FoundCode extends CodeName {
  readonly kind: 'code';
  /** As it stands in the file, until `distinguish` has seen all codes of the unit. */
  id: string;
  readonly element: XmlElement;
  readonly half: CodeHalf;
  /** Of an end that is an element of its own: its beginning, where that is known. */
  readonly begun: FoundCode | null;
  readonly describer: CodeDescriber;
  /** The id of the code that it is a clone of, where the file does not say so. */
  copyOf: string | undefined;
  /** A clone that is not in the file yet: `element` is what it is made of, its id that of the clone. */
  readonly clone?: true;
}

/** Text is read from the file where somebody asks. */
interface FoundText {
  readonly kind: 'text';
  readonly text: string;
}

/** As much of a code as its markup tells. */
export type CodeMarkupOf = Pick<FoundCode, 'element' | 'half' | 'id' | 'clone'>;

export type FoundContent = readonly (FoundText | FoundCode)[];

/** The code as the rest of Recto knows it. */
export function codeOf(found: FoundCode): InlineCode {
  const code = found.describer.describe(found);
  return found.copyOf === undefined ? code : { ...code, copyOf: found.copyOf };
}

export function contentOf(found: FoundContent): Content {
  const result: (string | InlineCode)[] = [];
  for (const part of found) {
    if (part.kind === 'code') {
      result.push(codeOf(part));
      continue;
    }
    const { text } = part;
    if (text !== '') {
      const last = result.at(-1);
      if (typeof last === 'string') result[result.length - 1] = last + text;
      else result.push(text);
    }
  }
  return result;
}

/** What stands for each code of a unit. */
export interface CodeMarkup {
  readonly all: readonly FoundCode[];
  get(code: CodeName): FoundCode | undefined;
}

/** More codes than this are found by their keys; fewer are looked through, which is quicker than making keys. */
const FEW_CODES = 24;

/** Codes by their key, the first of each. */
export class CodeTable implements CodeMarkup {
  readonly all: FoundCode[] = [];
  #byKey: Map<string, FoundCode> | null = null;

  get(code: CodeName): FoundCode | undefined {
    if (this.#byKey !== null) return this.#byKey.get(codeKey(code));
    for (const found of this.all) if (isSameCode(found, code)) return found;
    return undefined;
  }

  /** Nothing, where there is one of its key. */
  add(found: FoundCode): void {
    if (this.get(found) !== undefined) return;
    this.all.push(found);
    if (this.#byKey !== null) this.#byKey.set(codeKey(found), found);
    else if (this.all.length > FEW_CODES) {
      this.#byKey = new Map(this.all.map((each) => [codeKey(each), each]));
    }
  }
}

/**
 * Makes the ids of codes unique in the unit, source and target each: the second `1` of a source becomes `1-2`,
 * and a target's code gets the id of its like in the same part of the source, as far as there are any left (codes
 * without an id are alike where they stand for the same). What the target has more often than the source is a clone.
 * True where they are few and no two have one name, and each target, where there is one, has those of its source in
 * their order.
 */
export function distinguish(
  sources: readonly FoundContent[],
  targets: readonly (FoundContent | null)[],
): boolean {
  if (nameFew(sources, targets)) return true;
  const names = new CodeNames();
  for (const [index, source] of sources.entries()) {
    for (const part of source) if (part.kind === 'code') names.nameSource(part, index);
  }
  for (const [index, target] of targets.entries()) {
    for (const part of target ?? []) if (part.kind === 'code') names.nameTarget(part, index);
  }
  return false;
}

/**
 * What `CodeNames` comes to where codes are few and have ids, and those of each target are those of its source in
 * their order, as in most units; false, and nothing is done, where it is otherwise.
 */
function nameFew(sources: readonly FoundContent[], targets: readonly (FoundContent | null)[]): boolean {
  const own: FoundCode[] = [];
  let index = 0;
  for (const source of sources) {
    const target = targets[index] ?? null;
    index += 1;
    if (!collect(source, own) || (target !== null && !haveSameCodes(source, target))) return false;
  }
  if (areUnique(own)) return true;
  const ids = idsOf(own);
  if (ids === null) return false;
  setIds(own, ids);
  const copies: FoundCode[] = [];
  // In place of those of a target that is not there stand the source's own.
  for (index = 0; index < sources.length; index += 1) collect(targets[index] ?? sources[index] ?? [], copies);
  setIds(copies, ids);
  return true;
}

/** Adds the codes of the content; false where one of them has no id, or where they are many. */
function collect(content: FoundContent, codes: FoundCode[]): boolean {
  for (const part of content) {
    if (part.kind === 'text') continue;
    if (part.id === '' || codes.length >= FEW_CODES) return false;
    codes.push(part);
  }
  return true;
}

function areUnique(codes: readonly FoundCode[]): boolean {
  for (let at = 1; at < codes.length; at += 1) {
    const code = codes[at];
    for (let before = 0; before < at; before += 1) {
      const other = codes[before];
      if (code !== undefined && other !== undefined && isSameCode(code, other)) return false;
    }
  }
  return true;
}

/** An id for each code, unlike those of its kind before it; null where an end tag cannot keep that of its start tag. */
function idsOf(codes: readonly FoundCode[]): readonly string[] | null {
  const ids: string[] = [];
  for (const code of codes) {
    const begun = code.half === 'close' ? idOfStart(codes, ids, code) : undefined;
    let id = begun ?? code.id;
    for (let number = 2; isTaken(codes, ids, code, id); number += 1) {
      if (begun !== undefined) return null;
      id = `${code.id}-${number}`;
    }
    ids.push(id);
  }
  return ids;
}

/** What the start tag of the code's element was given; undefined where the code is not behind it. */
function idOfStart(
  codes: readonly FoundCode[],
  ids: readonly string[],
  { element }: FoundCode,
): string | undefined {
  let at = 0;
  for (const id of ids) {
    if (codes[at]?.element === element) return id;
    at += 1;
  }
  return undefined;
}

/** Whether one of the codes that have ids already is of the code's kind and has this one. */
function isTaken(
  codes: readonly FoundCode[],
  ids: readonly string[],
  { code, edge }: FoundCode,
  wanted: string,
): boolean {
  let at = 0;
  for (const id of ids) {
    const other = codes[at];
    if (id === wanted && other?.code === code && other.edge === edge) return true;
    at += 1;
  }
  return false;
}

function setIds(codes: readonly FoundCode[], ids: readonly string[]): void {
  let at = 0;
  for (const code of codes) {
    code.id = ids[at] ?? code.id;
    at += 1;
  }
}

/** Whether both have the same codes in the same order, the halves of elements at the same places. */
function haveSameCodes(a: FoundContent, b: FoundContent): boolean {
  let at = nextCode(a, 0);
  for (const part of b) {
    if (part.kind === 'text') continue;
    const like = a[at];
    if (like?.kind !== 'code') return false;
    if (like.half !== part.half || !isSameCode(like, part)) return false;
    at = nextCode(a, at + 1);
  }
  return at === a.length;
}

/** Where the next code stands, at the position or behind it; the content's length where there is none. */
export function nextCode(content: FoundContent, from: number): number {
  let at = from;
  while (content[at]?.kind === 'text') at += 1;
  return at;
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

  nameSource(part: FoundCode, index: number): void {
    const known = this.#of(part, part.id);
    const id = this.#ofHalf(part) ?? this.#fresh(part, known);
    this.#keep(part, id);
    this.#of(part, id).taken = true;
    this.#sources.push({ part, id });
    offer(this.#alike(part), id, index);
    part.id = id;
  }

  nameTarget(part: FoundCode, index: number): void {
    const id = this.#ofHalf(part) ?? this.#next(part, index);
    this.#keep(part, id);
    const known = this.#of(part, id);
    known.used = true;
    if (!known.taken && part.code !== 'marker' && codeOf(part).copyOf === undefined) {
      part.copyOf = this.#baseOf(part);
    }
    part.id = id;
  }

  #of(code: CodeName, id: string): Known {
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
  #next(code: FoundCode, index: number): string {
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
  #alike(code: FoundCode): Known {
    return this.#of(code, code.id === '' ? `\u0000${codeOf(code).text}` : code.id);
  }

  #fresh(code: CodeName, known: Known): string {
    let number = known.count + 1;
    let id = number === 1 ? code.id : `${code.id}-${number}`;
    while (this.#isGiven(code, id)) {
      number += 1;
      id = `${code.id}-${number}`;
    }
    known.count = number;
    return id;
  }

  #isGiven(code: CodeName, id: string): boolean {
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
  return `${code} ${element.local} ${attributeOf(element, 'id') ?? ''}`;
}
