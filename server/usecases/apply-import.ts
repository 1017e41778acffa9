/**
 * What a person has seen in the receipt is applied: the rows that they chose, each from the version that they saw.
 * Segments saved meanwhile are left as they are and counted. The whole import is one act, which can be undone.
 */
import { standsForState } from '../core/document/receipt/build-row.ts';
import type { ReceiptRow } from '../core/document/receipt/row.ts';
import type { Note } from '../core/document/unit.ts';
import { isEmpty } from '../core/text/content.ts';
import { contentToUnicode } from '../core/text/zawgyi.ts';
import { checkText } from '../core/text/check-text.ts';
import { hasErrors } from '../core/problem.ts';
import type { Import, ImportChoice } from '../store/exchange.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Save, StoredSegment } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { isQuarantined, openImport, type ImportPreview } from './preview-import.ts';
import { segmentName } from './save-imported-targets.ts';
import { zawgyiUnits } from './zawgyi-units.ts';

export interface ApplyImportOptions {
  readonly author: string;
  /** Texts in state `initial` become `translated`: many tools translate and leave the state as it was. */
  readonly draftsAsTranslated: boolean;
  /** Texts in Zawgyi are saved in Unicode; the file, which is kept, has them as they came. */
  readonly fromZawgyi?: boolean;
  /** Also of a quarantined file, what is suggested. */
  readonly goodParts: boolean;
}

export interface ImportCounts {
  readonly saved: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly notes: number;
}

export type ApplyImportResult =
  | { readonly kind: 'applied'; readonly import: Import; readonly counts: ImportCounts }
  | { readonly kind: 'not-found' };

/** Applying twice (a double click, a reload, two servers) applies once, and says the same. */
export async function applyImport(
  deps: Dependencies,
  id: string,
  options: ApplyImportOptions,
): Promise<ApplyImportResult> {
  const preview = await openImport(deps, id);
  if (preview.kind !== 'preview') return alreadyApplied(deps, id);
  const chosen = chosenRows(preview, options.goodParts);
  const zawgyi = options.fromZawgyi === true ? zawgyiOf(preview) : new Set<string>();
  const saves = chosen.map(({ row, stored, version }) => {
    const save = saveOf(deps, preview, row, stored, version, options);
    return zawgyi.has(row.unit) ? { ...save, target: contentToUnicode(save.target) } : save;
  });
  const results = await deps.store.saveTargets(saves);
  const count = (kind: string): number => results.filter((result) => result.kind === kind).length;
  const notes = await addNotes(deps, preview, options.author);
  const counts = {
    saved: count('saved'),
    unchanged: count('unchanged'),
    conflicts: count('conflict') + leftConflicts(preview, chosen),
    notes: notes.length,
  };
  const details = { ...preview.import.details, counts: Object.entries(counts), notes };
  const change = { status: 'applied', author: options.author, details } as const;
  const isFirst = await deps.store.updateImport(id, 'pending', change);
  return isFirst
    ? { kind: 'applied', import: { ...preview.import, ...change }, counts }
    : alreadyApplied(deps, id);
}

/** What was changed here and in the file, and stays as it is here. */
function leftConflicts({ receipt }: ImportPreview, chosen: readonly ChosenRow[]): number {
  const taken = new Set(chosen.map(({ row }) => row));
  return receipt.rows.filter((row) => row.change === 'conflict' && !taken.has(row)).length;
}

/** Keeps what a person decided on some rows; false where the import is no longer pending. */
export async function chooseRows(
  deps: Dependencies,
  { id, author, details }: Import,
  choices: readonly ImportChoice[],
): Promise<boolean> {
  const all = new Map([...details.choices, ...choices].map((choice) => [choice.position, choice]));
  const kept = { ...details, choices: [...all.values()] };
  return deps.store.updateImport(id, 'pending', { status: 'pending', author, details: kept });
}

export interface ChosenRow {
  readonly row: ReceiptRow;
  readonly stored: StoredSegment;
  /** That it is to be saved on. */
  readonly version: number;
}

/** The rows that applying would take: the suggested ones, but as the person decided otherwise. */
export function chosenRows(preview: ImportPreview, goodParts = false): readonly ChosenRow[] {
  const choices = new Map(preview.import.details.choices.map((choice) => [choice.position, choice]));
  const bySuggestion = goodParts || !isQuarantined(preview.receipt);
  return preview.receipt.rows.flatMap((row) => {
    const stored = preview.segments.get(segmentName(row.unit, row.segment));
    if (stored === undefined || row.taking === 'never' || row.theirs === null) return [];
    const choice = choices.get(stored.position);
    const isSuggested = bySuggestion && row.taking === 'suggested';
    // Of a quarantined file nothing was ticked before: a row that is not ticked was not decided against.
    if (!(goodParts ? choice?.take === true || isSuggested : (choice?.take ?? isSuggested))) return [];
    const version = choice?.version ?? stored.current?.version ?? 0;
    return [{ row, stored, version }];
  });
}

/** How many of the rows to be taken are drafts by their state. */
export function countDrafts(preview: ImportPreview): number {
  return chosenRows(preview, true).filter(({ row }) => isDraft(row)).length;
}

/** The units that the file brings in Zawgyi. */
export function zawgyiOf({ import: { language }, receipt }: ImportPreview): ReadonlySet<string> {
  return zawgyiUnits(
    language,
    receipt.rows.map(({ unit, theirs }) => ({ unit, target: theirs })),
  );
}

function isDraft(row: ReceiptRow): boolean {
  return row.theirState === 'initial' && row.theirs !== null && !isEmpty(row.theirs);
}

function saveOf(
  deps: Dependencies,
  preview: ImportPreview,
  row: ReceiptRow,
  stored: StoredSegment,
  version: number,
  { author, draftsAsTranslated }: ApplyImportOptions,
): Save {
  const { id, language, fileName } = preview.import;
  return {
    segment: stored.key,
    language,
    base: version,
    target: row.theirs ?? [],
    state: draftsAsTranslated && isDraft(row) ? 'translated' : (row.theirState ?? 'initial'),
    subState: row.theirSubState ?? keptSubState(row, stored),
    author,
    at: deps.now(),
    origin: { kind: 'imported', file: fileName, import: id },
  };
}

/** Many tools drop it, and say nothing by that. */
function keptSubState(row: ReceiptRow, { current }: StoredSegment): string | null {
  const own = current?.subState ?? null;
  return row.theirState === current?.state && !standsForState(own) ? own : null;
}

async function alreadyApplied(deps: Dependencies, id: string): Promise<ApplyImportResult> {
  const found = await deps.store.findImport(id);
  if (found === null || found.status === 'pending') return { kind: 'not-found' };
  const of = (name: string): number => found.details.counts.find(([each]) => each === name)?.[1] ?? 0;
  const counts = {
    saved: of('saved'),
    unchanged: of('unchanged'),
    conflicts: of('conflicts'),
    notes: of('notes'),
  };
  return { kind: 'applied', import: found, counts };
}

/** The notes that only the file has; those that cannot be kept, or are there already, are left out. */
async function addNotes(
  deps: Dependencies,
  preview: ImportPreview,
  author: string,
): Promise<readonly (readonly [SegmentKey, number])[]> {
  const added: (readonly [SegmentKey, number])[] = [];
  for (const [name, notes] of preview.notes) {
    const stored = preview.segments.get(name);
    if (stored === undefined) continue;
    const known = new Set((await deps.store.listNotes(stored.key)).map((note) => note.text));
    for (const note of notes.filter((each) => !known.has(each.text) && !hasErrors(checkText([each.text])))) {
      const kept = await deps.store.addNote(stored.key, {
        author: noteAuthor(note, author),
        at: deps.now(),
        text: note.text,
        language: note.appliesTo === 'source' ? null : preview.import.language,
      });
      if (kept !== null) added.push([stored.key, kept.id]);
    }
  }
  return added;
}

function noteAuthor(note: Note, author: string): string {
  return note.author ?? author;
}
