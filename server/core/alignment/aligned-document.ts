/**
 * The source document with the aligned translation as its targets. Segments of one unit that are linked together
 * become one; of a link over several units the first that is no heading has the whole target and the others an empty
 * one. Text of the translation that has no source stands as a note where it was, so that nothing of it is lost.
 */
import type { Document } from '../document/document.ts';
import type { UnitId } from '../document/ids.ts';
import { resegment } from '../document/segmentation-edit.ts';
import { segmentsOf, type Note, type Segment, type Unit } from '../document/unit.ts';
import { textOf, type Content } from '../text/content.ts';
import type { LanguageTag } from '../text/language.ts';
import { linkedTexts, type LinkedTexts } from './linked-contents.ts';
import { SURE, type Link } from './link.ts';
import type { Side } from './side.ts';

export interface AlignedDocument {
  readonly document: Document;
  /** How many segments of the translation stand in notes. */
  readonly unplaced: number;
}

/** `source` is the side that was made of the document. A link that nobody confirmed and that is not sure is a draft. */
export function alignedDocument(
  document: Document,
  targetLanguage: LanguageTag,
  source: Side,
  target: Side,
  links: readonly Link[],
): AlignedDocument {
  const plan = new Map<UnitId, UnitPlan>();
  const planOf = (unit: UnitId): UnitPlan => {
    const known = plan.get(unit) ?? { targets: [], notes: [] };
    plan.set(unit, known);
    return known;
  };
  let unplaced = 0;
  let last: UnitId | undefined = source.segments[0]?.unit;
  for (const linked of linkedTexts(source, target, links)) {
    if (linked.sources.length > 0) last = planLink(linked, planOf);
    else if (last !== undefined) {
      unplaced += linked.targets.length;
      const text = textOf(linked.target);
      planOf(last).notes.push({ text, category: 'unaligned-translation', appliesTo: 'target' });
    }
  }
  const units = document.units.map((unit) => filled(unit, plan.get(unit.id)));
  return { document: { ...document, targetLanguage, units }, unplaced };
}

interface UnitPlan {
  readonly targets: PlannedTarget[];
  readonly notes: Note[];
}

interface PlannedTarget {
  /** How many segments of the unit it takes, in their order. */
  readonly segments: number;
  /** null: none. */
  readonly target: Content | null;
  readonly isSure: boolean;
}

/** Gives the last unit of the link. */
function planLink(
  { link, sources, targets, target }: LinkedTexts,
  planOf: (unit: UnitId) => UnitPlan,
): UnitId | undefined {
  const isSure = link.confirmed || link.confidence >= SURE;
  const units = [...new Set(sources.map(({ unit }) => unit))];
  // A paragraph that was translated together with its heading is no heading.
  const holder = sources.find(({ role }) => !role.startsWith('heading'))?.unit ?? units[0];
  units.forEach((unit) => {
    const segments = sources.filter((segment) => segment.unit === unit).length;
    const own = targets.length === 0 ? null : unit === holder ? target : [];
    planOf(unit).targets.push({ segments, target: own, isSure });
  });
  return units.at(-1);
}

function filled(unit: Unit, plan: UnitPlan | undefined): Unit {
  if (plan === undefined) return unit;
  let result = unit;
  const targets = new Map<number, PlannedTarget>();
  let at = 0;
  for (const planned of plan.targets) {
    let joined = 1;
    while (joined < planned.segments) {
      const next = resegment(result, { kind: 'join', segment: at });
      if (typeof next === 'string') break;
      result = next;
      joined += 1;
    }
    targets.set(at, planned);
    at += 1;
    // What may not be joined (a locked segment, a unit that says so) has its target at its first segment.
    for (; joined < planned.segments; joined += 1, at += 1)
      targets.set(at, { ...planned, target: planned.target === null ? null : [] });
  }
  const segments = segmentsOf(result);
  const parts = result.parts.map((part) => {
    const planned = part.kind === 'segment' ? targets.get(segments.indexOf(part)) : undefined;
    return planned === undefined || part.kind !== 'segment' ? part : withTarget(part, planned);
  });
  return { ...result, parts, notes: [...result.notes, ...plan.notes] };
}

function withTarget(segment: Segment, { target, isSure }: PlannedTarget): Segment {
  const { kind, id, source, range, locked } = segment;
  const state = target !== null && isSure ? 'translated' : 'initial';
  return { kind, id, state, source, target, ...(range && { range }), ...(locked && { locked }) };
}
