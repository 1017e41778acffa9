/**
 * Version 6: translation memories, how projects use them, and the index that finds what is similar. A language of a
 * memory (memory_language) is the unit of indexing: tm_index is one generation of the index of one language, so that
 * another one can grow beside it. What finds texts within texts came later (0014).
 */
import type { ColumnTypes, Migration } from './migration.ts';

export const memory: Migration = (types) => [...kept(types), ...index(types)];

const kept = ({ key, int, table, clustered }: ColumnTypes): readonly string[] => [
  `create table memory (
    id ${key},
    name text not null unique,
    created_at ${int} not null,
    tus ${int} not null,
    deleted ${int} not null
  )${table}`,

  `create table project_memory (
    project_id ${int} not null references project (id) on delete cascade,
    position ${int} not null,
    memory_id ${int} not null references memory (id) on delete cascade,
    penalty ${int} not null,
    writable ${int} not null,
    primary key (project_id, position)
  )${table}`,
  'create index project_of_memory on project_memory (memory_id)',

  `create table memory_language (
    id ${key},
    memory_id ${int} not null references memory (id) on delete cascade,
    language text not null,
    primary_language text not null,
    tuvs ${int} not null,
    unique (memory_id, language)
  )${table}`,

  `create table tu (
    id ${key},
    memory_id ${int} not null references memory (id) on delete cascade,
    segment_id ${int} references segment (id) on delete set null,
    segment_language text,
    segment_version ${int},
    same_hash ${int} not null,
    place_hash ${int},
    changed_at ${int},
    data text not null
  )${table}`,
  'create index tu_of_memory on tu (memory_id, id)',
  'create index tu_that_is_same on tu (memory_id, same_hash)',
  'create index tu_in_place on tu (memory_id, place_hash) where place_hash is not null',
  'create index tu_of_segment on tu (segment_id, segment_language) where segment_id is not null',

  `create table tuv (
    tu_id ${int} not null references tu (id) on delete cascade,
    language_id ${int} not null references memory_language (id) on delete cascade,
    position ${int} not null,
    content text not null,
    folded text not null,
    primary key (tu_id, language_id)
  )${clustered}`,
  'create index tuv_in_language on tuv (language_id, tu_id)',

  `create table forgotten_segment (
    segment_id ${int} not null references segment (id) on delete cascade,
    language text not null,
    version ${int} not null,
    primary key (segment_id, language)
  )${clustered}`,
];

const index = ({ key, int, table, clustered }: ColumnTypes): readonly string[] => [
  `create table tm_index (
    id ${key},
    language_id ${int} not null,
    version text not null,
    state ${int} not null,
    done_to ${int} not null,
    unique (language_id, version)
  )${table}`,

  `create table tm_token (
    id ${key},
    language text not null,
    token text not null,
    unique (language, token)
  )${table}`,

  `create table tm_source (
    index_id integer not null,
    tu_id ${int} not null,
    key_hash ${int} not null,
    text_hash ${int} not null,
    context_hash ${int},
    unit_hash ${int},
    tokens text not null,
    primary key (index_id, tu_id)
  )${clustered}`,
  'create index tm_source_by_key on tm_source (index_id, key_hash, text_hash, context_hash, unit_hash)',

  `create table tm_prefix (
    tu_id ${int} not null,
    index_id integer not null,
    token integer not null,
    tier integer not null,
    length integer not null,
    position integer not null,
    signature_a integer not null,
    signature_b integer not null,
    primary key (index_id, token, tier, length, tu_id)
  )${clustered}`,
];
