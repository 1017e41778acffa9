/** Version 8: what people did with TUs of memories, with the TUs as they were, so that it can be undone. */
import type { Migration } from './migration.ts';

export const memoryActs: Migration = ({ key, int, table, clustered }) => [
  `create table memory_act (
    id ${key},
    memory_id ${int} not null references memory (id) on delete cascade,
    kind text not null,
    author text not null,
    at ${int} not null,
    tus ${int} not null,
    undone_at ${int}
  )${table}`,
  'create index act_of_memory on memory_act (memory_id, id)',

  `create table memory_act_tu (
    act_id ${int} not null references memory_act (id) on delete cascade,
    tu_id ${int} not null,
    segment_id ${int},
    segment_language text,
    segment_version ${int},
    was text not null,
    became_hash ${int},
    undone ${int} not null,
    primary key (act_id, tu_id)
  )${clustered}`,
  'create index act_of_tu on memory_act_tu (tu_id)',
];
