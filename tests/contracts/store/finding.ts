/** Pages, filters and the next segment. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../../server/core/document/state.ts';
import { segmentKey, type DocumentId } from '../../../server/store/ids.ts';
import type { SegmentFilter, StoredSegment } from '../../../server/store/segment.ts';
import type { Store } from '../../../server/store/store.ts';
import { richDocument } from '../../support/rich-document.ts';
import {
  addTexts,
  allSegments,
  asNew,
  fa,
  my,
  plainDocument,
  plainUnit,
  sampleProject,
  saveOf,
  versionOf,
} from '../../support/store-samples.ts';

export function findingContract(store: () => Store): void {
  pages(store);
  texts(store);
  what(store);
  directions(store);
}

/** A document that began as a Persian file is translated into Burmese too. */
function directions(store: () => Store): void {
  it('gives the direction that a file says its targets have in the language of the file alone', async () => {
    const unit = { ...plainUnit('u1', [['One.']]), sourceDirection: 'ltr', targetDirection: 'rtl' } as const;
    const project = await store().createProject(sampleProject);
    const document = await store().addDocument(
      project,
      asNew({ ...plainDocument([unit]), targetLanguage: fa }),
    );
    const [inPersian] = await allSegments(store(), document, fa);
    const [inBurmese] = await allSegments(store(), document, my);
    expect(inPersian).toMatchObject({ sourceDirection: 'ltr', targetDirection: 'rtl' });
    expect(inBurmese).toMatchObject({ sourceDirection: 'ltr' });
    expect(inBurmese).not.toHaveProperty('targetDirection');
  });
}

const MANY = 1200;
const stateAt = (position: number): State =>
  position % 7 === 0
    ? 'final'
    : position % 5 === 0
      ? 'reviewed'
      : position % 3 === 0
        ? 'translated'
        : 'initial';

function pages(store: () => Store): void {
  describe('a document of 1,200 segments', () => {
    let document: DocumentId;
    let all: readonly StoredSegment[];
    beforeAll(async () => {
      document = await addTexts(
        store(),
        Array.from({ length: MANY }, (_, index) => `text ${index + 1}`),
      );
      const bare = await allSegments(store(), document);
      // Every other initial one has a version that says so, every other one none.
      const saved = bare.filter(({ position }) => stateAt(position) !== 'initial' || position % 2 === 0);
      await store().saveTargets(
        saved.map(({ key, position }) => saveOf(key, 0, `متن ${position}`, { state: stateAt(position) })),
      );
      all = await allSegments(store(), document);
    });

    async function walk(filter: SegmentFilter, limit: number): Promise<readonly number[]> {
      const positions: number[] = [];
      for (let after: number | null = 0; after !== null;) {
        const page = await store().listSegments(document, fa, filter, after, limit);
        expect(page.segments.length).toBeLessThanOrEqual(Math.min(limit, 500));
        expect(page.segments.length).toBeGreaterThan(0);
        positions.push(...page.segments.map((segment) => segment.position));
        after = page.next;
      }
      return positions;
    }

    it.each<[readonly State[] | undefined, number]>([
      [undefined, 100],
      [undefined, 400],
      [undefined, 10_000],
      [['initial'], 7],
      [['translated'], 100],
      [['reviewed', 'final'], 33],
      [['initial', 'final'], 500],
      [['initial', 'translated', 'reviewed', 'final'], 250],
    ])('is walked through with states %j by pages of %i', async (states, limit) => {
      const expected = all
        .filter(({ position }) => states === undefined || states.includes(stateAt(position)))
        .map(({ position }) => position);
      expect(await walk(states === undefined ? {} : { states }, limit)).toEqual(expected);
    });

    it('has an empty page for no state, past the end and in no document', async () => {
      const empty = { segments: [], next: null };
      expect(await store().listSegments(document, fa, { states: [] }, 0, 10)).toEqual(empty);
      expect(await store().listSegments(document, fa, {}, MANY, 10)).toEqual(empty);
    });

    it('combines states and text', async () => {
      const page = await store().listSegments(document, fa, { states: ['final'], text: 'TEXT 7' }, 0, 500);
      const expected = all.filter(
        ({ position }) => stateAt(position) === 'final' && `text ${position}`.includes('text 7'),
      );
      expect(page.segments).toEqual(expected);
    });

    it.each<[number, readonly State[], number | null]>([
      [0, ['final'], 7],
      [7, ['final'], 14],
      [1197, ['final'], 7],
      [1200, ['initial'], 1],
      [3, ['initial'], 4],
      [1199, ['reviewed'], 1200],
      [1200, ['reviewed', 'translated'], 3],
      [10, [], null],
    ])('has after %i, in %j, as the next %s', async (after, states, expected) => {
      const next = await store().nextSegment(document, fa, after, states);
      expect(next?.position ?? null).toBe(expected);
      if (next !== null) expect(next).toEqual(all[next.position - 1]);
    });

    it('has no next where nothing is in the state', async () => {
      expect(await store().nextSegment(document, my, 5, ['translated'])).toBeNull();
      expect((await store().nextSegment(document, my, 5, ['initial']))?.position).toBe(6);
    });
  });
}

function texts(store: () => Store): void {
  describe('text is found', () => {
    const sources = [
      'The Farm stood by the river.',
      'STRASSE, Café and ÉLAN',
      '100% of_it \\ "quoted" \'single\'',
      'نهر از کنار مزرعه می‌گذشت.',
      'လယ်ယာသည် မြစ်ဘေးတွင် ရှိသည်။',
      '%',
      'سال ۱۴۰۲ در كتاب\u200Fهاي خانۀ ســفيد',
      '၁၉၈၈ ခုနှစ် ၀တ္ထု အောက်မေ့သည\u103A\u1037',
    ];
    const targets = [
      'مزرعه کنار رود بود',
      'ကော်ဖီ',
      '',
      'The brook PASSED the farm',
      'Ферма',
      '',
      'سطر\nدوم',
      '',
    ];
    let document: DocumentId;
    beforeAll(async () => {
      document = await addTexts(store(), sources);
      const segments = await allSegments(store(), document);
      await store().saveTargets(segments.map(({ key }, index) => saveOf(key, 0, targets[index]!)));
    });

    it.each<[string, readonly number[]]>([
      ['farm', [1, 4]],
      ['FARM', [1, 4]],
      ['مزرعه', [1, 4]],
      ['می‌گذشت', [4]],
      ['میگذشت', [4]],
      ['မြစ်ဘေး', [5]],
      ['ကော်ဖီ', [2]],
      ['ФЕРМА', [5]],
      ['cafe\u0301', [2]],
      ['CAFÉ', [2]],
      ['élan', [2]],
      ['%', [3, 6]],
      ['100%', [3]],
      ['f_i', [3]],
      ['_', [3]],
      ['\\', [3]],
      ['"quoted" \'', [3]],
      ["' or 1=1 --", []],
      ['a'.repeat(60_000), []],
      ['cafe', [2]],
      ['ﻣﺰﺭﻋﻪ', [1, 4]],
      ['1402', [7]],
      ['١٤٠٢', [7]],
      ['کتاب‌های', [7]],
      ['خانهٔ سفید', [7]],
      ['خانه‌ی', []],
      ['سطر دوم', [7]],
      ['سفید سطر', []],
      ['1988', [8]],
      ['၀တ္ထု', [8]],
      ['ဝတ္ထု', []],
      ['သည့်', [8]],
      ['\u0640', [7]],
      ['\u200C', [4]],
      ['', [1, 2, 3, 4, 5, 6, 7, 8]],
    ])('%j', async (text, expected) => {
      const page = await store().listSegments(document, fa, { text }, 0, 100);
      expect(page.segments.map(({ position }) => position)).toEqual(expected);
    });

    it('in the newest target only, and of that language only', async () => {
      const [first] = await allSegments(store(), document);
      await store().saveTarget(saveOf(first!.key, 1, 'دهکده'));
      const found = async (text: string, language = fa): Promise<number> =>
        (await store().listSegments(document, language, { text }, 0, 100)).segments.length;
      expect(await found('رود')).toBe(0);
      expect(await found('دهکده')).toBe(1);
      expect(await found('دهکده', my)).toBe(0);
    });
  });
}

function what(store: () => Store): void {
  describe('segments', () => {
    it('that are not translated are shown with their unit, and nowhere else', async () => {
      const project = await store().createProject(sampleProject);
      const document = await store().addDocument(project, asNew(richDocument));
      const listed = await allSegments(store(), document);
      expect(listed.map(({ position, locked }) => [position, locked])).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
      const [fixed] = await store().listUnitSegments(document, 2, fa);
      expect(fixed).toMatchObject({
        position: 4,
        unitIndex: 2,
        unit: 'constructor',
        locked: true,
        current: null,
      });
      expect(await store().findSegment(fixed!.key, fa)).toBeNull();
      expect(await store().saveTarget(saveOf(fixed!.key, 0, 'x'))).toEqual({ kind: 'not-found' });
      expect(await store().addNote(fixed!.key, { author: 'Z', at: 1, text: 'n', language: null })).toBeNull();
    });

    it('say what the file asks of their unit', async () => {
      const project = await store().createProject(sampleProject);
      const form = 'none' as const;
      const asked = {
        limits: [{ measure: 'codepoints' as const, minimum: 1, maximum: null, normalization: form }],
        rules: [
          {
            kind: 'startsWith' as const,
            text: '«',
            existsInSource: false,
            caseSensitive: true,
            normalization: form,
          },
        ],
      };
      const units = [plainUnit('u1', [['one']]), { ...plainUnit('u2', [['two']]), ...asked }];
      const document = await store().addDocument(project, asNew(plainDocument(units)));
      expect(await store().findConstraints(document, 0)).toEqual({});
      expect(await store().findConstraints(document, 1)).toEqual(asked);
      expect(await store().findConstraints(document, 9)).toEqual({});
      const kept = await store().readDocument(document, null);
      expect(kept?.units[1]).toMatchObject(asked);
    });

    it('come with their unit and their newest version', async () => {
      const project = await store().createProject(sampleProject);
      const units = [plainUnit('u1', [['one'], ['two']]), plainUnit('u2', [['three']])];
      const document = await store().addDocument(project, asNew(plainDocument(units)));
      const [one, two, three] = await allSegments(store(), document);
      const saved = saveOf(two!.key, 0, 'دو', {
        subState: 'my:x',
        origin: { kind: 'imported', file: 'f', import: 'i' },
      });
      await store().saveTarget(saved);
      expect(await store().findSegment(two!.key, fa)).toEqual({
        key: two!.key,
        document,
        unit: 'u1',
        segment: 's2',
        position: 2,
        unitIndex: 0,
        source: ['two'],
        words: 2,
        locked: false,
        current: versionOf(saved),
        notes: 0,
      });
      expect(await store().findSegment(two!.key, my)).toEqual(two);
      expect(await store().listUnitSegments(document, 0, my)).toEqual([one, two]);
      expect(await store().listUnitSegments(document, 1, my)).toEqual([three]);
      expect(await store().listUnitSegments(document, 2, my)).toEqual([]);
      expect(await store().findSegment(segmentKey(999_999), fa)).toBeNull();
    });
  });
}
