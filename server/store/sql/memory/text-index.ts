/** What finds texts within texts: of each engine its own. It holds the folded text of every TUV. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

export interface FoldedText {
  readonly tu_id: number;
  readonly language_id: number;
  readonly folded: string;
}

export interface TextIndex {
  /** The rows are in the table already. */
  add(tx: Kysely<Tables>, rows: readonly FoldedText[]): Promise<void>;
  /** They may be in the table still. */
  remove(tx: Kysely<Tables>, rows: readonly Omit<FoldedText, 'folded'>[]): Promise<void>;
  /**
   * Numbers of the TUs after `after` whose folded text in the language of the memory holds the needle, itself folded and
   * not empty, in order. At most `limit`; fewer mean that there are no more.
   */
  find(
    db: Kysely<Tables>,
    language: number,
    needle: string,
    after: number,
    limit: number,
  ): Promise<readonly number[]>;
}
