import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../server/store/postgres/connect.ts';
import { openPostgresStore } from '../../server/store/postgres/open.ts';
import { transaction } from '../../server/store/postgres/transaction.ts';
import { order, statement, together } from '../../server/store/sql/statement.ts';
import { looseOf, packingContract } from '../contracts/store/looking-up.ts';
import { storeContract } from '../contracts/store.ts';
import { postgresUrl, schemaForTest } from '../support/postgres.ts';
import { addTexts, allSegments, sampleProject, saveOf } from '../support/store-samples.ts';
import { newMemory, pair } from '../support/tu-samples.ts';

const url = postgresUrl();
if (url !== null) {
  const schema = schemaForTest('contract');
  storeContract('PostgreSQL', {
    open: () => openPostgresStore(url, { schema }),
    another: () => openPostgresStore(url, { schema }),
  });

  packingContract('PostgreSQL', async () => {
    const own = schemaForTest('packing');
    const store = await openPostgresStore(url, { schema: own });
    const db = connect(url, own);
    onTestFinished(() => db.destroy());
    const count = sql`select count(*) as loose from tm_prefix`;
    return { store, countLoose: async () => looseOf((await count.execute(db)).rows[0]) };
  });

  describe('PostgreSQL', () => {
    it('brings changes also after the listening connection was cut', async () => {
      const own = schemaForTest('cut');
      const [here, there] = [
        await openPostgresStore(url, { schema: own }),
        await openPostgresStore(url, { schema: own }),
      ];
      const db = connect(url, own);
      const segments = await allSegments(here, await addTexts(here, ['a', 'b', 'c']));
      const heard: number[] = [];
      const arrived = (segment: number): Promise<void> =>
        expect.poll(() => heard, { timeout: 10_000 }).toContain(segment);
      here.onChange(({ segment }) => heard.push(segment));
      await here.saveTarget(saveOf(segments[0]!.key, 0, 'x'));
      await arrived(segments[0]!.key);
      const listening = sql.raw(`from pg_stat_activity where application_name = 'recto changes'
        and query like 'listen%' and position('${own.replaceAll('"', '""')}' in query) > 0`);
      const cut = await sql`select pg_terminate_backend(pid) ${listening}`.execute(db);
      expect(cut.rows).toHaveLength(1);
      await there.saveTarget(saveOf(segments[1]!.key, 0, 'x'));
      await arrived(segments[1]!.key);
      await expect
        .poll(async () => (await sql`select 1 ${listening}`.execute(db)).rows.length, { timeout: 10_000 })
        .toBe(1);
      await there.saveTarget(saveOf(segments[2]!.key, 0, 'x'));
      await arrived(segments[2]!.key);
      expect(heard).toEqual(segments.map(({ key }) => key));
      await Promise.all([here.close(), there.close(), db.destroy()]);
    });

    it('plans for a memory that is newer than the last count as for one that was counted', async () => {
      const own = schemaForTest('estimates');
      const store = await openPostgresStore(url, { schema: own });
      const db = connect(url, own);
      const [counted, newer] = [await newMemory(store), await newMemory(store)];
      await store.memories.addTus(
        counted,
        Array.from({ length: 3_000 }, (_, n) => pair(`word${n}`, `${n}`)),
      );
      await sql`analyze tu, tuv`.execute(db);
      const planOf = async (memory: number): Promise<string> => {
        const text = `explain select id from tu where memory_id = ${memory} and same_hash =
          some(array(select unnest('{1}'::bigint[])))`;
        const { rows } = await sql.raw(text).execute(db);
        return JSON.stringify(rows).replaceAll(`memory_id = ${memory}`, 'memory_id');
      };
      expect(await planOf(newer)).toBe(await planOf(counted));
      expect(await planOf(newer)).toContain('tu_that_is_same');
      await Promise.all([store.close(), db.destroy()]);
    });

    it('does orders before what is asked next, and nothing of a transaction in which one failed', async () => {
      const own = schemaForTest('orders');
      const store = await openPostgresStore(url, { schema: own });
      const db = connect(url, own);
      const engine = { name: 'postgres' } as const;
      const insert = order(
        ({ elements }) => `insert into project_order (id) select
        cast(q.value ->> 0 as bigint) from ${elements}`,
      );
      const count = statement<{ rows: number }>(() => 'select count(*) as rows from project_order');
      const above = statement<{ id: number }>(() => 'select id from project_order where id > ? order by id');
      await sql`create table project_order (id bigint primary key)`.execute(db);
      const counted = async (): Promise<number | undefined> => (await count(engine, db))[0]?.rows;
      const orders = (...all: readonly string[]) =>
        transaction(db, async (tx) => {
          for (const each of all) await insert(engine, tx, each);
        });

      await orders('[[1]]', '[[2], [3]]');
      expect(await counted()).toBe(3);
      await transaction(db, async (tx) => {
        await insert(engine, tx, '[[4]]');
        expect(await together(engine, tx, count.of(), above.of(2))).toEqual([
          [{ rows: 4 }],
          [{ id: 3 }, { id: 4 }],
        ]);
        await insert(engine, tx, '[[5]]');
        const { rows } = await sql`select max(id) as last from project_order`.execute(tx);
        expect(rows).toEqual([{ last: 5 }]);
      });

      const twice = { code: '23505' };
      await expect(orders('[[6]]', '[[1]]', '[[7]]')).rejects.toMatchObject(twice);
      // What is asked behind it for the first time is prepared when it is asked again.
      const first = statement<{ id: number }>(() => 'select min(id) as id from project_order');
      const asking = transaction(db, async (tx) => {
        await insert(engine, tx, '[[1]]');
        await together(engine, tx, first.of(), first.of());
      });
      await expect(asking).rejects.toMatchObject(twice);
      expect(await Promise.all(Array.from({ length: 6 }, () => first(engine, db)))).toEqual(
        Array.from({ length: 6 }, () => [{ id: 1 }]),
      );
      const given = transaction(db, async (tx) => {
        await insert(engine, tx, '[[8]]');
        throw new Error('given up');
      });
      await expect(given).rejects.toThrow('given up');
      expect(await counted()).toBe(5);
      await Promise.all([store.close(), db.destroy()]);
    });

    it('tries a transaction again that was chosen to end a deadlock', async () => {
      const own = schemaForTest('deadlock');
      const store = await openPostgresStore(url, { schema: own });
      const db = connect(url, own);
      const one = await store.createProject(sampleProject);
      const two = await store.createProject(sampleProject);
      let waiting = 2;
      const both = (first: number, second: number, name: string): Promise<void> => {
        let attempt = 0;
        return transaction(db, async (tx) => {
          attempt += 1;
          await tx.updateTable('project').set({ name }).where('id', '=', first).execute();
          if (attempt === 1) waiting -= 1;
          while (waiting > 0) await new Promise((resolve) => setTimeout(resolve, 5));
          await tx.updateTable('project').set({ name }).where('id', '=', second).execute();
        });
      };
      await Promise.all([both(one, two, 'a'), both(two, one, 'b')]);
      const names = (await store.listProjects()).map(({ name }) => name);
      expect(names[0]).toBe(names[1]);
      await Promise.all([store.close(), db.destroy()]);
    });
  });
}
