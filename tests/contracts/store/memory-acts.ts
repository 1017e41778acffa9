/** What people do with TUs of a memory, and take back. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../server/core/text/content.ts';
import type { Tu } from '../../../server/core/memory/tu.ts';
import { actId, type MemoryId } from '../../../server/store/ids.ts';
import type { ActKind, StoredTu } from '../../../server/store/memory-store.ts';
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
      expect(await store().memories.undoAct(act, 8)).toEqual({ restored: 1, left: 0 });
      expect(await list(memory)).toEqual([was]);
      expect(await found(memory, 'lamp')).toHaveLength(1);
      expect(await store().memories.findAct(act)).toEqual({ ...expected, undoneAt: 8 });
      expect(await store().memories.undoAct(act, 8)).toBeNull();
    });

    it('delete more than a batch, keep the counts, and bring all back', async () => {
      const tus = Array.from({ length: 150 }, (_, at) => pair(`line ${at}`, `سطر ${at}`));
      const memory = await fill(...tus);
      const before = await texts(memory);
      const act = await begin(memory, 'deleted');
      const changes = (await list(memory)).map((was) => ({ was, becomes: null }));
      expect(await store().memories.changeTus(act, changes)).toBe(150);
      expect(await store().memories.findMemory(memory)).toMatchObject({ tus: 0, languages: [] });
      expect(await store().memories.undoAct(act, 8)).toEqual({ restored: 150, left: 0 });
      expect(await texts(memory)).toEqual(before);
      const counts = [en, fa].map((language) => ({ language, tuvs: 150 }));
      expect(await store().memories.findMemory(memory)).toMatchObject({ tus: 150, languages: counts });
    });

    it('leave what changed since it was seen, and what changed since the act', async () => {
      const memory = await fill(pair('one', '۱'), pair('two', '۲'));
      const [one, two] = await list(memory);
      await store().memories.updateTu(one!.id, pair('ONE', '۱'));
      const act = await begin(memory, 'replaced');
      const changes = [one!, two!].map((was) => ({ was, becomes: pair('x', 'y') }));
      expect(await store().memories.changeTus(act, changes)).toBe(1);
      await store().memories.updateTu(two!.id, pair('newer', 'y'));
      expect(await store().memories.undoAct(act, 8)).toEqual({ restored: 0, left: 1 });
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
      expect(await store().memories.undoAct(deletion, 8)).toEqual({ restored: 1, left: 0 });
      expect(await store().memories.undoAct(edit, 8)).toEqual({ restored: 1, left: 0 });
      expect(await texts(memory)).toEqual(['one|۱']);
    });

    it('do not bring back what is there again', async () => {
      const memory = await fill(pair('one', '۱'));
      const act = await begin(memory, 'deleted');
      await store().memories.changeTus(act, [{ was: (await list(memory))[0]!, becomes: null }]);
      await store().memories.addTus(memory, [pair('one', '۱')]);
      expect(await store().memories.undoAct(act, 8)).toEqual({ restored: 0, left: 1 });
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
      expect(await store().memories.undoAct(act, 8)).toBeNull();
      expect(await store().memories.undoAct(actId(999_999), 8)).toBeNull();
      expect(await store().memories.startAct({ memory, kind: 'edited', author: '', at: 1 })).toBeNull();
    });
  });
}
