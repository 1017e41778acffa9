/** Several servers at once: ids that are drawn early and committed late. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../server/store/postgres/connect.ts';
import { openPostgresStore } from '../../server/store/postgres/open.ts';
import { OutboxReader } from '../../server/store/postgres/outbox-reader.ts';
import { ChangeFeed } from '../../server/store/sql/change-feed.ts';
import { newestChange } from '../../server/store/sql/outbox.ts';
import { postgresUrl, schemaForTest } from '../support/postgres.ts';

const url = postgresUrl();
if (url !== null) {
  describe('changes on PostgreSQL', () => {
    const schema = schemaForTest('outbox');
    const db = connect(url, schema);
    const clients: pg.Client[] = [];
    const heard: string[] = [];
    const feed = new ChangeFeed({
      newest: () => newestChange(db),
      read: (() => {
        const reader = new OutboxReader(db);
        return (after) => reader.read(after);
      })(),
      patience: () => 5,
    });

    async function begin(author: string): Promise<pg.Client> {
      const client = new pg.Client({ connectionString: url ?? '' });
      clients.push(client);
      await client.connect();
      await client.query(`set search_path to ${pg.escapeIdentifier(schema)}`);
      await client.query('begin');
      const columns = 'document_id, segment_id, language, version, author, at, queued_at';
      await client.query(`insert into outbox (${columns}) values (1, 1, 'fa', 1, $1, 1, ${Date.now()})`, [
        author,
      ]);
      return client;
    }

    /** What was heard, once it is so many, and a moment for what should not come. */
    async function heardOf(count: number): Promise<readonly string[]> {
      const end = Date.now() + 10_000;
      while (heard.length < count && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return heard;
    }

    beforeAll(async () => {
      await (await openPostgresStore(url, { schema })).close();
      feed.onChange(({ author }) => heard.push(author));
      await feed.listening();
    });
    afterAll(async () => {
      await feed.stop();
      await Promise.all(clients.map((client) => client.end()));
      await db.destroy();
    });

    it('wait for the earlier one that is still to be committed', async () => {
      const slow = await begin('first');
      await (await begin('second')).query('commit');
      expect(await heardOf(0)).toEqual([]);
      await slow.query('commit');
      expect(await heardOf(2)).toEqual(['first', 'second']);
    });

    it('do not wait for one that was rolled back', async () => {
      await (await begin('never')).query('rollback');
      await (await begin('third')).query('commit');
      expect(await heardOf(3)).toEqual(['first', 'second', 'third']);
    });

    it('do both at once', async () => {
      const slow = await begin('fourth');
      await (await begin('never')).query('rollback');
      const slower = await begin('fifth');
      await (await begin('sixth')).query('commit');
      expect(await heardOf(3)).toHaveLength(3);
      await slow.query('commit');
      await slower.query('commit');
      expect(await heardOf(6)).toEqual(['first', 'second', 'third', 'fourth', 'fifth', 'sixth']);
    });
  });
}
