/**
 * Splices targets into a Markdown file. The file is read once more before, to know how each place is to be
 * written, and once after: what does not read back as what was asked for is escaped in full, and reported if it
 * still does not.
 */
import type { Document } from '../../core/document/document.ts';
import type { UnitUpdate } from '../../core/document/update.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { WriteResult } from '../format.ts';
import { byteOffsets } from '../shared/byte-offsets.ts';
import { decodeText } from '../shared/decode.ts';
import { placeOf, planUnits, type PlannedUnit } from '../shared/plan.ts';
import { encodeText, spliceText, type Splice } from '../shared/splice.ts';
import { findBlocks, type Blocks } from './blocks.ts';
import { parseMarkdown } from './parse.ts';
import { joinBlocks, type Passage } from './passages.ts';
import { findChanged } from './read-back.ts';
import { rewriteUnit, type Rewrite } from './rewrite.ts';
import { renderRewrite } from './splices.ts';
import type { Escaping } from './escape.ts';

/**
 * Units with anything wrong in them are left as they are and reported (planUnits, rewriteUnit); all others are
 * written. Reports `markdown-changed-by-target` for what cannot be said in Markdown in its place.
 */
export function writeMarkdown(
  bytes: Uint8Array,
  document: Document,
  updates: readonly UnitUpdate[],
): WriteResult {
  if (updates.length === 0) return { bytes, problems: [] };
  const decoding = decodeText(bytes);
  if ('problem' in decoding) return { bytes: null, problems: [decoding.problem] };
  const { text, markLength } = decoding.decoded;
  const parsing = parseMarkdown(text);
  if ('problem' in parsing) return { bytes: null, problems: [parsing.problem] };
  const blocks = findBlocks(parsing.parsed);
  const plan = planUnits(document, updates, byteOffsets(text, markLength));
  const problems: Problem[] = [...plan.problems];
  const rewrites = findRewrites(plan.units, blocks, problems);
  if (rewrites.length === 0) return { bytes, problems };
  const written = writeAll(text, blocks, rewrites, problems);
  return { bytes: encodeText(written, bytes, markLength), problems };
}

function findRewrites(units: readonly PlannedUnit[], { blocks }: Blocks, problems: Problem[]): Rewrite[] {
  const rewrites: Rewrite[] = [];
  let at = 0;
  for (const planned of units) {
    while (at < blocks.length && (blocks[at]?.start ?? 0) < planned.start) at += 1;
    let until = at;
    while (until < blocks.length && (blocks[until]?.end ?? 0) <= planned.end) until += 1;
    const passage = joinBlocks(blocks.slice(at, until));
    if (!passage || !standsOn(planned, passage)) {
      problems.push(problem('xliff-skeleton-mismatch', placeOf(planned.unit.id), { unit: planned.unit.id }));
      continue;
    }
    const result = rewriteUnit(planned, passage);
    if ('rewrite' in result) rewrites.push(result.rewrite);
    else problems.push(...result.problems);
  }
  return rewrites;
}

function standsOn(planned: PlannedUnit, passage: Passage): boolean {
  return planned.start === passage.start && planned.end === passage.end;
}

/** The new text: minimally escaped, in full where that does not read back. */
function writeAll(text: string, blocks: Blocks, rewrites: readonly Rewrite[], problems: Problem[]): string {
  const full = new Set<Rewrite>();
  for (;;) {
    const splices = rewrites.map((rewrite): readonly Splice[] => {
      const escaping: Escaping = full.has(rewrite) ? 'full' : 'minimal';
      return renderRewrite(rewrite, text, escaping);
    });
    const written = spliceText(text, splices.flat());
    const changed = findChanged(written, blocks, rewrites, splices);
    const retried = changed.filter((rewrite) => !full.has(rewrite));
    if (retried.length === 0) {
      problems.push(...changed.map(({ unit }) => problem('markdown-changed-by-target', placeOf(unit.id))));
      return written;
    }
    for (const rewrite of retried) full.add(rewrite);
  }
}
