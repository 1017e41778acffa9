/** Version 12: surveys, what looking through a whole memory found. */
import type { Migration } from './migration.ts';

export const upkeep: Migration = ({ key, int, table, clustered }) => [
  `create table memory_survey (
    id ${key},
    memory_id ${int} not null references memory (id) on delete cascade,
    kind text not null,
    state text not null,
    question text not null,
    author text not null,
    at ${int} not null,
    total ${int} not null,
    looked ${int} not null,
    told ${int} not null,
    counts text not null,
    act_id ${int},
    changed ${int} not null,
    skipped ${int} not null
  )${table}`,
  'create index survey_of_memory on memory_survey (memory_id, kind, id)',

  `create table memory_survey_hit (
    survey_id ${int} not null references memory_survey (id) on delete cascade,
    topic text not null,
    number ${int} not null,
    tu_id ${int} not null,
    seen ${int},
    left_out ${int} not null,
    data text not null,
    primary key (survey_id, topic, number, tu_id)
  )${clustered}`,
  'create index left_out_of_survey on memory_survey_hit (survey_id) where left_out = 1',
];
