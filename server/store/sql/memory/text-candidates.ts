/**
 * TUs whose text in a language may hold a needle: those that have what every such text has (grams.ts), and what waits and
 * holds it. They come in order of their numbers, and nothing is read for those that nobody asks for any more.
 */
import type { Engine } from '../engine.ts';
import type { GramRange } from './grams.ts';
import { statement, together } from '../statement.ts';
import { inBoth, numbersAt, unpackSteps } from './token-list.ts';

/** So many grams, those that fewest texts have, leave hardly a text that does not hold the needle. */
const GRAMS_COMPARED = 8;
/** Chunks that are read together; at first one, each time twice as many. */
const MOST_CHUNKS = 32;

interface ChunkRow {
  readonly id: number;
  readonly first_tu: number;
}

interface PlacesRow {
  readonly chunk_id: number;
  readonly gram: number;
  readonly places: string;
}

export interface TextQuestion {
  readonly language: number;
  readonly needle: string;
  readonly wanted: readonly GramRange[];
  /** Only TUs with a higher number. */
  readonly after: number;
}

const readChunks = statement<ChunkRow>(
  () => `select id, first_tu from tm_text_chunk
    where language_id = ? and last_tu > ? and tus <> '' order by first_tu, id`,
);

const readFirstPending = statement<{ first: number | null }>(
  () => 'select min(tu_id) as first from tm_text_pending where language_id = ? and tu_id > ?',
);

const readPending = statement<{ tu_id: number }>(
  ({
    placeOf,
  }) => `select p.tu_id from tm_text_pending as p where p.language_id = ? and p.tu_id > ? and ${placeOf}(
      (select v.folded from tuv as v where v.tu_id = p.tu_id and v.language_id = p.language_id), ?) > 0
    order by p.tu_id`,
);

const readPlaces = statement<PlacesRow>(
  ({ among }) => `select chunk_id, gram, places from tm_gram where chunk_id ${among} and gram ${among}`,
);

const readRange = statement<PlacesRow>(
  ({ among }) =>
    `select chunk_id, gram, places from tm_gram where chunk_id ${among} and gram >= ? and gram < ?`,
);

const readTusOf = statement<{ id: number; tus: string }>(
  ({ among }) => `select id, tus from tm_text_chunk where id ${among}`,
);

/** Each once; texts that turn out not to hold the needle may be among them. */
export async function* findCandidates(
  engine: Engine,
  question: TextQuestion,
): AsyncGenerator<readonly number[]> {
  const { language, needle, after } = question;
  // What waits first: it may be in a chunk by the time that chunks are read, but not the other way round.
  const [[pending], chunks] = await together(
    engine,
    engine.db,
    readFirstPending.of(language, after),
    readChunks.of(language, after),
  );
  let firstPending = pending?.first ?? Infinity;
  const reader = new ChunkReader(engine, question.wanted);
  let waiting: readonly number[] = [];
  let size = 1;
  for (let at = 0; at < chunks.length || firstPending < Infinity; size = Math.min(2 * size, MOST_CHUNKS)) {
    const found = new Set(waiting);
    for (const tu of await reader.read(chunks.slice(at, at + size))) if (tu > after) found.add(tu);
    at += size;
    const next = chunks[at]?.first_tu ?? Infinity;
    if (firstPending < next) {
      for (const { tu_id } of await readPending(engine, engine.db, language, after, needle)) found.add(tu_id);
      firstPending = Infinity;
      const known = new Set(chunks.map(({ id }) => id));
      const added = (await readChunks(engine, engine.db, language, after)).filter(({ id }) => !known.has(id));
      for (const tu of await reader.read(added)) if (tu > after) found.add(tu);
    }
    const inOrder = [...found].sort((a, b) => a - b);
    const end = inOrder.findIndex((tu) => tu >= next);
    const ready = end < 0 ? inOrder : inOrder.slice(0, end);
    waiting = inOrder.slice(ready.length);
    if (ready.length > 0) yield ready;
  }
}

class ChunkReader {
  readonly #engine: Engine;
  readonly #range: GramRange | null;
  #grams: readonly number[];
  /** Whether the grams are those that are worth reading. */
  #chosen = false;

  constructor(engine: Engine, wanted: readonly GramRange[]) {
    this.#engine = engine;
    const [first] = wanted;
    this.#range = first !== undefined && first.high - first.low > 1 ? first : null;
    this.#grams = wanted.map(({ low }) => low);
  }

  /** TUs of the chunks that have a gram of each range. */
  async read(chunks: readonly ChunkRow[]): Promise<readonly number[]> {
    if (chunks.length === 0) return [];
    const ids = chunks.map(({ id }) => id);
    const db = this.#engine.db;
    const rows =
      this.#range === null
        ? await readPlaces(this.#engine, db, ids, this.#grams)
        : await readRange(this.#engine, db, ids, this.#range.low, this.#range.high);
    const byChunk = new Map<number, PlacesRow[]>();
    for (const row of rows) {
      const known = byChunk.get(row.chunk_id);
      if (known === undefined) byChunk.set(row.chunk_id, [row]);
      else known.push(row);
    }
    const least = this.#range === null ? this.#grams.length : 1;
    const places = new Map<number, readonly number[]>();
    for (const [id, found] of byChunk) {
      if (found.length < least) continue;
      const common = least === 1 ? inAny(found) : inAll(found);
      if (common.length > 0) places.set(id, common);
    }
    if (this.#range === null && !this.#chosen) this.#choose(rows);
    return this.#tusAt(places);
  }

  /** Keeps those of the grams that have the shortest lists. */
  #choose(rows: readonly PlacesRow[]): void {
    this.#chosen = true;
    const lengths = new Map<number, number>();
    for (const { gram, places } of rows) lengths.set(gram, (lengths.get(gram) ?? 0) + places.length);
    const length = (gram: number): number => lengths.get(gram) ?? 0;
    this.#grams = this.#grams.toSorted((a, b) => length(a) - length(b)).slice(0, GRAMS_COMPARED);
  }

  async #tusAt(places: ReadonlyMap<number, readonly number[]>): Promise<readonly number[]> {
    if (places.size === 0) return [];
    const rows = await readTusOf(this.#engine, this.#engine.db, [...places.keys()]);
    return rows.flatMap(({ id, tus }) => numbersAt(tus, places.get(id) ?? []));
  }
}

function inAny(rows: readonly PlacesRow[]): readonly number[] {
  if (rows.length === 1) return unpackSteps(rows[0]?.places ?? '');
  const all = new Set<number>();
  for (const { places } of rows) for (const place of unpackSteps(places)) all.add(place);
  return [...all].sort((a, b) => a - b);
}

/** Shortest first. */
function inAll(rows: readonly PlacesRow[]): readonly number[] {
  const [first, ...others] = rows.toSorted((a, b) => a.places.length - b.places.length);
  let common = unpackSteps(first?.places ?? '');
  for (const { places } of others) {
    if (common.length === 0) break;
    common = inBoth(common, places);
  }
  return common;
}
