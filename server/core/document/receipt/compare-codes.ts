/** Inline codes of a source as it was and as it came back: lost, added, moved, changed; and renamed ones. */
import { codeKey, codesOf, type Content, type InlineCode } from '../../text/content.ts';
import { risingSubsequence } from './in-order.ts';
import type { Difference, DifferenceCode } from './row.ts';

interface PlacedCode {
  readonly code: InlineCode;
  readonly key: string;
  /** How much text stands before it, white space aside. */
  readonly at: number;
}

function placedCodes(content: Content): readonly PlacedCode[] {
  const placed: PlacedCode[] = [];
  let at = 0;
  for (const part of content) {
    if (typeof part === 'string') at += part.replace(/\s+/gu, '').length;
    else placed.push({ code: part, key: codeKey(part), at });
  }
  return placed;
}

/**
 * `withAttributes` compares also what the codes say, which only means something where both sides were read from
 * one format.
 */
export function compareCodes(
  before: Content,
  after: Content,
  withAttributes: boolean,
): readonly Difference[] {
  const [was, is] = [placedCodes(before), placedCodes(after)];
  const left = new Map(was.map((each) => [each.key, each]));
  const right = new Map(is.map((each, index) => [each.key, { ...each, index }]));
  const both = was.filter((each) => right.has(each.key));
  const inPlace = risingSubsequence(both.map((each) => right.get(each.key)?.index ?? 0));
  const differences: Difference[] = [];
  const tell = (code: DifferenceCode, a: string, b: string): void => {
    differences.push({ code, place: 'source', before: a, after: b });
  };
  for (const each of was) if (!right.has(each.key)) tell('code-lost', describeCode(each.code), '');
  for (const each of is) if (!left.has(each.key)) tell('code-added', '', describeCode(each.code));
  both.forEach((each, index) => {
    const other = right.get(each.key);
    if (other === undefined) return;
    if (!inPlace.has(index) || each.at !== other.at)
      tell('code-moved', describeCode(each.code), describeCode(other.code));
    if (!withAttributes) return;
    const [a, b] = [attributesOf(each.code), attributesOf(other.code)];
    if (a !== b) tell('code-changed', a, b);
  });
  return differences;
}

/** Codes of the target that was sent, that the source has too, and that the target that came back has no more. */
export function lostTargetCodes(
  source: Content,
  sent: Content | null,
  target: Content | null,
): readonly Difference[] {
  if (sent === null || target === null) return [];
  const [own, left] = [new Set(codesOf(source).map(codeKey)), new Set(codesOf(target).map(codeKey))];
  return codesOf(sent)
    .filter((code) => own.has(codeKey(code)) && !left.has(codeKey(code)))
    .map((code) => ({ code: 'code-lost', place: 'target', before: describeCode(code), after: '' }));
}

/**
 * Their names of codes by ours, where the same codes stand at the same places under other ids; null where that
 * cannot be said, or nothing was renamed.
 */
export function renamedCodes(before: Content, after: Content): ReadonlyMap<string, string> | null {
  const [was, is] = [placedCodes(before), placedCodes(after)];
  const alike = (a: PlacedCode, b: PlacedCode | undefined): boolean =>
    b?.code.code === a.code.code && b.code.edge === a.code.edge && b.at === a.at;
  if (was.length !== is.length || !was.every((each, index) => alike(each, is[index]))) return null;
  const names = new Map<string, string>();
  for (const [index, each] of was.entries()) {
    const other = is[index]?.code.id ?? '';
    if ((names.get(other) ?? each.code.id) !== each.code.id) return null;
    names.set(other, each.code.id);
  }
  const distinct = new Set(names.values()).size === names.size;
  return distinct && [...names].some(([theirs, ours]) => theirs !== ours) ? names : null;
}

/** The content with its codes under other ids; those that are not named keep theirs. */
export function renameCodes(content: Content, names: ReadonlyMap<string, string>): Content {
  return content.map((part) =>
    typeof part === 'string' ? part : { ...part, id: names.get(part.id) ?? part.id },
  );
}

function describeCode(code: InlineCode): string {
  const text = code.text || code.equiv;
  return text === '' ? code.id : `${code.id} ${text}`;
}

/** What a code says of itself; markup in it is compared whatever the order of its attributes. */
function attributesOf({ type, subType, equiv, text, canCopy, canDelete, canReorder }: InlineCode): string {
  const markup = text.replace(/<[^<>]*>/gu, (tag) => tag.split(/\s+/u).toSorted().join(' '));
  const rights = { canCopy, canDelete, canReorder };
  const denied = Object.entries(rights).filter(([, value]) => value === false);
  return [
    type,
    subType,
    equiv.trim(),
    markup.replace(/\s+/gu, ' ').trim(),
    ...denied.map(([name]) => `${name}=no`),
  ]
    .filter((each) => each !== undefined && each !== '')
    .join(' ');
}
