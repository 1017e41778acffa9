/**
 * A returned file against what was sent and what stands here now: the receipt that a person decides on. It shows what
 * happened here since the file came.
 */
import type { Document } from '../core/document/document.ts';
import { addedNotes } from '../core/document/receipt/compare-notes.ts';
import type { Receipt, ReceiptRow } from '../core/document/receipt/row.ts';
import { compareInSteps, countRows, markOlder } from '../core/document/receipt.ts';
import type { Note } from '../core/document/unit.ts';
import { sameContent } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import { structureOf } from './compare-files.ts';
import type { Dependencies } from './dependencies.ts';
import type { KnownSent } from './find-sent-file.ts';
import { inTurns, takeTurns } from './in-turns.ts';
import { segmenterFor } from './project-srx.ts';
import type { ReturnedFile } from './read-returned-file.ts';
import { segmentName } from './save-imported-targets.ts';
import { collectNotes, withNotes } from './with-notes.ts';

export interface ComparedImport {
  readonly receipt: Receipt;
  /** Of the rows that have one, by segmentName. */
  readonly segments: ReadonlyMap<string, StoredSegment>;
  /** Notes that only the file has, by the segment that they are put to. */
  readonly notes: ReadonlyMap<string, readonly Note[]>;
}

export interface CompareReturnedInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly returned: ReturnedFile;
  readonly sent: KnownSent | null;
  /** Versions when it came, in document order; null: now. */
  readonly bases: readonly number[] | null;
}

export async function compareReturned(
  deps: Dependencies,
  { document, language, returned, sent, bases }: CompareReturnedInput,
): Promise<ComparedImport> {
  const ours = withNotes(returned.ours, await collectNotes(deps, document, language));
  const segments = new Map<string, StoredSegment>();
  const newer = new Set<string>();
  let index = 0;
  for await (const segment of allSegments(deps.store, document, language)) {
    const name = segmentName(segment.unit, segment.segment);
    segments.set(name, segment);
    if (bases !== null && (segment.current?.version ?? 0) !== (bases[index] ?? 0)) newer.add(name);
    index += 1;
  }
  const theirs = returned.document;
  await takeTurns();
  const structure =
    sent === null || returned.format === null
      ? null
      : structureOf(sent.format, sent.bytes, returned.format, returned.bytes);
  await takeTurns();
  const compared = await inTurns(
    compareInSteps(ours, theirs, {
      cutter: { segmenter: await segmenterFor(deps, document), language },
      sent: sent?.document ?? null,
      structure,
    }),
  );
  const older = sent === null ? await findOlder(deps, language, compared, segments) : new Set<ReceiptRow>();
  await takeTurns();
  const aged = markOlder(compared, (row) => older.has(row));
  return {
    receipt: withNewer(aged, (row) => newer.has(segmentName(row.unit, row.segment))),
    segments,
    notes: notesOf(sent?.document ?? ours, ours, theirs, aged),
  };
}

/**
 * The changed rows whose text and state are those of an earlier version of ours: whoever had the file did not touch
 * them, and somebody here has gone on since.
 */
async function findOlder(
  deps: Dependencies,
  language: LanguageTag,
  receipt: Receipt,
  segments: ReadonlyMap<string, StoredSegment>,
): Promise<ReadonlySet<ReceiptRow>> {
  const older = new Set<ReceiptRow>();
  for (const row of receipt.rows.filter((each) => each.change === 'changed')) {
    const stored = segments.get(segmentName(row.unit, row.segment));
    if (stored === undefined || (stored.current?.version ?? 0) < 2) continue;
    const { theirs } = row;
    const versions = (await deps.store.listVersions(stored.key, language)).slice(1);
    const isKnown = versions.some(
      ({ target, state }) => theirs !== null && state === row.theirState && sameContent(target, theirs),
    );
    if (isKnown) older.add(row);
  }
  return older;
}

/** What was saved here since the file came is not to be written over by what was decided before. */
function withNewer(receipt: Receipt, isNewer: (row: ReceiptRow) => boolean): Receipt {
  const rows = receipt.rows.map((row): ReceiptRow => {
    const isTaken = row.change === 'changed' || row.change === 'added';
    if (!isTaken || !isNewer(row)) return row;
    return { ...row, change: 'conflict', taking: row.taking === 'never' ? 'never' : 'possible' };
  });
  return { ...receipt, rows, counts: countRows(rows) };
}

/** A note about a whole unit goes to its first segment. */
function notesOf(
  sent: Document,
  ours: Document,
  theirs: Document,
  receipt: Receipt,
): ReadonlyMap<string, readonly Note[]> {
  const back = new Map(theirs.units.map((unit) => [unit.id, unit]));
  const before = new Map(sent.units.map((unit) => [unit.id, unit]));
  const rows = new Map(receipt.rows.map((row) => [segmentName(row.unit, row.segment), row]));
  const notes = new Map<string, Note[]>();
  for (const unit of ours.units) {
    const known = [...(before.get(unit.id)?.notes ?? []), ...unit.notes];
    const added = addedNotes(known, back.get(unit.id)?.notes ?? []);
    if (!unit.translate || added.length === 0) continue;
    const segments = unit.parts.flatMap((part) => (part.kind === 'segment' ? [part.id] : []));
    for (const note of added) {
      const segment = segments.find((id) => id === note.segment) ?? segments[0];
      if (segment === undefined) continue;
      const name = segmentName(unit.id, segment);
      if (!rows.has(name)) continue;
      notes.set(name, [...(notes.get(name) ?? []), note]);
    }
  }
  return notes;
}
