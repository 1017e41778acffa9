/** Version 2: files that went out for translation, and imports of those that came back. */
import type { Migration } from './migration.ts';

export const exchange: Migration = ({ key, int, table }) => [
  `create table sent_file (
    id ${key},
    document_id ${int} not null references document (id) on delete cascade,
    language text not null,
    file_name text not null,
    at ${int} not null,
    hash text not null
  )${table}`,
  'create index sent_file_of_document on sent_file (document_id, language, id)',

  `create table sent_file_data (
    sent_file_id ${int} not null references sent_file (id) on delete cascade,
    chunk ${int} not null,
    data text not null,
    primary key (sent_file_id, chunk)
  )${table}`,

  `create table import (
    id text not null primary key,
    document_id ${int} not null references document (id) on delete cascade,
    language text not null,
    file_name text not null,
    author text not null,
    at ${int} not null,
    status text not null,
    details text not null
  )${table}`,
  'create index import_of_document on import (document_id, language, at)',

  `create table import_data (
    import_id text not null references import (id) on delete cascade,
    chunk ${int} not null,
    data text not null,
    primary key (import_id, chunk)
  )${table}`,
];
