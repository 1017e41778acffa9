/**
 * Reads what was written and compares: each rewritten passage must say what was asked for and nothing else may
 * stand in its place; every other block must stand where it stood.
 */
import { flowContent } from '../../core/document/flow.ts';
import { CODE_SUBTYPES } from '../../core/text/code-types.ts';
import type { Content } from '../../core/text/content.ts';
import type { Splice } from '../shared/splice.ts';
import { findBlocks, type Blocks, type TextBlock } from './blocks.ts';
import { parseMarkdown } from './parse.ts';
import { joinBlocks } from './passages.ts';
import type { Rewrite } from './rewrite.ts';

/** A block of the original, or the passage that is written in place of some. */
interface Expected {
  readonly start: number;
  readonly block: TextBlock;
  readonly rewrite: Rewrite | null;
  /** How much longer the text has become up to here. */
  readonly shift: number;
}

/**
 * The rewrites that do not read back, or after which another block is not what it was; all of them where nothing
 * can be read. `splices` are those of each rewrite.
 */
export function findChanged(
  written: string,
  original: Blocks,
  rewrites: readonly Rewrite[],
  splices: readonly (readonly Splice[])[],
): readonly Rewrite[] {
  const parsing = parseMarkdown(written);
  if ('problem' in parsing) return rewrites;
  const found = findBlocks(parsing.parsed).blocks;
  const expected = expectedBlocks(original, rewrites, splices);
  const changed = new Set<Rewrite>();
  let at = 0;
  let blamed = rewrites[0];
  for (const [index, each] of expected.entries()) {
    const next = expected[index + 1];
    const until = next ? next.start + next.shift : Infinity;
    const from = at;
    while (at < found.length && (found[at]?.start ?? 0) < until) at += 1;
    blamed = each.rewrite ?? blamed;
    if (!isAsExpected(each, found.slice(from, at)) && blamed) changed.add(blamed);
  }
  return [...changed];
}

function expectedBlocks(
  { blocks }: Blocks,
  rewrites: readonly Rewrite[],
  splices: readonly (readonly Splice[])[],
): readonly Expected[] {
  const expected: Expected[] = [];
  let shift = 0;
  let next = 0;
  for (const block of blocks) {
    const rewrite = rewrites[next];
    const before = rewrites[next - 1];
    if (before && block.start < before.passage.end) continue;
    const rewritten = rewrite?.passage.start === block.start ? rewrite : null;
    expected.push({ start: block.start, block, rewrite: rewritten, shift });
    if (!rewritten) continue;
    for (const { start, end, text } of splices[next] ?? []) shift += text.length - (end - start);
    next += 1;
  }
  return expected;
}

function isAsExpected({ block, rewrite, shift }: Expected, found: readonly TextBlock[]): boolean {
  if (found.some((each) => each.place.kind !== block.place.kind)) return false;
  if (rewrite) {
    const content = joinBlocks(found);
    const asked = rewrite.parts.flatMap((part) => part.content);
    return signature(content ? flowContent(content.flow) : []) === signature(asked);
  }
  const [only] = found;
  return found.length === 1 && only?.start === block.start + shift && only.end === block.end + shift;
}

/** What a content says: its text, line breaks as such, other codes by what they are in the original. */
function signature(content: Content): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.subType === CODE_SUBTYPES.lineBreak ? '\n' : `\0${part.code} ${part.text}\0`;
    })
    .join('');
}
