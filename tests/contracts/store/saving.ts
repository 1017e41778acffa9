/** Saves: versions, conflicts, counters, and texts that somebody would like to get lost. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { STATES } from '../../../server/core/document/state.ts';
import type { Content } from '../../../server/core/text/content.ts';
import { segmentKey, type SegmentKey } from '../../../server/store/ids.ts';
import type { Save, SaveResult } from '../../../server/store/segment.ts';
import type { Store } from '../../../server/store/store.ts';
import {
  addTexts,
  allSegments,
  asNew,
  documentOf,
  en,
  fa,
  my,
  recount,
  sampleProject,
  saveOf,
  versionOf,
} from '../../support/store-samples.ts';

export function savingContract(store: () => Store): void {
  versions(store);
  crowds(store);
  counters(store);
  hostile(store);
}

async function oneSegment(store: Store): Promise<SegmentKey> {
  const [segment] = await allSegments(store, await addTexts(store, ['The farm']));
  return segment!.key;
}

function versions(store: () => Store): void {
  describe('a save', () => {
    it('is a new version; all are kept, newest first; a revert is one more', async () => {
      const key = await oneSegment(store());
      const saves = [
        saveOf(key, 0, 'یک'),
        saveOf(key, 1, 'دو', { author: 'Aung', state: 'reviewed', origin: { kind: 'copied-source' } }),
        saveOf(key, 2, 'یک', { origin: { kind: 'reverted', to: 1 } }),
        saveOf(key, 3, '', { state: 'initial' }),
      ];
      for (const save of saves) {
        expect(await store().saveTarget(save)).toEqual({ kind: 'saved', version: versionOf(save) });
      }
      const history = await store().listVersions(key, fa);
      expect(history.map(({ version, target }) => [version, ...target])).toEqual([
        [4, ''],
        [3, 'یک'],
        [2, 'دو'],
        [1, 'یک'],
      ]);
      expect(history[1]!.origin).toEqual({ kind: 'reverted', to: 1 });
      expect((await store().findSegment(key, fa))!.current).toEqual(history[0]);
      expect(await store().listVersions(key, my)).toEqual([]);
    });

    it('from an old version, or from one that is still to come, is a conflict and writes nothing', async () => {
      const key = await oneSegment(store());
      expect(await store().saveTarget(saveOf(key, 1, 'x'))).toEqual({ kind: 'conflict', current: null });
      await store().saveTarget(saveOf(key, 0, 'یک'));
      await store().saveTarget(saveOf(key, 1, 'دو'));
      const [current] = await store().listVersions(key, fa);
      for (const base of [0, 1, 3, -1]) {
        const result = await store().saveTarget(saveOf(key, base, 'سه'));
        expect(result).toEqual({ kind: 'conflict', current });
      }
      expect(await store().listVersions(key, fa)).toHaveLength(2);
    });

    it('of what stands there already writes nothing, whatever its base', async () => {
      const key = await oneSegment(store());
      await store().saveTarget(saveOf(key, 0, 'یک', { subState: 'my:x' }));
      const [current] = await store().listVersions(key, fa);
      for (const base of [0, 1]) {
        const again = saveOf(key, base, 'یک', { subState: 'my:x', author: 'Aung', target: ['ی', '', 'ک'] });
        expect(await store().saveTarget(again)).toEqual({ kind: 'unchanged', version: current });
      }
      const changes: readonly Partial<Save>[] = [
        { state: 'final', subState: 'my:x' },
        { state: 'final', subState: null },
        { state: 'final', target: [{ ...code, text: '<i>' }] },
        { state: 'final', target: [code] },
      ];
      for (const [index, change] of changes.entries()) {
        expect((await store().saveTarget(saveOf(key, index + 1, 'یک', change))).kind).toBe('saved');
      }
    });

    it('is of one language', async () => {
      const key = await oneSegment(store());
      await store().saveTarget(saveOf(key, 0, 'یک'));
      expect((await store().saveTarget(saveOf(key, 0, 'တစ်', { language: my }))).kind).toBe('saved');
      expect((await store().findSegment(key, fa))!.current!.target).toEqual(['یک']);
      expect((await store().findSegment(key, my))!.current!.target).toEqual(['တစ်']);
    });

    it('of no segment is not found', async () => {
      expect(await store().saveTarget(saveOf(segmentKey(999_999), 0, 'x'))).toEqual({ kind: 'not-found' });
    });

    it('that cannot be written rejects, and nothing of it is there', async () => {
      const key = await oneSegment(store());
      await expect(store().saveTarget(saveOf(key, 0, 'x', { at: 0.5 }))).rejects.toThrow();
      expect(await store().listVersions(key, fa)).toEqual([]);
      expect((await store().saveTarget(saveOf(key, 0, 'x'))).kind).toBe('saved');
    });
  });

  it('authors are those of the newest versions, by how many', async () => {
    const document = await addTexts(store(), ['a', 'b', 'c', 'd']);
    const segments = await allSegments(store(), document);
    const authors = ['Zahra', 'Aung', 'Aung', 'Mia'];
    await store().saveTargets(
      segments.map(({ key }, index) => saveOf(key, 0, 'x', { author: authors[index]! })),
    );
    await store().saveTarget(saveOf(segments[3]!.key, 1, 'y', { author: 'Zahra' }));
    await store().saveTarget(saveOf(segments[2]!.key, 1, 'y', { author: 'Zahra' }));
    expect(await store().listAuthors(document, fa)).toEqual(['Zahra', 'Aung']);
    expect(await store().listAuthors(document, my)).toEqual([]);
  });
}

const code = { code: 'standalone', id: '1', equiv: '', text: '<b>' } as const;

function crowds(store: () => Store): void {
  describe('many saves', () => {
    it('at once on one segment: one wins for each base', async () => {
      const key = await oneSegment(store());
      for (let base = 0; base < 4; base += 1) {
        const results = await Promise.all(
          Array.from({ length: 50 }, (_, n) => store().saveTarget(saveOf(key, base, `${base} ${n}`))),
        );
        const winners = results.filter((result) => result.kind === 'saved');
        expect(winners).toHaveLength(1);
        const current = winners[0]!.version;
        for (const result of results) {
          if (result.kind !== 'saved') expect(result).toEqual({ kind: 'conflict', current });
        }
      }
      expect(await store().listVersions(key, fa)).toHaveLength(4);
    });

    it('at once on many segments all succeed, and one that fails fails alone', async () => {
      const document = await addTexts(
        store(),
        Array.from({ length: 60 }, (_, index) => `t${index}`),
      );
      const segments = await allSegments(store(), document);
      const results = await Promise.allSettled(
        segments.map(({ key }, n) => store().saveTarget(saveOf(key, 0, 'x', n === 30 ? { at: 0.5 } : {}))),
      );
      expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1);
      expect(results[30]!.status).toBe('rejected');
      const after = await allSegments(store(), document);
      expect(after.filter(({ current }) => current !== null)).toHaveLength(59);
      expect(after[30]!.current).toBeNull();
      expect(await store().documentProgress(document)).toContainEqual(await recount(store(), document, fa));
    });

    it('in one list give results in its order, each as if alone', async () => {
      const document = await addTexts(
        store(),
        Array.from({ length: 1100 }, (_, index) => `t${index}`),
      );
      const keys = (await allSegments(store(), document)).map(({ key }) => key);
      const first = keys[0]!;
      const kinds = (results: readonly SaveResult[]): string[] => results.map(({ kind }) => kind);
      const results = await store().saveTargets([
        ...keys.map((key) => saveOf(key, 0, 'یک')),
        saveOf(first, 1, 'دو'),
        saveOf(first, 1, 'سه'),
        saveOf(first, 2, 'دو'),
        saveOf(first, 0, 'တစ်', { language: my }),
        saveOf(segmentKey(999_999), 0, 'x'),
        saveOf(first, 2, 'سه'),
      ]);
      expect(kinds(results.slice(0, 1100))).toEqual(keys.map(() => 'saved'));
      expect(kinds(results.slice(1100))).toEqual([
        'saved',
        'conflict',
        'unchanged',
        'saved',
        'not-found',
        'saved',
      ]);
      expect(await store().saveTargets([])).toEqual([]);
      expect(await store().documentProgress(document)).toEqual([
        await recount(store(), document, fa),
        await recount(store(), document, my),
      ]);
    });

    it('in two lists at once, in opposite order, do not stand in each other’s way for good', async () => {
      const document = await addTexts(
        store(),
        Array.from({ length: 400 }, (_, index) => `t${index}`),
      );
      const keys = (await allSegments(store(), document)).map(({ key }) => key);
      const [one, two] = await Promise.all([
        store().saveTargets(keys.map((key) => saveOf(key, 0, 'یک'))),
        store().saveTargets(keys.toReversed().map((key) => saveOf(key, 0, 'دو'))),
      ]);
      const saved = [...one, ...two].filter(({ kind }) => kind === 'saved');
      expect(saved).toHaveLength(400);
      expect(await store().documentProgress(document)).toContainEqual(await recount(store(), document, fa));
    });
  });
}

function counters(store: () => Store): void {
  describe('progress', () => {
    it('is there for each target language from the start, and follows a change of them', async () => {
      const project = await store().createProject(sampleProject);
      const document = await store().addDocument(project, asNew(documentOf(['a', 'b']), [3, 4]));
      const none = { segments: 0, words: 0 };
      const byState = { initial: { segments: 2, words: 7 }, translated: none, reviewed: none, final: none };
      const expected = [fa, my].map((language) => ({ document, language, byState }));
      expect(await store().documentProgress(document)).toEqual(expected);
      expect(await store().projectProgress(project)).toEqual(expected);
      await store().updateProject({ ...sampleProject, id: project, targetLanguages: [en] });
      expect(await store().projectProgress(project)).toEqual([{ document, language: en, byState }]);
    });

    it('adds up the characters of the newest targets by language', async () => {
      const document = await addTexts(store(), ['a', 'b']);
      const [one, two] = (await allSegments(store(), document)).map(({ key }) => key);
      expect(await store().targetCharacters(document)).toEqual(new Map());
      await store().saveTarget(saveOf(one!, 0, 'یک متن دراز'));
      await store().saveTargets([
        saveOf(one!, 1, 'می‌روم'),
        saveOf(two!, 0, '', {
          target: ['𝑎b', { code: 'standalone', id: '1', equiv: 'xyz', text: '<x>' }, ' c'],
        }),
      ]);
      await store().saveTarget(saveOf(two!, 0, 'က', { language: my }));
      expect(await store().targetCharacters(document)).toEqual(
        new Map([
          [fa, 10],
          [my, 1],
        ]),
      );
    });

    it('always equals a recount', async () => {
      const step = fc.record({
        at: fc.nat(5),
        language: fc.constantFrom(fa, my),
        state: fc.constantFrom(...STATES),
        text: fc.constantFrom('یک', 'دو', ''),
        stale: fc.boolean(),
        together: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const document = await addTexts(store(), ['a', 'b', 'c', 'd', 'e', 'f']);
          const keys = (await allSegments(store(), document)).map(({ key }) => key);
          const bases = new Map<string, number>();
          for (const { at, language, state, text, stale, together } of steps) {
            const place = `${at} ${language}`;
            const base = Math.max(0, (bases.get(place) ?? 0) - (stale ? 1 : 0));
            const save = saveOf(keys[at]!, base, text, { language, state });
            const other = saveOf(keys[(at + 1) % 6]!, 0, text, { language, state });
            const [result, beside] = together
              ? await store().saveTargets([save, other])
              : [await store().saveTarget(save)];
            if (result!.kind === 'saved') bases.set(place, result!.version.version);
            if (beside?.kind === 'saved') bases.set(`${(at + 1) % 6} ${language}`, beside.version.version);
          }
          expect(await store().documentProgress(document)).toEqual([
            await recount(store(), document, fa),
            await recount(store(), document, my),
          ]);
        }),
        { numRuns: 25 },
      );
    });
  });
}

function hostile(store: () => Store): void {
  describe('comes back exactly:', () => {
    const texts: readonly [string, string][] = [
      ['U+0000', 'a\u0000b\u0000'],
      ['a lone high surrogate', 'a\ud800b'],
      ['a lone low surrogate', '\udfffb'],
      ['surrogates the wrong way round', '\udc00\ud800'],
      ['an escape of ours', '\u001A0000\u001Ad800'],
      ['quotes', `"'\`\\\\' or 1=1; drop table segment; --`],
      ['what looks like JSON', '{"code":"open","id":"1"}'],
      ['what looks like an escape', '\\u0000 %s $1 ? :a @b'],
      ['__proto__', '__proto__'],
      ['line ends', '\r\n\r\n\t\u2028\u2029\u0085'],
      ['white space at the ends', ' \u00a0a\u200b\u3000 '],
      ['bidi and joiners', '\u202e\u2066می‌خواهم\u2069\u200f\ufeff'],
      ['decomposed next to composed', 'e\u0301 \u00e9 က္ဘာ'],
      ['beyond the BMP', '😀👩‍👩‍👧𐤀'],
      ['noncharacters', '\uffff\ufffe\u{10ffff}'],
      ['100 kB', 'မြန်မာ '.repeat(15_000)],
      ['nothing', ''],
    ];
    let key: SegmentKey;
    beforeAll(async () => {
      key = await oneSegment(store());
    });

    it.each(texts)('%s', async (_, text) => {
      const base = (await store().findSegment(key, fa))!.current?.version ?? 0;
      const target: Content = [text, { code: 'open', id: text, equiv: text, text, href: text }, text];
      const origin = { kind: 'imported', file: text, import: text } as const;
      await store().saveTarget(saveOf(key, base, '', { target, author: text, subState: text, origin }));
      const [version] = await store().listVersions(key, fa);
      expect(version).toMatchObject({ version: base + 1, target, author: text, subState: text, origin });

      const note = await store().addNote(key, { author: text, at: 1, text, language: null });
      expect((await store().listNotes(key)).at(-1)).toEqual({ ...note!, author: text, text });

      const project = {
        ...sampleProject,
        name: text,
        author: text,
        licence: text,
        origin: text,
        workId: text,
      };
      const id = await store().createProject(project);
      expect(await store().findProject(id)).toEqual({ ...project, id });

      const source = { ...documentOf([text]), format: text, variant: text };
      const document = await store().addDocument(id, { ...asNew(source), fileName: text });
      expect(await store().readDocument(document, null)).toStrictEqual(source);
      expect(await store().findDocument(document)).toMatchObject({
        fileName: text,
        format: text,
        variant: text,
      });
      const found = await store().listSegments(document, fa, { text }, 0, 10);
      expect(found.segments).toHaveLength(1);
      expect(await store().listAuthors((await store().findSegment(key, fa))!.document, fa)).toEqual([text]);
    });
  });
}
