/** A document becomes an XLIFF that carries everything needed to merge it again. */
import type { Document } from '../core/document/document.ts';
import type { Enrichments, Term } from '../core/document/enrichment.ts';
import { termFinder } from '../core/document/find-terms.ts';
import { withLimits, type LimitList } from '../core/document/limit-list.ts';
import { skeletonOf } from '../core/document/restore.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { findProfile } from '../formats/registry.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface ExtractInput extends ReadFileInput {
  readonly targetLanguage: LanguageTag;
  /** A profile, a tool or a version: what findProfile finds. */
  readonly profile: string;
  /** A glossary, whose terms go with the units that hold them. */
  readonly terms?: readonly Term[];
  /** How long the targets of which units may be. */
  readonly limits?: LimitList;
}

export interface WrittenFile {
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
}

/** Refuses a file that is bilingual already, and what no format makes. */
export function extractFile(deps: FileDependencies, input: ExtractInput): WrittenFile {
  const read = readFile(deps, input);
  if (read.kind === 'refused') return { bytes: null, problems: read.problems };
  if (read.format.kind === 'bilingual') return refuse('format-cannot', { format: read.format.name });
  const found = findProfile(input.profile);
  if (found === null) return refuse('xliff-version-unknown', { version: input.profile });
  const { format, profile } = found;
  const limited = withLimits(read.document, input.limits ?? new Map());
  const made = format.make(limited.document, {
    version: profile.version,
    layout: profile.layout,
    sourceLanguage: read.document.sourceLanguage ?? input.sourceLanguage,
    targetLanguage: input.targetLanguage,
    fileName: input.fileName,
    skeleton: skeletonOf(read.document, input.bytes, input.fileName),
    enrichments: withTerms(read.document, input.terms ?? []),
    date: new Date(deps.now()).toISOString(),
  });
  return { bytes: made.bytes, problems: [...read.problems, ...limited.problems, ...made.problems] };
}

function withTerms(document: Document, terms: readonly Term[]): Enrichments {
  const find = termFinder(terms);
  return new Map(
    document.units.map((unit) => [unit.id, { matches: [], terms: find(unit), revisions: [] }] as const),
  );
}

function refuse(
  code: 'format-cannot' | 'xliff-version-unknown',
  values: Record<string, string>,
): WrittenFile {
  return { bytes: null, problems: [problem(code, null, values)] };
}
