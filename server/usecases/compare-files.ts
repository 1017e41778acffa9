/** The receipt for two files: what was sent against what came back. */
import { joinUnits, shapesOf, wholeDocument } from '../core/document/flat-units.ts';
import { compareDocuments, type Receipt } from '../core/document/receipt.ts';
import type { Problem } from '../core/problem.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export type CompareResult =
  | { readonly kind: 'compared'; readonly receipt: Receipt; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export function compareFiles(
  deps: FileDependencies,
  sent: ReadFileInput,
  back: ReadFileInput,
): CompareResult {
  const ours = readFile(deps, sent);
  if (ours.kind === 'refused') return ours;
  const theirs = readFile(deps, back);
  if (theirs.kind === 'refused') return theirs;
  const whole = wholeDocument(ours.document);
  return {
    kind: 'compared',
    receipt: compareDocuments(whole, joinUnits(theirs.document, shapesOf(whole))),
    problems: theirs.problems,
  };
}
