/** An alignment as files: an XLIFF of the source document with its translation, a TMX of its links, and plain JSON. */
import { alignedDocument } from '../core/alignment/aligned-document.ts';
import { linkedTexts } from '../core/alignment/linked-contents.ts';
import { tusOf, type TuDetails } from '../core/alignment/tus.ts';
import type { Document } from '../core/document/document.ts';
import { skeletonOf } from '../core/document/restore.ts';
import { problem, type Problem } from '../core/problem.ts';
import { equivalentText } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { findFormat, findProfile, MEMORY_FORMATS } from '../formats/registry.ts';
import type { Alignment } from './align-documents.ts';
import type { FileDependencies } from './dependencies.ts';
import type { WrittenFile } from './extract-file.ts';

/** The file that a document was read of. */
export interface OriginalFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The exchange form of an aligned document. */
const PROFILE = 'xliff-2.1';

/**
 * The whole source document, from which it can be made again. What of the translation has no source stands in notes,
 * and is told of (`alignment-unplaced`).
 */
export function alignmentToXliff(
  deps: Pick<FileDependencies, 'now'>,
  alignment: Alignment,
  original: OriginalFile,
): WrittenFile {
  const { source, target, links } = alignment;
  const { document, unplaced } = alignedDocument(alignment.document, target.language, source, target, links);
  const made = makeXliff(deps, document, source.language, target.language, original);
  const problems: readonly Problem[] =
    unplaced === 0 ? [] : [problem('alignment-unplaced', null, { count: unplaced })];
  return { bytes: made.bytes, problems: [...problems, ...made.problems] };
}

/** The document as an XLIFF that carries what it was made of. */
export function makeXliff(
  deps: Pick<FileDependencies, 'now'>,
  document: Document,
  sourceLanguage: LanguageTag,
  targetLanguage: LanguageTag,
  { bytes, fileName }: OriginalFile,
): WrittenFile {
  const found = findProfile(PROFILE);
  if (found === null) throw new Error(`no profile ${PROFILE}`);
  const isMonolingual = findFormat(document.format)?.kind === 'monolingual';
  return found.format.make(document, {
    version: found.profile.version,
    layout: found.profile.layout,
    sourceLanguage,
    targetLanguage,
    fileName,
    skeleton: isMonolingual ? skeletonOf(document, bytes, fileName) : document.skeleton,
    date: new Date(deps.now()).toISOString(),
  });
}

/** A TU for each link that has both sides and is sure enough, by the details. */
export async function alignmentToTmx(
  { source, target, links }: Alignment,
  details: TuDetails,
  version: string,
): Promise<WrittenFile> {
  const format = MEMORY_FORMATS.find((each) => each.writeTus !== undefined);
  if (format?.writeTus === undefined) throw new Error('no format writes memories');
  const problems: Problem[] = [];
  const chunks: Uint8Array[] = [];
  const written = format.writeTus(inTurn(tusOf(source, target, links, details)), {
    sourceLanguage: source.language,
    date: details.at,
    version,
    report: (each) => problems.push(each),
  });
  for await (const chunk of written) chunks.push(chunk);
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, problems };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the writer takes what comes from a store
async function* inTurn<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
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
