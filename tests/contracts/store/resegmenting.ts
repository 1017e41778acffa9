/** Splits, joins and their undoing: nothing lost in any language, positions and counters right, races told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import { textOf, type Content } from '../../../server/core/text/content.ts';
import type { DocumentId, SegmentKey } from '../../../server/store/ids.ts';
import type { Resegment } from '../../../server/store/resegmentation.ts';
import type { StoredSegment } from '../../../server/store/segment.ts';
import type { Store } from '../../../server/store/store.ts';
import {
  addTexts,
  allSegments,
  asNew,
  en,
  fa,
  my,
  plainDocument,
  plainUnit,
  recount,
  sampleProject,
  saveOf,
} from '../../support/store-samples.ts';

const by = { author: 'Zahra', at: 1_760_000_200_000 };
const words = (source: Content): number => textOf(source).split(/\s+/u).length;

function splitOf(segment: SegmentKey, base: number, source: number, target: number | null = null): Resegment {
  return { segment, language: fa, base, change: { kind: 'split', source, target }, ...by };
}

function joinOf(segment: SegmentKey, next: SegmentKey, base = 0, nextBase = 0): Resegment {
  return { segment, language: fa, base, change: { kind: 'join', next, nextBase }, ...by };
}

/** Sources and targets in all languages, as text. */
async function stand(store: Store, document: DocumentId): Promise<unknown> {
  const rows = await Promise.all([fa, my].map((language) => allSegments(store, document, language)));
  return rows.map((segments) =>
    segments.map(({ position, source, words, current }) => [
      position,
      textOf(source),
      words,
      current === null ? null : [textOf(current.target), current.state],
    ]),
  );
}

async function counts(store: Store, document: DocumentId): Promise<void> {
  const progress = await store.documentProgress(document);
  for (const language of [fa, my]) {
    const own = progress.find((each) => each.language === language);
    expect(own).toEqual(await recount(store, document, language));
  }
  const stored = await store.findDocument(document);
  const all = await allSegments(store, document);
  expect(stored).toMatchObject({
    segments: all.length,
    words: all.reduce((sum, each) => sum + each.words, 0),
  });
  expect(all.map((each) => each.position)).toEqual(all.map((_, index) => index + 1));
}

async function twoSentences(
  store: Store,
): Promise<{ readonly document: DocumentId; readonly all: readonly StoredSegment[] }> {
  const units = [plainUnit('u1', [['One two. '], ['Three four.']]), plainUnit('u2', [['Five.']])];
  const document = await store.addDocument(
    await store.createProject(sampleProject),
    asNew(plainDocument(units), [2, 2, 1]),
  );
  return { document, all: await allSegments(store, document) };
}

export function resegmentingContract(store: () => Store): void {
  describe('a split', () => {
    it('cuts the source, and the target where it is told; other languages keep theirs whole, as a draft', async () => {
      const document = await addTexts(store(), ['One two. Three four.', 'Five.']);
      const [first, last] = await allSegments(store(), document);
      await store().saveTarget(saveOf(first!.key, 0, 'یک دو. سه چهار.', { state: 'final' }));
      await store().saveTarget(saveOf(first!.key, 0, 'တစ် နှစ်', { language: my }));
      await store().saveTarget(saveOf(last!.key, 0, 'پنج.'));
      const result = await store().resegment(splitOf(first!.key, 1, 8, 6), words);
      expect(result).toMatchObject({ kind: 'resegmented', done: { kind: 'split', first: first!.key } });
      expect(await stand(store(), document)).toEqual([
        [
          [1, 'One two.', 2, ['یک دو.', 'translated']],
          [2, 'Three four.', 2, ['سه چهار.', 'translated']],
          [3, 'Five.', 2, ['پنج.', 'translated']],
        ],
        [
          [1, 'One two.', 2, ['တစ် နှစ်', 'initial']],
          [2, 'Three four.', 2, null],
          [3, 'Five.', 2, null],
        ],
      ]);
      await counts(store(), document);
      const [origin] = (await store().listVersions(first!.key, fa)).map((version) => version.origin);
      expect(origin).toEqual({ kind: 'resegmented', change: 'split' });
      const whole = await store().readDocument(document, fa);
      expect(whole?.units[0]?.parts.map((part) => textOf(part.source))).toEqual([
        'One two.',
        ' ',
        'Three four.',
      ]);
    });

    it('is undone to the letter, with one version more; a second undo finds nothing', async () => {
      const document = await addTexts(store(), ['One two. Three four.', 'Five.']);
      const [first] = await allSegments(store(), document);
      await store().saveTarget(saveOf(first!.key, 0, 'یک دو. سه چهار.', { state: 'final' }));
      const before = [await stand(store(), document), (await store().readDocument(document, fa))?.units];
      const result = await store().resegment(splitOf(first!.key, 1, 8, 6), words);
      if (result.kind !== 'resegmented') throw new Error(result.kind);
      expect(await store().isResegmented(document)).toBe(true);
      const undone = await store().undoResegmentation(result.done.id, { language: fa, ...by });
      expect(undone.kind).toBe('resegmented');
      expect([await stand(store(), document), (await store().readDocument(document, fa))?.units]).toEqual(
        before,
      );
      expect((await store().listVersions(first!.key, fa)).map((each) => each.version)).toEqual([3, 2, 1]);
      expect(await store().isResegmented(document)).toBe(false);
      await counts(store(), document);
      expect(await store().undoResegmentation(result.done.id, { language: fa, ...by })).toEqual({
        kind: 'conflict',
      });
      expect(await store().saveTarget(saveOf(result.done.second, 1, 'x'))).toEqual({ kind: 'not-found' });
      expect(await store().findSegment(result.done.second, fa)).toBeNull();
    });

    it('is a conflict where somebody saved meanwhile, and its undoing too', async () => {
      const document = await addTexts(store(), ['One two. Three four.']);
      const [first] = await allSegments(store(), document);
      await store().saveTarget(saveOf(first!.key, 0, 'یک'));
      expect(await store().resegment(splitOf(first!.key, 0, 8), words)).toEqual({ kind: 'conflict' });
      const result = await store().resegment(splitOf(first!.key, 1, 8), words);
      if (result.kind !== 'resegmented') throw new Error(result.kind);
      await store().saveTarget(saveOf(result.done.second, 0, 'سه', { language: my }));
      const undone = await store().undoResegmentation(result.done.id, { language: fa, ...by });
      expect(undone).toEqual({ kind: 'conflict' });
    });

    it('is refused where a half would be empty, where it is locked, and where the file forbids it', async () => {
      const unit = plainUnit('u1', [['One two.']]);
      const parts = segmentsOf(unit).map((part) => ({ ...part, locked: true as const }));
      const units = [unit, { ...unit, parts }, { ...unit, canResegment: false }];
      const added = asNew(plainDocument(units), [2, 2, 2]);
      const document = await store().addDocument(await store().createProject(sampleProject), added);
      const [free, locked, forbidden] = await allSegments(store(), document);
      const refused = (reason: string): object => ({ kind: 'refused', reason });
      for (const at of [0, 8, 99])
        expect(await store().resegment(splitOf(free!.key, 0, at), words)).toEqual(
          refused('resegment-impossible'),
        );
      for (const key of [locked!.key, forbidden!.key])
        expect(await store().resegment(splitOf(key, 0, 3), words)).toEqual(refused('resegment-not-allowed'));
    });
  });

  describe('a join', () => {
    it('joins sources and targets of every language; the other is gone, its notes stay', async () => {
      const { document, all } = await twoSentences(store());
      const [first, second] = all;
      await store().saveTarget(saveOf(first!.key, 0, 'یک دو. '));
      await store().saveTarget(saveOf(second!.key, 0, 'سه چهار.', { state: 'final' }));
      await store().saveTarget(saveOf(second!.key, 0, 'သုံး', { language: my }));
      await store().addNote(second!.key, { author: 'Aung', at: 1, text: 'why?', language: null });
      const before = await stand(store(), document);
      const result = await store().resegment(joinOf(first!.key, second!.key, 1, 1), words);
      expect(await stand(store(), document)).toEqual([
        [
          [1, 'One two. Three four.', 4, ['یک دو. سه چهار.', 'translated']],
          [2, 'Five.', 1, null],
        ],
        [
          [1, 'One two. Three four.', 4, ['သုံး', 'initial']],
          [2, 'Five.', 1, null],
        ],
      ]);
      await counts(store(), document);
      expect((await store().listNotes(first!.key)).map((note) => note.text)).toEqual(['why?']);
      expect(await store().listUnitSegments(document, 0, fa)).toHaveLength(1);
      if (result.kind !== 'resegmented') throw new Error(result.kind);
      await store().undoResegmentation(result.done.id, { language: fa, ...by });
      const after = await stand(store(), document);
      expect(JSON.parse(JSON.stringify(after).replace('["","initial"]', 'null'))).toEqual(before);
      expect(await store().listNotes(first!.key)).toEqual([]);
      expect(await store().listNotes(second!.key)).toHaveLength(1);
      await counts(store(), document);
    });

    it('is refused at the end of a unit, and a conflict with what is not the next one', async () => {
      const { all } = await twoSentences(store());
      const [first, second, third] = all;
      for (const [a, b] of [
        [second, third],
        [first, third],
        [first, first],
      ] as const)
        expect((await store().resegment(joinOf(a!.key, b!.key), words)).kind).toBe('conflict');
    });

    it('leaves what a pending import decided with the segments behind it', async () => {
      const { document, all } = await twoSentences(store());
      const details = {
        sent: null,
        bases: [0, 0, 7],
        choices: [1, 3].map((position) => ({ position, take: true, version: 0 })),
        tools: [],
        counts: [],
        notes: [],
      };
      const added = { document, language: fa, fileName: 'a.xlf', author: 'Aung', at: Date.now(), details };
      const id = `resegmented ${document}`;
      await store().addImport({ id, bytes: new Uint8Array([1]), ...added });
      await store().resegment(joinOf(all[0]!.key, all[1]!.key), words);
      expect((await store().findImport(id))?.details).toMatchObject({
        bases: [-1, 7],
        choices: [{ position: 2, take: true }],
      });
    });
  });

  describe('any number of splits and joins', () => {
    it('lose nothing, count right, and are all undone', async () => {
      const step = fc.record({ kind: fc.constantFrom('split', 'join'), at: fc.nat(40), which: fc.nat(9) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const document = await addTexts(store(), ['ab cd ef gh ij kl mn op', 'next']);
          const begin = await stand(store(), document);
          const done = [];
          for (const { kind, at, which } of steps) {
            const unit = await store().listUnitSegments(document, 0, fa);
            const segment = unit[which % unit.length]!;
            const next = unit[(which % unit.length) + 1];
            const change =
              kind === 'join' && next !== undefined
                ? joinOf(segment.key, next.key)
                : splitOf(segment.key, 0, at);
            const result = await store().resegment(change, words);
            if (result.kind === 'resegmented') done.push(result.done.id);
            const whole = await store().readDocument(document, en);
            const [first] = whole!.units;
            expect(first!.parts.map((part) => textOf(part.source)).join('')).toBe('ab cd ef gh ij kl mn op');
            await counts(store(), document);
          }
          for (const id of done.toReversed())
            expect((await store().undoResegmentation(id, { language: fa, ...by })).kind).toBe('resegmented');
          expect(await stand(store(), document)).toEqual(begin);
        }),
        { numRuns: 15 },
      );
    });
  });
}
