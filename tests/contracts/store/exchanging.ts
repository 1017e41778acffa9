/** Files that went out and came back: kept as they were, decided once, and forgotten with their document. */
import { describe, expect, it } from 'vitest';
import type { ImportDetails, NewImport } from '../../../server/store/exchange.ts';
import { sentFileId, segmentKey, type DocumentId } from '../../../server/store/ids.ts';
import type { Store } from '../../../server/store/store.ts';
import {
  addTexts,
  allSegments,
  asNew,
  documentOf,
  fa,
  my,
  sampleProject,
  saveOf,
} from '../../support/store-samples.ts';

const details: ImportDetails = {
  sent: null,
  bases: [0, 2],
  choices: [{ position: 2, take: true, version: 3 }],
  tools: ['OmegaT 6.0', 'ابزار \u0000'],
  counts: [['saved', 1]],
  notes: [[segmentKey(5), 7]],
  failures: [{ position: 3, code: 'machine-codes-broken', values: { limit: 3, file: 'ا' } }],
  act: { kind: 'fixed', check: 'double-space' },
};

let number = 0;
function newImport(document: DocumentId, changes: Partial<NewImport> = {}): NewImport {
  number += 1;
  return {
    id: `import-${number}-${process.pid}`,
    document,
    language: fa,
    fileName: 'بازگشته \u0000.xlf',
    author: 'Zahra',
    at: Date.now() + number,
    details,
    bytes: new Uint8Array([0, 1, 255]),
    ...changes,
  };
}

export function exchangingContract(store: () => Store): void {
  describe('a file that went out', () => {
    it('comes back to the byte, newest first, equal ones once, in its language only', async () => {
      const document = await addTexts(store(), ['a']);
      const send = (text: string, language = fa) =>
        store().addSentFile({
          document,
          language,
          fileName: `${text}.xlf`,
          at: 5,
          hash: text,
          bytes: new TextEncoder().encode(text.repeat(1000)),
        });
      const ids = [await send('one'), await send('two'), await send('one')];
      await send('three', my);
      const listed = await store().listSentFiles(document, fa);
      expect(listed.map((each) => each.fileName)).toEqual(['one.xlf', 'two.xlf']);
      expect(listed[0]).toEqual({ id: ids[2], document, language: fa, fileName: 'one.xlf', at: 5 });
      expect(new TextDecoder().decode(await store().readSentFile(ids[2]!))).toBe('one'.repeat(1000));
      expect(await store().readSentFile(ids[0]!)).toBeNull();
      expect(await store().readSentFile(sentFileId(999_999))).toBeNull();
    });

    it('of any size and content is kept; the oldest of many are forgotten', async () => {
      const document = await addTexts(store(), ['a']);
      const noise = new Uint8Array(3_000_000).map((_, index) => (index * 7919 * (index >> 7)) & 255);
      for (let index = 0; index < 23; index += 1) {
        const bytes = index === 22 ? noise : new Uint8Array();
        await store().addSentFile({
          document,
          language: fa,
          fileName: `${index}`,
          at: index,
          hash: `${index}`,
          bytes,
        });
      }
      const listed = await store().listSentFiles(document, fa);
      expect(listed.map((each) => each.fileName)).toEqual(
        Array.from({ length: 20 }, (_, index) => `${22 - index}`),
      );
      expect(Buffer.compare((await store().readSentFile(listed[0]!.id))!, noise)).toBe(0);
      expect(await store().readSentFile(listed[1]!.id)).toEqual(new Uint8Array());
    });
  });

  describe('an import', () => {
    it('is kept pending, and is history once it was decided', async () => {
      const document = await addTexts(store(), ['a']);
      const [first, second] = [newImport(document), newImport(document)];
      await store().addImport(first);
      await store().addImport(second);
      const { bytes, ...kept } = first;
      expect(await store().findImport(first.id)).toEqual({ ...kept, status: 'pending' });
      expect(await store().readImportFile(first.id)).toEqual(bytes);
      expect(await store().listImports(document, fa)).toEqual([]);
      for (const { id } of [first, second]) {
        expect(
          await store().updateImport(id, 'pending', { status: 'applied', author: 'Aung', details }),
        ).toBe(true);
      }
      const listed = await store().listImports(document, fa);
      expect(listed.map(({ id, author }) => [id, author])).toEqual([
        [second.id, 'Aung'],
        [first.id, 'Aung'],
      ]);
      expect(await store().listImports(document, my)).toEqual([]);
    });

    it('is decided once', async () => {
      const { id, ...rest } = newImport(await addTexts(store(), ['a']));
      await store().addImport({ id, ...rest });
      const decide = (author: string) =>
        store().updateImport(id, 'pending', { status: 'applied', author, details });
      const results = await Promise.all([decide('Zahra'), decide('Aung'), decide('Mia')]);
      expect(results.filter(Boolean)).toHaveLength(1);
      const [winner] = ['Zahra', 'Aung', 'Mia'].filter((_, index) => results[index]);
      expect((await store().findImport(id))!.author).toBe(winner);
    });

    it('names the versions that it made, and no other', async () => {
      const document = await addTexts(store(), ['a', 'b', 'c']);
      const segments = await allSegments(store(), document);
      const { id, ...rest } = newImport(document);
      await store().addImport({ id, ...rest });
      const by = (index: number, base: number, importId: string, file = 'x.xlf') =>
        store().saveTarget(
          saveOf(segments[index]!.key, base, `ت${base}`, {
            origin:
              index === 2
                ? { kind: 'fixed', check: file, import: importId }
                : { kind: 'imported', file, import: importId },
          }),
        );
      await by(2, 0, id);
      await by(0, 0, 'another');
      await by(0, 1, id);
      await by(1, 0, 'another', `"import":"${id}"`);
      await store().saveTarget(saveOf(segments[2]!.key, 1, 'دستی'));
      expect(await store().listImportedVersions(id)).toEqual([
        { segment: segments[0]!.key, version: 2 },
        { segment: segments[2]!.key, version: 1 },
      ]);
      expect(await store().listImportedVersions('nobody')).toEqual([]);
    });

    it('is null or false where there is none, and goes with its project', async () => {
      expect(await store().findImport('nobody')).toBeNull();
      expect(await store().findImport('no\0body')).toBeNull();
      expect(await store().readImportFile('nobody')).toBeNull();
      const change = { status: 'undone', author: '', details } as const;
      expect(await store().updateImport('nobody', 'applied', change)).toBe(false);
      const project = await store().createProject(sampleProject);
      const document = await store().addDocument(project, asNew(documentOf(['a'])));
      const added = newImport(document);
      await store().addImport(added);
      await store().deleteProject(project);
      expect(await store().findImport(added.id)).toBeNull();
      expect(await store().readImportFile(added.id)).toBeNull();
    });
  });

  it('a target that was undone to nothing is none', async () => {
    const document = await addTexts(store(), ['a']);
    const [segment] = await allSegments(store(), document);
    await store().saveTarget(saveOf(segment!.key, 0, 'یک'));
    const nothing = { target: [], state: 'initial', origin: { kind: 'reverted', to: 0 } } as const;
    await store().saveTarget(saveOf(segment!.key, 1, '', nothing));
    const kept = await store().readDocument(document, fa);
    expect(kept!.units[0]!.parts[0]).toMatchObject({ target: null, state: 'initial' });
    expect((await store().findSegment(segment!.key, fa))!.current!.version).toBe(2);
  });
}
