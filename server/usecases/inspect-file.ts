/** What a file holds, as one plain value: for people, scripts and other programs. */
import { segmentsOf, type Unit } from '../core/document/unit.ts';
import type { Problem } from '../core/problem.ts';
import type { Content } from '../core/text/content.ts';
import type { FileDependencies } from './dependencies.ts';
import { openFile } from './open-file.ts';
import type { ReadFileInput } from './read-file.ts';

export type InspectedPart =
  | string
  | {
      readonly code: string;
      readonly id: string;
      readonly equiv: string;
      readonly text: string;
      readonly edge?: 'open' | 'close';
    };

export interface InspectedUnit {
  readonly id: string;
  readonly file: string;
  readonly translate: boolean;
  readonly notes: readonly { readonly text: string; readonly category?: string }[];
  readonly segments: readonly {
    readonly id: string;
    readonly state: string;
    readonly subState: string | null;
    readonly source: readonly InspectedPart[];
    readonly target: readonly InspectedPart[] | null;
  }[];
}

export interface Inspection {
  readonly format: string | null;
  readonly variant: string | null;
  readonly sourceLanguage: string | null;
  readonly targetLanguage: string | null;
  readonly problems: readonly Problem[];
  /** Of the whole file. */
  readonly unitCount: number;
  readonly units: readonly InspectedUnit[];
}

export interface InspectInput extends ReadFileInput {
  /** Which units to show, by index; all where it is absent. */
  readonly page?: { readonly from: number; readonly limit: number };
}

/** A file that cannot be read gives its problems and no units; of a large one only the page's units are made. */
export function inspectFile(deps: FileDependencies, input: InspectInput): Inspection {
  const opened = openFile(deps, input);
  if (opened.kind === 'refused') return refusedInspection(opened.problems);
  const { format, variant, sourceLanguage, targetLanguage, unitCount } = opened.file;
  const problems: Problem[] = [...opened.problems];
  const units: InspectedUnit[] = [];
  const { from, limit } = input.page ?? { from: 0, limit: unitCount };
  for (let index = from; index < Math.min(from + limit, unitCount); index += 1) {
    const made = opened.file.unit(index);
    if (made === null) continue;
    units.push(inspectUnit(made.unit));
    problems.push(...made.problems);
  }
  // It may be as large as the rest of the file: who looks at a page does not wait for it.
  if (units.length === unitCount) problems.push(...opened.file.skeleton().problems);
  return { format, variant, sourceLanguage, targetLanguage, problems, unitCount, units };
}

/** Of a file that holds nothing that can be read. */
export function refusedInspection(problems: readonly Problem[]): Inspection {
  return {
    format: null,
    variant: null,
    sourceLanguage: null,
    targetLanguage: null,
    problems,
    unitCount: 0,
    units: [],
  };
}

function inspectUnit(unit: Unit): InspectedUnit {
  return {
    id: unit.id,
    file: unit.file,
    translate: unit.translate,
    notes: unit.notes,
    segments: segmentsOf(unit).map((segment) => ({
      id: segment.id,
      state: segment.state,
      subState: segment.subState ?? null,
      source: inspectContent(segment.source),
      target: segment.target === null ? null : inspectContent(segment.target),
    })),
  };
}

/** Parts of content as plain values. */
export function inspectContent(content: Content): readonly InspectedPart[] {
  return content.map((part) =>
    typeof part === 'string'
      ? part
      : {
          code: part.code,
          id: part.id,
          equiv: part.equiv,
          text: part.text,
          ...(part.edge === undefined ? {} : { edge: part.edge }),
        },
  );
}
