/** An alignment as files: an XLIFF of the source document with its translation, and plain JSON. */
import { alignedDocument } from '../core/alignment/aligned-document.ts';
import { linkedTexts } from '../core/alignment/linked-contents.ts';
import { skeletonOf } from '../core/document/restore.ts';
import { problem, type Problem } from '../core/problem.ts';
import { equivalentText } from '../core/text/content.ts';
import { findFormat, findProfile } from '../formats/registry.ts';
import type { AlignedFile, Alignment } from './align-documents.ts';
import type { FileDependencies } from './dependencies.ts';
import type { WrittenFile } from './extract-file.ts';

/** The exchange form of an aligned document. */
const PROFILE = 'xliff-2.1';

/**
 * The whole source document, from which it can be made again. What of the translation has no source stands in notes,
 * and is told of (`alignment-unplaced`).
 */
export function alignmentToXliff(
  deps: Pick<FileDependencies, 'now'>,
  alignment: Alignment,
  { bytes, fileName }: AlignedFile,
): WrittenFile {
  const { source, target, links } = alignment;
  const { document, unplaced } = alignedDocument(alignment.document, target.language, source, target, links);
  const found = findProfile(PROFILE);
  if (found === null) throw new Error(`no profile ${PROFILE}`);
  const isMonolingual = findFormat(document.format)?.kind === 'monolingual';
  const made = found.format.make(document, {
    version: found.profile.version,
    layout: found.profile.layout,
    sourceLanguage: source.language,
    targetLanguage: target.language,
    fileName,
    skeleton: isMonolingual ? skeletonOf(document, bytes, fileName) : document.skeleton,
    date: new Date(deps.now()).toISOString(),
  });
  const problems: readonly Problem[] =
    unplaced === 0 ? [] : [problem('alignment-unplaced', null, { count: unplaced })];
  return { bytes: made.bytes, problems: [...problems, ...made.problems] };
}

export interface ListedLink {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly confidence: number;
}

/** The texts of each link, for other programs. */
export function listLinks({ source, target, links }: Alignment): readonly ListedLink[] {
  return linkedTexts(source, target, links).map(({ link, sources, targets }) => ({
    source: sources.map(({ content }) => equivalentText(content)),
    target: targets.map(({ content }) => equivalentText(content)),
    confidence: link.confidence,
  }));
}
