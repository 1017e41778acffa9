/**
 * Similar TUs: those with an equal key by its hash, others by the prefix index, most promising first, verified by the
 * edit distance of their tokens until none of the rest can be better than what is found. Nothing is missed, however
 * much there is that is alike; of several that are equally similar any may be given.
 */
import type { Kysely } from 'kysely';
import { isSimilar, mostEdits, similarityOf } from '../../../core/memory/prefix-filter.ts';
import { distanceFrom } from '../../../core/memory/token-distance.ts';
import { primaryLanguage, variantIn } from '../../../core/memory/tu.ts';
import type { SimilarQuestion, SimilarTu, StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { readAllBehind } from './behind.ts';
import { findCandidates, named, nameOf, type Candidates } from './candidates.ts';
import { contextHashOf, keyHashOf, textHashOf, unitHashOf } from './kept-tu.ts';
import type { MemoryLanguage } from './memory-languages.ts';
import { TIERS } from './prefix.ts';
import { keyTokens } from './source-key.ts';
import { statement } from '../statement.ts';
import { unpackTokens } from './token-list.ts';
import { readTus } from './tu-rows.ts';
import { findTokens } from './vocabulary.ts';

const LEAST = TIERS[1];
/** Candidates that are verified at first; each time that more must be, twice as many, up to a limit. */
const FIRST_READ = 32;
const LARGEST_READ = 4_000;
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
  const equal = new Set(found.map(({ index, tu }) => nameOf(index, tu)));
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
          engine,
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

/** Of equal text first, then of equal context, then the newest. */
const readEqual = statement<{ index_id: number; tu_id: number; rank: number }>(
  ({ among }) => `select s.index_id, s.tu_id, case when s.text_hash = ? then 4 else 0 end
      + case when s.context_hash = ? then 2 else 0 end + case when s.unit_hash = ? then 1 else 0 end as rank
    from tm_source as s where s.index_id ${among} and s.key_hash = ?
    and exists (select 1 from tuv where tuv.tu_id = s.tu_id and tuv.language_id ${among})
    order by rank desc, s.tu_id desc limit cast(? as integer)`,
);

async function findEqual(
  { engine, db, question, indexes, targets, limit }: Search,
  words: readonly string[],
): Promise<Found[]> {
  const context = question.context ?? { previous: null, next: null, id: null };
  const hashes = [textHashOf(question.source), contextHashOf(context) ?? -1, unitHashOf(context) ?? -1];
  const rows = await readEqual(engine, db, ...hashes, indexes, keyHashOf(words), targets, limit);
  return rows.map(({ index_id: index, tu_id: tu, rank }) => ({ index, tu, similarity: 100, rank }));
}

async function findFuzzy(
  search: Search,
  words: readonly string[],
  equal: ReadonlySet<number>,
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
  const placed = await findCandidates(engine, db, indexes, tokens, isKnown, question.minimum);
  const behind = await candidatesBehind(search, tokens);
  const groups = [...behind, ...placed].sort((one, other) => other.atMost - one.atMost);
  return verify(search, tokens, inTurn(groups, equal, behind));
}

interface Candidate {
  readonly name: number;
  readonly atMost: number;
}

/** Those that may be most similar first; none of `done`, and those that are `behind` once. */
function* inTurn(
  groups: readonly Candidates[],
  done: ReadonlySet<number>,
  behind: readonly Candidates[],
): Generator<Candidate> {
  const compared = new Set(behind.flatMap(({ names }) => names));
  const seen = new Set(done);
  for (const { atMost, names } of groups) {
    for (const name of names) {
      if (seen.has(name)) continue;
      if (compared.has(name)) seen.add(name);
      yield { name, atMost };
    }
  }
}

async function candidatesBehind(
  { db, question, sources }: Search,
  tokens: readonly number[],
): Promise<readonly Candidates[]> {
  const distance = distanceFrom(tokens);
  return (await readAllBehind(db, sources)).flatMap(({ index, tu, tokens: other }) => {
    const longer = Math.max(tokens.length, other.length);
    const edits = distance(other, mostEdits(longer, question.minimum));
    return isSimilar(edits, longer, question.minimum)
      ? [{ atMost: similarityOf(edits, longer), names: [nameOf(index, tu)] }]
      : [];
  });
}

/** The most promising first, until none of the rest can be better than the last one that is given. */
async function verify(
  search: Search,
  tokens: readonly number[],
  candidates: Generator<Candidate>,
): Promise<readonly Found[]> {
  const { question, limit } = search;
  const distance = distanceFrom(tokens);
  const found: Found[] = [];
  for (let size = Math.max(FIRST_READ, limit); ; size = Math.min(size * 2, LARGEST_READ)) {
    const some = take(candidates, size);
    found.sort((a, b) => b.similarity - a.similarity);
    const last = found[limit - 1]?.similarity ?? 0;
    if ((some[0]?.atMost ?? 0) <= last) break;
    const similar: Found[] = [];
    for (const { index_id: index, tu_id: tu, tokens: packed } of await readSources(search, some)) {
      const other = unpackTokens(packed);
      const longer = Math.max(tokens.length, other.length);
      const edits = distance(other, mostEdits(longer, question.minimum));
      if (isSimilar(edits, longer, question.minimum)) {
        similar.push({ index, tu, similarity: similarityOf(edits, longer), rank: 0 });
      }
    }
    found.push(...(await havingTarget(search, similar)));
    if (some.length < size) break;
    await new Promise((resolve) => setImmediate(resolve)); // others have their turn
  }
  return found;
}

function take(candidates: Generator<Candidate>, most: number): readonly Candidate[] {
  const some: Candidate[] = [];
  while (some.length < most) {
    const next = candidates.next();
    if (next.done === true) break;
    some.push(next.value);
  }
  return some;
}

const readTokens = statement<{ index_id: number; tu_id: number; tokens: string }>(
  ({ forEach }) =>
    `select t.index_id, t.tu_id, t.tokens ${forEach(
      'tm_source',
      't.index_id = cast(q.value ->> 0 as integer) and t.tu_id = cast(q.value ->> 1 as bigint)',
    )}`,
);

function readSources({ engine, db }: Search, candidates: readonly Candidate[]) {
  return readTokens(engine, db, JSON.stringify(candidates.map(({ name }) => named(name))));
}

const readHaving = statement<{ tu_id: number }>(
  ({ among }) => `select tu_id from tuv where tu_id ${among} and language_id ${among}`,
);

/** Those that have a variant in a language of the target. */
async function havingTarget(
  { engine, db, targets }: Search,
  found: readonly Found[],
): Promise<readonly Found[]> {
  if (found.length === 0) return [];
  const rows = await readHaving(
    engine,
    db,
    found.map(({ tu }) => tu),
    targets,
  );
  const having = new Set(rows.map((row) => row.tu_id));
  return found.filter(({ tu }) => having.has(tu));
}
