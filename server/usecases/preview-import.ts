/**
 * A returned XLIFF is read and compared; nothing is applied. The preview remembers which version each segment
 * had, so that what a colleague saves in the meantime is not overwritten when it is applied.
 */
import { problem, type Problem } from '../core/problem.ts';
import { joinUnits, shapesOf } from '../core/document/flat-units.ts';
import { compareDocuments, markOlder } from '../core/document/receipt.ts';
import type { Receipt, ReceiptRow } from '../core/document/receipt/row.ts';
import type { Unit } from '../core/document/unit.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { sameContent } from '../core/text/content.ts';
import type { DocumentId, SegmentKey } from '../store/store.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { readFile } from './read-file.ts';
import { segmentName } from './save-imported-targets.ts';

export interface ImportPreview {
  readonly kind: 'preview';
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly fileName: string;
  readonly receipt: Receipt;
  readonly problems: readonly Problem[];
  /** What applying would bring: only units of the file with a target for an unchanged source. */
  readonly units: readonly Unit[];
  /** Version of each segment when compared, by segmentName. */
  readonly bases: ReadonlyMap<string, number>;
}

export type PreviewImportResult =
  | ImportPreview
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

export interface PreviewImportInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export async function previewImport(
  deps: Dependencies,
  input: PreviewImportInput,
): Promise<PreviewImportResult> {
  if (input.bytes.length > deps.uploadLimit) {
    return refuse(problem('file-too-large', null, { limit: deps.uploadLimit, size: input.bytes.length }));
  }
  const stored = await deps.store.findDocument(input.document);
  const project = stored === null ? null : await deps.store.findProject(stored.project);
  if (stored === null || project === null) return { kind: 'not-found' };
  const read = readFile(deps, {
    ...input,
    sourceLanguage: project.sourceLanguage,
    targetLanguages: [input.language],
  });
  if (read.kind === 'refused') return read;
  if (read.format.kind !== 'bilingual') {
    return refuse(problem('import-not-bilingual', null, { format: read.format.name }));
  }
  const language = read.document.targetLanguage;
  if (language !== null && language !== input.language) {
    return refuse(problem('import-other-language', null, { expected: input.language, found: language }));
  }
  const bases = new Map<string, number>();
  const keys = new Map<string, SegmentKey>();
  for await (const segment of allSegments(deps.store, input.document, input.language)) {
    const name = segmentName(segment.unit, segment.segment);
    bases.set(name, segment.current?.version ?? 0);
    if (!segment.locked) keys.set(name, segment.key);
  }
  const ours = await deps.store.readDocument(input.document, input.language);
  if (ours === null) return { kind: 'not-found' };
  // A tool that knows no segments was given each as a unit of its own.
  const theirs = joinUnits(read.document, shapesOf(ours));
  const compared = compareDocuments(ours, theirs, {
    cutter: { segmenter: deps.segmenter, language: input.language },
    sent: null,
    structure: null,
  });
  const older = await findOlder(deps, input.language, compared, keys);
  const receipt = markOlder(compared, (row) => older.has(row));
  return {
    kind: 'preview',
    document: input.document,
    language: input.language,
    fileName: input.fileName,
    receipt,
    problems: read.problems,
    units: applicable(theirs.units, receipt),
    bases,
  };
}

function refuse(...problems: readonly Problem[]): PreviewImportResult {
  return { kind: 'refused', problems };
}

/**
 * The changed rows whose text and state are those of an earlier version of ours: whoever had the file did not touch
 * them, and somebody here has gone on since. A locked segment is one too: it is not to be changed.
 */
async function findOlder(
  deps: Dependencies,
  language: LanguageTag,
  receipt: Receipt,
  keys: ReadonlyMap<string, SegmentKey>,
): Promise<ReadonlySet<ReceiptRow>> {
  const older = new Set<ReceiptRow>();
  for (const row of receipt.rows.filter((each) => each.change === 'changed')) {
    const key = keys.get(segmentName(row.unit, row.segment));
    const versions = key === undefined ? [] : await deps.store.listVersions(key, language);
    const theirs = row.theirs;
    const known = versions
      .slice(1)
      .some(
        ({ target, state }) => theirs !== null && state === row.theirState && sameContent(target, theirs),
      );
    if (key === undefined || known) older.add(row);
  }
  return older;
}

/** Targets for a changed source, and those with foreign or broken codes, are set apart. */
function applicable(units: readonly Unit[], receipt: Receipt): readonly Unit[] {
  const wanted = new Set(
    receipt.rows
      .filter((row) => row.change === 'added' || row.change === 'changed')
      .filter((row) => row.problems.every((each) => each.severity !== 'error'))
      .map((row) => segmentName(row.unit, row.segment)),
  );
  return units.map((unit) => ({
    ...unit,
    parts: unit.parts.filter((part) => part.kind === 'segment' && wanted.has(segmentName(unit.id, part.id))),
  }));
}
