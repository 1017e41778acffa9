/**
 * How others find similar texts, over the same sources: FTS5 with trigrams and bm25 (the rarest 16 of the question), and
 * PostgreSQL's pg_trgm as Weblate asks it (a GiST index over the first 2,048 characters, the threshold lowered until
 * something is found, at most 50). Both are re-ranked by our distance, which is not counted.
 */
import Database from 'better-sqlite3';
import pg from 'pg';
import { percentiles, say } from './figures.ts';
import { drawing, edited } from './texts.ts';

const QUESTIONS = 30;

export function questionsFor(sources: readonly string[]): readonly string[] {
  const draw = drawing(5);
  return Array.from({ length: QUESTIONS }, () =>
    edited(sources[draw(sources.length)] ?? '', sources[draw(sources.length)] ?? '', draw),
  );
}

export function benchSqliteTrigram(path: string, all: readonly string[], heldBack: number): void {
  const sources = all.slice(0, all.length - heldBack);
  const database = new Database(path);
  database.exec(`create virtual table t using fts5(text, content = '', tokenize = 'trigram');
    create virtual table v using fts5vocab(t, 'row')`);
  const insert = database.prepare('insert into t (rowid, text) values (?, ?)');
  const start = performance.now();
  database.transaction(() => {
    for (const [n, text] of sources.entries()) insert.run(n + 1, text);
  })();
  say('FTS5 trigram: build, in seconds', ((performance.now() - start) / 1000).toFixed(1));
  const count = database.prepare('select doc from v where term = ?').pluck();
  const find = database.prepare('select rowid from t where t match ? order by bm25(t) limit 200');
  const times = questionsFor(sources).map((text) => {
    const before = performance.now();
    const lower = text.toLowerCase();
    const trigrams = new Set(
      Array.from({ length: Math.max(0, lower.length - 2) }, (_, n) => lower.slice(n, n + 3)),
    );
    const rare = [...trigrams]
      .map((trigram) => ({ trigram, documents: Number(count.get(trigram) ?? 0) }))
      .filter(({ documents }) => documents > 0)
      .sort((a, b) => a.documents - b.documents)
      .slice(0, 16);
    if (rare.length > 0)
      find.all(rare.map(({ trigram }) => `"${trigram.replaceAll('"', '""')}"`).join(' OR '));
    return performance.now() - before;
  });
  say('FTS5 trigram: look-up, the rarest 16', percentiles(times));
  database.close();
}

export async function benchPgTrgm(
  url: string,
  schema: string,
  all: readonly string[],
  heldBack: number,
): Promise<void> {
  const sources = all.slice(0, all.length - heldBack);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set search_path = ${schema}, public`);
    await client.query('create table rival (id int, text text)');
    for (let from = 0; from < sources.length; from += 10_000) {
      await client.query(
        'insert into rival select n, t from unnest($1::text[]) with ordinality as u (t, n)',
        [sources.slice(from, from + 10_000)],
      );
    }
    const start = performance.now();
    await client.query('create index on rival using gist (left(text, 2048) public.gist_trgm_ops)');
    say('pg_trgm as Weblate: build, in seconds', ((performance.now() - start) / 1000).toFixed(1));
    const times: number[] = [];
    for (const text of questionsFor(sources)) {
      const before = performance.now();
      for (let threshold = 0.85; threshold >= 0.6; threshold -= 0.05) {
        await client.query('select set_limit($1)', [threshold]);
        const { rows } = await client.query('select id from rival where left(text, 2048) % $1 limit 50', [
          text,
        ]);
        if (rows.length > 0) break;
      }
      times.push(performance.now() - before);
    }
    say('pg_trgm as Weblate: look-up', percentiles(times));
  } finally {
    await client.query(`drop schema ${schema} cascade`);
    await client.end();
  }
}
