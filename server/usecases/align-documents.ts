/** Two files, a text and its translation, become links between their segments. */
import { align } from '../core/alignment/align.ts';
import type { Link } from '../core/alignment/link.ts';
import { inOneLanguage } from '../core/alignment/one-language.ts';
import { sideOf, type Side } from '../core/alignment/side.ts';
import type { Document } from '../core/document/document.ts';
import { problem, type Problem } from '../core/problem.ts';
import { primaryOf, type LanguageTag } from '../core/text/language.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile } from './read-file.ts';

export interface AlignedFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: LanguageTag;
}

export interface AlignInput {
  readonly source: AlignedFile;
  readonly target: AlignedFile;
  readonly switches?: Readonly<Record<string, boolean>>;
}

export interface Alignment {
  /** The source's document, without targets. */
  readonly document: Document;
  readonly source: Side;
  readonly target: Side;
  readonly links: readonly Link[];
}

export type AlignDocumentsResult =
  | { readonly kind: 'aligned'; readonly alignment: Alignment; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Of a bilingual file the texts in the wanted language are taken: its targets where they are that, else its sources.
 * Refuses a file that cannot be read or holds no text (`nothing-translatable`), and texts that are too long.
 */
export function alignDocuments(
  deps: Pick<FileDependencies, 'segmenter'>,
  { source, target, switches = {} }: AlignInput,
): AlignDocumentsResult {
  const left = readSide(deps, source, switches);
  const right = readSide(deps, target, switches);
  const problems = [...left.problems, ...right.problems];
  if (left.kind === 'refused' || right.kind === 'refused') return { kind: 'refused', problems };
  const aligned = align(left.side, right.side);
  if (aligned.kind === 'refused') return aligned;
  const { links } = aligned;
  const alignment = { document: left.document, source: left.side, target: right.side, links };
  return { kind: 'aligned', alignment, problems };
}

type ReadSide =
  | {
      readonly kind: 'read';
      readonly document: Document;
      readonly side: Side;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

function readSide(
  deps: Pick<FileDependencies, 'segmenter'>,
  { bytes, fileName, language }: AlignedFile,
  switches: Readonly<Record<string, boolean>>,
): ReadSide {
  const wanted = { sourceLanguage: language, targetLanguages: [language], switches };
  const read = readFile(deps, { bytes, fileName, ...wanted });
  if (read.kind === 'refused') return { kind: 'refused', problems: named(read.problems, fileName) };
  const { targetLanguage } = read.document;
  const isTarget = targetLanguage !== null && primaryOf(targetLanguage) === primaryOf(language);
  const document = inOneLanguage(read.document, isTarget ? 'target' : 'source');
  const side = sideOf(document, language);
  const problems = named(read.problems, fileName);
  return side.segments.length === 0
    ? { kind: 'refused', problems: named([problem('nothing-translatable')], fileName) }
    : { kind: 'read', document, side, problems };
}

/** Of two files it must be said which one is meant. */
function named(problems: readonly Problem[], file: string): readonly Problem[] {
  return problems.map((each) => ({
    ...each,
    place: { ...each.place, path: [file, each.place?.path].filter(Boolean).join(' ') },
  }));
}
