/** The segments of a file as plain text, one each: codes left out, line breaks inside as the language has them. */
import { segmentsOf } from '../core/document/unit.ts';
import type { Problem } from '../core/problem.ts';
import type { Content } from '../core/text/content.ts';
import { unwrapLines } from '../core/text/unwrap-lines.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface SegmentedFile {
  readonly segments: readonly string[];
  readonly problems: readonly Problem[];
}

export function segmentFile(deps: FileDependencies, input: ReadFileInput): SegmentedFile {
  const read = readFile(deps, input);
  if (read.kind === 'refused') return { segments: [], problems: read.problems };
  return {
    segments: read.document.units
      .filter((unit) => unit.translate)
      .flatMap((unit) => segmentsOf(unit).map((segment) => oneLine(segment.source))),
    problems: read.problems,
  };
}

function oneLine(content: Content): string {
  const text = content
    .map((part) => (typeof part === 'string' ? part : part.equiv === '\n' ? '\n' : ''))
    .join('');
  return unwrapLines(text).trim();
}
