/** Applies fixes to a target. Codes are never entered: an edit that would touch one is refused. */
import type { Content } from '../text/content.ts';
import { lengthOf, sliceContent, spliceContent } from '../text/edit-content.ts';
import type { Reported } from './run-checks.ts';
import type { TextEdit } from './check.ts';

/** The content with the edits made; they are sorted and disjoint. Returned as it is where one would touch a code. */
export function applyFix(content: Content, edits: readonly TextEdit[]): Content {
  const length = lengthOf(content);
  const isSafe = edits.every(
    ({ start, end }, index) =>
      start <= end &&
      end <= length &&
      start >= (edits[index - 1]?.end ?? 0) &&
      sliceContent(content, start, end).every((part) => typeof part === 'string'),
  );
  if (!isSafe) return content;
  return edits.reduceRight<Content>(
    (changed, { start, end, text }) => spliceContent(changed, start, end, [text]),
    content,
  );
}

/**
 * Of the fixes of several findings those that can be made together: in order of place, each that begins where those
 * before it have ended. Checking again finds the rest.
 */
export function fixesTogether(findings: readonly Pick<Reported, 'fix'>[]): readonly TextEdit[] {
  const fixes = findings
    .flatMap(({ fix }) => (fix === undefined || fix.length === 0 ? [] : [fix]))
    .sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  const taken: TextEdit[] = [];
  for (const fix of fixes) {
    const [first, last] = [fix[0], taken.at(-1)];
    if (first !== undefined && (last === undefined || isBehind(first, last))) taken.push(...fix);
  }
  return taken;
}

/** Two that touch are apart, unless one of them only inserts: then nobody can say which comes first. */
function isBehind(edit: TextEdit, last: TextEdit): boolean {
  if (edit.start !== last.end) return edit.start > last.end;
  return edit.start < edit.end && last.start < last.end;
}
