/**
 * A person brings a file: a project is made of it. An XLIFF that carries its original becomes a project of that
 * original, with its targets as the first versions; any other XLIFF is a document of its own.
 */
import type { Document } from '../core/document/document.ts';
import { restoreDocument } from '../core/document/restore.ts';
import { segmentsOf } from '../core/document/unit.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { cleanFileName } from '../core/text/file-name.ts';
import { countWords } from '../core/text/words.ts';
import { findFormat } from '../formats/registry.ts';
import type { DocumentId, ProjectId } from '../store/ids.ts';
import type { ProjectSrx } from '../store/project.ts';
import type { Dependencies } from './dependencies.ts';
import { readFile } from './read-file.ts';
import { readSegmentationRules } from './read-segmentation-rules.ts';
import { saveImportedTargets } from './save-imported-targets.ts';

export interface ImportDocumentInput {
  /** One that is there, which has its languages; absent: a new one is made. */
  readonly project?: ProjectId;
  /** '' takes the file's name. */
  readonly projectName: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguages: readonly LanguageTag[];
  readonly granularity: 'sentence' | 'paragraph';
  readonly switches: Readonly<Record<string, boolean>>;
  /** Who the versions of targets that the file brings are by. */
  readonly author: string;
  /** Rules of their own for this project, which it keeps. */
  readonly srx?: ProjectSrx | null;
  readonly credits?: { readonly author: string; readonly licence: string; readonly origin: string };
}

export type ImportDocumentResult =
  | {
      readonly kind: 'imported';
      readonly project: ProjectId;
      readonly document: DocumentId;
      /** Notes and warnings of reading. */
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Makes a project with one document, or adds it to one. Nothing is kept where the file is refused. */
export async function importDocument(
  deps: Dependencies,
  input: ImportDocumentInput,
): Promise<ImportDocumentResult> {
  if (input.bytes.length > deps.uploadLimit) {
    return refuse(problem('file-too-large', null, { limit: deps.uploadLimit, size: input.bytes.length }));
  }
  const rules = input.srx ? readSegmentationRules(input.srx.bytes) : null;
  if (rules !== null && rules.segmenter === null) return { kind: 'refused', problems: rules.problems };
  const read = readFile({ segmenter: rules?.segmenter ?? deps.segmenter }, input);
  if (read.kind === 'refused') return read;
  const { document, problems } = read;
  const sourceLanguage = document.sourceLanguage ?? input.sourceLanguage;
  const targetLanguages = languagesOf(document, input.targetLanguages, sourceLanguage);
  if (targetLanguages.length === 0) return refuse(problem('language-missing'));
  if (!document.units.some((unit) => unit.translate && segmentsOf(unit).length > 0))
    return refuse(problem('nothing-translatable'));

  const { problems: restoring, ...kept } = keep(document, input);
  if (hasErrors(restoring)) return refuse(...restoring);
  const project = input.project ?? (await createProject(deps, input, sourceLanguage, targetLanguages));
  if (input.srx) await deps.store.setProjectSrx(project, input.srx);
  const id = await deps.store.addDocument(project, {
    ...kept,
    words: kept.document.units.flatMap((unit) =>
      segmentsOf(unit).map((segment) => countWords(textOf(segment.source), sourceLanguage)),
    ),
    createdAt: deps.now(),
  });
  if (document.targetLanguage !== null) {
    await saveImportedTargets(deps, {
      document: id,
      language: document.targetLanguage,
      units: kept.document.units,
      fileName: input.fileName,
      author: input.author,
    });
  }
  return { kind: 'imported', project, document: id, problems: [...(rules?.problems ?? []), ...problems] };
}

function createProject(
  deps: Dependencies,
  { projectName, fileName, credits }: ImportDocumentInput,
  sourceLanguage: LanguageTag,
  targetLanguages: readonly LanguageTag[],
): Promise<ProjectId> {
  return deps.store.createProject({
    name: projectName.trim() || fileName,
    sourceLanguage,
    targetLanguages,
    author: credits?.author ?? '',
    licence: credits?.licence ?? '',
    origin: credits?.origin ?? '',
    workId: `urn:uuid:${deps.newId()}`,
    createdAt: deps.now(),
  });
}

function refuse(...problems: readonly Problem[]): ImportDocumentResult {
  return { kind: 'refused', problems };
}

/** The file's own target language comes first; the source language is never a target. */
function languagesOf(
  document: Document,
  wanted: readonly LanguageTag[],
  sourceLanguage: LanguageTag,
): readonly LanguageTag[] {
  const own = document.targetLanguage === null ? [] : [document.targetLanguage];
  return [...new Set([...own, ...wanted])].filter((language) => language !== sourceLanguage);
}

function keep(
  document: Document,
  input: ImportDocumentInput,
): {
  readonly fileName: string;
  readonly original: Uint8Array;
  readonly document: Document;
  readonly problems: readonly Problem[];
} {
  const { skeleton } = document;
  const { document: restored, problems } = restoreDocument(document);
  const isOurs = skeleton !== null && findFormat(skeleton.format)?.kind === 'monolingual';
  if (!isOurs || restored === null) {
    return { fileName: input.fileName, original: input.bytes, document, problems: [] };
  }
  return {
    fileName: cleanFileName(skeleton.fileName) || input.fileName,
    original: skeleton.original,
    document: restored,
    problems,
  };
}
