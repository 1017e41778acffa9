/** What a corrected alignment is for: a memory, or a document with its translation. */
import { SURE } from '../core/alignment/link.ts';
import { tusOf } from '../core/alignment/tus.ts';
import { restoreDocument } from '../core/document/restore.ts';
import type { MemoryId, ProjectId } from '../store/ids.ts';
import type { AddedTus } from '../store/memory-store.ts';
import type { Dependencies } from './dependencies.ts';
import type { ExportResult } from './export-xliff.ts';
import { importDocument, type ImportDocumentResult } from './import-document.ts';
import { readFile } from './read-file.ts';
import { alignmentToXliff } from './write-alignment.ts';

export type AlignmentToMemoryResult =
  | ({ readonly kind: 'saved'; readonly memory: MemoryId } & AddedTus)
  /** There is no such alignment. */
  | { readonly kind: 'not-found' }
  /** No memory has that number, or somebody deleted it meanwhile with what had gone into it. */
  | { readonly kind: 'memory-gone' };

export interface AlignmentToMemoryInput {
  readonly id: string;
  /** A memory that is there, or the name of one, which is made where it is not there. */
  readonly memory: MemoryId | string;
  /** Whether links go in that are not sure and that nobody confirmed. */
  readonly withUnsure: boolean;
  readonly author: string;
}

export async function alignmentToMemory(
  deps: Dependencies,
  { id, memory, withUnsure, author }: AlignmentToMemoryInput,
): Promise<AlignmentToMemoryResult> {
  const { alignments, memories } = deps.store;
  const [found, sides] = [await alignments.findAlignment(id), await alignments.readSides(id)];
  if (found === null || sides === null) return { kind: 'not-found' };
  const known =
    typeof memory === 'string' ? await memoryNamed(deps, memory) : await memories.findMemory(memory);
  if (known === null) return { kind: 'memory-gone' };
  const tus = tusOf(sides.source, sides.target, found.links, {
    sourceFile: found.sourceFile,
    targetFile: found.targetFile,
    author,
    at: deps.now(),
    minimum: withUnsure ? 0 : SURE,
  });
  try {
    return { kind: 'saved', memory: known.id, ...(await memories.addTus(known.id, tus)) };
  } catch (error) {
    if ((await memories.findMemory(known.id)) === null) return { kind: 'memory-gone' };
    throw error;
  }
}

async function memoryNamed(deps: Dependencies, name: string): Promise<{ readonly id: MemoryId } | null> {
  const { memories } = deps.store;
  const made = await memories.createMemory(name, deps.now());
  return made === null ? memories.findMemoryNamed(name) : { id: made };
}

/** The source document with the translation, as an XLIFF. */
export async function alignedXliff(deps: Dependencies, id: string): Promise<ExportResult> {
  const { alignments } = deps.store;
  const [found, sides, kept] = [
    await alignments.findAlignment(id),
    await alignments.readSides(id),
    await alignments.readAlignedDocument(id),
  ];
  if (found === null || sides === null || kept === null) return { kind: 'not-found' };
  const { sourceLanguage, sourceFile: fileName } = found;
  const read = readFile(deps, { bytes: kept, fileName: `${fileName}.xlf`, sourceLanguage });
  if (read.kind === 'refused') return read;
  const restored = restoreDocument(read.document).document;
  const original = { bytes: read.document.skeleton?.original ?? kept, fileName };
  const alignment = { ...sides, document: restored ?? read.document, links: found.links };
  const { bytes, problems } = alignmentToXliff(deps, alignment, original);
  if (bytes === null) return { kind: 'refused', problems };
  const mediaType = 'application/xliff+xml';
  return {
    kind: 'exported',
    fileName: `${fileName}.${found.targetLanguage}.xlf`,
    mediaType,
    bytes,
    problems,
  };
}

export interface AlignmentToDocumentInput {
  readonly id: string;
  /** null: a new one. */
  readonly project: ProjectId | null;
  readonly projectName: string;
  readonly author: string;
}

export type AlignmentToDocumentResult = ImportDocumentResult | { readonly kind: 'not-found' };

/** The document of a project, which can be translated on, checked, and published in both languages. */
export async function alignmentToDocument(
  deps: Dependencies,
  { id, project, projectName, author }: AlignmentToDocumentInput,
): Promise<AlignmentToDocumentResult> {
  const written = await alignedXliff(deps, id);
  const found = await deps.store.alignments.findAlignment(id);
  if (written.kind === 'not-found' || found === null) return { kind: 'not-found' };
  if (written.kind === 'refused') return written;
  const imported = await importDocument(deps, {
    ...(project === null ? {} : { project }),
    projectName: projectName.trim() || found.sourceFile,
    fileName: written.fileName,
    bytes: written.bytes,
    sourceLanguage: found.sourceLanguage,
    targetLanguages: [found.targetLanguage],
    granularity: 'sentence',
    switches: {},
    author,
  });
  return imported.kind === 'refused'
    ? imported
    : { ...imported, problems: [...written.problems, ...imported.problems] };
}
