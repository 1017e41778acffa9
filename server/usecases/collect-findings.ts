/**
 * What the language checks find in the targets of a document, as notes for the XLIFF that goes out. Notes, because
 * ITS lets a quality issue stand on annotations inside a text only, never on a segment or unit, and names notes for
 * the rest (XLIFF 2.1, ITS module, Localization Quality Issue): so the targets go out as they are.
 */
import type { Document } from '../core/document/document.ts';
import { FINDING_CATEGORY } from '../core/document/finding-note.ts';
import type { UnitId } from '../core/document/ids.ts';
import { segmentsOf, type Note, type Segment } from '../core/document/unit.ts';
import type { CheckSeverity } from '../core/qa/check.ts';
import { checkSegment, compareSegments, type Reported } from '../core/qa/run-checks.ts';
import { segmentsOfUnit, type CheckContext } from '../core/qa/segments-of-unit.ts';
import type { Translator } from '../i18n/translator.ts';
import type { UnitNotes } from './with-notes.ts';

/** As notes have it: 1 is highest, 10 lowest. */
const PRIORITIES: Readonly<Record<CheckSeverity, number>> = { error: 1, warning: 4, note: 8 };

/** Of segments that have a target and are to be translated; in the translator's language, with the check's name. */
export function collectFindings(
  document: Document,
  context: CheckContext,
  translator: Translator,
): UnitNotes {
  const all = document.units
    .filter(({ translate }) => translate)
    .flatMap((unit) => {
      const segments = segmentsOf(unit);
      return segmentsOfUnit(unit, context).flatMap((checked, index) => {
        const segment = segments[index];
        return segment?.target ? [{ unit, segment, checked }] : [];
      });
    });
  const compared = compareSegments(all.map(({ checked }) => checked));
  const notes = new Map<UnitId, Note[]>();
  all.forEach(({ unit, segment, checked }, index) => {
    const findings = [...checkSegment(checked), ...(compared[index] ?? [])];
    const own = findings.map((finding) => noteOf(finding, segment, translator));
    if (own.length > 0) notes.set(unit.id, [...(notes.get(unit.id) ?? []), ...own]);
  });
  return notes;
}

function noteOf(
  { check, message = 'message', values, severity }: Reported,
  segment: Segment,
  translator: Translator,
): Note {
  return {
    text: `${translator.check(check, message, values)} [${check}]`,
    category: FINDING_CATEGORY,
    appliesTo: 'target',
    priority: PRIORITIES[severity],
    segment: segment.id,
  };
}
