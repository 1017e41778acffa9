/** Splices targets into a plain text file. There is nothing to escape, and so a few things cannot be said. */
import type { Document } from '../../core/document/document.ts';
import type { UnitUpdate } from '../../core/document/update.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { codesOf, textOf } from '../../core/text/content.ts';
import type { WriteResult } from '../format.ts';
import { byteOffsets } from '../shared/byte-offsets.ts';
import { decodeText, lineEndOf } from '../shared/decode.ts';
import { placeOf, planUnits, type PlannedUnit } from '../shared/plan.ts';
import { encodeText, spliceText, type Splice } from '../shared/splice.ts';
import { findBlocks } from './read.ts';

/**
 * Units with anything wrong in them are left as they are and reported (planUnits; `code-unknown`: plain text has
 * no codes); all others are written. Line breaks are written as the file writes them. Reports
 * `text-changed-by-target` where a target does not stay one paragraph, or holds what reads as a line break.
 */
export function writeText(
  bytes: Uint8Array,
  document: Document,
  updates: readonly UnitUpdate[],
): WriteResult {
  if (updates.length === 0) return { bytes, problems: [] };
  const decoding = decodeText(bytes);
  if ('problem' in decoding) return { bytes: null, problems: [decoding.problem] };
  const { text, markLength } = decoding.decoded;
  const plan = planUnits(document, updates, byteOffsets(text, markLength));
  const problems: Problem[] = [...plan.problems];
  const lineEnd = lineEndOf(text);
  const splices: Splice[] = [];
  for (const planned of plan.units) {
    const code = planned.parts.flatMap(({ target }) => codesOf(target ?? []))[0];
    if (code) {
      problems.push(problem('code-unknown', placeOf(planned.unit.id), { id: code.id, text: code.text }));
      continue;
    }
    const own = renderUnit(planned, text, lineEnd);
    if (changesParagraph(planned, own, text)) {
      problems.push(problem('text-changed-by-target', placeOf(planned.unit.id)));
    }
    splices.push(...own);
  }
  return { bytes: encodeText(spliceText(text, splices), bytes, markLength), problems };
}

/** Where the unit was cut otherwise than its places say, which another tool may do, it is one piece. */
function renderUnit({ parts, start, end }: PlannedUnit, text: string, lineEnd: string): readonly Splice[] {
  const write = (content: string): string => content.replaceAll('\n', lineEnd);
  const fits = parts.every(
    ({ part, start, end }) => squeeze(textOf(part.source)) === squeeze(text.slice(start, end)),
  );
  if (fits) {
    return parts.flatMap(({ start, end, target }) =>
      target === null ? [] : [{ start, end, text: write(textOf(target)) }],
    );
  }
  const whole = parts.map(({ part, target }) => textOf(target ?? part.source)).join('');
  return [{ start, end, text: write(whole) }];
}

/** White space at the places of line breaks is read in more than one way. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function changesParagraph(planned: PlannedUnit, splices: readonly Splice[], text: string): boolean {
  const { start, end, parts } = planned;
  if (parts.some(({ target }) => target !== null && textOf(target).includes('\r'))) return true;
  const shifted = splices.map((splice) => ({
    ...splice,
    start: splice.start - start,
    end: splice.end - start,
  }));
  const written = spliceText(text.slice(start, end), shifted);
  const [block, ...others] = findBlocks(written);
  if (written === '') return false;
  return others.length > 0 || block?.kind !== 'paragraph' || block.start > 0 || block.end < written.length;
}
