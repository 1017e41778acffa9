/** What splitting, joining and undoing have in common: the answer, and how its source is counted. */
import { problem, type Problem } from '../core/problem.ts';
import { textOf, type Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { countWords } from '../core/text/words.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Resegmented, ResegmentResult } from '../store/resegmentation.ts';
import type { StoredSegment } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';

export type ResegmentSegmentResult =
  | {
      readonly kind: 'resegmented';
      readonly done: Resegmented;
      /** All of the unit, as they are now. */
      readonly segments: readonly StoredSegment[];
    }
  /** A target or the segmentation changed meanwhile. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'locked' }
  | { readonly kind: 'not-found' };

/** The word counter of a document's project: the one by which the document was counted. */
export async function wordCounter(
  deps: Dependencies,
  document: DocumentId,
): Promise<(source: Content) => number> {
  const stored = await deps.store.findDocument(document);
  const project = stored === null ? null : await deps.store.findProject(stored.project);
  return (source) => (project === null ? 0 : countWords(textOf(source), project.sourceLanguage));
}

export async function answer(
  deps: Dependencies,
  segment: StoredSegment,
  language: LanguageTag,
  result: ResegmentResult,
): Promise<ResegmentSegmentResult> {
  if (result.kind === 'refused') {
    const path = `unit ${segment.unit} > segment ${segment.segment}`;
    return { kind: 'refused', problems: [problem(result.reason, { path }, { unit: segment.unit })] };
  }
  if (result.kind !== 'resegmented') return result;
  const { done } = result;
  return { ...result, segments: await deps.store.listUnitSegments(done.document, done.unitIndex, language) };
}
