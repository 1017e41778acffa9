/**
 * Whether the inline codes of a target agree with its source (XLIFF 2.1 §4.7.2.5 editing hints, §4.7.5 target
 * content modification). What would break the document is an error; what a translator may well have meant is a
 * warning. A draft may still lack codes; nothing else is different in it.
 */
import { problem, type Problem } from '../problem.ts';
import { baseOf } from '../text/clones.ts';
import { loneHalves, opens, overlapping, pairOf } from '../text/code-pairs.ts';
import { codeKey, codesOf, type Content, type InlineCode } from '../text/content.ts';
import { checkOrder } from './check-code-order.ts';
import { changedProtectedTexts } from './protected-text.ts';

export interface CheckCodesOptions {
  /** The target that is there already: its codes are known too, even where the source lacks them. */
  readonly present?: Content | null;
  /** State `initial`: codes may still be missing. */
  readonly draft?: boolean;
}

/**
 * Problems of each code of the target, then codes that are missing, in the order of the source, then texts that
 * should have stayed. A code that stands twice is a clone, which is allowed where the code may be copied.
 */
export function checkCodes(
  source: Content,
  target: Content,
  { present = null, draft = false }: CheckCodesOptions = {},
): readonly Problem[] {
  return [
    ...unknownOrDoubled(target, [...codesOf(source), ...codesOf(present ?? [])]),
    ...closedTooEarly(source, target),
    ...checkOrder(source, target),
    ...overlaps(source, withPermissions(target, [...codesOf(source), ...codesOf(present ?? [])])),
    ...missing(source, present ?? [], target, draft),
    ...changedProtectedTexts(source, target).map((text) => problem('text-protected', null, { text })),
  ];
}

/** Whether a code may stand in a target more often than in the source. */
export function canClone(code: InlineCode): boolean {
  return code.code !== 'marker' && code.canCopy !== false && code.canReorder !== false;
}

function unknownOrDoubled(target: Content, known: readonly InlineCode[]): readonly Problem[] {
  const byKey = new Map(known.toReversed().map((code) => [codeKey(code), code]));
  const seen = new Set<string>();
  const bases = new Map<string, string>();
  const problems: Problem[] = [];
  for (const code of codesOf(target)) {
    const key = codeKey(code);
    const own = byKey.get(key);
    const base = own ?? baseOf(code, known) ?? byKey.get(codeKey({ ...code, id: bases.get(code.id) ?? '' }));
    if (base !== undefined && code.code === 'open') bases.set(code.id, base.id);
    const again = own === undefined || seen.has(key);
    if (base === undefined) problems.push(problem('code-unknown', null, describe(code)));
    else if (again && !canClone(base)) problems.push(problem('code-duplicate', null, describe(code)));
    seen.add(key);
  }
  return problems;
}

/** Only where the pair begins in this segment; otherwise its beginning may stand in an earlier one. */
function closedTooEarly(source: Content, target: Content): readonly Problem[] {
  const ends = (content: Content): readonly InlineCode[] =>
    loneHalves(codesOf(content)).filter((code) => !opens(code));
  const inSource = new Set(ends(source).map(pairOf));
  const begun = new Set(codesOf(source).filter(opens).map(pairOf));
  return ends(target)
    .filter((code) => begun.has(pairOf(code)) && !inSource.has(pairOf(code)))
    .map((code) => problem('code-unbalanced', null, describe(code)));
}

/** Whoever edits names codes by kind and id; what may be done with them, the source says. */
function withPermissions(target: Content, known: readonly InlineCode[]): Content {
  const byKey = new Map(known.toReversed().map((code) => [codeKey(code), code]));
  return target.map((part) => {
    if (typeof part === 'string') return part;
    const own = byKey.get(codeKey(part)) ?? baseOf(part, known);
    return own === undefined ? part : { ...own, id: part.id };
  });
}

function overlaps(source: Content, target: Content): readonly Problem[] {
  const already = new Set(overlapping(source).map((code) => code.id));
  return overlapping(target)
    .filter((code) => !already.has(code.id))
    .map((code) => problem('code-overlap', null, describe(code)));
}

function missing(source: Content, present: Content, target: Content, draft: boolean): readonly Problem[] {
  const seen = new Set(codesOf(target).map(codeKey));
  const ofSource = new Set(codesOf(source).map(codeKey));
  const lacking = (content: Content): readonly InlineCode[] =>
    codesOf(content).filter((code) => code.code !== 'marker' && !seen.has(codeKey(code)));
  // A target may always be started over (§4.7.5.2), so what only the old one had is not needed.
  const ofPresent = lacking(present).filter((code) => isNeeded(code) && !ofSource.has(codeKey(code)));
  return [
    ...lacking(source).map((code) =>
      isNeeded(code) && !draft
        ? problem('code-not-deletable', null, describe(code))
        : problem('code-missing', null, describe(code)),
    ),
    ...ofPresent.map((code) => problem('code-missing', null, describe(code))),
  ];
}

/** Whether a target must have the code. One that keeps its order is needed, even where the file forgets to say so. */
export function isNeeded(code: InlineCode): boolean {
  return code.canDelete === false || code.canReorder === false;
}

function describe(code: InlineCode): { readonly id: string; readonly text: string } {
  return { id: code.id, text: code.text || code.equiv };
}
