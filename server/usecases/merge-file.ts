/**
 * A translated XLIFF becomes the translated document in its original format. The XLIFF carries the original; one
 * that does not can be merged with the original given beside it.
 */
import type { Document } from '../core/document/document.ts';
import { joinUnits, shapesOf } from '../core/document/flat-units.ts';
import { restoreDocument } from '../core/document/restore.ts';
import { segmentsOf } from '../core/document/unit.ts';
import { problem, type Problem } from '../core/problem.ts';
import { textOf, type Content } from '../core/text/content.ts';
import { UNDETERMINED } from '../core/text/language.ts';
import { findFormat } from '../formats/registry.ts';
import type { FileDependencies } from './dependencies.ts';
import type { WrittenFile } from './extract-file.ts';
import { readFile, type ReadFileInput } from './read-file.ts';
import { updatesOf, type Fallback } from './updates-of.ts';

export interface MergeInput extends ReadFileInput {
  readonly fallback: Fallback;
  readonly original?: { readonly bytes: Uint8Array; readonly fileName: string };
}

export function mergeFile(deps: FileDependencies, input: MergeInput): WrittenFile {
  const read = readFile(deps, input);
  if (read.kind === 'refused') return { bytes: null, problems: read.problems };
  if (read.format.kind !== 'bilingual')
    return refuse(problem('import-not-bilingual', null, { format: read.format.name }));
  const missing = untranslated(read.document);
  if (input.fallback === 'error' && missing.length > 0) return refuse(...missing);

  const merged = input.original ? beside(deps, input, read.document) : carried(read.document);
  if (merged.kind === 'refused') return refuse(...read.problems, ...merged.problems);
  const format = findFormat(merged.document.format);
  if (format?.kind !== 'monolingual')
    return refuse(problem('format-cannot', null, { format: merged.document.format }));
  const written = format.write(
    merged.original,
    merged.document,
    updatesOf(merged.document, input.fallback === 'empty' ? 'empty' : 'source'),
    { targetLanguage: read.document.targetLanguage ?? UNDETERMINED },
  );
  return { bytes: written.bytes, problems: [...read.problems, ...merged.problems, ...written.problems] };
}

type Merged =
  | {
      readonly kind: 'merged';
      readonly original: Uint8Array;
      readonly document: Document;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

function carried(exchange: Document): Merged {
  const { document, problems } = restoreDocument(exchange);
  if (exchange.skeleton === null || document === null) return { kind: 'refused', problems };
  return { kind: 'merged', original: exchange.skeleton.original, document, problems };
}

/** Reads the original anew and takes over the targets of the units that still agree. */
function beside(deps: FileDependencies, input: MergeInput, exchange: Document): Merged {
  if (input.original === undefined) return { kind: 'refused', problems: [problem('xliff-no-skeleton')] };
  const read = readFile(deps, {
    ...input,
    ...input.original,
    sourceLanguage: exchange.sourceLanguage ?? input.sourceLanguage,
  });
  if (read.kind === 'refused') return read;
  const whole = joinUnits(exchange, shapesOf(read.document));
  const translated = new Map(whole.units.map((unit) => [unit.id, unit]));
  const problems: Problem[] = [];
  const units = read.document.units.map((unit) => {
    const theirs = translated.get(unit.id);
    const segments = theirs ? segmentsOf(theirs) : [];
    const agree = segmentsOf(unit).every(({ source }, index) => {
      const other = segments[index];
      return other !== undefined && collapsed(other.source) === collapsed(source);
    });
    if (!agree || segments.length !== segmentsOf(unit).length) {
      problems.push(problem('xliff-skeleton-mismatch', { path: unit.id }, { unit: unit.id }));
      return unit;
    }
    let next = 0;
    return {
      ...unit,
      parts: unit.parts.map((part) => {
        if (part.kind === 'ignorable') return part;
        const segment = segments[next];
        next += 1;
        return segment === undefined ? part : { ...part, target: segment.target, state: segment.state };
      }),
    };
  });
  return { kind: 'merged', original: input.original.bytes, document: { ...read.document, units }, problems };
}

/** Other tools may re-indent: white space does not make another source. */
function collapsed(content: Content): string {
  return textOf(content).replace(/\s+/gu, ' ').trim();
}

function untranslated(document: Document): readonly Problem[] {
  return document.units
    .filter((unit) => unit.translate)
    .flatMap((unit) =>
      segmentsOf(unit)
        .filter((segment) => segment.target === null)
        .map((segment) => problem('update-target-missing', { path: `${unit.id} > ${segment.id}` })),
    );
}

function refuse(...problems: readonly Problem[]): WrittenFile {
  return { bytes: null, problems };
}
