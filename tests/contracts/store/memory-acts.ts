/** What people do with TUs of a memory, and take back. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../server/core/text/content.ts';
import type { Tu } from '../../../server/core/memory/tu.ts';
import { actId, type ActId, type MemoryId, type TuId } from '../../../server/store/ids.ts';
import type { ActKind, StoredTu, UndoneAct, UndoneTus } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { en, fa } from '../../support/store-samples.ts';
import { newMemory, pair } from '../../support/tu-samples.ts';

export function memoryActsContract(store: () => Store): void {
  const fill = async (...tus: readonly Tu[]): Promise<MemoryId> => {
    const memory = await newMemory(store());
    await store().memories.addTus(memory, tus);
    return memory;
  };
  const list = (memory: MemoryId): Promise<readonly StoredTu[]> =>
    store().memories.listTus(memory, null, 1_000);
  const texts = async (memory: MemoryId): Promise<readonly unknown[]> =>
    (await list(memory))
      .map(({ variants }) => variants.map(({ content }) => textOf(content)).join('|'))
      .sort();
  const begin = async (memory: MemoryId, kind: ActKind = 'edited') =>
    (await store().memories.startAct({ memory, kind, author: 'زهرا', at: 5 }))!;
  const found = (memory: MemoryId, text: string): Promise<readonly StoredTu[]> => {
    const question = {
      memories: [memory],
      text,
      language: en,
      otherLanguage: fa,
      wholeWord: false,
      limit: 9,
    };
    return store().memories.findOccurrences(question);
  };

  const undone = async (act: ActId): Promise<UndoneAct | null> => {
    let sum: UndoneAct | null = null;
    for (let after: TuId | null = null; ;) {
      const some: UndoneTus | null = await store().memories.undoTus(act, 8, after);
      if (some === null) return sum;
      const { restored, left }: UndoneAct = sum ?? { restored: 0, left: 0 };
      sum = { restored: restored + some.restored, left: left + some.left };
      if (some.next === null) return sum;
      after = some.next;
    }
  };

  describe('acts', () => {
    it('edit and are undone, everything of the TU with it', async () => {
      const rich = pair('lamp', 'چراغ', { notes: ['n'], changedAt: 3, tuid: 't', kind: 'machine' });
      const memory = await fill(rich);
      const [was] = await list(memory);
      const act = await begin(memory);
      expect(await store().memories.listActs(memory, null, 9)).toEqual([]);
      const becomes = pair('light', 'نور', { changedAt: 9 });
      expect(await store().memories.changeTus(act, [{ was: was!, becomes }])).toBe(1);
      expect(await texts(memory)).toEqual(['light|نور']);
      expect(await found(memory, 'lamp')).toEqual([]);
      const expected = { id: act, memory, kind: 'edited', author: 'زهرا', at: 5, tus: 1, undoneAt: null };
      expect(await store().memories.listActs(memory, null, 9)).toEqual([expected]);
      expect(await undone(act)).toEqual({ restored: 1, left: 0 });
      expect(await list(memory)).toEqual([was]);
      expect(await found(memory, 'lamp')).toHaveLength(1);
      expect(await store().memories.findAct(act)).toEqual({ ...expected, undoneAt: 8 });
      expect(await undone(act)).toBeNull();
    });

    it('delete more than a batch, keep the counts, and bring all back', async () => {
      const tus = Array.from({ length: 150 }, (_, at) => pair(`line ${at}`, `سطر ${at}`));
      const memory = await fill(...tus);
      const before = await texts(memory);
      const act = await begin(memory, 'deleted');
      const changes = (await list(memory)).map((was) => ({ was, becomes: null }));
      expect(await store().memories.changeTus(act, changes)).toBe(150);
      expect(await store().memories.findMemory(memory)).toMatchObject({ tus: 0, languages: [] });
      expect(await undone(act)).toEqual({ restored: 150, left: 0 });
      expect(await texts(memory)).toEqual(before);
      const counts = [en, fa].map((language) => ({ language, tuvs: 150 }));
      expect(await store().memories.findMemory(memory)).toMatchObject({ tus: 150, languages: counts });
    });

    it('are undone to the end, where more was done meanwhile before the place that the undoing is at', async () => {
      const tus = Array.from({ length: 150 }, (_, at) => pair(`line ${at}`, `سطر ${at}`));
      const memory = await fill(...tus);
      const before = await texts(memory);
      const [first, ...others] = await list(memory);
      const act = await begin(memory, 'replaced');
      const change = (was: StoredTu) => ({ was, becomes: pair('same', 'یکی', { tuid: String(was.id) }) });
      await store().memories.changeTus(act, others.map(change));
      const some = await store().memories.undoTus(act, 8, null);
      expect(some?.next).not.toBeNull();
      await store().memories.changeTus(act, [change(first!)]);
      let after = some!.next;
      while (after !== null) after = (await store().memories.undoTus(act, 8, after))!.next;
      expect(await texts(memory)).toEqual(before);
      expect(await store().memories.findAct(act)).toMatchObject({ tus: 150, undoneAt: 8 });
    });

    it('leave what changed since it was seen, and what changed since the act', async () => {
      const memory = await fill(pair('one', '۱'), pair('two', '۲'));
      const [one, two] = await list(memory);
      await store().memories.updateTu(one!.id, pair('ONE', '۱'));
      const act = await begin(memory, 'replaced');
      const changes = [one!, two!].map((was) => ({ was, becomes: pair('x', 'y') }));
      expect(await store().memories.changeTus(act, changes)).toBe(1);
      await store().memories.updateTu(two!.id, pair('newer', 'y'));
      expect(await undone(act)).toEqual({ restored: 0, left: 1 });
      expect(await texts(memory)).toEqual(['ONE|۱', 'newer|y']);
    });

    it('know a TU by its new number once it came back', async () => {
      const memory = await fill(pair('one', '۱'));
      const [one] = await list(memory);
      const edit = await begin(memory);
      await store().memories.changeTus(edit, [{ was: one!, becomes: pair('edited', '۱') }]);
      const deletion = await begin(memory, 'deleted');
      const [edited] = await list(memory);
      await store().memories.changeTus(deletion, [{ was: edited!, becomes: null }]);
      expect(await undone(deletion)).toEqual({ restored: 1, left: 0 });
      expect(await undone(edit)).toEqual({ restored: 1, left: 0 });
      expect(await texts(memory)).toEqual(['one|۱']);
    });

    it('do not bring back what is there again', async () => {
      const memory = await fill(pair('one', '۱'));
      const act = await begin(memory, 'deleted');
      await store().memories.changeTus(act, [{ was: (await list(memory))[0]!, becomes: null }]);
      await store().memories.addTus(memory, [pair('one', '۱')]);
      expect(await undone(act)).toEqual({ restored: 0, left: 1 });
      expect(await texts(memory)).toEqual(['one|۱']);
    });

    it('touch no other memory, and go with their own', async () => {
      const [memory, other] = [await fill(pair('one', '۱')), await fill(pair('two', '۲'))];
      const act = await begin(memory, 'deleted');
      const changes = (await list(other)).map((was) => ({ was, becomes: null }));
      expect(await store().memories.changeTus(act, changes)).toBe(0);
      await store().memories.changeTus(act, [{ was: (await list(memory))[0]!, becomes: null }]);
      expect(await store().memories.listActs(memory, act, 9)).toEqual([]);
      await store().memories.deleteMemory(memory);
      expect(await store().memories.findAct(act)).toBeNull();
      expect(await undone(act)).toBeNull();
      expect(await undone(actId(999_999))).toBeNull();
      expect(await store().memories.startAct({ memory, kind: 'edited', author: '', at: 1 })).toBeNull();
    });
  });
}
