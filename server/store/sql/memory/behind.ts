/** TUs that are not in their places in the prefix index yet: so few that each may be compared. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { readSourcesAfter } from './build-index.ts';
import { INDEX_STATES, type MemoryLanguage } from './memory-languages.ts';
import type { KeyedText } from './sources.ts';

const FEW = 10_000;

/** Whether there are more than may be compared one by one. */
export async function isFarBehind(db: Kysely<Tables>, { index }: MemoryLanguage): Promise<boolean> {
  if (index?.state !== INDEX_STATES.keyed) return false;
  const row = await db
    .selectFrom('tm_source')
    .select('tu_id')
    .where('index_id', '=', index.id)
    .where('tu_id', '>', index.doneTo)
    .orderBy('tu_id')
    .offset(FEW)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** All of them, by the index; what comes in bulk just now goes on without end. */
export async function readAllBehind(
  db: Kysely<Tables>,
  languages: readonly MemoryLanguage[],
): Promise<readonly (KeyedText & { readonly index: number })[]> {
  const found = [];
  for (const { index } of languages) {
    if (index?.state !== INDEX_STATES.keyed) continue;
    const texts = await readSourcesAfter(db, index.id, index.doneTo, 2 * FEW);
    found.push(...texts.map((text) => ({ ...text, index: index.id })));
  }
  return found;
}
