/**
 * A document whose source is in Zawgyi: when a person asks for it, a project of its own is made of a copy of the file
 * in Unicode. A source stands in the bytes that were brought in, so it is the file that is converted; the project of
 * the file as it came stays, with all that was done in it.
 */
import { problem, type Problem } from '../core/problem.ts';
import { cleanFileName } from '../core/text/file-name.ts';
import { primaryOf, type LanguageTag } from '../core/text/language.ts';
import { zawgyiFileToUnicode } from '../core/text/zawgyi.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument, StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { importDocument } from './import-document.ts';
import { zawgyiUnits } from './zawgyi-units.ts';

export interface DocumentOfProject {
  readonly project: Project;
  readonly document: StoredDocument;
}

/** As many segments tell whether a document is worth a question. */
const SAMPLE = 200;

/** Whether the first sources have Zawgyi among them, in a file that is one text (no package, nothing but UTF-8). */
export async function isSourceInZawgyi(deps: Dependencies, of: DocumentOfProject): Promise<boolean> {
  const { sourceLanguage } = of.project;
  const [language] = of.project.targetLanguages;
  if (primaryOf(sourceLanguage) !== 'my' || language === undefined) return false;
  const { segments } = await deps.store.listSegments(of.document.id, language, {}, 0, SAMPLE);
  if (zawgyiUnits(sourceLanguage, segments.map(sourceOf)).size === 0) return false;
  const original = await deps.store.readOriginal(of.document.id);
  return original !== null && decode(original) !== null;
}

export type CopyInUnicodeResult =
  | { readonly kind: 'copied'; readonly document: DocumentId; readonly fileName: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** Nothing in the file's bytes is Zawgyi as a text. */
  | { readonly kind: 'unchanged' };

/** The copy has the languages, credits and segmentation rules of the project that it is made of. */
export async function copyInUnicode(
  deps: Dependencies,
  { project, document }: DocumentOfProject,
  name: { readonly project: string; readonly author: string },
): Promise<CopyInUnicodeResult> {
  const original = await deps.store.readOriginal(document.id);
  const text = original === null ? null : decode(original);
  if (text === null) {
    return { kind: 'refused', problems: [problem('encoding-invalid', null, { encoding: 'UTF-8' })] };
  }
  const converted = zawgyiFileToUnicode(text);
  if (converted === text) return { kind: 'unchanged' };
  const fileName = nameOfCopy(document.fileName);
  const [language] = project.targetLanguages;
  const result = await importDocument(deps, {
    projectName: name.project,
    fileName,
    bytes: new TextEncoder().encode(converted),
    sourceLanguage: project.sourceLanguage,
    targetLanguages: project.targetLanguages,
    granularity: language === undefined ? 'sentence' : await granularityOf(deps, document.id, language),
    switches: {},
    author: name.author,
    srx: await deps.store.findProjectSrx(project.id),
    credits: project,
  });
  return result.kind === 'imported' ? { kind: 'copied', document: result.document, fileName } : result;
}

/** With its byte order mark; null where it is no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `letters.md` is `letters.unicode.md`. */
function nameOfCopy(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, ''];
  return cleanFileName(`${stem}.unicode${extension}`);
}

/** How the document was cut: where no unit has two segments, by paragraphs as well as by sentences. */
async function granularityOf(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
): Promise<'sentence' | 'paragraph'> {
  let last: string | null = null;
  for await (const { unit } of allSegments(deps.store, document, language)) {
    if (unit === last) return 'sentence';
    last = unit;
  }
  return 'paragraph';
}

function sourceOf({ unit, source }: StoredSegment): {
  readonly unit: string;
  readonly target: StoredSegment['source'];
} {
  return { unit, target: source };
}
