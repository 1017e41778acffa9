/** A document as a layout wants it, with the skeleton that tells how to read it again. */
import type { Document, Skeleton } from '../../../core/document/document.ts';
import type { Enrichment, Enrichments } from '../../../core/document/enrichment.ts';
import { flattenUnits, shapesOf } from '../../../core/document/flat-units.ts';
import { segmentId, type SegmentId, type UnitId } from '../../../core/document/ids.ts';
import { segmentsOf } from '../../../core/document/unit.ts';
import type { ExchangeLayout, MakeOptions } from '../../format.ts';

interface LaidOut {
  readonly document: Document;
  readonly skeleton: Skeleton | null;
  readonly enrichments: Enrichments;
}

export function laidOut(
  document: Document,
  { skeleton, enrichments = new Map() }: MakeOptions,
  { segments }: ExchangeLayout,
): LaidOut {
  if (segments === 'in-units') return { document, skeleton, enrichments };
  const shaped = skeleton === null ? null : { ...skeleton, shapes: shapesOf(document) };
  const flat = flattenUnits(document);
  return { document: flat, skeleton: shaped, enrichments: flattened(document, flat, enrichments) };
}

/** What is known of a segment goes with the unit that it became; terms go with each unit that came of theirs. */
function flattened(document: Document, flat: Document, enrichments: Enrichments): Enrichments {
  const places = document.units.flatMap((unit) =>
    segmentsOf(unit).map((segment) => ({ unit: unit.id, segment: segment.id })),
  );
  const pairs = flat.units.flatMap(({ id }, index): readonly (readonly [UnitId, Enrichment])[] => {
    const place = places[index];
    const known = place === undefined ? undefined : enrichments.get(place.unit);
    return place === undefined || known === undefined ? [] : [[id, ofSegment(known, place.segment)]];
  });
  return new Map(pairs);
}

function ofSegment({ matches, terms, revisions }: Enrichment, own: SegmentId): Enrichment {
  const segment = segmentId('1');
  return {
    matches: matches.filter((match) => match.segment === own).map((match) => ({ ...match, segment })),
    terms,
    revisions: revisions.filter((each) => each.segment === own).map((each) => ({ ...each, segment })),
  };
}
