/**
 * Version 14: what finds texts within texts is the same on both engines. Texts wait in tm_text_pending and are put, many
 * at once, into chunks (tm_text_chunk) with the places of their grams (tm_gram). All that are there wait at first.
 */
import type { Migration } from './migration.ts';

export const concord: Migration = ({ key, int, table, clustered }) => [
  'drop table if exists tm_text',
  'drop index if exists tuv_texts',

  `create table tm_text_pending (
    language_id ${int} not null,
    tu_id ${int} not null,
    stamp ${int} not null,
    primary key (language_id, tu_id)
  )${clustered}`,
  'insert into tm_text_pending (language_id, tu_id, stamp) select language_id, tu_id, 0 from tuv',

  `create table tm_text_chunk (
    id ${key},
    language_id ${int} not null,
    begun_at ${int} not null,
    first_tu ${int} not null,
    last_tu ${int} not null,
    tus text not null
  )${table}`,
  'create index chunk_of_language on tm_text_chunk (language_id)',

  `create table tm_gram (
    chunk_id ${int} not null,
    gram ${int} not null,
    places text not null,
    primary key (chunk_id, gram)
  )${clustered}`,
];
