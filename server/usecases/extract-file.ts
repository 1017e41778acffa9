/** A document becomes an XLIFF that carries everything needed to merge it again. */
import type { Document } from '../core/document/document.ts';
import type { Enrichments } from '../core/document/enrichment.ts';
import { withLimits, type LimitList } from '../core/document/limit-list.ts';
import { skeletonOf } from '../core/document/restore.ts';
import { problem, type Problem } from '../core/problem.ts';
import { flatText } from '../core/qa/check.ts';
import type { Concept } from '../core/terminology/concept.ts';
import { termIndex, type TermIndexes } from '../core/terminology/term-index.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { findProfile } from '../formats/registry.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';
import { termsOfText } from './terms-of-text.ts';

export interface ExtractInput extends ReadFileInput {
  readonly targetLanguage: LanguageTag;
  /** A profile, a tool or a version: what findProfile finds. */
  readonly profile: string;
  /** A termbase, whose terms go with the units that hold them. */
  readonly terms?: readonly Concept[];
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
  const sourceLanguage = read.document.sourceLanguage ?? input.sourceLanguage;
  const { targetLanguage, terms = [] } = input;
  const indexes = { source: termIndex(terms, sourceLanguage), target: termIndex(terms, targetLanguage) };
  const made = format.make(limited.document, {
    version: profile.version,
    layout: profile.layout,
    sourceLanguage,
    targetLanguage,
    fileName: input.fileName,
    skeleton: skeletonOf(read.document, input.bytes, input.fileName),
    enrichments: withTerms(read.document, indexes),
    date: new Date(deps.now()).toISOString(),
  });
  return { bytes: made.bytes, problems: [...read.problems, ...limited.problems, ...made.problems] };
}

function withTerms(document: Document, indexes: TermIndexes): Enrichments {
  return new Map(
    document.units.map((unit) => {
      const text = unit.parts.map(({ source }) => flatText(source)).join('');
      return [unit.id, { matches: [], terms: termsOfText(text, indexes), revisions: [] }] as const;
    }),
  );
}

function refuse(
  code: 'format-cannot' | 'xliff-version-unknown',
  values: Record<string, string>,
): WrittenFile {
  return { bytes: null, problems: [problem(code, null, values)] };
}
