/** Reads a file of any known format. The one door through which bytes become a document. */
import type { Document } from '../core/document/document.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Segmenter } from '../core/text/segmentation.ts';
import { detectFormat } from '../formats/detect.ts';
import type { Format } from '../formats/format.ts';

export interface ReadFileInput {
  readonly bytes: Uint8Array;
  /** Its extension helps to tell the format. */
  readonly fileName: string;
  readonly sourceLanguage: LanguageTag;
  readonly granularity?: 'sentence' | 'paragraph';
  readonly switches?: Readonly<Record<string, boolean>>;
  /** Which translation of a package that holds several. */
  readonly targetLanguages?: readonly LanguageTag[];
}

export type ReadFileResult =
  | {
      readonly kind: 'read';
      readonly format: Format;
      readonly document: Document;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Tells the format and reads; a file that cannot be read is refused with what is wrong and where. */
export function readFile(deps: { readonly segmenter: Segmenter }, input: ReadFileInput): ReadFileResult {
  if (input.bytes.length === 0) return { kind: 'refused', problems: [problem('file-empty')] };
  const format = detectFormat(input.bytes, input.fileName);
  if (format === null) {
    return { kind: 'refused', problems: [problem('format-unknown', null, { file: input.fileName })] };
  }
  const { document, problems } = format.read(input.bytes, {
    sourceLanguage: input.sourceLanguage,
    segmenter: deps.segmenter,
    granularity: input.granularity ?? 'sentence',
    switches: input.switches ?? {},
    targetLanguages: input.targetLanguages ?? [],
  });
  if (document === null || hasErrors(problems)) return { kind: 'refused', problems };
  return { kind: 'read', format, document, problems };
}
