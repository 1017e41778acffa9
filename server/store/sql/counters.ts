/** The kept counters of progress: what changes add to them and take from them. */
import { sql, type Insertable, type Kysely } from 'kysely';
import type { State } from '../../core/document/state.ts';
import type { ProgressTable, Tables } from './schema.ts';

/** `segments` is 1 for a segment that comes to a state, -1 for one that leaves it; words have the same sign. */
export interface Counted {
  readonly document: number;
  readonly language: string;
  readonly state: State;
  readonly segments: 1 | -1;
  readonly words: number;
}

/** Adds them up, in one row a counter; `initial` has no counter. */
export async function count(tx: Kysely<Tables>, changes: readonly Counted[]): Promise<void> {
  const rows = new Map<string, Insertable<ProgressTable>>();
  for (const { document, language, state, segments, words } of changes) {
    if (state === 'initial') continue;
    const key = `${document} ${language} ${state}`;
    const known = rows.get(key) ?? { segments: 0, words: 0 };
    rows.set(key, {
      document_id: document,
      language,
      state,
      segments: known.segments + segments,
      words: known.words + words,
    });
  }
  if (rows.size === 0) return;
  await tx
    .insertInto('progress')
    .values([...rows.values()])
    .onConflict((conflict) =>
      conflict.columns(['document_id', 'language', 'state']).doUpdateSet({
        segments: sql`progress.segments + excluded.segments`,
        words: sql`progress.words + excluded.words`,
      }),
    )
    .execute();
}
