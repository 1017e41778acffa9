import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/**
 * The shape of a migration: the statements, and steps that are more than a statement, that lead from the version before to its own. A migration that has
 * been in a release is never edited again; the next one goes below it in list.ts.
 */
export interface ColumnTypes {
  /** A primary key that the database counts up, never giving a number twice. */
  readonly key: string;
  /** A whole number of up to 53 bits. */
  readonly int: string;
  /** What follows the closing bracket of a table. */
  readonly table: string;
  /** The same for a table that is kept in the order of its primary key, which is no single number. */
  readonly clustered: string;
  /**
   * Statements after which no plan rests on how often a value of the column was counted: one that is newer than the last
   * count would be taken for a value that hardly any row has, and a million rows be looked through for it.
   */
  readonly uncounted: (table: string, column: string) => readonly string[];
}

/** Works in the transaction of the migration. */
export type MigrationStep = (tx: Kysely<Tables>) => Promise<void>;

export type Migration = (types: ColumnTypes) => readonly (string | MigrationStep)[];
