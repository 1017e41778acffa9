/** Alignments in work: their links, and (packed) their texts and the source document. */
import type { Migration } from './migration.ts';

export const alignments: Migration = ({ int, table }) => [
  `create table alignment (
    id text primary key,
    source_file text not null,
    target_file text not null,
    source_language text not null,
    target_language text not null,
    author text not null,
    at ${int} not null,
    created_at ${int} not null,
    version ${int} not null,
    links text not null,
    undo text not null
  )${table}`,
  'create index alignment_by_time on alignment (at)',

  `create table alignment_data (
    alignment_id text not null references alignment (id) on delete cascade,
    part text not null,
    chunk ${int} not null,
    data text not null,
    primary key (alignment_id, part, chunk)
  )${table}`,
];
