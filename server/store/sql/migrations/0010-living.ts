/** Version 10: entries of memories that are due, and what projects want of their memories. All confirmed ones are due. */
import type { Migration } from './migration.ts';

export const living: Migration = ({ int, table }) => [
  `create table memory_due (
    segment_id ${int} not null references segment (id) on delete cascade,
    language text not null,
    version ${int} not null,
    primary key (segment_id, language)
  ) ${table}`,
  `insert into memory_due (segment_id, language, version)
    select segment_id, language, version from target_current where state <> 'initial'`,
  `create table memory_settings (
    project_id ${int} primary key references project (id) on delete cascade,
    propagation text not null,
    has_own ${int} not null
  ) ${table}`,
];
