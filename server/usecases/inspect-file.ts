/** What a file holds, as one plain value: for people, scripts and other programs. */
import type { Document } from '../core/document/document.ts';
import { segmentsOf } from '../core/document/unit.ts';
import type { Problem } from '../core/problem.ts';
import type { Content } from '../core/text/content.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

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
  readonly units: readonly InspectedUnit[];
}

/** A file that cannot be read gives its problems and no units. */
export function inspectFile(deps: FileDependencies, input: ReadFileInput): Inspection {
  const read = readFile(deps, input);
  if (read.kind === 'refused') {
    return {
      format: null,
      variant: null,
      sourceLanguage: null,
      targetLanguage: null,
      problems: read.problems,
      units: [],
    };
  }
  const { document, problems } = read;
  return {
    format: document.format,
    variant: document.variant,
    sourceLanguage: document.sourceLanguage,
    targetLanguage: document.targetLanguage,
    problems,
    units: inspectUnits(document),
  };
}

function inspectUnits(document: Document): readonly InspectedUnit[] {
  return document.units.map((unit) => ({
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
  }));
}

function inspectContent(content: Content): readonly InspectedPart[] {
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
