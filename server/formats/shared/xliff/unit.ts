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
  readonly name: string;
  readonly notes: readonly Note[];
  readonly parts: readonly FoundPart[];
  readonly canResegment: boolean;
  readonly directions?: Directions;
  /** As its target says, for files that say it nowhere else. */
  readonly targetLanguage?: string | undefined;
  /** Codes of the problems met; their place is the unit. */
  readonly problems: readonly ProblemCode[];
}

/** The unit as the rest of Recto knows it. */
export function unitOf(id: UnitId, place: UnitPlace, found: FoundUnit): Unit {
  return {
    id,
    file: place.file?.fileName ?? '',
    name: found.name,
    translate: place.translate,
    canResegment: place.canResegment && found.canResegment,
    ...(place.file === null ? {} : readDirections(place.file)),
    ...found.directions,
    notes: found.notes,
    parts: found.parts.map(partOf),
  };
}

/** srcDir and trgDir of a unit or of the file that it inherits them from; empty where nothing is said. */
export function readDirections(element: { readonly attributes: readonly XmlAttribute[] }): Directions {
  const [source, target] = ['srcDir', 'trgDir'].map((name) =>
    UNIT_DIRECTIONS.find((each) => each === attributeOf(element, name)),
  );
  return {
    ...(source === undefined ? {} : { sourceDirection: source }),
    ...(target === undefined ? {} : { targetDirection: target }),
  };
}

function partOf(part: FoundPart): UnitPart {
  const source = contentOf(part.source);
  const target = part.target === null ? null : contentOf(part.target);
  if (part.kind === 'ignorable') return { kind: 'ignorable', source, target };
  return {
    kind: 'segment',
    id: segmentId(part.id),
    state: part.state,
    ...(part.subState === undefined ? {} : { subState: part.subState }),
    source,
    target,
    ...(part.locked ? { locked: true } : {}),
  };
}

/** Ids as given where they are there and unique, otherwise the first free number from the position on. */
export function partIds(given: readonly (string | undefined)[]): {
  readonly ids: readonly string[];
  readonly clash: boolean;
} {
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
