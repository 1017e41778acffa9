/** Translation memories: kept, merged, in step with segments, found by similarity and by what they hold. */
import { describe, expect, it } from 'vitest';
import { NO_CONTEXT, type Tu } from '../../../server/core/memory/tu.ts';
import type { Content } from '../../../server/core/text/content.ts';
import { memoryId, segmentKey, tuId, type MemoryId } from '../../../server/store/ids.ts';
import type { SimilarTu } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { addTexts, allSegments, en, fa, language, my, sampleProject } from '../../support/store-samples.ts';
import { newMemory, pair } from '../../support/tu-samples.ts';

const farm: Tu = {
  variants: [
    {
      language: en,
      content: ['The ', { code: 'open', id: '1', equiv: '', text: '<b>' }, 'farm \u0000\ud800'],
    },
    { language: fa, content: ['مزرعه'] },
    { language: my, content: ['လယ်'] },
  ],
  kind: 'aligned',
  context: { previous: 'before', next: null, id: 'k1' },
  document: 'farm\u0000.txt',
  createdBy: 'Zahra',
  changedBy: 'Aung',
  createdAt: 5,
  changedAt: 6,
  tuid: 't1',
  notes: ['one', 'two\ud800'],
  properties: [
    { type: 'x-domain', text: 'farms' },
    { type: 'x-mark', text: '', language: fa },
  ],
};

export function rememberingContract(store: () => Store): void {
  memories(store);
  units(store);
  segments(store);
  similar(store);
}

function memories(store: () => Store): void {
  describe('a memory', () => {
    it('has a name of its own, which may change', async () => {
      const { memories: all } = store();
      const id = await all.createMemory('Farms \u0000', 9);
      expect(await all.createMemory('Farms \u0000', 10)).toBeNull();
      const other = await all.createMemory('Rivers', 10);
      expect(await all.findMemoryNamed('Farms \u0000')).toEqual({
        id,
        name: 'Farms \u0000',
        createdAt: 9,
        tus: 0,
        languages: [],
      });
      expect((await all.listMemories()).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Farms \u0000', 'Rivers']),
      );
      expect(await all.renameMemory(id!, 'Rivers')).toBe(false);
      expect(await all.renameMemory(id!, 'Fields')).toBe(true);
      expect(await all.renameMemory(memoryId(999_999), 'x')).toBe(false);
      expect((await all.findMemory(id!))?.name).toBe('Fields');
      expect(await all.deleteMemory(other!)).toBe(true);
      expect(await all.deleteMemory(other!)).toBe(false);
      expect(await all.findMemory(other!)).toBeNull();
      expect(await all.createMemory('Rivers', 11)).not.toBe(other);
    });

    it('is gone with all that is in it', async () => {
      const { memories: all } = store();
      const [gone, kept] = [await newMemory(store()), await newMemory(store())];
      for (const memory of [gone, kept]) {
        await all.addTus(
          memory,
          Array.from({ length: 700 }, (_, n) => pair(`the farm ${'abc'[n % 3]} w${n}`, `م ${n}`)),
        );
      }
      const [tu] = await all.listTus(gone, null, 1);
      const project = await store().createProject(sampleProject);
      const use = { penalty: 3, writable: true };
      await all.setProjectMemories(project, [
        { memory: gone, ...use },
        { memory: kept, ...use },
      ]);
      expect(await all.deleteMemory(gone)).toBe(true);
      expect(await all.listProjectMemories(project)).toEqual([{ memory: kept, ...use }]);
      expect(await all.findTu(tu!.id)).toBeNull();
      expect(await all.listTus(gone, null, 10)).toEqual([]);
      const asked = { sourceLanguage: en, targetLanguage: fa, minimum: 70, limit: 500 };
      expect(await all.findSimilar({ memories: [gone], source: ['the farm a w3'], ...asked })).toEqual([]);
      const found = await all.findSimilar({ memories: [gone, kept], source: ['the farm a w3'], ...asked });
      expect(found).toHaveLength(234);
      expect(found.every((each) => each.tu.memory === kept)).toBe(true);
      const held = { text: 'farm', language: en, otherLanguage: fa, wholeWord: false, limit: 100 };
      expect(await all.findOccurrences({ memories: [gone], ...held })).toEqual([]);
      expect(await all.findOccurrences({ memories: [gone, kept], ...held })).toHaveLength(100);
    });

    it('is used by projects, in their order', async () => {
      const { memories: all } = store();
      const project = await store().createProject(sampleProject);
      const [a, b] = [await newMemory(store()), await newMemory(store())];
      expect(await all.listProjectMemories(project)).toEqual([]);
      const uses = [
        { memory: b, penalty: 2, writable: false },
        { memory: a, penalty: 0, writable: true },
      ];
      await all.setProjectMemories(project, uses);
      expect(await all.listProjectMemories(project)).toEqual(uses);
      await all.setProjectMemories(project, uses.toReversed());
      expect(await all.listProjectMemories(project)).toEqual(uses.toReversed());
      await store().deleteProject(project);
      expect(await all.listProjectMemories(project)).toEqual([]);
    });
  });
}

function units(store: () => Store): void {
  describe('TUs', () => {
    it('come back as they were given, in pages', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      expect(await all.addTus(memory, [farm, pair('a', 'ب')])).toEqual({ added: 2, merged: 0 });
      const [first, second] = await all.listTus(memory, null, 10);
      expect(first).toEqual({ ...farm, id: first!.id, memory, segment: null });
      expect(second).toEqual({ ...pair('a', 'ب'), id: second!.id, memory, segment: null });
      expect(await all.findTu(first!.id)).toEqual(first);
      expect(await all.listTus(memory, first!.id, 10)).toEqual([second]);
      expect(await all.listTus(memory, null, 1)).toEqual([first]);
      expect(await all.findMemory(memory)).toMatchObject({
        tus: 2,
        languages: [
          { language: en, tuvs: 2 },
          { language: fa, tuvs: 2 },
          { language: my, tuvs: 1 },
        ],
      });
      await expect(all.addTus(memoryId(999_999), [farm])).rejects.toThrow();
    });

    it('that are there are merged, and the later date stands', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const old = pair('One', 'یک', { changedAt: 5, changedBy: 'old' });
      expect(await all.addTus(memory, [old, old, pair('One', 'واحد')])).toEqual({ added: 2, merged: 1 });
      const later = {
        ...old,
        variants: old.variants.toReversed(),
        changedAt: 7,
        changedBy: 'new',
        notes: ['n'],
      };
      expect(await all.addTus(memory, [{ ...old, changedAt: 3 }, later])).toEqual({ added: 0, merged: 2 });
      const [kept] = await all.listTus(memory, null, 9);
      expect(kept).toMatchObject({ changedAt: 7, changedBy: 'new', notes: ['n'] });
    });

    it('correct each other at one place, by date, and nowhere else', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const context = { previous: 'a', next: 'b', id: null };
      const first = pair('One', 'یک', { context, changedAt: 5 });
      const second = pair('One', 'واحد', { context, changedAt: 8 });
      expect(await all.addTus(memory, [first, second, first])).toEqual({ added: 1, merged: 2 });
      expect((await all.listTus(memory, null, 9)).map(({ variants }) => variants)).toEqual([second.variants]);
      expect(await all.addTus(memory, [pair('One', 'تک', { context }), pair('One', 'یکی')])).toEqual({
        added: 2,
        merged: 0,
      });
      const found = await all.findOccurrences({
        ...{ memories: [memory], text: 'یک', language: fa, otherLanguage: en, wholeWord: false, limit: 9 },
      });
      expect(found.map(({ variants }) => variants[1]!.content)).toEqual([['یکی']]);
    });

    it('are changed and deleted', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      await all.addTus(memory, [farm, pair('the long river', 'رود')]);
      const [first, second] = await all.listTus(memory, null, 9);
      expect(await all.updateTu(second!.id, pair('the short river', 'نهر', { notes: ['x'] }))).toBe(true);
      expect(await all.updateTu(tuId(999_999), farm)).toBe(false);
      expect(await all.findTu(second!.id)).toMatchObject({
        notes: ['x'],
        variants: [{ content: ['the short river'] }, {}],
      });
      expect(await ask(store(), memory, ['the short river'])).toMatchObject([{ similarity: 100 }]);
      expect(await all.deleteTus([first!.id, first!.id, tuId(999_999)])).toBe(1);
      expect(await all.findTu(first!.id)).toBeNull();
      expect(await all.findMemory(memory)).toMatchObject({
        tus: 1,
        languages: [
          { language: en, tuvs: 1 },
          { language: fa, tuvs: 1 },
        ],
      });
    });
  });
}

function segments(store: () => Store): void {
  describe('a confirmed segment', () => {
    it('has one TU for its language, that of the newest version', async () => {
      const { memories: all } = store();
      const [memory, other] = [await newMemory(store()), await newMemory(store())];
      const [segment] = await allSegments(store(), await addTexts(store(), ['The farm stood']));
      const remember = (version: number, text: string, into = memory): Promise<void> =>
        all.rememberSegment(into, segment!.key, { language: fa, version }, pair('The farm stood', text));
      const texts = async (of = memory): Promise<unknown> =>
        (await all.listTus(of, null, 9)).map((tu) => [tu.segment, tu.variants[1]!.content]);
      await remember(2, 'دو');
      await remember(2, 'دو', other);
      await remember(1, 'یک');
      expect(await texts()).toEqual([[segment!.key, ['دو']]]);
      const [before] = await all.listTus(memory, null, 9);
      await remember(4, 'چهار');
      expect(await texts()).toEqual([[segment!.key, ['چهار']]]);
      expect((await all.listTus(memory, null, 9))[0]!.id).toBe(before!.id);
      await all.rememberSegment(memory, segment!.key, { language: my, version: 1 }, farm);
      expect(await texts()).toHaveLength(2);
      await all.forgetSegment(segment!.key, fa, 3);
      expect(await texts()).toHaveLength(2);
      expect(await texts(other)).toEqual([]);
      await all.forgetSegment(segment!.key, fa, 5);
      expect(await texts()).toEqual([[segment!.key, ['مزرعه']]]);
      await remember(4, 'چهار');
      expect(await texts()).toHaveLength(1);
      await remember(5, 'پنج');
      expect(await texts()).toHaveLength(2);
    });

    it('goes in with others that are confirmed at the same time', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const words = Array.from(
        { length: 90 },
        (_, n) => `the farm of word${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
      );
      const found = await allSegments(store(), await addTexts(store(), words));
      const keys = found.map(({ key }) => key);
      const remember = (n: number, version: number, language = fa): Promise<void> =>
        all.rememberSegment(
          memory,
          keys[n] ?? segmentKey(999_999),
          { language, version },
          pair(words[n] ?? 'none', `${version}`),
        );
      await remember(3, 1);
      await remember(4, 9);
      // Of one segment in two languages, of two versions, of an older one than is there, and of one that is gone.
      await Promise.all([
        ...words.map((_, n) => remember(n, 2)),
        remember(5, 3),
        remember(6, 1),
        remember(7, 1, my),
        remember(90, 1),
      ]);
      const tus = await all.listTus(memory, null, 999);
      const versions = tus.map(({ segment, variants }) => [segment, variants[1]!.content[0]]);
      const expected = keys.map((key, n) => [key, n === 4 ? '9' : n === 5 ? '3' : '2']);
      const byKey = (a: unknown[], b: unknown[]): number =>
        Number(a[0]) - Number(b[0]) || (a[1]! < b[1]! ? -1 : 1);
      expect(versions.sort(byKey)).toEqual([...expected, [keys[7], '1']].sort(byKey));
      expect(await all.findMemory(memory)).toMatchObject({ tus: 91 });
      const [best] = await ask(store(), memory, [words[88]!]);
      expect(best).toMatchObject({ similarity: 100, source: { content: [words[88]] } });
    });

    it('stays in memory when its project goes', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const document = await addTexts(store(), ['The farm']);
      const [segment] = await allSegments(store(), document);
      await all.rememberSegment(
        memory,
        segment!.key,
        { language: fa, version: 1 },
        pair('The farm', 'مزرعه'),
      );
      await store().deleteProject((await store().findDocument(document))!.project);
      expect((await all.listTus(memory, null, 9)).map((tu) => tu.segment)).toEqual([null]);
      await all.rememberSegment(memory, segment!.key, { language: fa, version: 2 }, pair('The farm', 'ده'));
      expect(await all.listTus(memory, null, 9)).toHaveLength(1);
    });

    it('is not changed by a file, and is merged with its own export', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const [segment] = await allSegments(store(), await addTexts(store(), ['One']));
      const context = { previous: null, next: 'b', id: null };
      const own = pair('One', 'یک', { context, changedAt: 5 });
      await all.rememberSegment(memory, segment!.key, { language: fa, version: 1 }, own);
      expect(await all.addTus(memory, [own])).toEqual({ added: 0, merged: 1 });
      expect(await all.addTus(memory, [pair('One', 'تک', { context, changedAt: 4 })])).toEqual({
        added: 0,
        merged: 1,
      });
      expect(await all.addTus(memory, [pair('One', 'واحد', { context, changedAt: 9 })])).toEqual({
        added: 1,
        merged: 0,
      });
      expect((await all.listTus(memory, null, 9)).map((tu) => tu.segment)).toEqual([segment!.key, null]);
    });
  });
}

async function ask(
  store: Store,
  memory: MemoryId,
  source: Content,
  changes: Partial<Parameters<Store['memories']['findSimilar']>[0]> = {},
): Promise<readonly SimilarTu[]> {
  const pairOf = { sourceLanguage: en, targetLanguage: fa, minimum: 70, limit: 20 };
  return store.memories.findSimilar({ memories: [memory], source, ...pairOf, ...changes });
}

function similar(store: () => Store): void {
  describe('similar TUs', () => {
    it('are found in either direction, by the language or its very tag', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const [us, gb, ir] = [language('en-US'), language('en-GB'), language('fa-IR')];
      const both = pair('', '', {
        variants: [
          { language: us, content: ['the color of the river'] },
          { language: gb, content: ['the colour of the river'] },
          { language: ir, content: ['رنگ رود بزرگ'] },
        ],
      });
      await all.addTus(memory, [both, farm]);
      const found = async (source: string, sourceLanguage = en, targetLanguage = fa): Promise<unknown> =>
        (await ask(store(), memory, [source], { sourceLanguage, targetLanguage })).map((each) => [
          each.source.language,
          each.target.language,
          each.similarity,
        ]);
      expect(await found('the color of the river')).toEqual([[us, ir, 100]]);
      expect(await found('the color of the river', gb)).toEqual([[gb, ir, 80]]);
      expect(await found('the colour of the river', gb, us)).toEqual([[gb, us, 100]]);
      expect(await found('رنگ رود بزرگ', fa, en)).toEqual([[ir, us, 100]]);
      expect(await found('رنگ رود بزرگ', ir, gb)).toEqual([[ir, gb, 100]]);
      expect(await found('لယ်', my, fa)).toEqual([]);
      expect(await found('လယ်', my, fa)).toEqual([[my, fa, 100]]);
      expect(await found('the color of the river', en, my)).toEqual([]);
      expect(await found('the color of the river', us, us)).toEqual([]);
    });

    it('are found in a language that is asked for late, also what is added while and after', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const tus = (from: number): readonly Tu[] =>
        Array.from({ length: 300 }, (_, n) => pair(`number a${from + n}`, `شماره ا${from + n} ب ج`));
      await all.addTus(memory, tus(0));
      const asked = { sourceLanguage: fa, targetLanguage: en, limit: 500 };
      const [early] = await Promise.all([
        ask(store(), memory, ['شماره ا7 ب ج'], asked),
        all.addTus(memory, tus(300)),
      ]);
      expect(early.length).toBeGreaterThanOrEqual(300);
      await all.addTus(memory, tus(600));
      const late = await ask(store(), memory, ['شماره ا777 ب ج'], { ...asked, minimum: 75 });
      expect(late).toHaveLength(500);
      expect(late[0]).toMatchObject({ similarity: 100, target: { content: ['number a777'] } });
    });

    it('come most similar first, and of equal texts those of an equal context, however many there are', async () => {
      const { memories: all } = store();
      const memory = await newMemory(store());
      const many = Array.from({ length: 600 }, (_, n) => pair('Open the file', `${n}`));
      await all.addTus(memory, [
        pair('Open the file', 'id', { context: { ...NO_CONTEXT, id: 'k' } }),
        pair('Open the file', 'both', { context: { previous: 'p', next: null, id: 'k' } }),
        pair('Open the file', 'around', { context: { previous: 'p', next: null, id: 'other' } }),
        ...many.map((tu) => ({
          ...tu,
          variants: [{ language: en, content: ['Open the file!'] }, tu.variants[1]!],
        })),
        ...many,
        pair('open this file', 'similar'),
      ]);
      const context = { previous: 'p', next: null, id: 'k' };
      const found = await ask(store(), memory, ['Open the file'], { limit: 4, context });
      expect(found.map(({ target }) => target.content[0])).toEqual(['both', 'around', 'id', '599']);
      const signs = await ask(store(), memory, ['Open the file!'], { limit: 1 });
      expect(signs[0]?.source.content).toEqual(['Open the file!']);
      expect(await ask(store(), memory, ['open this file'], { limit: 1 })).toMatchObject([
        { similarity: 100 },
      ]);
    });

    it.each<[string, number, readonly number[]]>([
      ['one two three four five six seven eight nine ten', 70, [100, 90, 70]],
      ['one two three four five six seven eight nine ten', 50, [100, 90, 70, 50]],
      ['one two three four five six seven eight nine ten', 91, [100]],
      ['wholly other words', 50, []],
      ['!', 50, [100]],
      ['', 50, []],
      ['   ', 50, []],
    ])('%j, %d and above', async (source, minimum, expected) => {
      const memory = await newMemory(store());
      await store().memories.addTus(memory, [
        pair('one two three four five six seven eight nine ten', '1'),
        pair('one two three FOUR five six seven eight nine zehn', '2'),
        pair('one two three four five six seven acht neun zehn', '3'),
        pair('one two three four five sechs sieben acht neun zehn', '4'),
        pair('one two three four fuenf sechs sieben acht neun zehn', '5'),
        pair('!', '6'),
        pair('?', '7'),
      ]);
      const found = await ask(store(), memory, [source], { minimum });
      expect(found.map(({ similarity }) => similarity)).toEqual(expected);
    });
  });
}
