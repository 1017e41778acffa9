/** Published translations, pair by pair, as segments to be checked; and how many of them a check flags. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { CheckedSegment } from '../../server/core/qa/check.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../../server/core/qa/registry.ts';
import { compareSegments } from '../../server/core/qa/run-checks.ts';
import { parseLanguageTag, primaryOf, UNDETERMINED } from '../../server/core/text/language.ts';

const folder = resolve(import.meta.dirname, '../../../shared/corpus/parallel');

/** The target languages of which there are pairs. */
export const PAIR_LANGUAGES = ['fa', 'my'] as const;
export type PairLanguage = (typeof PAIR_LANGUAGES)[number];

export function havePairs(): boolean {
  return existsSync(folder);
}

const row = z.looseObject({
  src: z.string(),
  en: z.string(),
  fa: z.string().optional(),
  my: z.string().optional(),
});

function linesOf(language: PairLanguage): readonly string[] {
  return readFileSync(resolve(folder, `tm-en-${language}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
}

/** Of each pair the file that it was taken from. */
export function sourcesOf(language: PairLanguage): readonly string[] {
  return linesOf(language).map((line) => row.parse(JSON.parse(line)).src);
}

export function pairsOf(language: PairLanguage): readonly CheckedSegment[] {
  const sourceLanguage = parseLanguageTag('en') ?? UNDETERMINED;
  const targetLanguage = parseLanguageTag(language) ?? UNDETERMINED;
  return linesOf(language).map((line): CheckedSegment => {
    const { en: source, [language]: target = '' } = row.parse(JSON.parse(line));
    return {
      source,
      target,
      sourceContent: [source],
      targetContent: [target],
      sourceLanguage,
      targetLanguage,
      state: 'translated',
      settings: {},
    };
  });
}

export interface CheckRate {
  readonly id: string;
  /** Pairs with at least one finding. */
  readonly flagged: number;
  readonly milliseconds: number;
}

/** Every check that is for the language and needs no settings of a project, in the order of the registry. */
export function measureChecks(pairs: readonly CheckedSegment[]): readonly CheckRate[] {
  const language = pairs[0]?.targetLanguage ?? UNDETERMINED;
  const isFor = ({ languages }: { readonly languages: 'all' | readonly string[] }): boolean =>
    languages === 'all' || languages.includes(primaryOf(language));
  const single = CHECKS.filter(isFor).map(({ id, find, ofEmpty = false }): CheckRate => {
    const start = performance.now();
    const flagged = pairs.filter((pair) => (pair.target === '') === ofEmpty && find(pair).length > 0).length;
    return { id, flagged, milliseconds: performance.now() - start };
  });
  const start = performance.now();
  const compared = compareSegments(pairs);
  const milliseconds = (performance.now() - start) / DOCUMENT_CHECKS.length;
  const among = DOCUMENT_CHECKS.filter(isFor).map(({ id }): CheckRate => {
    const flagged = compared.filter((findings) => findings.some((each) => each.check === id)).length;
    return { id, flagged, milliseconds };
  });
  return [...single, ...among];
}
