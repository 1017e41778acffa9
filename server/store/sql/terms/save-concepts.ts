/**
 * Writing concepts. Whoever writes to a termbase counts its changes first: that row is the lock behind which two servers
 * stand in line, and the count is the termbase's stamp.
 */
import { sql, type Insertable, type Kysely } from 'kysely';
import type { Concept } from '../../../core/terminology/concept.ts';
import type { TermbaseId } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import { writeJson } from '../kept-json.ts';
import { keepText } from '../kept-text.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { conceptSchema, foldConcept, keyOf } from './concept-json.ts';
import type { ConceptTable, ConceptTermTable } from './tables.ts';

const CONCEPTS_A_BATCH = 200;

/** Who, and when by their clock. */
interface By {
  readonly author: string;
  readonly at: number;
}

/** Adds or replaces by id; what is there just so is left alone. Throws where there is no such termbase. */
export async function saveConcepts(
  engine: Engine,
  termbase: TermbaseId,
  concepts: readonly Concept[],
  by: By,
): Promise<void> {
  for (const [index, batch] of batches(concepts).entries()) {
    if (index > 0) await breathe();
    await engine.write((tx) => saveBatch(tx, termbase, batch, by));
  }
}

/** No id twice in one: the later one is a change of the earlier. */
function batches(concepts: readonly Concept[]): readonly (readonly Concept[])[] {
  const all: Concept[][] = [];
  let keys = new Set<string>();
  for (const concept of concepts) {
    const key = keyOf(concept.id);
    const last = all.at(-1);
    if (last === undefined || last.length >= CONCEPTS_A_BATCH || keys.has(key)) {
      all.push([concept]);
      keys = new Set([key]);
    } else {
      last.push(concept);
      keys.add(key);
    }
  }
  return all;
}

async function saveBatch(
  tx: Kysely<Tables>,
  termbase: TermbaseId,
  batch: readonly Concept[],
  by: By,
): Promise<void> {
  if (!(await countChange(tx, termbase, batch.length))) throw new Error(`There is no termbase ${termbase}.`);
  const known = await findKnown(
    tx,
    termbase,
    batch.map(({ id }) => keyOf(id)),
  );
  const changed = batch
    .map((concept) => ({
      concept,
      data: writeJson(conceptSchema, concept),
      kept: known.get(keyOf(concept.id)),
    }))
    .filter(({ data, kept }) => kept?.data !== data);
  if (changed.length === 0) return;
  const ids = await insertNew(
    tx,
    changed.filter(({ kept }) => kept === undefined).map(({ concept }) => rowOf(termbase, concept)),
  );
  const written = changed.map(({ concept, data, kept }) => {
    const id = kept?.id ?? ids.get(keyOf(concept.id));
    if (id === undefined) throw new Error('A concept was not added.');
    return { id, concept, data, version: (kept?.version ?? 0) + 1 };
  });
  for (const { id, concept, version } of written.filter((each) => each.version > 1)) {
    await tx
      .updateTable('concept')
      .set({ ...rowOf(termbase, concept), version })
      .where('id', '=', id)
      .execute();
  }
  const kept = { termbase_id: termbase, author: keepText(by.author), at: by.at };
  const changes = written.map(({ id, data, version }) => ({ concept_id: id, data, version, ...kept }));
  await tx.insertInto('concept_change').values(changes).execute();
  await replaceTerms(tx, termbase, written);
}

/** False where it is not there. */
async function countChange(tx: Kysely<Tables>, termbase: TermbaseId, changes: number): Promise<boolean> {
  const result = await tx
    .updateTable('termbase')
    .set({ changes: sql`changes + ${changes}` })
    .where('id', '=', termbase)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

interface Known {
  readonly id: number;
  readonly version: number;
  readonly data: string | null;
}

async function findKnown(
  tx: Kysely<Tables>,
  termbase: TermbaseId,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const rows = await tx
    .selectFrom('concept as c')
    .innerJoin('concept_change as h', (join) =>
      join.onRef('h.concept_id', '=', 'c.id').onRef('h.version', '=', 'c.version'),
    )
    .select(['c.id', 'c.concept_key', 'c.version', 'h.data'])
    .where('c.termbase_id', '=', termbase)
    .where('c.concept_key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.concept_key, row]));
}

function rowOf(termbase: TermbaseId, concept: Concept): Insertable<ConceptTable> {
  return {
    termbase_id: termbase,
    concept_key: keyOf(concept.id),
    version: 1,
    deleted: 0,
    domain: keepText(concept.domain),
    is_name: concept.isName ? 1 : 0,
    folded: foldConcept(concept),
  };
}

/** Ids by key. */
async function insertNew(
  tx: Kysely<Tables>,
  rows: readonly Insertable<ConceptTable>[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map();
  const added = await tx.insertInto('concept').values(rows).returning(['id', 'concept_key']).execute();
  return new Map(added.map(({ id, concept_key }) => [concept_key, id]));
}

async function replaceTerms(
  tx: Kysely<Tables>,
  termbase: TermbaseId,
  written: readonly { readonly id: number; readonly concept: Concept }[],
): Promise<void> {
  const ids = written.map(({ id }) => id);
  await tx.deleteFrom('concept_term').where('concept_id', 'in', ids).execute();
  const rows = new Map<string, ConceptTermTable>();
  for (const { id, concept } of written) {
    for (const { language, status } of concept.terms) {
      const key = `${id} ${language} ${status}`;
      const terms = (rows.get(key)?.terms ?? 0) + 1;
      rows.set(key, { concept_id: id, termbase_id: termbase, language, status, terms });
    }
  }
  const all = [...rows.values()];
  for (let from = 0; from < all.length; from += 1000) {
    await tx
      .insertInto('concept_term')
      .values(all.slice(from, from + 1000))
      .execute();
  }
}

/** False where it is not there. */
export async function deleteConcept(
  tx: Kysely<Tables>,
  termbase: TermbaseId,
  concept: string,
  by: By,
): Promise<boolean> {
  await countChange(tx, termbase, 1);
  const row = await tx
    .selectFrom('concept')
    .select(['id', 'version'])
    .where('termbase_id', '=', termbase)
    .where('concept_key', '=', keyOf(concept))
    .where('deleted', '=', 0)
    .executeTakeFirst();
  if (row === undefined) return false;
  const version = row.version + 1;
  await tx.updateTable('concept').set({ deleted: 1, version }).where('id', '=', row.id).execute();
  await tx.deleteFrom('concept_term').where('concept_id', '=', row.id).execute();
  await tx
    .insertInto('concept_change')
    .values({
      concept_id: row.id,
      termbase_id: termbase,
      version,
      data: null,
      author: keepText(by.author),
      at: by.at,
    })
    .execute();
  return true;
}
