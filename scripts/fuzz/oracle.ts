/**
 * What must hold for every file whatever is in it: reading and writing never throw and know their problems by name;
 * nothing changed gives the identical bytes; one changed target reads back as it was set, and all else as it was.
 */
import { segmentsOf, type Segment, type Unit } from '../../server/core/document/unit.ts';
import type { Document } from '../../server/core/document/document.ts';
import type { SegmentUpdate, UnitUpdate } from '../../server/core/document/update.ts';
import { PROBLEMS, hasErrors, type Problem } from '../../server/core/problem.ts';
import {
  codeKey,
  codesOf,
  equivalentText,
  normalizeContent,
  sameContent,
  type Content,
} from '../../server/core/text/content.ts';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';
import { parseLanguageTag, type LanguageTag } from '../../server/core/text/language.ts';
import type { Format, ReadOptions, WriteResult } from '../../server/formats/format.ts';
import type { Random } from './random.ts';

export interface Finding {
  readonly kind:
    'thrown' | 'unknown-problem' | 'silent' | 'not-identical' | 'not-read-back' | 'rest-changed' | 'slow';
  readonly detail: string;
}

function tag(text: string): LanguageTag {
  const parsed = parseLanguageTag(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}
const OPTIONS: ReadOptions = {
  sourceLanguage: tag('en'),
  segmenter: segmentText,
  granularity: 'sentence',
  switches: { 'repair-page-breaks': false },
  targetLanguages: [tag('fa')],
};
const WRITE = { targetLanguage: tag('fa') };

/** Processor time that a file may take, in milliseconds: a start, and so much a byte. */
const START = 4_000;
const PER_BYTE = 0.05;

/** null where all holds. */
export function check(format: Format, bytes: Uint8Array, random: Random): Finding | null {
  const started = process.cpuUsage();
  let finding: Finding | null;
  try {
    finding = checkAll(format, bytes, random);
  } catch (error) {
    const detail = error instanceof Error ? `${error.message} ${frameOf(error)}` : String(error);
    return { kind: 'thrown', detail };
  }
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  if (finding === null && milliseconds > START + bytes.length * PER_BYTE) {
    finding = { kind: 'slow', detail: `${Math.round(milliseconds)} ms for ${bytes.length} bytes` };
  }
  return finding;
}

/** Where it was thrown: what tells one cause from another. */
function frameOf(error: Error): string {
  return /(?:server|scripts)\/[\w./-]+:\d+/u.exec(error.stack ?? '')?.[0] ?? '';
}

function checkAll(format: Format, bytes: Uint8Array, random: Random): Finding | null {
  const { document, problems } = format.read(bytes, OPTIONS);
  const unknown = unknownProblem(problems);
  if (unknown !== null) return unknown;
  const broken = unknownProblem(format.validate?.(bytes, { strict: random.once(2) }) ?? []);
  if (broken !== null) return broken;
  if (document === null)
    return hasErrors(problems) ? null : { kind: 'silent', detail: 'refused without an error' };
  const write = (updates: readonly UnitUpdate[]): WriteResult =>
    format.kind === 'monolingual'
      ? format.write(bytes, document, updates, WRITE)
      : format.write(bytes, updates, WRITE);
  const same = write([]);
  if (same.bytes === null || Buffer.compare(same.bytes, bytes) !== 0) {
    return { kind: 'not-identical', detail: same.problems.map(({ code }) => code).join() };
  }
  const change = chooseChange(document, random);
  if (change === null) return null;
  const written = write([change.update]);
  const unknownWriting = unknownProblem(written.problems);
  if (unknownWriting !== null) return unknownWriting;
  if (written.bytes === null) {
    return hasErrors(written.problems) ? null : { kind: 'silent', detail: 'not written without an error' };
  }
  if (written.problems.some(({ severity }) => severity !== 'note')) {
    // A single update is refused: then it changes nothing. Warnings may go with a change.
    if (Buffer.compare(written.bytes, bytes) === 0) return null;
    // Said openly: the text reads otherwise in its place than it was meant.
    if (written.problems.some(({ code }) => code === 'markdown-changed-by-target')) return null;
  }
  return checkChange(format, { bytes: written.bytes, before: document, change });
}

function unknownProblem(problems: readonly Problem[]): Finding | null {
  const wrong = problems.find(({ code, severity }) => PROBLEMS[code] !== severity);
  return wrong === undefined ? null : { kind: 'unknown-problem', detail: wrong.code };
}

interface Change {
  readonly update: UnitUpdate;
  readonly unit: Unit;
  readonly index: number;
  readonly target: Content;
}

function chooseChange(document: Document, random: Random): Change | null {
  const units = document.units.filter(
    (unit) => unit.translate && segmentsOf(unit).some((segment) => segment.locked !== true),
  );
  const [first, ...others] = units;
  if (first === undefined) return null;
  const unit = random.pick([first, ...others]);
  const segments = segmentsOf(unit);
  const open = segments.flatMap(({ locked }, at) => (locked === true ? [] : [at]));
  const index = open[random.below(open.length)] ?? 0;
  const target = changed(segments[index], random);
  const updates = segments.map((_, at): SegmentUpdate => (at === index ? { target } : {}));
  return { update: { unit: unit.id, segments: updates }, unit, index, target };
}

/** The source's codes with other texts around them, or only a text. */
function changed(segment: Segment | undefined, random: Random): Content {
  const word = random.pick(['نو', 'a < b & "c"', ' x ', 'မြန်မာ။', 'می‌روم']);
  if (random.once(4)) return [word];
  const around = (segment?.source ?? []).map((part) =>
    typeof part === 'string' && part.trim() !== '' ? word : part,
  );
  return around.length === 0 ? [word] : normalizeContent(around);
}

function checkChange(
  format: Format,
  {
    bytes,
    before,
    change,
  }: { readonly bytes: Uint8Array; readonly before: Document; readonly change: Change },
): Finding | null {
  const { document: after, problems } = format.read(bytes, OPTIONS);
  if (after === null) {
    return { kind: 'not-read-back', detail: `refused: ${problems.map(({ code }) => code).join()}` };
  }
  return format.kind === 'monolingual'
    ? textsDiffer(before, after, change)
    : unitsDiffer(before, after, change);
}

/** Sentences may be cut otherwise once they are changed, so whole units are compared. */
function textsDiffer(before: Document, after: Document, change: Change): Finding | null {
  const textOf = (unit: Unit): string => unit.parts.map((part) => equivalentText(part.source)).join('');
  const expected = before.units.map((unit) => {
    if (unit !== change.unit) return textOf(unit);
    const segment = segmentsOf(unit)[change.index];
    return unit.parts.map((part) => equivalentText(part === segment ? change.target : part.source)).join('');
  });
  const found = after.units.map(textOf);
  const at = expected.findIndex((text, index) => text !== found[index]);
  if (at < 0 && expected.length === found.length) return null;
  const kind = before.units[at] === change.unit ? 'not-read-back' : 'rest-changed';
  return { kind, detail: `${JSON.stringify(expected[at])} became ${JSON.stringify(found[at])}` };
}

function unitsDiffer(before: Document, after: Document, change: Change): Finding | null {
  if (before.units.length !== after.units.length) {
    return { kind: 'rest-changed', detail: `${before.units.length} units became ${after.units.length}` };
  }
  for (const [index, unit] of before.units.entries()) {
    const found = after.units[index];
    if (found === undefined) continue;
    if (unit === change.unit) {
      const finding = changedUnitDiffers(unit, found, change);
      if (finding !== null) return finding;
    } else if (JSON.stringify(unit) !== JSON.stringify(found)) {
      return { kind: 'rest-changed', detail: `unit ${unit.id}` };
    }
  }
  return null;
}

/** Names given to codes that have none, or that share one, do not last: such a code is told by what stands for it. */
function known(content: Content | null, unit: Unit): Content {
  const ids = new Set(unit.parts.flatMap(({ source }) => codesOf(source)).map(codeKey));
  return (content ?? []).map((part) =>
    typeof part === 'string' || (ids.has(codeKey(part)) && !/^$|-\d+$/u.test(part.id))
      ? part
      : { ...part, id: part.text },
  );
}

/** What a target says, whatever its codes are called. */
function nameless(content: Content | null): Content {
  return (content ?? []).map((part) => (typeof part === 'string' ? part : { ...part, id: part.text }));
}

/** States of the unit's other segments may follow: some formats have one state for them all. */
function changedUnitDiffers(before: Unit, after: Unit, change: Change): Finding | null {
  const sources = ({ parts }: Unit): string =>
    JSON.stringify(parts.map(({ kind, source }) => [kind, source]));
  if (before.id !== after.id || sources(before) !== sources(after)) {
    return { kind: 'rest-changed', detail: `sources of unit ${before.id}` };
  }
  for (const [index, segment] of segmentsOf(before).entries()) {
    const found = segmentsOf(after)[index]?.target ?? null;
    const wanted = index === change.index ? change.target : segment.target;
    const isOwn = index === change.index;
    // Codes alone, repeated from the source: where a tool says that it is untranslated, that is no target.
    if (isOwn && found === null && sameContent(change.target, segment.source)) continue;
    const agrees = isOwn
      ? sameContent(known(wanted, before), known(found, before))
      : sameContent(nameless(wanted), nameless(found));
    if (agrees) continue;
    const kind = isOwn ? 'not-read-back' : 'rest-changed';
    return { kind, detail: `${JSON.stringify(wanted)} became ${JSON.stringify(found)}` };
  }
  return null;
}
