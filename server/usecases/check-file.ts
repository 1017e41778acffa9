/** What the checks find in a bilingual file. */
import { CHECKS, DOCUMENT_CHECKS } from '../core/qa/registry.ts';
import type { CheckedSegment } from '../core/qa/check.ts';
import { checkSegment, compareSegments, type Reported } from '../core/qa/run-checks.ts';
import { segmentsOfUnit } from '../core/qa/segments-of-unit.ts';
import { hasErrors, type Place, type Problem } from '../core/problem.ts';
import { termIndex } from '../core/terminology/term-index.ts';
import { UNDETERMINED } from '../core/text/language.ts';
import type { FileDependencies } from './dependencies.ts';
import { openFile, type UnitSource } from './open-file.ts';
import type { ReadFileInput } from './read-file.ts';
import { readTerms, type TermFile } from './read-terms.ts';

export interface CheckFileInput extends ReadFileInput {
  /** Ids of the only checks to run; absent: all. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  /** A termbase for the checks of terms; one that says no languages is in those of the file. */
  readonly terms?: Pick<TermFile, 'fileName' | 'bytes'>;
}

export interface FileFinding extends Reported {
  readonly unit: string;
  readonly segment: string;
  /** Line and column of the segment's target; null where the format does not know. */
  readonly place: Place | null;
  /** The flat texts that its spans count in. */
  readonly sourceText: string;
  readonly targetText: string;
}

export interface FileCheck {
  readonly format: string | null;
  readonly sourceLanguage: string | null;
  readonly targetLanguage: string | null;
  readonly segments: number;
  readonly findings: readonly FileFinding[];
  readonly problems: readonly Problem[];
}

/** Names that are no check's. */
export function unknownChecks(ids: readonly string[]): readonly string[] {
  const known = new Set([...CHECKS, ...DOCUMENT_CHECKS].map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** What is said of a file that could not be read. */
export function uncheckedFile(problems: readonly Problem[]): FileCheck {
  return { format: null, sourceLanguage: null, targetLanguage: null, segments: 0, findings: [], problems };
}

/** Findings in the order of the file. A file that cannot be read has problems and no findings. */
export function checkFile(deps: FileDependencies, input: CheckFileInput): FileCheck {
  const opened = openFile(deps, input);
  if (opened.kind === 'refused' || hasErrors(opened.problems)) {
    return uncheckedFile(opened.problems);
  }
  const { file } = opened;
  const off = switchedOff(input);
  const { segments, problems } = collect(file, input);
  const compared = compareSegments(
    segments.map(({ checked }) => checked),
    { off },
  );
  const findings = segments.flatMap(({ checked, ...where }, index) =>
    [...checkSegment(checked, { off }), ...(compared[index] ?? [])].map((finding): FileFinding => ({
      ...finding,
      ...where,
      sourceText: checked.source,
      targetText: checked.target,
    })),
  );
  return {
    format: file.format,
    sourceLanguage: file.sourceLanguage,
    targetLanguage: file.targetLanguage,
    segments: segments.length,
    findings,
    problems: [...opened.problems, ...problems],
  };
}

interface FileSegment extends Pick<FileFinding, 'unit' | 'segment' | 'place'> {
  readonly checked: CheckedSegment;
}

function collect(
  file: UnitSource,
  input: CheckFileInput,
): { readonly segments: readonly FileSegment[]; readonly problems: readonly Problem[] } {
  const segments: FileSegment[] = [];
  const problems: Problem[] = [];
  const sourceLanguage = file.sourceLanguage ?? input.sourceLanguage;
  const targetLanguage = file.targetLanguage ?? UNDETERMINED;
  const read = input.terms && readTerms({ ...input.terms, sourceLanguage, targetLanguage });
  problems.push(...(read?.problems ?? []));
  const concepts = read?.concepts ?? [];
  const context = {
    sourceLanguage,
    targetLanguage,
    settings: {},
    ...(concepts.length > 0 && {
      terms: { source: termIndex(concepts, sourceLanguage), target: termIndex(concepts, targetLanguage) },
    }),
  };
  for (let index = 0; index < file.unitCount; index += 1) {
    const opened = file.unit(index);
    if (opened === null) continue;
    const { unit } = opened;
    problems.push(...opened.problems);
    if (!unit.translate) continue;
    const ids = unit.parts.flatMap((part) => (part.kind === 'segment' ? [part.id] : []));
    const places = file.placesOfTargets(index, ids.length);
    segmentsOfUnit(unit, context).forEach((checked, at) => {
      segments.push({ checked, unit: unit.id, segment: ids[at] ?? '', place: places[at] ?? null });
    });
  }
  return { segments, problems };
}

function switchedOff({ only, except = [] }: CheckFileInput): ReadonlySet<string> {
  const all = [...CHECKS, ...DOCUMENT_CHECKS].map(({ id }) => id);
  return new Set([...all.filter((id) => only?.includes(id) === false), ...except]);
}
