/** Version 5: findings that are ignored, checks that a project has switched off, and what it decides for its texts. */
import type { Migration } from './migration.ts';

export const checks: Migration = ({ int, table }) => [
  `create table ignored_finding (
    segment_id ${int} not null references segment (id) on delete cascade,
    language text not null,
    finding text not null,
    author text not null,
    at ${int} not null,
    reason text not null,
    primary key (segment_id, language, finding)
  ) ${table}`,
  `create table check_off (
    project_id ${int} not null references project (id) on delete cascade,
    check_id text not null,
    author text not null,
    at ${int} not null,
    reason text not null,
    primary key (project_id, check_id)
  ) ${table}`,
  `create table check_settings (
    project_id ${int} primary key references project (id) on delete cascade,
    settings text not null
  ) ${table}`,
];
