/** The columns of a survey's hits, as rows are inserted. */
export const HIT_COLUMNS = {
  survey_id: 'bigint',
  topic: 'text',
  number: 'bigint',
  tu_id: 'bigint',
  seen: 'bigint',
  left_out: 'bigint',
  data: 'text',
} as const;
