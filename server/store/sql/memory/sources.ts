/** TUVs in the index of their language: how they are compared, and under which of their words they are found. */
import { sql, type Kysely } from 'kysely';
import type { TuContext } from '../../../core/memory/tu.ts';
import type { Content } from '../../../core/text/content.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { contextHashOf, keyHashOf, textHashOf, unitHashOf } from './kept-tu.ts';
import { insertion } from './insert-rows.ts';
import type { MemoryLanguage } from './memory-languages.ts';
import { numberRows } from './number-rows.ts';
import { prefixRows } from './prefix.ts';
import { keyTokens } from './source-key.ts';
import { packTokens, unpackTokens } from './token-list.ts';
import { numberTokens } from './vocabulary.ts';

const ROWS_A_STATEMENT = 1_000;

const SOURCE_COLUMNS = {
  index_id: 'bigint',
  tu_id: 'bigint',
  key_hash: 'bigint',
  text_hash: 'bigint',
  context_hash: 'bigint',
  unit_hash: 'bigint',
  tokens: 'text',
} as const;

const PREFIX_COLUMNS = {
  index_id: 'bigint',
  tu_id: 'bigint',
  token: 'bigint',
  tier: 'bigint',
  length: 'bigint',
  position: 'bigint',
  signature_a: 'bigint',
  signature_b: 'bigint',
} as const;

const insertSources = insertion('tm_source', SOURCE_COLUMNS);

const insertPlaces = insertion(
  'tm_prefix',
  PREFIX_COLUMNS,
  `on conflict (index_id, token, tier, length, tu_id) do update
  set position = excluded.position, signature_a = excluded.signature_a, signature_b = excluded.signature_b`,
);

export interface IndexedText {
  readonly tu: number;
  readonly content: Content;
  readonly context: TuContext;
}

/** A TUV with the numbers of its tokens. */
export interface KeyedText {
  readonly tu: number;
  readonly tokens: readonly number[];
}

/** Keeps how the texts are compared; equal keys are found from now on. */
export async function keyTexts(
  engine: Engine,
  tx: Kysely<Tables>,
  { primary }: MemoryLanguage,
  index: number,
  texts: readonly IndexedText[],
): Promise<readonly KeyedText[]> {
  if (texts.length === 0) return [];
  const keyed = texts.map((text) => ({ ...text, words: keyTokens(text.content) }));
  const numbers = await numberTokens(
    engine,
    tx,
    primary,
    keyed.map(({ words }) => words),
  );
  const found = keyed.map(({ tu, words }) => ({ tu, tokens: words.map((word) => numbers.get(word) ?? 0) }));
  const rows = keyed.map(({ tu, content, context, words }, at) => ({
    index_id: index,
    tu_id: tu,
    key_hash: keyHashOf(words),
    text_hash: textHashOf(content),
    context_hash: contextHashOf(context),
    unit_hash: unitHashOf(context),
    tokens: packTokens(found[at]?.tokens ?? []),
  }));
  await insertSources(engine, tx, rows);
  return found;
}

/** Puts the texts under their rarest tokens. A row that a change of the TU left behind is made right. */
export async function placeTexts(
  engine: Engine,
  tx: Kysely<Tables>,
  index: number,
  texts: readonly KeyedText[],
): Promise<void> {
  const rows = texts.flatMap(({ tu, tokens }) => prefixRows(index, tu, tokens));
  await insertPlaces(engine, tx, rows);
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
