/**
 * A returned file is read, compared and kept, pending; nothing is applied. The import remembers which version each
 * segment had, so that what a colleague saves in the meantime is not overwritten when it is applied.
 */
import { problem, type Problem } from '../core/problem.ts';
import type { Receipt } from '../core/document/receipt/row.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Import } from '../store/exchange.ts';
import type { DocumentId } from '../store/ids.ts';
import { compareReturned, type ComparedImport } from './compare-returned.ts';
import type { Dependencies } from './dependencies.ts';
import { findSentFile, openSentFile, type KnownSent } from './find-sent-file.ts';
import { readReturnedFile, type ReturnedFile } from './read-returned-file.ts';

export interface ImportPreview extends ComparedImport {
  readonly kind: 'preview';
  readonly import: Import;
  readonly problems: readonly Problem[];
  /** Of the document as it stood when it was compared. */
  readonly stamp: string;
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
  /** Who brings it. */
  readonly author: string;
}

/** Compares, and keeps the file as a pending import. */
export async function previewImport(
  deps: Dependencies,
  input: PreviewImportInput,
): Promise<PreviewImportResult> {
  if (input.bytes.length > deps.uploadLimit) {
    return refuse(problem('file-too-large', null, { limit: deps.uploadLimit, size: input.bytes.length }));
  }
  const read = await readBack(deps, input);
  if (read.kind !== 'returned') return read;
  const { file, stamp } = read;
  const sent = file.format === null ? null : await findSentFile(deps, input, file.document);
  const compared = await compareReturned(deps, { ...input, returned: file, sent, bases: null });
  const { document, language, fileName, author } = input;
  const made = {
    id: deps.newId(),
    document,
    language,
    fileName,
    author,
    at: deps.now(),
    details: {
      sent: sent?.id ?? null,
      bases: [...compared.segments.values()].map(({ current }) => current?.version ?? 0),
      choices: [],
      tools: (compared.receipt.structure?.tools ?? []).map((tool) => tool.name),
      counts: [],
      notes: [],
    },
  };
  await deps.store.addImport({ ...made, bytes: input.bytes });
  return {
    kind: 'preview',
    import: { ...made, status: 'pending' },
    problems: file.problems,
    stamp,
    ...compared,
  };
}

/** The receipt of an import again, as things stand now; `not-found` where it is not kept, or not pending any more. */
export async function openImport(deps: Dependencies, id: string): Promise<PreviewImportResult> {
  const found = await deps.store.findImport(id);
  const bytes = found === null ? null : await deps.store.readImportFile(id);
  if (found?.status !== 'pending' || bytes === null) return { kind: 'not-found' };
  const read = await readBack(deps, { ...found, bytes });
  if (read.kind !== 'returned') return read;
  const { file, stamp } = read;
  const sent = await sentOf(deps, found);
  const { bases } = found.details;
  const compared = await compareReturned(deps, { ...found, returned: file, sent, bases });
  return { kind: 'preview', import: found, problems: file.problems, stamp, ...compared };
}

/** Whether the document still stands as it did when the receipt was made. */
export async function isCurrent(deps: Dependencies, preview: ImportPreview): Promise<boolean> {
  const { document, language } = preview.import;
  return (await deps.store.stampOf(document, language)) === preview.stamp;
}

/** Whether the file lost something: then nothing of it is taken by default. */
export function isQuarantined({ reasons }: Receipt): boolean {
  return reasons.length > 0;
}

async function sentOf(deps: Dependencies, { details, language }: Import): Promise<KnownSent | null> {
  return details.sent === null ? null : openSentFile(deps, details.sent, language);
}

type ReadBack =
  | { readonly kind: 'returned'; readonly file: ReturnedFile; readonly stamp: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

async function readBack(deps: Dependencies, input: PreviewImportInput): Promise<ReadBack> {
  const stored = await deps.store.findDocument(input.document);
  const project = stored === null ? null : await deps.store.findProject(stored.project);
  // Before anything is read, so that what is saved meanwhile makes it another.
  const stamp = await deps.store.stampOf(input.document, input.language);
  const ours = stored === null ? null : await deps.store.readDocument(input.document, input.language);
  if (project === null || ours === null) return { kind: 'not-found' };
  const read = readReturnedFile(deps, { ...input, ours, sourceLanguage: project.sourceLanguage });
  return read.kind === 'returned' ? { ...read, stamp } : read;
}

function refuse(...problems: readonly Problem[]): PreviewImportResult {
  return { kind: 'refused', problems };
}
