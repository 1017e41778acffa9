/**
 * What the language checks find in the targets of a document, for the XLIFF that goes out: as notes, or as ITS quality
 * issues. ITS lets an issue stand on annotations inside a text only, never on a segment or unit, and names notes for
 * the rest (XLIFF 2.1, ITS module, Localization Quality Issue): so notes are the rule, with which the targets go out
 * as they are, and annotations are for who asks for them.
 */
import type { Document } from '../core/document/document.ts';
import type { Enrichment, Enrichments, QualityIssue } from '../core/document/enrichment.ts';
import { FINDING_CATEGORY } from '../core/document/finding-note.ts';
import type { UnitId } from '../core/document/ids.ts';
import { segmentsOf, type Note, type Segment } from '../core/document/unit.ts';
import type { CheckSeverity } from '../core/qa/check.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../core/qa/registry.ts';
import { checkSegment, compareSegments, type Reported } from '../core/qa/run-checks.ts';
import { segmentsOfUnit, type CheckContext } from '../core/qa/segments-of-unit.ts';
import type { Translator } from '../i18n/translator.ts';
import type { UnitNotes } from './with-notes.ts';

/** As notes have it: 1 is highest, 10 lowest. */
const PRIORITIES: Readonly<Record<CheckSeverity, number>> = { error: 1, warning: 4, note: 8 };

/** As ITS has it: from 0 to 100, the worst. */
const SEVERITIES: Readonly<Record<CheckSeverity, number>> = { error: 100, warning: 50, note: 10 };

/** By the check's id. */
const ISSUE_TYPES: ReadonlyMap<string, string> = new Map(
  [...CHECKS, ...DOCUMENT_CHECKS].map(({ id, issueType }) => [id, issueType]),
);

/** Of segments that have a target and are to be translated; in the translator's language, with the check's name. */
export function collectFindings(
  document: Document,
  context: CheckContext,
  translator: Translator,
): UnitNotes {
  return collected(document, context, (finding, segment) => noteOf(finding, segment, translator));
}

/** The enrichments with the same findings as quality issues in them. */
export function withIssues(
  enrichments: Enrichments,
  document: Document,
  context: CheckContext,
  translator: Translator,
): Enrichments {
  const issues = collected(document, context, (finding, segment) => issueOf(finding, segment, translator));
  const known = new Map(enrichments);
  for (const [unit, own] of issues) known.set(unit, { ...(known.get(unit) ?? NOTHING), issues: own });
  return known;
}

const NOTHING: Enrichment = { matches: [], terms: [], revisions: [] };

function collected<Told>(
  document: Document,
  context: CheckContext,
  tell: (finding: Reported, segment: Segment) => Told,
): ReadonlyMap<UnitId, readonly Told[]> {
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
  const found = new Map<UnitId, Told[]>();
  all.forEach(({ unit, segment, checked }, index) => {
    const findings = [...checkSegment(checked), ...(compared[index] ?? [])];
    const own = findings.map((finding) => tell(finding, segment));
    if (own.length > 0) found.set(unit.id, [...(found.get(unit.id) ?? []), ...own]);
  });
  return found;
}

function textOf({ check, message = 'message', values }: Reported, translator: Translator): string {
  return `${translator.check(check, message, values)} [${check}]`;
}

function noteOf(finding: Reported, segment: Segment, translator: Translator): Note {
  return {
    text: textOf(finding, translator),
    category: FINDING_CATEGORY,
    appliesTo: 'target',
    priority: PRIORITIES[finding.severity],
    segment: segment.id,
  };
}

function issueOf(finding: Reported, segment: Segment, translator: Translator): QualityIssue {
  return {
    segment: segment.id,
    type: ISSUE_TYPES.get(finding.check) ?? 'uncategorized',
    comment: textOf(finding, translator),
    severity: SEVERITIES[finding.severity],
  };
}
