/** A unit as found in an XLIFF: what it says, with the codes' markup still attached. */
import type { UnitId } from '../../../core/document/ids.ts';
import { segmentId } from '../../../core/document/ids.ts';
import type { State } from '../../../core/document/state.ts';
import { UNIT_DIRECTIONS, type Note, type Unit, type UnitPart } from '../../../core/document/unit.ts';
import type { ProblemCode } from '../../../core/problem.ts';
import { attributeOf } from '../xml/element.ts';
import type { XmlAttribute } from '../xml/scanner.ts';
import { contentOf, type FoundContent } from './codes.ts';
import type { UnitPlace } from './places.ts';

export interface FoundPart {
  readonly kind: 'segment' | 'ignorable';
  /** '' of an ignorable. */
  readonly id: string;
  readonly source: FoundContent;
  readonly target: FoundContent | null;
  readonly state: State;
  readonly subState: string | undefined;
  readonly locked: boolean;
}

type Directions = Pick<Unit, 'sourceDirection' | 'targetDirection'>;

export interface FoundUnit {
  readonly parts: readonly FoundPart[];
  /** Whether no two codes have one name, and each target, where there is one, has those of its source in their order. */
  readonly alike: boolean;
  /** Codes of the problems met; their place is the unit. */
  readonly problems: readonly ProblemCode[];
  /** What there is to a unit beside its texts; read only here, for who shows it. */
  about(): AboutUnit;
}

interface AboutUnit {
  readonly name: string;
  readonly notes: readonly Note[];
  readonly canResegment: boolean;
  readonly directions?: Directions;
  /** As its target says, for files that say it nowhere else. */
  readonly targetLanguage?: string | undefined;
}

/** The unit as the rest of Recto knows it. */
export function unitOf(id: UnitId, place: UnitPlace, found: FoundUnit): Unit {
  const parts: UnitPart[] = [];
  for (const part of found.parts) parts.push(partOf(part));
  const about = found.about();
  return {
    id,
    file: place.file?.fileName ?? '',
    name: about.name,
    translate: place.translate,
    canResegment: place.canResegment && about.canResegment,
    ...(place.file === null ? {} : readDirections(place.file)),
    ...about.directions,
    notes: about.notes,
    parts,
  };
}

/** srcDir and trgDir of a unit or of the file that it inherits them from; empty where nothing is said. */
export function readDirections(element: { readonly attributes: readonly XmlAttribute[] }): Directions {
  const source = directionOf(attributeOf(element, 'srcDir'));
  const target = directionOf(attributeOf(element, 'trgDir'));
  if (source === undefined && target === undefined) return NO_DIRECTIONS;
  return {
    ...(source === undefined ? {} : { sourceDirection: source }),
    ...(target === undefined ? {} : { targetDirection: target }),
  };
}

const NO_DIRECTIONS: Directions = {};

function directionOf(value: string | undefined): (typeof UNIT_DIRECTIONS)[number] | undefined {
  return value === undefined ? undefined : UNIT_DIRECTIONS.find((each) => each === value);
}

function partOf(part: FoundPart): UnitPart {
  const source = contentOf(part.source);
  const target = part.target === null ? null : contentOf(part.target);
  if (part.kind === 'ignorable') return { kind: 'ignorable', source, target };
  const { state, subState } = part;
  const id = segmentId(part.id);
  if (subState !== undefined) {
    return part.locked
      ? { kind: 'segment', id, state, subState, source, target, locked: true }
      : { kind: 'segment', id, state, subState, source, target };
  }
  return part.locked
    ? { kind: 'segment', id, state, source, target, locked: true }
    : { kind: 'segment', id, state, source, target };
}

/** Ids as given where they are there and unique, otherwise the first free number from the position on. */
export function partIds(given: readonly (string | undefined)[]): {
  readonly ids: readonly string[];
  readonly clash: boolean;
} {
  const only = given[0];
  if (given.length === 1 && only !== undefined && only !== '') return { ids: [only], clash: false };
  const taken = new Set(given);
  const used = new Set<string>();
  let clash = false;
  const ids = given.map((id, index) => {
    if (id !== undefined && id !== '' && !used.has(id)) {
      used.add(id);
      return id;
    }
    clash ||= id !== undefined && id !== '';
    let number = index + 1;
    while (used.has(String(number)) || taken.has(String(number))) number += 1;
    used.add(String(number));
    return String(number);
  });
  return { ids, clash };
}
