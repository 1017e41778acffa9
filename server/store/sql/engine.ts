/**
 * What the two engines do differently; everything else in sql/ is written once for both.
 */
import type { Expression, Kysely, SqlBool } from 'kysely';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Save, SaveResult } from '../segment.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Tables } from './schema.ts';

/** Several saves that can be done by one statement: one language, no segment twice. */
export interface SaveBatch {
  readonly language: LanguageTag;
  readonly saves: readonly Save[];
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** For reading. Sees only what is committed. */
  readonly db: Kysely<Tables>;
  /**
   * Runs `work` in one transaction and resolves when that is on disk. `work` may be run a second time where two
   * servers stood in each other's way, so it must do nothing outside the database.
   */
  write<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Saves, with the counters and the outbox in the same transaction; results in the order of the saves. */
  save(batch: SaveBatch): Promise<readonly SaveResult[]>;
  /** Whether `needle` occurs in the text, character for character: no wildcards, no case. */
  contains(text: Expression<string | null>, needle: string): Expression<SqlBool>;
  readonly changes: ChangeFeed;
  /** Finishes what was accepted, then lets go of the database. */
  close(): Promise<void>;
}
