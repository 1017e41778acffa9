/** Changes as events, and what the engines promise about closing, opening again and sharing one database. */
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeEvent } from '../../../server/store/segment.ts';
import type { Store } from '../../../server/store/store.ts';
import { addTexts, allSegments, en, fa, my, recount, saveOf } from '../../support/store-samples.ts';
import { newMemory, pair } from '../../support/tu-samples.ts';

/** `another` opens a second store on the same data; null where an engine keeps them for itself. */
export function sharingContract(store: () => Store, another: (() => Promise<Store>) | null): void {
  events(store);
  if (another !== null) together(store, another);
}

/** Waits for what should come, and a moment longer for what should not. */
async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 50));
}

function listen(store: Store): ChangeEvent[] {
  const heard: ChangeEvent[] = [];
  onTestFinished(store.onChange((event) => heard.push(event)));
  return heard;
}

function expectOnceAndInOrder(heard: readonly ChangeEvent[]): void {
  const ids = heard.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  const newest = new Map<string, number>();
  for (const { segment, language, version } of heard) {
    const place = `${segment} ${language}`;
    expect(version).toBe((newest.get(place) ?? 0) + 1);
    newest.set(place, version);
  }
}

function events(store: () => Store): void {
  describe('events', () => {
    it('tell of saves after the call, of nothing else, and stop', async () => {
      const document = await addTexts(store(), ['a', 'b']);
      const [a, b] = (await allSegments(store(), document)).map(({ key }) => key);
      await store().saveTarget(saveOf(a!, 0, 'before'));
      const heard: ChangeEvent[] = [];
      const stop = store().onChange((event) => heard.push(event));
      const saved = saveOf(a!, 1, 'یک', { author: 'Aung\u0000', at: 77 });
      await store().saveTarget(saved);
      await store().saveTarget(saveOf(a!, 2, 'یک')); // unchanged
      await store().saveTarget(saveOf(a!, 0, 'x')); // conflict
      await store().saveTargets([saveOf(b!, 0, 'دو', { language: my })]);
      await until(() => heard.length >= 2);
      stop();
      await store().saveTarget(saveOf(b!, 0, 'after'));
      await until(() => true);
      const [first, second] = heard.map(({ id }) => id);
      expect(first).toBeLessThan(second!);
      expect(heard).toEqual([
        { id: first, document, segment: a, language: fa, version: 2, author: 'Aung\u0000', at: 77 },
        {
          id: second,
          document,
          segment: b,
          language: my,
          version: 1,
          author: 'Zahra',
          at: saveOf(b!, 0, '').at,
        },
      ]);
    });

    it('come once and in order for many saves at once, to each listener', async () => {
      const document = await addTexts(
        store(),
        Array.from({ length: 700 }, (_, index) => `t${index}`),
      );
      const keys = (await allSegments(store(), document)).map(({ key }) => key);
      const one = listen(store());
      const two = listen(store());
      const bulk = store().saveTargets(keys.map((key) => saveOf(key, 0, 'یک')));
      await Promise.all(
        keys.slice(0, 50).map((key) => store().saveTarget(saveOf(key, 0, 'دو', { language: my }))),
      );
      await bulk;
      await until(() => one.length >= 750 && two.length >= 750);
      expect(one).toHaveLength(750);
      expect(two).toEqual(one);
      expectOnceAndInOrder(one);
    });
  });
}

function together(store: () => Store, another: () => Promise<Store>): void {
  describe('two stores on the same data', () => {
    let other: Store | null = null;
    afterEach(async () => {
      await other?.close();
      other = null;
    });

    it('see what the other has written', async () => {
      const document = await addTexts(store(), ['a', 'b']);
      const [a] = await allSegments(store(), document);
      await store().saveTarget(saveOf(a!.key, 0, 'یک'));
      other = await another();
      expect(await other.readDocument(document, fa)).toEqual(await store().readDocument(document, fa));
      expect(await other.listVersions(a!.key, fa)).toEqual(await store().listVersions(a!.key, fa));
      expect(await other.documentProgress(document)).toEqual(await store().documentProgress(document));
    });

    it('give a base to exactly one of them', async () => {
      other = await another();
      const document = await addTexts(store(), ['a', 'b', 'c']);
      const keys = (await allSegments(store(), document)).map(({ key }) => key);
      for (let base = 0; base < 10; base += 1) {
        for (const key of keys) {
          const results = await Promise.all(
            [store(), other, store(), other].map((each, n) =>
              each.saveTarget(saveOf(key, base, `${base} ${n}`)),
            ),
          );
          expect(results.map(({ kind }) => kind).toSorted()).toEqual([
            'conflict',
            'conflict',
            'conflict',
            'saved',
          ]);
        }
      }
      for (const key of keys) {
        const versions = (await store().listVersions(key, fa)).map(({ version }) => version);
        expect(versions).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
      }
      expect(await store().documentProgress(document)).toContainEqual(await recount(store(), document, fa));
    });

    it('have one unit of what both put into a memory at the same time', async () => {
      const second = await another();
      other = second;
      const memory = await newMemory(store());
      const units = Array.from({ length: 12 }, (_, n) => pair(`shared${n} words${n % 3}`, `متن ${n}`));
      const adding = [store(), second, store(), second].map(async ({ memories }) => {
        let added = 0;
        for (const unit of units) added += (await memories.addTus(memory, [unit])).added;
        return added;
      });
      const added = await Promise.all(adding);
      expect(added.reduce((sum, each) => sum + each, 0)).toBe(units.length);
      const { tus, languages } = (await second.memories.findMemory(memory))!;
      expect([tus, ...languages.map(({ tuvs }) => tuvs)]).toEqual([12, 12, 12]);
      expect(await store().memories.listTus(memory, null, 100)).toHaveLength(12);
      for (const { variants } of units) {
        const question = { sourceLanguage: en, targetLanguage: fa, minimum: 70, limit: 5 };
        const source = variants[0]!.content;
        const found = await second.memories.findSimilar({ ...question, memories: [memory], source });
        expect(found.map(({ similarity }) => similarity)).toEqual([100]);
      }
    });

    it('hear of each other’s changes, once and in order', async () => {
      const second = await another();
      other = second;
      const document = await addTexts(
        store(),
        Array.from({ length: 40 }, (_, index) => `t${index}`),
      );
      const keys = (await allSegments(store(), document)).map(({ key }) => key);
      const here = listen(store());
      const there = listen(second);
      // A save waits until its own store listens; these two are only for that.
      const [a, b] = await allSegments(store(), await addTexts(store(), ['a', 'b']));
      await Promise.all([
        store().saveTarget(saveOf(a!.key, 0, 'x')),
        second.saveTarget(saveOf(b!.key, 0, 'x')),
      ]);
      let saved = 0;
      for (let round = 0; round < 10; round += 1) {
        const results = await Promise.all(
          keys.flatMap((key) =>
            [store(), second].map((each, who) => each.saveTarget(saveOf(key, round, `${round} ${who}`))),
          ),
        );
        saved += results.filter(({ kind }) => kind === 'saved').length;
      }
      expect(saved).toBe(400);
      const [one, two] = [here, there].map(
        (heard) => () => heard.filter((event) => event.document === document),
      );
      await until(() => one!().length >= saved && two!().length >= saved);
      expectOnceAndInOrder(one!());
      expect(one!()).toHaveLength(saved);
      expect(two!()).toEqual(one!());
    });
  });

  it('closing finishes what was accepted, and then refuses', async () => {
    const closing = await another();
    const document = await addTexts(
      closing,
      Array.from({ length: 1200 }, (_, index) => `t${index}`),
    );
    const keys = (await allSegments(closing, document)).map(({ key }) => key);
    const bulk = closing.saveTargets(keys.map((key) => saveOf(key, 0, 'یک')));
    const single = closing.saveTarget(saveOf(keys[0]!, 0, 'تک', { language: my }));
    await closing.close();
    expect((await single).kind).toBe('saved');
    expect((await bulk).filter(({ kind }) => kind === 'saved')).toHaveLength(1200);
    await expect(closing.saveTarget(saveOf(keys[0]!, 1, 'x'))).rejects.toThrow();
    expect((await allSegments(store(), document)).every(({ current }) => current !== null)).toBe(true);
  });
}
