/**
 * Version 13: places of the prefix index packed, many to a row. Those that are there stay as they are and are found as
 * before, until they are packed (memory/pack-places.ts).
 */
import type { Migration } from './migration.ts';

export const lookup: Migration = ({ int, table }) => [
  `create table tm_packed (
    index_id integer not null,
    token integer not null,
    tier integer not null,
    longest integer not null,
    hash ${int} not null,
    shortest integer not null,
    places text not null,
    primary key (index_id, token, tier, longest, hash)
  )${table}`,
];
