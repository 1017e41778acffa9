/** Projects, documents, notes: what goes in comes out, and goes away together. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../server/core/document/document.ts';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import { documentId, projectId, segmentKey } from '../../../server/store/ids.ts';
import type { Store } from '../../../server/store/store.ts';
import { richDocument } from '../../support/rich-document.ts';
import {
  addTexts,
  allSegments,
  asNew,
  documentOf,
  en,
  fa,
  language,
  my,
  sampleProject,
  saveOf,
} from '../../support/store-samples.ts';

export function keepingContract(store: () => Store): void {
  projects(store);
  documents(store);
  notes(store);
  stamps(store);
}

function projects(store: () => Store): void {
  describe('projects', () => {
    it('come back as they were made and as they were changed', async () => {
      const id = await store().createProject(sampleProject);
      expect(await store().findProject(id)).toEqual({ ...sampleProject, id });
      const changed = { ...sampleProject, id, name: 'مزرعه', targetLanguages: [my], createdAt: 5 };
      await store().updateProject(changed);
      expect(await store().findProject(id)).toEqual(changed);
      expect(await store().listProjects()).toContainEqual(changed);
    });

    it('keep segmentation rules to the byte, replaced and taken away', async () => {
      const id = await store().createProject(sampleProject);
      expect(await store().findProjectSrx(id)).toBeNull();
      for (const size of [0, 10, 900_000]) {
        const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7919) >>> 5);
        const file = { fileName: `r\u0000${size}.srx`, bytes };
        await store().setProjectSrx(id, file);
        const found = await store().findProjectSrx(id);
        expect(found?.fileName).toBe(file.fileName);
        expect(Buffer.from(found?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
      }
      await store().setProjectSrx(id, null);
      expect(await store().findProjectSrx(id)).toBeNull();
    });

    it('are null or false where there is none', async () => {
      expect(await store().findProject(projectId(999_999))).toBeNull();
      expect(await store().deleteProject(projectId(999_999))).toBe(false);
    });

    it('go with everything in them and with nothing else', async () => {
      const mine = await store().createProject(sampleProject);
      const document = await store().addDocument(mine, asNew(richDocument));
      const other = await addTexts(store(), ['stays']);
      const [segment] = await allSegments(store(), document);
      await store().saveTarget(saveOf(segment!.key, 0, 'رفت'));
      const note = await store().addNote(segment!.key, { author: 'Z', at: 1, text: 'n', language: null });
      expect(note).not.toBeNull();

      expect(await store().deleteProject(mine)).toBe(true);

      expect(await store().findProject(mine)).toBeNull();
      expect(await store().listDocuments(mine)).toEqual([]);
      expect(await store().findDocument(document)).toBeNull();
      expect(await store().readOriginal(document)).toBeNull();
      expect(await store().readDocument(document, fa)).toBeNull();
      expect(await allSegments(store(), document)).toEqual([]);
      expect(await store().findSegment(segment!.key, fa)).toBeNull();
      expect(await store().listVersions(segment!.key, fa)).toEqual([]);
      expect(await store().listNotes(segment!.key)).toEqual([]);
      expect(await store().documentProgress(document)).toEqual([]);
      expect(await store().projectProgress(mine)).toEqual([]);
      expect(await store().listAuthors(document, fa)).toEqual([]);
      expect(await store().saveTarget(saveOf(segment!.key, 1, 'x'))).toEqual({ kind: 'not-found' });
      expect(await allSegments(store(), other)).toHaveLength(1);
    });
  });
}

/** As it is without anybody's work: only what is not translated still has its target. */
function untouched(document: Document, inItsLanguage: boolean): Document {
  const units = document.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => {
      if (inItsLanguage) return part;
      if (part.kind === 'ignorable') return { ...part, target: null };
      const { kind, id, source, range, locked } = part;
      const kept = { ...(range && { range }), ...(locked && { locked }) };
      return { kind, id, source, ...kept, state: 'initial' as const, target: null };
    }),
  }));
  return { ...document, units };
}

function documents(store: () => Store): void {
  describe('documents', () => {
    it('come back exactly', async () => {
      const project = await store().createProject(sampleProject);
      const id = await store().addDocument(project, asNew(richDocument, [2, 1, 4, 8]));
      expect(await store().readDocument(id, fa)).toStrictEqual(untouched(richDocument, true));
      expect(await store().readDocument(id, my)).toStrictEqual(untouched(richDocument, false));
      expect(await store().readDocument(id, null)).toStrictEqual(untouched(richDocument, false));
      const listed = {
        id,
        project,
        fileName: 'farm.txt',
        format: 'xliff2',
        variant: 'XLIFF 2.1',
        createdAt: 1_760_000_000_001,
        segments: 3,
        words: 7,
      };
      expect(await store().findDocument(id)).toEqual(listed);
      expect(await store().listDocuments(project)).toEqual([listed]);
    });

    it('come back with the newest targets in the language', async () => {
      const project = await store().createProject(sampleProject);
      const id = await store().addDocument(project, asNew(richDocument));
      const [, second] = await allSegments(store(), id);
      await store().saveTarget(saveOf(second!.key, 0, 'یک'));
      await store().saveTarget(saveOf(second!.key, 1, 'دو', { state: 'reviewed', subState: 'my:ok' }));
      const document = await store().readDocument(id, fa);
      const [segment] = segmentsOf(document!.units[1]!);
      expect(segment).toMatchObject({ id: 'a', target: ['دو'], state: 'reviewed', subState: 'my:ok' });
      expect(segmentsOf((await store().readDocument(id, my))!.units[1]!)[0]!.target).toBeNull();
    });

    it('of several batches keep their order', async () => {
      const texts = Array.from({ length: 2300 }, (_, index) => `text ${index}`);
      const id = await addTexts(store(), texts);
      expect(await store().readDocument(id, null)).toStrictEqual(documentOf(texts));
      const segments = await allSegments(store(), id);
      expect(segments.map((segment) => segment.position)).toEqual(texts.map((_, index) => index + 1));
      const keys = segments.map((segment) => segment.key);
      expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    });

    it.each([0, 1, 768 * 1024, 768 * 1024 + 1, 2_000_003])('keep a file of %i bytes', async (size) => {
      const original = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256);
      const project = await store().createProject(sampleProject);
      const id = await store().addDocument(project, { ...asNew(documentOf(['a'])), original });
      const read = await store().readOriginal(id);
      expect(Buffer.compare(Buffer.from(read!), Buffer.from(original))).toBe(0);
    });

    it('are there wholly or not at all while they come in', async () => {
      const project = await store().createProject(sampleProject);
      const texts = Array.from({ length: 3000 }, (_, index) => `text ${index}`);
      const progress = { done: false };
      const adding = store()
        .addDocument(project, asNew(documentOf(texts)))
        .finally(() => {
          progress.done = true;
        });
      const seen = new Set<number>();
      while (!progress.done) {
        for (const { id } of await store().listDocuments(project)) {
          seen.add((await allSegments(store(), id)).length);
        }
        expect([0, 2]).toContain((await store().projectProgress(project)).length);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const id = await adding;
      for (const count of seen) expect(count).toBe(3000);
      expect(await allSegments(store(), id)).toHaveLength(3000);
    });

    it('are refused whole', async () => {
      const project = await store().createProject(sampleProject);
      const document = documentOf(['a', 'b']);
      await expect(store().addDocument(projectId(999_999), asNew(document))).rejects.toThrow('999999');
      await expect(store().addDocument(project, asNew(document, [1]))).rejects.toThrow('word counts');
      const broken = { ...asNew(documentOf(Array.from({ length: 1500 }, () => 'a'))) };
      const words = broken.words.with(1400, 0.5);
      await expect(store().addDocument(project, { ...broken, words })).rejects.toThrow();
      expect(await store().listDocuments(project)).toEqual([]);
    });

    it('are null where there is none', async () => {
      expect(await store().findDocument(documentId(999_999))).toBeNull();
      expect(await store().readDocument(documentId(999_999), en)).toBeNull();
      expect(await store().readOriginal(documentId(999_999))).toBeNull();
    });
  });
}

function notes(store: () => Store): void {
  describe('notes', () => {
    it('are kept in order, counted and deleted', async () => {
      const document = await addTexts(store(), ['a', 'b']);
      const [first, second] = await allSegments(store(), document);
      const one = { author: 'Zahra', at: 3, text: 'چرا؟\n"\'', language: language('fa') };
      const two = { author: 'Aung', at: 2, text: 'အဘယ်ကြောင့်', language: null };
      const added = await store().addNote(first!.key, one);
      const other = await store().addNote(first!.key, two);
      expect(await store().listNotes(first!.key)).toEqual([
        { ...one, id: added!.id },
        { ...two, id: other!.id },
      ]);
      expect((await store().findSegment(first!.key, my))!.notes).toBe(2);
      expect((await allSegments(store(), document)).map((segment) => segment.notes)).toEqual([2, 0]);
      expect(await store().deleteNote(second!.key, added!.id)).toBe(false);
      expect(await store().deleteNote(first!.key, added!.id)).toBe(true);
      expect(await store().deleteNote(first!.key, added!.id)).toBe(false);
      expect(await store().listNotes(first!.key)).toEqual([{ ...two, id: other!.id }]);
    });

    it('need a segment', async () => {
      const note = { author: 'Zahra', at: 3, text: 'x', language: null };
      expect(await store().addNote(segmentKey(999_999), note)).toBeNull();
      expect(await store().listNotes(segmentKey(999_999))).toEqual([]);
    });
  });
}

function stamps(store: () => Store): void {
  describe('the stamp of a document', () => {
    it('is another after each save and each note, and after nothing else', async () => {
      const document = await addTexts(store(), ['a', 'b']);
      const other = await addTexts(store(), ['c']);
      const [[first, second], [foreign]] = [
        await allSegments(store(), document),
        await allSegments(store(), other),
      ];
      const note = { author: 'Zahra', at: 3, text: 'x', language: null };
      const kept = await store().addNote(second!.key, note);
      const changes: readonly (() => Promise<unknown>)[] = [
        () => store().saveTarget(saveOf(first!.key, 0, 'one')),
        () => store().saveTarget(saveOf(first!.key, 1, 'two')),
        () => store().saveTargets([saveOf(first!.key, 2, 'three'), saveOf(second!.key, 0, 'one')]),
        () => store().deleteNote(second!.key, kept!.id),
        () => store().addNote(second!.key, note),
      ];
      const seen = [await store().stampOf(document, fa)];
      for (const change of changes) {
        await change();
        seen.push(await store().stampOf(document, fa));
      }
      expect(new Set(seen).size).toBe(changes.length + 1);

      await store().saveTarget(saveOf(first!.key, 3, 'three', { state: 'translated' }));
      const now = await store().stampOf(document, fa);
      await store().saveTarget(saveOf(first!.key, 0, 'one', { language: my }));
      await store().saveTarget(saveOf(foreign!.key, 0, 'one'));
      await store().addNote(foreign!.key, note);
      await store().saveTarget(saveOf(first!.key, 0, 'late'));
      expect(await store().stampOf(document, fa)).toBe(now);
    });
  });
}
