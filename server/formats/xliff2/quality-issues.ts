/**
 * What was found wrong with targets, as the ITS module of XLIFF 2.1 and 2.2 has it (2.1 §5.8, Localization Quality
 * Issue): an annotation around the target's content, which refers to an element of the unit that lists the issues.
 * The annotation is ours and is looked through at reading (own-marks.ts), so the target stays what it was.
 */
import type { QualityIssue } from '../../core/document/enrichment.ts';
import type { Unit, UnitPart } from '../../core/document/unit.ts';
import { codesOf, type InlineCode } from '../../core/text/content.ts';
import { attributes, legalText } from '../shared/xml/escape.ts';
import { ISSUE_PREFIX } from '../shared/xliff/own-marks.ts';

export const ITS_NAMESPACE = 'http://www.w3.org/2005/11/its';

/** Attributes of an annotation with the id; none of one that is not about issues. */
export function issueReference(id: string): Readonly<Record<string, string>> {
  return id.startsWith(ISSUE_PREFIX) ? { 'its:locQualityIssuesRef': `#its=${id}` } : {};
}

/**
 * The unit with an annotation around each target that has issues, and the lines of the elements that list them.
 * `number` tells the unit from the document's others, for `xml:id` is unique in all of it. Segments without a target
 * say nothing, and a unit that uses such ids itself is left as it is.
 */
export function markIssues(
  unit: Unit,
  issues: readonly QualityIssue[],
  number: number,
): { readonly unit: Unit; readonly lines: readonly string[] } {
  const codes = unit.parts.flatMap((part) => codesOf([...part.source, ...(part.target ?? [])]));
  if (issues.length === 0 || codes.some((code) => code.id.startsWith(ISSUE_PREFIX)))
    return { unit, lines: [] };
  const lines: string[] = [];
  const parts = unit.parts.map((part, index): UnitPart => {
    const own = part.kind === 'segment' ? issues.filter(({ segment }) => segment === part.id) : [];
    if (own.length === 0 || part.target === null || part.target.length === 0) return part;
    const id = `${ISSUE_PREFIX}${number}-${index + 1}`;
    lines.push(...listOf(id, own));
    const mark: InlineCode = { code: 'marker', id, equiv: '', text: '' };
    return { ...part, target: [{ ...mark, edge: 'open' }, ...part.target, { ...mark, edge: 'close' }] };
  });
  return { unit: { ...unit, parts }, lines };
}

function listOf(id: string, issues: readonly QualityIssue[]): readonly string[] {
  return [
    `      <its:locQualityIssues${attributes({ 'xml:id': id })}>`,
    ...issues.map(({ type, comment, severity }) => {
      const values = {
        locQualityIssueType: type,
        locQualityIssueComment: legalText(comment),
        locQualityIssueSeverity: severity,
      };
      return `        <its:locQualityIssue${attributes(values)}/>`;
    }),
    '      </its:locQualityIssues>',
  ];
}
