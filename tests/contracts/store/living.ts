/** What memories have to follow is noted with the change itself, and for no draft. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import {
  addTexts,
  allSegments,
  asNew,
  documentOf,
  fa,
  plainDocument,
  plainUnit,
  sampleProject,
  saveOf,
} from '../../support/store-samples.ts';

export function livingContract(store: () => Store): void {
  describe('entries of memories', () => {
    it('are due when a target is confirmed, corrected or taken back, and not while it is a draft', async () => {
      const [first, second] = await allSegments(store(), await addTexts(store(), ['a', 'b']));
      const keys = [first!.key, second!.key];
      const due = (): ReturnType<Store['living']['listDue']> => store().living.listDue(keys, 10);
      await store().saveTarget(saveOf(first!.key, 0, 'یک', { state: 'initial' }));
      await store().saveTarget(saveOf(first!.key, 1, 'یکم', { state: 'initial' }));
      expect(await due()).toEqual([]);
      const confirm = saveOf(first!.key, 2, 'یکم');
      await store().saveTargets([confirm, saveOf(second!.key, 0, 'دو')]);
      const [one, two] = [
        { segment: first!.key, language: fa, version: 3 },
        { segment: second!.key, language: fa, version: 1 },
      ];
      expect(await due()).toEqual([one, two]);
      await store().saveTarget(confirm);
      await store().living.settleDue([one]);
      expect(await due()).toEqual([two]);
      await store().saveTarget(saveOf(first!.key, 3, 'یکم', { state: 'initial' }));
      expect(await due()).toEqual([{ ...one, version: 4 }, two]);
    });

    it('that became due again stay due', async () => {
      const [segment] = await allSegments(store(), await addTexts(store(), ['a']));
      await store().saveTarget(saveOf(segment!.key, 0, 'یک'));
      const seen = await store().living.listDue([segment!.key], 1);
      await store().saveTarget(saveOf(segment!.key, 1, 'یکم'));
      await store().living.settleDue(seen);
      expect(await store().living.listDue([segment!.key], 1)).toMatchObject([{ version: 2 }]);
    });

    it('are due for both halves and the neighbours of what was cut or joined', async () => {
      const project = await store().createProject(sampleProject);
      const units = [['a'], ['b'], ['c'], ['d'], ['e']].map(([text], index) =>
        plainUnit(`u${index}`, index === 2 ? [[`${text} `], ['and more']] : [[text!]]),
      );
      const document = await store().addDocument(project, asNew(plainDocument(units)));
      const segments = await allSegments(store(), document);
      const keys = segments.map(({ key }) => key);
      await store().saveTargets(keys.map((key) => saveOf(key, 0, 'متن')));
      await store().living.settleDue(await store().living.listDue(keys, 100));
      const [, before, first, second, after] = segments;
      const done = await store().resegment(
        {
          segment: first!.key,
          language: fa,
          base: 1,
          change: { kind: 'join', next: second!.key, nextBase: 1 },
          author: 'Z',
          at: 1,
        },
        () => 1,
      );
      const due = async (): Promise<readonly number[]> =>
        (await store().living.listDue(keys, 100)).map((each) => each.segment);
      const touched = [before, first, second, after].map((each) => each!.key);
      expect(await due()).toEqual(touched);
      await store().living.settleDue(await store().living.listDue(keys, 100));
      if (done.kind !== 'resegmented') throw new Error(done.kind);
      await store().undoResegmentation(done.done.id, { language: fa, author: 'Z', at: 2 });
      expect(await due()).toEqual(touched);
    });

    it('are all due when somebody asks for them, and go with their project', async () => {
      const project = await store().createProject(sampleProject);
      const document = await store().addDocument(project, asNew(documentOf(['a', 'b', 'c'])));
      const [first, second] = await allSegments(store(), document);
      await store().saveTargets([
        saveOf(first!.key, 0, 'یک'),
        saveOf(second!.key, 0, 'دو', { state: 'initial' }),
      ]);
      const keys = [first!.key, second!.key];
      await store().living.settleDue(await store().living.listDue(keys, 10));
      await store().living.requireAll(project);
      await store().living.requireAll(project);
      expect(await store().living.listDue(keys, 10)).toEqual([
        { segment: first!.key, language: fa, version: 1 },
      ]);
      await store().deleteProject(project);
      expect(await store().living.listDue(keys, 10)).toEqual([]);
    });
  });

  it('a project gets a memory of its own once, and says where translations spread to', async () => {
    const project = await store().createProject(sampleProject);
    const { living } = store();
    expect(await living.findMemorySettings(project)).toEqual({ propagation: 'document', hasOwn: false });
    await living.setPropagation(project, 'off');
    const other = await store().memories.createMemory(`Bought ${project}`, 1);
    await store().memories.setProjectMemories(project, [{ memory: other!, penalty: 2, writable: false }]);
    const name = `The Farm ${project}`;
    await store().memories.createMemory(name, 1);
    await Promise.all([living.giveOwnMemory(project, name, 5), living.giveOwnMemory(project, name, 5)]);
    const used = await store().memories.listProjectMemories(project);
    expect(used).toMatchObject([
      { penalty: 0, writable: true },
      { memory: other, penalty: 2 },
    ]);
    expect(await store().memories.findMemory(used[0]!.memory)).toMatchObject({ name: `${name} (2)` });
    await store().memories.setProjectMemories(project, []);
    await living.giveOwnMemory(project, name, 5);
    expect(await store().memories.listProjectMemories(project)).toEqual([]);
    expect(await living.findMemorySettings(project)).toEqual({ propagation: 'off', hasOwn: true });
    await living.setPropagation(project, 'project');
    expect(await living.findMemorySettings(project)).toEqual({ propagation: 'project', hasOwn: true });
  });
}
