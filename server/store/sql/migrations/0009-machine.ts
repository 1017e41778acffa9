/** Version 9: how a project asks for machine translation. */
import type { Migration } from './migration.ts';

export const machine: Migration = ({ int, table }) => [
  `create table machine_settings (
    project_id ${int} primary key references project (id) on delete cascade,
    settings text not null
  ) ${table}`,
];
