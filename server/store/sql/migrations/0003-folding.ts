/** Version 3: text is folded as readers search, by core/text/fold.ts; the characters of targets are kept. */
import type { Migration } from './migration.ts';
import { foldAgain } from '../fold-again.ts';

export const folding: Migration = ({ int }) => [
  `alter table target_current add column characters ${int} not null default 0`,
  foldAgain,
];
