/** Version 9: settings of a project by name; the band of each segment's best match. */
import type { Migration } from './migration.ts';

export const analysis: Migration = ({ int, table }) => [
  `create table project_setting (
    project_id ${int} not null references project (id) on delete cascade,
    name text not null,
    value text not null,
    primary key (project_id, name)
  ) ${table}`,
  `create table segment_band (
    segment_id ${int} not null references segment (id) on delete cascade,
    language text not null,
    band text not null,
    characters ${int} not null,
    at ${int} not null,
    primary key (segment_id, language)
  ) ${table}`,
];
