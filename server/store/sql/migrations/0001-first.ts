/** Version 1: projects, documents, targets with every version of them, notes, counters and the outbox. */
import type { ColumnTypes, Migration } from './migration.ts';

export const first: Migration = (types) => [...documents(types), ...targets(types), ...aside(types)];

const documents = ({ key, int, table }: ColumnTypes): readonly string[] => [
  `create table project (
    id ${key},
    name text not null,
    source_language text not null,
    target_languages text not null,
    author text not null,
    licence text not null,
    origin text not null,
    work_id text not null,
    created_at ${int} not null
  )${table}`,

  `create table document (
    id ${key},
    project_id ${int} not null references project (id) on delete cascade,
    file_name text not null,
    format text not null,
    variant text not null,
    source_language text,
    target_language text,
    outline text not null,
    skeleton text,
    created_at ${int} not null,
    segments ${int} not null,
    words ${int} not null,
    complete ${int} not null,
    begun_at ${int} not null
  )${table}`,
  'create index document_of_project on document (project_id)',

  `create table document_file (
    document_id ${int} not null references document (id) on delete cascade,
    role text not null,
    chunk ${int} not null,
    data text not null,
    primary key (document_id, role, chunk)
  )${table}`,

  `create table unit (
    document_id ${int} not null references document (id) on delete cascade,
    unit_index ${int} not null,
    unit_id text not null,
    data text not null,
    primary key (document_id, unit_index)
  )${table}`,

  `create table segment (
    id ${key},
    document_id ${int} not null references document (id) on delete cascade,
    unit_index ${int} not null,
    unit_id text not null,
    segment_id text not null,
    position ${int} not null,
    source text not null,
    source_folded text not null,
    words ${int} not null,
    locked ${int} not null,
    translate ${int} not null
  )${table}`,
  'create unique index segment_in_document on segment (document_id, position)',
  'create index segment_of_unit on segment (document_id, unit_index)',
];

const targets = ({ int, table }: ColumnTypes): readonly string[] => [
  `create table target_version (
    segment_id ${int} not null references segment (id) on delete cascade,
    language text not null,
    version ${int} not null,
    target text not null,
    state text not null,
    sub_state text,
    author text not null,
    at ${int} not null,
    origin text not null,
    primary key (segment_id, language, version)
  )${table}`,

  `create table target_current (
    segment_id ${int} not null references segment (id) on delete cascade,
    language text not null,
    document_id ${int} not null,
    position ${int} not null,
    version ${int} not null,
    state text not null,
    target_folded text not null,
    primary key (segment_id, language)
  )${table}`,
  'create index target_by_state on target_current (document_id, language, state, position)',
];

const aside = ({ key, int, table }: ColumnTypes): readonly string[] => [
  `create table note (
    id ${key},
    segment_id ${int} not null references segment (id) on delete cascade,
    author text not null,
    at ${int} not null,
    text text not null,
    language text
  )${table}`,
  'create index note_of_segment on note (segment_id)',

  `create table progress (
    document_id ${int} not null references document (id) on delete cascade,
    language text not null,
    state text not null,
    segments ${int} not null,
    words ${int} not null,
    primary key (document_id, language, state)
  )${table}`,

  `create table outbox (
    id ${key},
    document_id ${int} not null,
    segment_id ${int} not null,
    language text not null,
    version ${int} not null,
    author text not null,
    at ${int} not null,
    queued_at ${int} not null
  )${table}`,
];
