/**
 * Whether the inline codes of a target agree with its source (XLIFF 2.1 §4.7.2.2, editing hints): codes that
 * the source does not have, or has once and the target twice, are errors; a missing one is a warning, because a
 * draft may still lack it; a close before its open is an error.
 */
import { problem, type Problem } from '../problem.ts';
import { codeKey, codesOf, type Content, type InlineCode } from '../text/content.ts';

/** Problems in the order of the target, then those that are missing, in the order of the source. */
export function checkCodes(source: Content, target: Content): readonly Problem[] {
  const expected = new Map(codesOf(source).map((code) => [codeKey(code), code]));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const code of codesOf(target)) {
    const key = codeKey(code);
    if (!expected.has(key)) problems.push(problem('code-unknown', null, describe(code)));
    else if (seen.has(key)) problems.push(problem('code-duplicate', null, describe(code)));
    else if (closesTooEarly(code, expected, seen))
      problems.push(problem('code-unbalanced', null, describe(code)));
    seen.add(key);
  }
  for (const [key, code] of expected) {
    if (!seen.has(key) && code.code !== 'marker')
      problems.push(problem('code-missing', null, describe(code)));
  }
  return problems;
}

/** Only where the pair lies whole in the segment; the open may stand in an earlier one. */
function closesTooEarly(
  code: InlineCode,
  expected: ReadonlyMap<string, InlineCode>,
  seen: ReadonlySet<string>,
): boolean {
  if (code.code !== 'close') return false;
  const open = codeKey({ ...code, code: 'open' });
  return expected.has(open) && !seen.has(open);
}

function describe(code: InlineCode): { readonly id: string; readonly text: string } {
  return { id: code.id, text: code.text || code.equiv };
}
