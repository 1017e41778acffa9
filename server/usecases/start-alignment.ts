/** Aligns two files and keeps the alignment, to be corrected. */
import { problem, type Problem } from '../core/problem.ts';
import { alignDocuments, type AlignInput } from './align-documents.ts';
import type { Dependencies } from './dependencies.ts';
import { makeXliff } from './write-alignment.ts';

export interface StartAlignmentInput extends AlignInput {
  readonly author: string;
}

export type StartAlignmentResult =
  | { readonly kind: 'started'; readonly id: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Nothing is kept where a file is refused. The source is kept as it was cut, whatever rules come later. */
export async function startAlignment(
  deps: Dependencies,
  { author, ...input }: StartAlignmentInput,
): Promise<StartAlignmentResult> {
  const { source, target } = input;
  for (const { bytes, fileName } of [source, target])
    if (bytes.length > deps.uploadLimit) {
      const values = { limit: deps.uploadLimit, size: bytes.length };
      return { kind: 'refused', problems: [problem('file-too-large', { path: fileName }, values)] };
    }
  const aligned = alignDocuments(deps, input);
  if (aligned.kind === 'refused') return aligned;
  const { alignment, problems } = aligned;
  const document = makeXliff(deps, alignment.document, source.language, target.language, source);
  if (document.bytes === null) return { kind: 'refused', problems: document.problems };
  const id = deps.newId();
  const at = deps.now();
  await deps.store.alignments.addAlignment({
    id,
    sourceFile: source.fileName,
    targetFile: target.fileName,
    sourceLanguage: source.language,
    targetLanguage: target.language,
    author,
    at,
    createdAt: at,
    links: alignment.links,
    sides: { source: alignment.source, target: alignment.target },
    document: document.bytes,
  });
  return { kind: 'started', id, problems };
}
