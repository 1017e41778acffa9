/** Concepts as pages and look-ups ask for them, and their history. */
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { termbaseId, type TermbaseId } from '../../ids.ts';
import type { ConceptChange, ConceptFilter, StoredConcept, TermbaseChange } from '../../term-store.ts';
import type { Engine } from '../engine.ts';
import { readJson } from '../kept-json.ts';
import { foldText, keepText, restoreText } from '../kept-text.ts';
import type { Tables } from '../schema.ts';
import { conceptSchema, keyOf } from './concept-json.ts';

const LARGEST_PAGE = 1_000;

export async function findConcept(
  db: Kysely<Tables>,
  termbase: TermbaseId,
  id: string,
): Promise<StoredConcept | null> {
  const row = await present(db, termbase).where('c.concept_key', '=', keyOf(id)).executeTakeFirst();
  return row === undefined ? null : toConcept(row);
}

/** Those after the concept `after`, in the order in which they were added; `limit` is brought between 1 and 1,000. */
export async function listConcepts(
  engine: Engine,
  termbase: TermbaseId,
  filter: ConceptFilter,
  after: string | null,
  limit: number,
): Promise<readonly StoredConcept[]> {
  let question = present(engine.db, termbase)
    .where(textFilter(engine, filter.text ?? ''))
    .where(termFilter(filter));
  if (filter.domain !== undefined) question = question.where('c.domain', '=', keepText(filter.domain));
  if (filter.names !== undefined) question = question.where('c.is_name', '=', filter.names ? 1 : 0);
  if (after !== null) {
    question = question.where('c.id', '>', (eb) =>
      eb
        .selectFrom('concept as a')
        .select('a.id')
        .where('a.termbase_id', '=', termbase)
        .where('a.concept_key', '=', keyOf(after)),
    );
  }
  const rows = await question.orderBy('c.id').limit(pageSize(limit)).execute();
  return rows.map(toConcept);
}

/** Newest first; also of a deleted one. */
export async function listConceptChanges(
  db: Kysely<Tables>,
  termbase: TermbaseId,
  id: string,
): Promise<readonly ConceptChange[]> {
  const rows = await db
    .selectFrom('concept as c')
    .innerJoin('concept_change as h', 'h.concept_id', 'c.id')
    .select(['h.data', 'h.author', 'h.at'])
    .where('c.termbase_id', '=', termbase)
    .where('c.concept_key', '=', keyOf(id))
    .orderBy('h.version', 'desc')
    .execute();
  return rows.map((row) => ({
    concept: row.data === null ? null : readJson(conceptSchema, row.data),
    author: restoreText(row.author),
    at: row.at,
  }));
}

/** Newest first, those before the change `before`. */
export async function listTermbaseChanges(
  db: Kysely<Tables>,
  termbase: TermbaseId,
  before: number | null,
  limit: number,
): Promise<readonly TermbaseChange[]> {
  const rows = await db
    .selectFrom('concept_change as h')
    .leftJoin('concept_change as b', (join) =>
      join.onRef('b.concept_id', '=', 'h.concept_id').on('b.version', '=', sql`h.version - 1`),
    )
    .select(['h.id', 'h.data', 'h.author', 'h.at', 'b.data as dataBefore'])
    .where('h.termbase_id', '=', termbase)
    .where('h.id', '<', before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('h.id', 'desc')
    .limit(pageSize(limit))
    .execute();
  return rows.flatMap((row): readonly TermbaseChange[] => {
    const data = row.data ?? row.dataBefore;
    if (data === null) return [];
    const kind = row.data === null ? 'deleted' : row.dataBefore === null ? 'added' : 'changed';
    const concept = readJson(conceptSchema, data);
    return [{ change: row.id, kind, concept, author: restoreText(row.author), at: row.at }];
  });
}

export async function termbaseStamp(db: Kysely<Tables>, termbase: TermbaseId): Promise<string> {
  const row = await db.selectFrom('termbase').select('changes').where('id', '=', termbase).executeTakeFirst();
  return row === undefined ? '' : String(row.changes);
}

function pageSize(limit: number): number {
  return Math.min(Math.max(limit, 1), LARGEST_PAGE);
}

function present(db: Kysely<Tables>, termbase: TermbaseId) {
  return db
    .selectFrom('concept as c')
    .innerJoin('concept_change as h', (join) =>
      join.onRef('h.concept_id', '=', 'c.id').onRef('h.version', '=', 'c.version'),
    )
    .select(['c.termbase_id', 'h.data', 'h.author', 'h.at'])
    .where('c.termbase_id', '=', termbase)
    .where('c.deleted', '=', 0);
}

function textFilter(engine: Engine, text: string): Expression<SqlBool> {
  if (text === '') return sql<SqlBool>`1 = 1`;
  const needle = foldText(text);
  if (needle !== '') return engine.contains(sql.ref<string>('c.folded'), needle);
  // Nothing is left of a ZWNJ or a tatweel: that is looked for as it was typed.
  return engine.contains(sql.ref<string | null>('h.data'), JSON.stringify(text).slice(1, -1));
}

function termFilter({ language, status }: ConceptFilter): Expression<SqlBool> {
  if (language === undefined && status === undefined) return sql<SqlBool>`1 = 1`;
  const inLanguage = language === undefined ? sql`1 = 1` : sql`t.language = ${language}`;
  const ofStatus = status === undefined ? sql`1 = 1` : sql`t.status = ${status}`;
  return sql<SqlBool>`exists (select 1 from concept_term as t where t.concept_id = c.id and ${inLanguage} and ${ofStatus})`;
}

interface ConceptRow {
  readonly termbase_id: number;
  readonly data: string | null;
  readonly author: string;
  readonly at: number;
}

function toConcept(row: ConceptRow): StoredConcept {
  if (row.data === null) throw new Error('A concept that is not deleted has no data.');
  return {
    ...readJson(conceptSchema, row.data),
    termbase: termbaseId(row.termbase_id),
    changedBy: restoreText(row.author),
    changedAt: row.at,
  };
}
