/** TUVs in the index of their language: how they are compared, and under which of their words they are found. */
import type { Kysely } from 'kysely';
import type { TuContext } from '../../../core/memory/tu.ts';
import type { Content } from '../../../core/text/content.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { contextHashOf, keyHashOf, textHashOf, unitHashOf } from './kept-tu.ts';
import { given, rowChange, type GivenRows } from './change-rows.ts';
import { rowsInto } from './insert-rows.ts';
import type { LockedMemory } from './locked-memory.ts';
import type { MemoryLanguage } from './memory-languages.ts';
import type { TmPrefixTable } from './memory-schema.ts';
import { prefixRows } from './prefix.ts';
import { keyTokens } from './source-key.ts';
import { statement } from '../statement.ts';
import { packTokens, unpackTokens } from './token-list.ts';

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

const sources = rowsInto('tm_source', SOURCE_COLUMNS);

const places = rowsInto(
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

/** How the texts are compared, as rows; equal keys are found as soon as these stand. */
export async function keyTexts(
  memory: LockedMemory,
  { primary }: MemoryLanguage,
  index: number,
  texts: readonly IndexedText[],
): Promise<{ readonly keyed: readonly KeyedText[]; readonly sources: GivenRows }> {
  const worded = texts.map((text) => ({ ...text, words: keyTokens(text.content) }));
  const numbers = await memory.numberTokens(
    primary,
    worded.map(({ words }) => words),
  );
  const keyed = worded.map(({ tu, words }) => ({ tu, tokens: words.map((word) => numbers.get(word) ?? 0) }));
  const rows = worded.map(({ tu, content, context, words }, at) => ({
    index_id: index,
    tu_id: tu,
    key_hash: keyHashOf(words),
    text_hash: textHashOf(content),
    context_hash: contextHashOf(context),
    unit_hash: unitHashOf(context),
    tokens: packTokens(keyed[at]?.tokens ?? []),
  }));
  return { keyed, sources: given(sources, rows) };
}

/** The texts under their rarest tokens. A row that a change of the TU left behind is made right. */
export function placeTexts(index: number, texts: readonly KeyedText[]): GivenRows {
  return given(
    places,
    texts.flatMap(({ tu, tokens }) => prefixRows(index, tu, tokens)),
  );
}

interface Indexed {
  readonly index_id: number;
  readonly tu_id: number;
}

const deleteSources = statement<Indexed & { readonly tokens: string }>(
  ({ elements }) => `delete from tm_source where (index_id, tu_id) in
    (select cast(q.value ->> 0 as bigint), cast(q.value ->> 1 as bigint) from ${elements})
    returning index_id, tu_id, tokens`,
);

const noLongerPlaced = rowChange<TmPrefixTable>(
  ({ elements }) => `delete from tm_prefix where (index_id, token, tier, length, tu_id) in
    (select cast(q.value ->> 0 as bigint), cast(q.value ->> 1 as bigint), cast(q.value ->> 2 as bigint),
      cast(q.value ->> 3 as bigint), cast(q.value ->> 4 as bigint) from ${elements})`,
  (row) => [row.index_id, row.token, row.tier, row.length, row.tu_id],
);

/** Takes the TUVs out of how they are compared; gives what is left to take away. */
export async function unindexTexts(
  engine: Engine,
  tx: Kysely<Tables>,
  texts: readonly Indexed[],
): Promise<GivenRows> {
  if (texts.length === 0) return given(noLongerPlaced, []);
  const json = JSON.stringify(texts.map((each) => [each.index_id, each.tu_id]));
  const rows = await deleteSources(engine, tx, json);
  return given(
    noLongerPlaced,
    rows.flatMap((row) => prefixRows(row.index_id, row.tu_id, unpackTokens(row.tokens))),
  );
}
