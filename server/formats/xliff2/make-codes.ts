/**
 * The inline codes of one unit as XLIFF 2.x elements: their ids (legal and unlike those of segments), original
 * data that they share, and whether a pair is one element or two.
 */
import type { Unit } from '../../core/document/unit.ts';
import { opens, pairOf } from '../../core/text/code-pairs.ts';
import { codeKey, codesOf, type Content, type InlineCode } from '../../core/text/content.ts';
import { attributes, legalText } from '../shared/xml/escape.ts';
import { isNmtoken } from '../shared/xml/nmtoken.ts';
import { nestedPositions, wholePairs } from '../shared/xliff/nesting.ts';
import { writeHref } from './format-style.ts';
import { ownMarkType } from '../shared/xliff/own-marks.ts';
import { issueReference } from './quality-issues.ts';
import { writeText } from './text.ts';

type Side = 'source' | 'target';

/** Of annotations whose purpose is not known. */
const MARKER_TYPE = 'recto:marker';

export class UnitCodes {
  /** Ids of original data by their text. */
  readonly data = new Map<string, string>();
  /** True ids by those written, where they differ. */
  readonly names = new Map<string, string>();
  /** Of each part; undefined for ignorables, and for segments that are known by their position. */
  readonly segmentIds: readonly (string | undefined)[];
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #whole: Readonly<Record<Side, ReadonlySet<string>>>;
  readonly #reorder = new Map<string, 'firstNo' | 'no'>();
  /** Where each pair opens: its end repeats what the beginning says. */
  readonly #starts = new Map<string, InlineCode>();
  readonly #ends = new Map<string, InlineCode>();

  constructor(unit: Unit) {
    const sources = unit.parts.flatMap((part) => codesOf(part.source));
    const targets = unit.parts.flatMap((part) => codesOf(part.target ?? []));
    this.#whole = { source: wholePairs(sources), target: wholePairs(targets) };
    for (const code of [...sources, ...targets]) {
      const name = nameOf(code);
      if (!this.#ids.has(name)) this.#ids.set(name, this.#take(code.id));
      if (opens(code) && !this.#starts.has(pairOf(code))) this.#starts.set(pairOf(code), code);
      if (code.code === 'close' && !this.#ends.has(pairOf(code))) this.#ends.set(pairOf(code), code);
      if (code.canReorder === false && code.code !== 'close' && !this.#reorder.has(codeKey(code))) {
        const begins = code.beginsSequence === true || this.#reorder.size === 0;
        this.#reorder.set(codeKey(code), begins ? 'firstNo' : 'no');
      }
    }
    this.segmentIds = this.#nameSegments(unit);
  }

  /** Markup of one source or target. */
  write(content: Content, side: Side): string {
    const nested = nestedPositions(content, () => true);
    return content
      .map((part, position) => {
        if (typeof part === 'string') return writeText(part, '');
        return part.code === 'standalone' ? this.#point(part) : this.#half(part, nested.has(position), side);
      })
      .join('');
  }

  #point(code: InlineCode): string {
    return `<ph${attributes({ id: this.#idOf(code), ...this.#original(code, ''), ...this.#rest(code) })}/>`;
  }

  #half(code: InlineCode, nested: boolean, side: Side): string {
    const id = this.#idOf(code);
    if (code.code === 'marker') {
      const translate = code.translate === undefined ? undefined : code.translate ? 'yes' : 'no';
      // One that says nothing of translating has to say what else it is for (2.1 §4.7.3.1.1).
      const type = ownMarkType(code.id) ?? (translate === undefined ? MARKER_TYPE : undefined);
      const values = { id, translate, type, ...issueReference(id) };
      if (nested) return opens(code) ? `<mrk${attributes(values)}>` : '</mrk>';
      return opens(code) ? `<sm${attributes(values)}/>` : `<em${attributes({ startRef: id })}/>`;
    }
    if (nested) return opens(code) ? this.#pairStart(code, id) : '</pc>';
    const isolated = !this.#whole[side].has(pairOf(code));
    const rest = { ...this.#original(code, ''), ...this.#rest(code) };
    if (opens(code)) return `<sc${attributes({ id, isolated: isolated ? 'yes' : undefined, ...rest })}/>`;
    const reference = isolated ? { id, isolated: 'yes' } : { startRef: id };
    return `<ec${attributes({ ...reference, ...rest })}/>`;
  }

  /** `pc` names the data of both its ends. */
  #pairStart(code: InlineCode, id: string): string {
    const end = this.#ends.get(pairOf(code));
    const values = {
      id,
      ...this.#original(code, 'Start'),
      ...(end === undefined ? {} : this.#original(end, 'End')),
      ...this.#rest(code),
      // Unlike sc and ec, a pc that does not say so may not overlap (§4.3.1.3).
      canOverlap: code.canOverlap === false ? undefined : 'yes',
    };
    return `<pc${attributes(values)}>`;
  }

  #idOf(code: InlineCode): string {
    return this.#ids.get(nameOf(code)) ?? code.id;
  }

  #original(code: InlineCode, side: '' | 'Start' | 'End'): Readonly<Record<string, string | undefined>> {
    const equiv = code.equiv === '' ? undefined : legalText(code.equiv);
    if (code.text === '') return { [`equiv${side}`]: equiv };
    const dataId = this.data.get(code.text) ?? `d${this.data.size + 1}`;
    this.data.set(code.text, dataId);
    return { [`dataRef${side}`]: dataId, [`equiv${side}`]: equiv };
  }

  /** Type and what an editor may do. A code that keeps its place may be neither copied nor deleted (§4.3.1.5). */
  #rest(code: InlineCode): Readonly<Record<string, string | undefined>> {
    const start = code.code === 'close' ? (this.#starts.get(pairOf(code)) ?? code) : code;
    const first = this.#reorder.get(codeKey(start));
    const subType =
      start.subType !== undefined && /^[^\s:]+:[^\s:]+$/.test(start.subType) ? start.subType : undefined;
    return {
      type: start.type ?? (subType === undefined ? undefined : 'other'),
      subType,
      canDelete: start.canDelete === false || first !== undefined ? 'no' : undefined,
      canCopy: start.canCopy === false || first !== undefined ? 'no' : undefined,
      canReorder: first === 'firstNo' && code !== start ? 'no' : first,
      canOverlap: start.canOverlap === false && start.code !== 'standalone' ? 'no' : undefined,
      copyOf: start.copyOf === undefined || start.text !== '' ? undefined : this.#baseOf(start, start.copyOf),
      ...(code === start ? writeHref(code) : {}),
    };
  }

  #baseOf(code: InlineCode, id: string): string {
    return this.#ids.get(nameOf({ ...code, id })) ?? id;
  }

  #nameSegments(unit: Unit): readonly (string | undefined)[] {
    let position = 0;
    return unit.parts.map((part) => {
      if (part.kind === 'ignorable') return undefined;
      position += 1;
      const free = isNmtoken(part.id) && !this.#taken.has(part.id);
      // One that says only its position is read again from the position.
      if (!free && part.id === String(position)) return undefined;
      return this.#take(part.id, 's');
    });
  }

  /** A legal id that nothing else in the unit has. */
  #take(wanted: string, prefix = ''): string {
    const legal = isNmtoken(wanted) ? wanted : `${prefix}x${wanted.replace(/[^-.\w]/g, '_')}`;
    let id = this.#taken.has(legal) ? `${prefix}${legal}` : legal;
    for (let number = 2; this.#taken.has(id); number += 1) id = `${prefix}${legal}-${number}`;
    this.#taken.add(id);
    if (id !== wanted) this.names.set(id, wanted);
    return id;
  }
}

/** What has one id: the halves of a pair together, a point, an annotation. */
function nameOf(code: InlineCode): string {
  return code.code === 'standalone' ? `point:${code.id}` : pairOf(code);
}
