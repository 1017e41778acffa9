/** What finds texts within texts: of each engine its own. It holds the folded text of every TUV. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

export interface TextIndex {
  /** All variants of the TUs; they are rows of tuv already. */
  add(tx: Kysely<Tables>, tus: readonly number[]): Promise<void>;
  /** They may be in the table still. */
  remove(
    tx: Kysely<Tables>,
    rows: readonly { readonly tu_id: number; readonly language_id: number }[],
  ): Promise<void>;
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
