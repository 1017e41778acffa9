/**
 * Similar TUs: those with an equal key by its hash, others by the prefix index, most promising first, verified by the
 * edit distance of their tokens until none of the rest can be better than what is found. An equal source is never
 * missed; others only where more than MOST would have to be verified.
 */
import { sql, type Kysely } from 'kysely';
import { isSimilar, mostEdits, similarityOf } from '../../../core/memory/prefix-filter.ts';
import { distanceFrom } from '../../../core/memory/token-distance.ts';
import { primaryLanguage, variantIn } from '../../../core/memory/tu.ts';
import type { SimilarQuestion, SimilarTu, StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { readAllBehind } from './behind.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { contextHashOf, keyHashOf, textHashOf, unitHashOf } from './kept-tu.ts';
import type { MemoryLanguage } from './memory-languages.ts';
import { TIERS } from './prefix.ts';
import { keyTokens } from './source-key.ts';
import { unpackTokens } from './token-list.ts';
import { readTus } from './tu-rows.ts';
import { findTokens } from './vocabulary.ts';

const LEAST = TIERS[1];
const MOST = 1_000;
const A_READ = 250;
const LARGEST = 500;
/** Above every number of a word that is known: such words are the rarest. */
const UNKNOWN = 2 ** 40;

/** A TU that is similar by its variant in the language of an index. */
interface Found {
  readonly index: number;
  readonly tu: number;
  readonly similarity: number;
  /** Among equals: of equal text and context first. */
  readonly rank: number;
}

/** `sources`: languages to find in, their indexes complete; `targets`: those of which one must be there too. */
export async function findSimilar(
  engine: Engine,
  asking: SimilarQuestion,
  sources: readonly MemoryLanguage[],
  targets: readonly MemoryLanguage[],
): Promise<readonly SimilarTu[]> {
  const { db } = engine;
  const question = { ...asking, minimum: Math.min(Math.max(asking.minimum, LEAST), 100) };
  const words = keyTokens(question.source);
  const byIndex = new Map(sources.flatMap((each) => (each.index === null ? [] : [[each.index.id, each]])));
  const search: Search = {
    engine,
    db,
    question,
    sources,
    indexes: [...byIndex.keys()],
    targets: targets.map(({ id }) => id),
    limit: Math.min(Math.max(question.limit, 1), LARGEST),
  };
  if (words.length === 0 || search.indexes.length === 0 || search.targets.length === 0) return [];
  const found = await findEqual(search, words);
  const equal = new Set(found.map(({ index, tu }) => `${index} ${tu}`));
  if (found.length < search.limit) {
    found.push(...(await findFuzzy(search, words, equal)));
  }
  found.sort((a, b) => b.similarity - a.similarity || b.rank - a.rank || b.tu - a.tu);
  const results: SimilarTu[] = [];
  for (let from = 0; from < found.length && results.length < search.limit; from += search.limit) {
    const some = found.slice(from, from + search.limit);
    const tus = new Map(
      (
        await readTus(
          db,
          some.map(({ tu }) => tu),
        )
      ).map((tu) => [Number(tu.id), tu]),
    );
    for (const each of some) {
      const result = asked(question, words, tus.get(each.tu), byIndex.get(each.index), each.similarity);
      if (result !== null && results.length < search.limit) results.push(result);
    }
  }
  return results;
}

/** null where another variant is the one for the pair, or the TU went away meanwhile. */
function asked(
  question: SimilarQuestion,
  words: readonly string[],
  tu: StoredTu | undefined,
  language: MemoryLanguage | undefined,
  similarity: number,
): SimilarTu | null {
  if (tu === undefined) return null;
  const source = variantIn(tu, question.sourceLanguage);
  const target = variantIn(tu, question.targetLanguage);
  if (source === null || target === null || source === target || source.language !== language?.language)
    return null;
  // Two keys may have one hash.
  if (similarity === 100 && keyTokens(source.content).join('\n') !== words.join('\n')) return null;
  return { tu, source, target, similarity };
}

interface Search {
  readonly engine: Engine;
  readonly db: Kysely<Tables>;
  readonly question: SimilarQuestion;
  readonly sources: readonly MemoryLanguage[];
  readonly indexes: readonly number[];
  readonly targets: readonly number[];
  readonly limit: number;
}

/** Of equal keys; those of equal text and context first, then the newest. */
async function findEqual(
  { db, question, indexes, targets, limit }: Search,
  words: readonly string[],
): Promise<Found[]> {
  const context = question.context ?? { previous: null, next: null, id: null };
  const text = textHashOf(question.source);
  const neighbours = contextHashOf(context) ?? -1;
  const unit = unitHashOf(context) ?? -1;
  const rows = (operator: '=' | '<>') =>
    db
      .selectFrom('tm_source as s')
      .select(['s.index_id', 's.tu_id'])
      .select(
        sql<number>`case when s.context_hash = ${neighbours} then 2 else 0 end
        + case when s.unit_hash = ${unit} then 1 else 0 end`.as('around'),
      )
      .where('s.index_id', 'in', indexes)
      .where('s.key_hash', '=', keyHashOf(words))
      .where('s.text_hash', operator, text)
      .where(hasTarget(targets))
      .orderBy('around', 'desc')
      .orderBy('s.tu_id', 'desc')
      .limit(limit)
      .execute();
  const equal = await rows('=');
  const others = equal.length < limit ? await rows('<>') : [];
  const toFound =
    (rank: number) =>
    (row: { index_id: number; tu_id: number; around: number }): Found => ({
      index: row.index_id,
      tu: row.tu_id,
      similarity: 100,
      rank: rank + row.around,
    });
  return [...equal.map(toFound(4)), ...others.map(toFound(0))];
}

async function findFuzzy(
  search: Search,
  words: readonly string[],
  equal: ReadonlySet<string>,
): Promise<readonly Found[]> {
  const { engine, db, question, indexes } = search;
  const numbers = await findTokens(engine, db, primaryLanguage(question.sourceLanguage), words);
  const unknown = new Map<string, number>();
  const tokens = words.map((word) => {
    const number = numbers.get(word) ?? unknown.get(word) ?? UNKNOWN + unknown.size;
    if (number >= UNKNOWN) unknown.set(word, number);
    return number;
  });
  const isKnown = (token: number): boolean => token < UNKNOWN;
  const placed = await findCandidates(db, indexes, tokens, isKnown, question.minimum);
  const behind = await candidatesBehind(search, tokens);
  const names = new Set(equal);
  const candidates = [...behind, ...placed].filter(({ index, tu }) => {
    const name = `${index} ${tu}`;
    return !names.has(name) && names.add(name);
  });
  return verify(
    search,
    tokens,
    candidates.sort((one, other) => one.edits - other.edits),
  );
}

async function candidatesBehind(
  { db, question, sources }: Search,
  tokens: readonly number[],
): Promise<readonly Candidate[]> {
  const distance = distanceFrom(tokens);
  return (await readAllBehind(db, sources)).flatMap(({ index, tu, tokens: other }) => {
    const longer = Math.max(tokens.length, other.length);
    const edits = distance(other, mostEdits(longer, question.minimum));
    return isSimilar(edits, longer, question.minimum) ? [{ index, tu, length: other.length, edits }] : [];
  });
}

/** The most promising first, until none of the rest can be better. */
async function verify(
  search: Search,
  tokens: readonly number[],
  candidates: readonly Candidate[],
): Promise<readonly Found[]> {
  const { question, limit } = search;
  const distance = distanceFrom(tokens);
  const found: Found[] = [];
  for (let from = 0; from < Math.min(candidates.length, MOST); from += A_READ) {
    const some = candidates.slice(from, from + A_READ);
    for (const { index, tu, tokens: packed } of await readSources(search, some)) {
      const other = unpackTokens(packed);
      const longer = Math.max(tokens.length, other.length);
      const edits = distance(other, mostEdits(longer, question.minimum));
      if (isSimilar(edits, longer, question.minimum)) {
        found.push({ index, tu, similarity: similarityOf(edits, longer), rank: 0 });
      }
    }
    const rest = candidates.slice(from + A_READ);
    if (found.length >= limit && isSettled(found, rest, tokens.length, limit)) break;
  }
  return found;
}

/** Whether none of the rest can be better than the last one that is given. */
function isSettled(found: Found[], rest: readonly Candidate[], length: number, limit: number): boolean {
  found.sort((a, b) => b.similarity - a.similarity);
  const last = found[limit - 1]?.similarity ?? 0;
  return rest.every((candidate) => similarityOf(candidate.edits, Math.max(length, candidate.length)) < last);
}

async function readSources(
  { db, targets }: Search,
  candidates: readonly Candidate[],
): Promise<readonly { readonly index: number; readonly tu: number; readonly tokens: string }[]> {
  const byIndex = new Map<number, number[]>();
  for (const { index, tu } of candidates) byIndex.set(index, [...(byIndex.get(index) ?? []), tu]);
  const found = [];
  for (const [index, tus] of byIndex) {
    const rows = await db
      .selectFrom('tm_source as s')
      .select(['s.tu_id as tu', 's.tokens'])
      .where('s.index_id', '=', index)
      .where('s.tu_id', 'in', tus)
      .where(hasTarget(targets))
      .execute();
    found.push(...rows.map((row) => ({ index, ...row })));
  }
  return found;
}

function hasTarget(targets: readonly number[]) {
  return sql<boolean>`exists (select 1 from tuv where tuv.tu_id = s.tu_id and tuv.language_id in (${sql.join([...targets])}))`;
}
