/** Surveys of memories, and what is merged by them. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../server/core/text/content.ts';
import { surveyId, tuId, type MemoryId, type SurveyId } from '../../../server/store/ids.ts';
import type { StoredTu } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { IMPORTED, type SurveyHit } from '../../../server/store/survey-store.ts';
import { newMemory, pair } from '../../support/tu-samples.ts';

export function surveyingContract(store: () => Store): void {
  const list = (memory: MemoryId): Promise<readonly StoredTu[]> =>
    store().memories.listTus(memory, null, 1_000);
  const question = (memory: MemoryId) =>
    ({ memory, kind: 'repeats', question: '{"a":"\\u0000"}', author: 'زهرا', at: 5, total: 9 }) as const;

  describe('surveys', () => {
    it('are kept with their course, from one state to the next by one person alone', async () => {
      const memory = await newMemory(store());
      const { surveys } = store();
      const id = (await surveys.startSurvey(question(memory)))!;
      const begun = { looked: 0, told: 5, counts: '', act: null, changed: 0, skipped: 0 };
      expect(await surveys.findSurvey(id)).toEqual({ id, ...question(memory), ...begun, state: 'looking' });
      expect(await surveys.updateSurvey(id, 'ready', { looked: 1 })).toBe(false);
      const looked = { looked: 9, told: 7, counts: '{}' };
      expect(await surveys.updateSurvey(id, 'looking', { ...looked, state: 'ready' })).toBe(true);
      const won = await Promise.all(
        [1, 2, 3].map(() => surveys.updateSurvey(id, 'ready', { state: 'acting' })),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await surveys.latestSurvey(memory, 'repeats')).toMatchObject({ id, ...looked, state: 'acting' });
      expect(await surveys.latestSurvey(memory, 'checks')).toBeNull();
    });

    it('list their hits by number and unit, page by page, and know what is left out', async () => {
      const memory = await newMemory(store());
      const { surveys } = store();
      const id = (await surveys.startSurvey(question(memory)))!;
      const hits = Array.from({ length: 2_500 }, (_, at): SurveyHit => {
        const number = Math.floor(at / 2) + 1;
        return { topic: 'a', number, tu: tuId(9_000 - at), seen: at === 0 ? null : 2 ** 52, data: `${at}` };
      });
      const alone = { topic: 'b', number: 1, tu: tuId(3), seen: null, data: 'ب\u0000' };
      await surveys.addHits(id, [...hits, alone]);
      const expected = hits.toSorted((a, b) => a.number - b.number || a.tu - b.tu);
      const pages = [];
      for (let after = null as { number: number; tu: StoredTu['id'] } | null; ;) {
        const page = await surveys.listHits(id, 'a', after, 999);
        pages.push(...page);
        if (page.length < 999) break;
        after = page.at(-1)!;
      }
      expect(pages).toEqual(expected.map((hit) => ({ ...hit, leftOut: false })));
      expect(await surveys.listHits(id, 'b', null, 9)).toEqual([{ ...alone, leftOut: false }]);
      await surveys.leaveOut(id, 'a', [1, 2, 4], true);
      await surveys.leaveOut(id, 'a', [2], false);
      expect(await surveys.countLeftOut(id)).toBe(4);
      expect((await surveys.listHits(id, 'a', null, 8)).map(({ leftOut }) => leftOut)).toEqual(
        [1, 1, 0, 0, 0, 0, 1, 1].map(Boolean),
      );
    });

    it('go when there are newer ones, and with their memory', async () => {
      const memory = await newMemory(store());
      const { surveys } = store();
      const ids: SurveyId[] = [];
      for (let at = 0; at < 7; at += 1) {
        ids.push((await surveys.startSurvey(question(memory)))!);
        await surveys.addHits(ids[at]!, [{ topic: 'a', number: 1, tu: tuId(1), seen: null, data: '' }]);
      }
      await expect.poll(() => surveys.findSurvey(ids[1]!)).toBeNull();
      expect(await surveys.listHits(ids[0]!, 'a', null, 9)).toEqual([]);
      expect(await surveys.findSurvey(ids[2]!)).not.toBeNull();
      await surveys.addHits(ids[0]!, [{ topic: 'a', number: 2, tu: tuId(1), seen: null, data: '' }]);
      await store().memories.deleteMemory(memory);
      expect(await surveys.latestSurvey(memory, 'repeats')).toBeNull();
      expect(await surveys.startSurvey(question(memory))).toBeNull();
      expect(await surveys.findSurvey(surveyId(999_999))).toBeNull();
    });
  });

  describe('imports', () => {
    const begin = async (memory: MemoryId): Promise<SurveyId> =>
      (await store().surveys.startSurvey({ ...question(memory), kind: 'import' }))!;
    const part = (...sources: readonly string[]) => sources.map((source) => pair(source, `${source}!`));

    it('go in together with word of them, new ones by their numbers', async () => {
      const memory = await newMemory(store());
      const id = await begin(memory);
      const take = (tus: ReturnType<typeof part>) =>
        store().memories.importTus(id, tus, ({ added, merged }) => ({
          looked: 4,
          counts: `${added} ${merged}`,
        }));
      expect(await take(part('a', 'b'))).toEqual({ added: 2, merged: 0, replaced: 0 });
      expect(await take(part('a'))).toEqual({ added: 0, merged: 1, replaced: 0 });
      await store().memories.addTus(memory, part('by others'));
      expect(await take(part('b', 'c', 'd'))).toEqual({ added: 2, merged: 1, replaced: 0 });
      expect(await store().surveys.findSurvey(id)).toMatchObject({
        looked: 4,
        counts: '2 1',
        state: 'looking',
      });
      const [a, b, , c, d] = await list(memory);
      expect(await store().surveys.listHits(id, IMPORTED, null, 9)).toMatchObject([
        { number: a!.id, tu: b!.id },
        { number: c!.id, tu: d!.id },
      ]);
    });

    it('keep what they put others in the place of, until they are settled', async () => {
      const memory = await newMemory(store());
      const { memories, surveys } = store();
      const dated = (target: string, changedAt: number, notes: readonly string[] = []) =>
        pair('a', target, { changedAt, notes, context: { previous: 'p\u0000', next: null, id: null } });
      const others = ['b', 'c', 'd', 'e'].map((source) => pair(source, '۲', { changedAt: 1 }));
      await memories.addTus(memory, [dated('۱', 1, ['mine']), ...others]);
      const before = await list(memory);
      const id = await begin(memory);
      const bring = (...tus: readonly ReturnType<typeof pair>[]) =>
        memories.importTus(id, tus, ({ replaced }) => ({ counts: `${replaced}` }));
      const later = ['b', 'c', 'd'].map((source) => pair(source, '۲', { changedAt: 2, notes: ['theirs'] }));
      expect(await bring(dated('۱۱', 2), ...later, pair('e', '۲', { changedAt: 1 }))).toEqual({
        ...{ added: 0, merged: 5, replaced: 4 },
      });
      expect(await surveys.findSurvey(id)).toMatchObject({ counts: '4' });
      expect(await bring(dated('۱۱۱', 3))).toMatchObject({ replaced: 1 });
      const [a, b, c, d] = await list(memory);
      await memories.updateTu(b!.id, { ...b!, notes: ['somebody'] });
      await memories.deleteTus([c!.id]);
      const first = await memories.listOverwritten(id, null, 2);
      expect(first).toMatchObject({ changed: 1, next: b!.id, tus: [{ was: { notes: ['mine'] } }] });
      expect(first.tus[0]!.is).toEqual(a);
      expect(await memories.listOverwritten(id, first.next, 9)).toMatchObject({
        ...{ changed: 0, next: null, tus: [{ was: { notes: [] }, is: { id: d!.id } }] },
      });
      const act = (await memories.startAct({ memory, kind: 'withdrawn', author: '', at: 5 }))!;
      await memories.changeTus(
        act,
        first.tus.map(({ was, is }) => ({ was: is, becomes: was })),
      );
      expect((await list(memory))[0]).toEqual(before[0]);
      expect((await memories.listOverwritten(id, null, 1)).tus).toEqual([]);
      await surveys.updateSurvey(id, 'looking', { state: 'done' });
      await expect.poll(() => memories.listOverwritten(id, null, 9)).toMatchObject({ changed: 0, tus: [] });
    });

    it('that fail, or have ended, leave nothing behind', async () => {
      const memory = await newMemory(store());
      const id = await begin(memory);
      const fails = store().memories.importTus(id, part('a'), () => {
        throw new Error('no');
      });
      await expect(fails).rejects.toThrow('no');
      await store().surveys.updateSurvey(id, 'looking', { state: 'ready' });
      expect(await store().memories.importTus(id, part('a'), () => ({ looked: 4 }))).toBeNull();
      expect(await list(memory)).toEqual([]);
      expect(await store().surveys.findSurvey(id)).toMatchObject({ looked: 0, state: 'ready' });
    });

    it('end with their memory', async () => {
      const memory = await newMemory(store());
      const id = await begin(memory);
      const deleted = store().memories.deleteMemory(memory);
      expect(await store().memories.importTus(id, part('a'), () => ({ looked: 4 }))).toBeNull();
      expect(await deleted).toBe(true);
    });

    it('stay until something is said of them, however many come after', async () => {
      const memory = await newMemory(store());
      const { surveys } = store();
      const [stopped, died, over] = [await begin(memory), await begin(memory), await begin(memory)];
      await surveys.updateSurvey(stopped, 'looking', { state: 'ready' });
      await surveys.updateSurvey(over, 'looking', { state: 'done' });
      for (let at = 0; at < 6; at += 1)
        await surveys.updateSurvey(await begin(memory), 'looking', { state: 'done' });
      await expect.poll(() => surveys.findSurvey(over)).toBeNull();
      expect((await surveys.openSurveys(memory, 'import')).map(({ id }) => id)).toEqual([died, stopped]);
      expect(await surveys.openSurveys(await newMemory(store()), 'import')).toEqual([]);
    });
  });

  describe('merged units', () => {
    const fill = async (...pairs: readonly (readonly [string, string])[]): Promise<MemoryId> => {
      const memory = await newMemory(store());
      await store().memories.addTus(
        memory,
        pairs.map(([source, target]) => pair(source, target)),
      );
      return memory;
    };
    const begin = async (memory: MemoryId) =>
      (await store().memories.startAct({ memory, kind: 'merged', author: '', at: 5 }))!;
    const texts = async (memory: MemoryId): Promise<readonly string[]> =>
      (await list(memory)).map(({ variants }) => variants.map(({ content }) => textOf(content)).join('|'));

    it('become one, are counted, and come back as many as they were, twins too', async () => {
      const memory = await fill(['a', '۱'], ['b', '۱'], ['c', '۱'], ['d', '۴']);
      for (const { id } of (await list(memory)).slice(0, 3))
        await store().memories.updateTu(id, pair('a', '۱'));
      const [one, two, three] = await list(memory);
      const act = await begin(memory);
      const middle = { ...one!, notes: ['n'] };
      const merges = [
        { into: { was: one!, becomes: middle }, gone: [two!] },
        { into: { was: middle, becomes: { ...middle, notes: ['n', 'm'] } }, gone: [three!] },
      ];
      expect(await store().memories.mergeTus(act, merges)).toBe(2);
      expect(await texts(memory)).toEqual(['a|۱', 'd|۴']);
      expect((await list(memory))[0]!.notes).toEqual(['n', 'm']);
      expect(await store().memories.findMemory(memory)).toMatchObject({ tus: 2 });
      expect(await store().memories.findAct(act)).toMatchObject({ kind: 'merged', tus: 2 });
      expect(await store().memories.undoTus(act, 8, null)).toEqual({ restored: 3, left: 0, next: null });
      expect([...(await texts(memory))].sort()).toEqual(['a|۱', 'a|۱', 'a|۱', 'd|۴']);
      expect((await list(memory)).every(({ notes }) => notes.length === 0)).toBe(true);
    });

    it('stay, all of them, where one is not what was seen, or is of another memory', async () => {
      const memory = await fill(['a', '۱'], ['b', '۲'], ['c', '۳']);
      const other = await fill(['a', '۱']);
      const [one, two, three] = await list(memory);
      const act = await begin(memory);
      await store().memories.updateTu(two!.id, pair('newer', '۲'));
      const into = { was: one!, becomes: one! };
      const merges = [
        { into, gone: [three!, two!] },
        { into, gone: await list(other) },
        { into, gone: [one!] },
        { into, gone: [] },
      ];
      expect(await store().memories.mergeTus(act, merges)).toBe(0);
      expect(await texts(memory)).toEqual(['a|۱', 'newer|۲', 'c|۳']);
      expect(await texts(other)).toEqual(['a|۱']);
      expect(await store().memories.listActs(memory, null, 9)).toEqual([]);
    });
  });
}
