/**
 * Progress from the kept counters. Only states beyond `initial` have counters; `initial` is what they leave of
 * the document, so a new target language needs no rows and no counting.
 */
import type { Kysely } from 'kysely';
import type { State } from '../../core/document/state.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import { documentId, type DocumentId, type ProjectId } from '../ids.ts';
import type { Progress, StateCount } from '../segment.ts';
import { languageSchema, languagesSchema, readJson, stateSchema } from './kept-json.ts';
import type { Tables } from './schema.ts';

type Which = { readonly project: ProjectId } | { readonly document: DocumentId };

/** Of each complete document in each target language of its project, in that order. */
export async function readProgress(db: Kysely<Tables>, which: Which): Promise<readonly Progress[]> {
  const rows = await db
    .selectFrom('document as d')
    .innerJoin('project as p', 'p.id', 'd.project_id')
    .leftJoin('progress as c', 'c.document_id', 'd.id')
    .select(['d.id', 'p.target_languages', 'c.language', 'c.state', 'c.segments', 'c.words'])
    .select(['d.segments as all_segments', 'd.words as all_words'])
    .where('d.complete', '=', 1)
    .where((eb) => ('project' in which ? eb('p.id', '=', which.project) : eb('d.id', '=', which.document)))
    .orderBy('d.id')
    .execute();
  const result: Progress[] = [];
  for (const [id, [first, ...others]] of groupByDocument(rows)) {
    const counters = [first, ...others];
    for (const language of readJson(languagesSchema, first.target_languages)) {
      const byState = emptyCounts({ segments: first.all_segments, words: first.all_words });
      for (const counter of counters) {
        if (counter.language !== language || counter.state === null) continue;
        move(byState, stateSchema.parse(counter.state), counter.segments ?? 0, counter.words ?? 0);
      }
      result.push({ document: documentId(id), language, byState });
    }
  }
  return result;
}

/** Of the newest versions, by language. */
export async function readTargetCharacters(
  db: Kysely<Tables>,
  document: DocumentId,
): Promise<ReadonlyMap<LanguageTag, number>> {
  const rows = await db
    .selectFrom('target_current')
    .select((eb) => ['language', eb.fn.sum('characters').as('characters')])
    .where('document_id', '=', document)
    .groupBy('language')
    .execute();
  return new Map(
    rows.map(({ language, characters }) => [languageSchema.parse(language), Number(characters)]),
  );
}

type Counts = Record<State, { -readonly [K in keyof StateCount]: number }>;

function emptyCounts(all: StateCount): Counts {
  const none = { segments: 0, words: 0 };
  return { initial: { ...all }, translated: { ...none }, reviewed: { ...none }, final: { ...none } };
}

function move(counts: Counts, to: State, segments: number, words: number): void {
  counts.initial.segments -= segments;
  counts.initial.words -= words;
  counts[to].segments += segments;
  counts[to].words += words;
}

function groupByDocument<R extends { readonly id: number }>(rows: readonly R[]): Map<number, [R, ...R[]]> {
  const groups = new Map<number, [R, ...R[]]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group === undefined) groups.set(row.id, [row]);
    else group.push(row);
  }
  return groups;
}
