/** Version 7: termbases, their concepts with every change of them, and which projects use them. */
import type { Migration } from './migration.ts';

export const terms: Migration = ({ key, int, table }) => [
  `create table termbase (
    id ${key},
    name text not null,
    created_at ${int} not null,
    changes ${int} not null
  )${table}`,
  'create unique index termbase_by_name on termbase (name)',

  `create table concept (
    id ${key},
    termbase_id ${int} not null references termbase (id) on delete cascade,
    concept_key text not null,
    version ${int} not null,
    deleted ${int} not null,
    domain text not null,
    is_name ${int} not null,
    folded text not null
  )${table}`,
  'create unique index concept_by_key on concept (termbase_id, concept_key)',
  'create index concept_in_order on concept (termbase_id, deleted, id)',

  `create table concept_change (
    id ${key},
    concept_id ${int} not null references concept (id) on delete cascade,
    termbase_id ${int} not null,
    version ${int} not null,
    data text,
    author text not null,
    at ${int} not null
  )${table}`,
  'create unique index change_of_concept on concept_change (concept_id, version)',
  'create index change_of_termbase on concept_change (termbase_id, id)',

  `create table concept_term (
    concept_id ${int} not null references concept (id) on delete cascade,
    language text not null,
    status text not null,
    termbase_id ${int} not null,
    terms ${int} not null,
    primary key (concept_id, language, status)
  )${table}`,
  'create index term_by_language on concept_term (termbase_id, language, terms)',

  `create table project_termbase (
    project_id ${int} not null references project (id) on delete cascade,
    termbase_id ${int} not null references termbase (id) on delete cascade,
    position ${int} not null,
    writable ${int} not null,
    primary key (project_id, termbase_id)
  )${table}`,
  'create index project_of_termbase on project_termbase (termbase_id)',
];
