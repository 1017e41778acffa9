/** TUVs in the index of their language: how they are compared, and under which of their words they are found. */
import { sql, type Kysely } from 'kysely';
import type { TuContext } from '../../../core/memory/tu.ts';
import type { Content } from '../../../core/text/content.ts';
import type { Tables } from '../schema.ts';
import { contextHashOf, keyHashOf, textHashOf, unitHashOf } from './kept-tu.ts';
import type { MemoryLanguage } from './memory-languages.ts';
import { numberRows } from './number-rows.ts';
import { prefixRows } from './prefix.ts';
import { keyTokens } from './source-key.ts';
import { packTokens, unpackTokens } from './token-list.ts';
import { numberTokens } from './vocabulary.ts';

const ROWS_A_STATEMENT = 1_000;

export interface IndexedText {
  readonly tu: number;
  readonly content: Content;
  readonly context: TuContext;
}

export async function indexTexts(
  tx: Kysely<Tables>,
  { primary }: MemoryLanguage,
  index: number,
  texts: readonly IndexedText[],
): Promise<void> {
  if (texts.length === 0) return;
  const keyed = texts.map((text) => ({ ...text, words: keyTokens(text.content) }));
  const numbers = await numberTokens(
    tx,
    primary,
    keyed.map(({ words }) => words),
  );
  const rows = keyed.map(({ tu, content, context, words }) => {
    const tokens = words.map((word) => numbers.get(word) ?? 0);
    return {
      source: {
        index_id: index,
        tu_id: tu,
        key_hash: keyHashOf(words),
        text_hash: textHashOf(content),
        context_hash: contextHashOf(context),
        unit_hash: unitHashOf(context),
        tokens: packTokens(tokens),
      },
      prefix: prefixRows(index, tu, tokens),
    };
  });
  await tx
    .insertInto('tm_source')
    .values(rows.map(({ source }) => source))
    .execute();
  const prefix = rows.flatMap((row) => row.prefix);
  for (let from = 0; from < prefix.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('tm_prefix')
      .values(prefix.slice(from, from + ROWS_A_STATEMENT))
      .execute();
  }
}

/** Takes the TUs out of the index. */
export async function unindexTexts(tx: Kysely<Tables>, index: number, tus: readonly number[]): Promise<void> {
  if (tus.length === 0) return;
  const rows = await tx
    .deleteFrom('tm_source')
    .where('index_id', '=', index)
    .where('tu_id', 'in', tus)
    .returning(['tu_id', 'tokens'])
    .execute();
  const prefix = rows.flatMap(({ tu_id, tokens }) => prefixRows(index, tu_id, unpackTokens(tokens)));
  for (let from = 0; from < prefix.length; from += ROWS_A_STATEMENT) {
    const places = prefix
      .slice(from, from + ROWS_A_STATEMENT)
      .map((row) => [row.index_id, row.token, row.tier, row.length, row.tu_id]);
    await sql`delete from tm_prefix where (index_id, token, tier, length, tu_id) in ${numberRows(places)}`.execute(
      tx,
    );
  }
}
