/**
 * Proves on a file what every format promises: written back unchanged it is the same bytes, and with every
 * target changed nothing moves but the targets.
 */
import type { Document } from '../core/document/document.ts';
import type { SegmentUpdate, UnitUpdate } from '../core/document/update.ts';
import { segmentsOf, type Unit } from '../core/document/unit.ts';
import type { Problem } from '../core/problem.ts';
import { sameContent, type Content } from '../core/text/content.ts';
import { parseLanguageTag, type LanguageTag } from '../core/text/language.ts';
import type { Format, WriteResult } from '../formats/format.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface Roundtrip {
  readonly file: string;
  readonly format: string | null;
  readonly units: number;
  readonly segments: number;
  /** Read and written unchanged: the identical bytes. */
  readonly identical: boolean;
  /** Targets that were changed and read back as they were set. */
  readonly readBack: number;
  /** Segments that could be changed. */
  readonly changeable: number;
  /** With all targets changed, everything else is as before. */
  readonly restUntouched: boolean;
  readonly problems: readonly Problem[];
}

export function roundtripFile(deps: Pick<FileDependencies, 'segmenter'>, input: ReadFileInput): Roundtrip {
  const read = readFile(deps, input);
  if (read.kind === 'refused') return refusedRoundtrip(input.fileName, read.problems);
  const { format, document } = read;
  const language = document.targetLanguage ?? parseLanguageTag('fa') ?? input.sourceLanguage;
  const unchanged = writeUnchanged(format, input.bytes, document, language);
  const updates = document.units.filter((unit) => unit.translate).map(changeAll);
  const changed = write(format, input.bytes, document, updates, language);
  const again = changed.bytes === null ? null : readFile(deps, { ...input, bytes: changed.bytes });
  const after = again?.kind === 'read' ? again.document : null;
  return {
    file: input.fileName,
    format: document.format,
    units: document.units.length,
    segments: document.units.reduce((count, unit) => count + segmentsOf(unit).length, 0),
    identical: unchanged.bytes !== null && sameBytes(unchanged.bytes, input.bytes),
    changeable: updates.reduce((count, { segments }) => count + segments.filter(isChange).length, 0),
    readBack: after === null ? 0 : countReadBack(format, updates, after),
    restUntouched:
      after !== null && sameRest(format, document, input.bytes, after, changed.bytes ?? input.bytes),
    problems: [...read.problems, ...unchanged.problems, ...changed.problems],
  };
}

/** Of a file that cannot be read. */
export function refusedRoundtrip(file: string, problems: readonly Problem[]): Roundtrip {
  return {
    file,
    format: null,
    units: 0,
    segments: 0,
    identical: false,
    readBack: 0,
    changeable: 0,
    restUntouched: false,
    problems,
  };
}

/** Nothing changed, by the way that large files go where the format has one. */
function writeUnchanged(
  format: Format,
  bytes: Uint8Array,
  document: Document,
  targetLanguage: LanguageTag,
): WriteResult {
  if (format.kind === 'monolingual' || format.open === undefined) {
    return write(format, bytes, document, [], targetLanguage);
  }
  const { file, problems } = format.open(bytes);
  const ids = document.units.every((unit, index) => file?.indexOf(unit.id) === index);
  return file === null || !ids ? { bytes: null, problems } : file.write([], { targetLanguage });
}

function write(
  format: Format,
  bytes: Uint8Array,
  document: Document,
  updates: readonly UnitUpdate[],
  targetLanguage: LanguageTag,
): WriteResult {
  return format.kind === 'monolingual'
    ? format.write(bytes, document, updates, { targetLanguage })
    : format.write(bytes, updates, { targetLanguage });
}

function isChange({ target }: SegmentUpdate): boolean {
  return target !== undefined;
}

/** A change that is safe in any block: one more word, in another script, at the end of the text. */
function changeAll(unit: Unit): UnitUpdate {
  return {
    unit: unit.id,
    segments: segmentsOf(unit).map((segment) =>
      segment.locked ? {} : { target: changeText(segment.source) },
    ),
  };
}

function changeText(content: Content): Content {
  const last = content.findLastIndex((part) => typeof part === 'string' && part.trim() !== '');
  return content.map((part, index) => (index === last && typeof part === 'string' ? `${part} آزمایش` : part));
}

function countReadBack(format: Format, updates: readonly UnitUpdate[], after: Document): number {
  const units = new Map(after.units.map((unit) => [unit.id, unit]));
  let count = 0;
  for (const update of updates) {
    const unit = units.get(update.unit);
    const found = unit ? segmentsOf(unit) : [];
    if (format.kind === 'bilingual') {
      count += update.segments.filter(
        ({ target }, index) => target !== undefined && sameContent(target, found[index]?.target ?? []),
      ).length;
    } else {
      const wanted = update.segments.filter(isChange).map(({ target }) => target ?? []);
      // Sentences may be cut otherwise once they are changed: the unit's text must hold each target in order.
      const text = JSON.stringify(found.map((segment) => textWithIds(segment.source)).join(''));
      count += wanted.filter((target) =>
        text.includes(JSON.stringify(textWithIds(target)).slice(1, -1)),
      ).length;
    }
  }
  return count;
}

function textWithIds(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part.replace(/\s+/gu, '') : '')).join('');
}

function sameRest(
  format: Format,
  before: Document,
  bytes: Uint8Array,
  after: Document,
  written: Uint8Array,
): boolean {
  if (format.kind === 'monolingual') return sameBytes(outside(before, bytes), outside(after, written));
  return JSON.stringify(before.units.map(withoutTargets)) === JSON.stringify(after.units.map(withoutTargets));
}

/** A comment on an annotation in the target goes with the target. */
function withoutTargets(unit: Unit): unknown {
  const notes = unit.notes.filter(({ appliesTo }) => appliesTo !== 'target');
  return { ...unit, notes, parts: unit.parts.map((part) => ({ kind: part.kind, source: part.source })) };
}

/** The bytes that stand in no unit. */
function outside(document: Document, bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let from = 0;
  const ranges = document.units
    .flatMap((unit) => {
      const first = unit.parts[0]?.range;
      const last = unit.parts.at(-1)?.range;
      return first && last ? [{ start: first.start, end: last.end }] : [];
    })
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of ranges) {
    kept.push(bytes.subarray(from, start));
    from = end;
  }
  kept.push(bytes.subarray(from));
  return Buffer.concat(kept);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
