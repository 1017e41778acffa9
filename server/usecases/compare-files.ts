/** The receipt for two files: what was sent against what came back. */
import { joinUnits, shapesOf, wholeDocument } from '../core/document/flat-units.ts';
import { compareDocuments } from '../core/document/receipt.ts';
import type { Receipt } from '../core/document/receipt/row.ts';
import type { StructureReport } from '../core/document/structure.ts';
import type { Problem } from '../core/problem.ts';
import { UNDETERMINED } from '../core/text/language.ts';
import type { Format } from '../formats/format.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export type CompareResult =
  | { readonly kind: 'compared'; readonly receipt: Receipt; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export function compareFiles(
  deps: Pick<FileDependencies, 'segmenter'>,
  sent: ReadFileInput,
  back: ReadFileInput,
): CompareResult {
  const ours = readFile(deps, sent);
  if (ours.kind === 'refused') return ours;
  const theirs = readFile(deps, back);
  if (theirs.kind === 'refused') return theirs;
  const language = ours.document.targetLanguage ?? theirs.document.targetLanguage ?? UNDETERMINED;
  // A tool that knows no segments was given each as a unit of its own.
  const whole = wholeDocument(ours.document);
  return {
    kind: 'compared',
    receipt: compareDocuments(whole, joinUnits(theirs.document, shapesOf(whole)), {
      cutter: { segmenter: deps.segmenter, language },
      sent: null,
      structure: structureOf(ours.format, sent.bytes, theirs.format, back.bytes),
    }),
    problems: theirs.problems,
  };
}

/** Only of two files of one format: between two generations of XLIFF everything is called otherwise. */
export function structureOf(
  format: Format,
  sent: Uint8Array,
  otherFormat: Format,
  back: Uint8Array,
): StructureReport | null {
  if (format.kind !== 'bilingual' || format.id !== otherFormat.id) return null;
  return format.compareStructure?.(sent, back) ?? null;
}
