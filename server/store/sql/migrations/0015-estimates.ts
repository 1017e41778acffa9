/** Version 15: a memory or language that is new to PostgreSQL is looked up in as one that it knows. */
import type { Migration } from './migration.ts';

export const estimates: Migration = ({ uncounted }) => [
  ...uncounted('tu', 'memory_id'),
  ...uncounted('tuv', 'language_id'),
  ...uncounted('tm_text_pending', 'language_id'),
];
