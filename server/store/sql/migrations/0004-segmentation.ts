/** Version 4: segments that people split and joined, and a project's own segmentation rules. */
import type { Migration } from './migration.ts';

export const segmentation: Migration = ({ key, int, table }) => [
  `create table resegmentation (
    id ${key},
    document_id ${int} not null references document (id) on delete cascade,
    unit_index ${int} not null,
    kind text not null,
    first_segment ${int} not null,
    second_segment ${int} not null,
    author text not null,
    at ${int} not null,
    undone ${int} not null,
    data text not null
  )${table}`,
  'create index resegmentation_of_unit on resegmentation (document_id, unit_index, id)',

  `create table project_srx (
    project_id ${int} not null references project (id) on delete cascade,
    file_name text not null,
    chunk ${int} not null,
    data text not null,
    primary key (project_id, chunk)
  )${table}`,
];
