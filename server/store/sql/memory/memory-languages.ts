/** The languages of a memory, each with the state of its index. */
import type { Kysely } from 'kysely';
import { primaryLanguage, type Tu } from '../../../core/memory/tu.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { MemoryId } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import { languageSchema } from '../kept-json.ts';
import type { Tables } from '../schema.ts';
import { given, rowChange, type GivenRows } from './change-rows.ts';
import { indexVersion } from './source-key.ts';
import { statement, type Asked } from '../statement.ts';

/**
 * `keying`: TUs up to `doneTo` have their tokens (tm_source). `keyed`: all have, whatever is added gets them at once, and
 * those up to `doneTo` are under their rarest tokens (tm_prefix). `complete`: all are, and whatever is added is at once.
 */
export const INDEX_STATES = { keying: 0, keyed: 1, complete: 2 } as const;

export interface MemoryLanguage {
  readonly id: number;
  readonly memory: number;
  readonly language: LanguageTag;
  readonly primary: string;
  readonly tuvs: number;
  /** null: nobody has asked for it as a source. */
  readonly index: LanguageIndex | null;
}

export interface LanguageIndex {
  readonly id: number;
  readonly state: number;
  readonly doneTo: number;
}

export interface LanguageRow {
  readonly id: number;
  readonly memory_id: number;
  readonly language: string;
  readonly primary_language: string;
  readonly tuvs: number;
  readonly index_id: number | null;
  readonly state: number | null;
  readonly done_to: number | null;
}

const readLanguages = statement<LanguageRow>(
  ({
    among,
  }) => `select l.id, l.memory_id, l.language, l.primary_language, l.tuvs, i.id as index_id, i.state, i.done_to
    from memory_language as l join memory as m on m.id = l.memory_id and m.deleted = 0
    left join tm_index as i on i.language_id = l.id and i.version = ?
    where l.memory_id ${among} order by l.id`,
);

/** The languages of the memories, by number; to be read by toLanguage. */
export function askLanguages(memories: readonly number[]): Asked<LanguageRow> {
  return readLanguages.of(indexVersion(), memories);
}

export async function languagesOf(
  engine: Engine,
  db: Kysely<Tables>,
  memories: readonly number[],
): Promise<readonly MemoryLanguage[]> {
  if (memories.length === 0) return [];
  return (await askLanguages(memories).alone(engine, db)).map(toLanguage);
}

export function toLanguage(row: LanguageRow): MemoryLanguage {
  return {
    id: row.id,
    memory: row.memory_id,
    language: languageSchema.parse(row.language),
    primary: row.primary_language,
    tuvs: row.tuvs,
    index:
      row.index_id === null ? null : { id: row.index_id, state: row.state ?? 0, doneTo: row.done_to ?? 0 },
  };
}

/**
 * Adds those languages of the TUs that are not known, and says whether there were any. What stands first in a TU is as a
 * rule the source, so a new language that does is indexed from its first TUV; others are when they are asked for
 * (build-index.ts). The memory is locked.
 */
export async function addLanguagesOf(
  tx: Kysely<Tables>,
  memory: MemoryId,
  languages: readonly MemoryLanguage[],
  tus: readonly Tu[],
): Promise<boolean> {
  const known = new Set(languages.map(({ language }) => language));
  const added = new Set<LanguageTag>();
  const first = new Set<LanguageTag>();
  for (const { variants } of tus) {
    for (const [position, { language }] of variants.entries()) {
      if (known.has(language)) continue;
      added.add(language);
      if (position === 0) first.add(language);
    }
  }
  if (added.size === 0) return false;
  const rows = await tx
    .insertInto('memory_language')
    .values(
      [...added].map((language) => ({
        memory_id: memory,
        language,
        primary_language: primaryLanguage(language),
        tuvs: 0,
      })),
    )
    .returning(['id', 'language'])
    .execute();
  const indexed = rows.filter(({ language }) => first.has(languageSchema.parse(language)));
  if (indexed.length > 0) {
    await tx
      .insertInto('tm_index')
      .values(
        indexed.map(({ id }) => ({
          language_id: id,
          version: indexVersion(),
          state: INDEX_STATES.complete,
          done_to: 0,
        })),
      )
      .execute();
  }
  return true;
}

const tuvCounts = rowChange<{ readonly id: number; readonly more: number }>(
  ({ elements }) => `update memory_language set tuvs = tuvs + cast(q.value ->> 1 as bigint)
    from ${elements} where memory_language.id = cast(q.value ->> 0 as bigint)`,
  ({ id, more }) => [id, more],
);

/** Adds to the kept counts of TUVs, or takes from them, once for each of these. */
export function countTuvs(languages: readonly number[], sign: 1 | -1): GivenRows {
  const counts = new Map<number, number>();
  for (const id of languages) counts.set(id, (counts.get(id) ?? 0) + sign);
  const rows = [...counts].map(([id, more]) => ({ id, more }));
  return given(tuvCounts, rows);
}

const tuCounts = rowChange<{ readonly memory: number; readonly more: number }>(
  ({ elements }) => `update memory set tus = tus + cast(q.value ->> 1 as bigint)
    from ${elements} where memory.id = cast(q.value ->> 0 as bigint)`,
  ({ memory, more }) => [memory, more],
);

/** Adds to the kept count of TUs. */
export function countTus(memory: MemoryId, more: number): GivenRows {
  return given(tuCounts, more === 0 ? [] : [{ memory, more }]);
}
