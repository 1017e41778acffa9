/** Termbases: concepts as they were given, found as people search, every change kept; used by projects in an order. */
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../server/core/terminology/concept.ts';
import type { Store } from '../../../server/store/store.ts';
import { termbaseId, type TermbaseId } from '../../../server/store/ids.ts';
import type { ConceptFilter } from '../../../server/store/term-store.ts';
import { concept, term } from '../../support/concepts.ts';
import { en, fa, language, my, sampleProject } from '../../support/store-samples.ts';

const ABSENT = termbaseId(999_999_999);
let made = 0;

const full = concept(
  'c 1 \u0000 \ud800 ی',
  [
    term(en, 'mutual aid', { partOfSpeech: 'noun', context: 'Mutual aid is “solidarity”.', note: '\u0000' }),
    term(fa, 'همیاری', { status: 'admitted', gender: 'other', source: 'فرهنگ' }),
    term(my, 'အပြန်အလှန်အကူအညီ', { status: 'forbidden' }),
  ],
  {
    domain: 'politics \ud800',
    definition: 'Help',
    note: 'n',
    image: 'https://example.org/a.png',
    isName: true,
  },
);

export function termsContract(store: () => Store): void {
  const terms = () => store().terms;
  const newTermbase = async (): Promise<TermbaseId> => {
    made += 1;
    return (await terms().createTermbase(`Termbase ${process.pid} ${made}`, made))!;
  };
  const save = (termbase: TermbaseId, ...concepts: readonly Concept[]): Promise<void> =>
    terms().saveConcepts(termbase, concepts, 'Zahra', 7);
  const idsOf = async (termbase: TermbaseId, filter: ConceptFilter): Promise<readonly string[]> =>
    (await terms().listConcepts(termbase, filter, null, 1000)).map(({ id }) => id);

  describe('a termbase', () => {
    it('has a name of its own, is listed by it, renamed and deleted', async () => {
      const name = `اصطلاحات \u0000 ${process.pid}`;
      const id = (await terms().createTermbase(name, 5))!;
      expect(await terms().createTermbase(name, 6)).toBeNull();
      const kept = { id, name, createdAt: 5, concepts: 0, languages: [] };
      expect(await terms().findTermbase(id)).toEqual(kept);
      expect(await terms().listTermbases()).toContainEqual(kept);
      const other = await newTermbase();
      expect(await terms().renameTermbase(other, name)).toBe(false);
      expect(await terms().renameTermbase(id, name)).toBe(true);
      expect(await terms().renameTermbase(id, `${name} 2`)).toBe(true);
      expect((await terms().findTermbase(id))!.name).toBe(`${name} 2`);
      await save(id, full);
      expect(await terms().deleteTermbase(id)).toBe(true);
      expect(await terms().deleteTermbase(id)).toBe(false);
      expect(await terms().findTermbase(id)).toBeNull();
      expect(await terms().findConcept(id, full.id)).toBeNull();
      expect(await terms().renameTermbase(id, 'x')).toBe(false);
      expect(await terms().termbaseStamp(id)).toBe('');
    });

    it('counts its concepts, and has the languages of their terms, that of most first', async () => {
      const id = await newTermbase();
      await save(
        id,
        concept('a', [term(en, 'a'), term(my, 'a'), term(my, 'aa')]),
        concept('b', [term(en, 'b'), term(my, 'b'), term(fa, 'b')]),
      );
      expect(await terms().findTermbase(id)).toMatchObject({ concepts: 2, languages: [my, en, fa] });
      await terms().deleteConcept(id, 'b', 'Zahra', 8);
      expect(await terms().findTermbase(id)).toMatchObject({ concepts: 1, languages: [my, en] });
    });

    it('knows its domains', async () => {
      const id = await newTermbase();
      await save(
        id,
        ...['law', '', 'art', 'law'].map((domain, index) => concept(`${index}`, [], { domain })),
        full,
      );
      expect(await terms().listDomains(id)).toEqual(['art', 'law', 'politics \ud800']);
      await terms().deleteConcept(id, '2', 'Zahra', 8);
      expect(await terms().listDomains(id)).toEqual(['law', 'politics \ud800']);
    });
  });

  describe('a concept', () => {
    it('comes back as it was given, with who changed it last', async () => {
      const id = await newTermbase();
      await save(id, full);
      const kept = { ...full, termbase: id, changedBy: 'Zahra', changedAt: 7 };
      expect(await terms().findConcept(id, full.id)).toEqual(kept);
      expect(await terms().findConcept(await newTermbase(), full.id)).toBeNull();
      expect(await terms().findConcept(id, 'c')).toBeNull();
    });

    it('may have an id of any length', async () => {
      const id = await newTermbase();
      const long = (end: string): Concept => concept('ی'.repeat(100_000) + end, [term(en, end)]);
      await save(id, long('1'), long('2'));
      expect((await terms().findConcept(id, long('2').id))!.terms[0]!.text).toBe('2');
      expect(await idsOf(id, {})).toEqual([long('1').id, long('2').id]);
    });

    it('is kept in all its versions', async () => {
      const id = await newTermbase();
      const other = { ...full, definition: 'Aid' };
      await save(id, full);
      await save(id, full);
      await terms().saveConcepts(id, [other, full, other], 'Ko \u0000', 8);
      expect(await terms().deleteConcept(id, full.id, 'Ma', 9)).toBe(true);
      expect(await terms().deleteConcept(id, full.id, 'Ma', 9)).toBe(false);
      expect(await terms().findConcept(id, full.id)).toBeNull();
      expect(await idsOf(id, {})).toEqual([]);
      await terms().saveConcepts(id, [other], 'Ma', 10);
      expect(await terms().findConcept(id, full.id)).toMatchObject({ definition: 'Aid', changedAt: 10 });
      const steps = [
        { concept: other, author: 'Ma', at: 10 },
        { concept: null, author: 'Ma', at: 9 },
        { concept: other, author: 'Ko \u0000', at: 8 },
        { concept: full, author: 'Ko \u0000', at: 8 },
        { concept: other, author: 'Ko \u0000', at: 8 },
        { concept: full, author: 'Zahra', at: 7 },
      ];
      expect(await terms().listConceptChanges(id, full.id)).toEqual(steps);
      expect(await terms().listConceptChanges(id, 'c')).toEqual([]);
      const all = await terms().listTermbaseChanges(id, null, 9);
      expect(all.map(({ kind, at }) => `${kind} ${at}`)).toEqual(
        ['added 10', 'deleted 9', 'changed 8', 'changed 8', 'changed 8', 'added 7'], //
      );
      expect(all[1]!.concept).toEqual(other);
      expect(await terms().listTermbaseChanges(id, all[3]!.change, 1)).toEqual([all[4]]);
    });

    it('is of a termbase that is there', async () => {
      await expect(save(ABSENT, full)).rejects.toThrow(/no termbase/);
      expect(await terms().deleteConcept(ABSENT, full.id, 'Ma', 9)).toBe(false);
    });
  });

  describe('concepts', () => {
    it('are listed in the order in which they were added, page by page, whatever happens meanwhile', async () => {
      const id = await newTermbase();
      const all = Array.from({ length: 450 }, (_, index) => concept(`c${(index * 7919) % 450}`, []));
      await save(id, ...all);
      const ids = all.map((each) => each.id);
      expect(await idsOf(id, {})).toEqual(ids);
      const first = await terms().listConcepts(id, {}, null, 3);
      expect(first.map((each) => each.id)).toEqual(ids.slice(0, 3));
      await terms().deleteConcept(id, ids[2]!, 'Ma', 9);
      const second = await terms().listConcepts(id, {}, ids[2]!, 2);
      expect(second.map((each) => each.id)).toEqual(ids.slice(3, 5));
      expect(await terms().listConcepts(id, {}, ids.at(-1)!, 2)).toEqual([]);
      await save(id, all[2]!);
      expect(await idsOf(id, {})).toEqual(ids);
    });

    it.each<[ConceptFilter, string]>([
      [{ text: 'MUTUAL' }, 'aid'],
      [{ text: 'كتاب' }, 'book'],
      [{ text: 'کتاب\u200cها' }, 'book'],
      [{ text: '\u200c' }, 'book'],
      [{ text: 'စာအုပ်' }, 'book'],
      [{ text: 'a definition 12' }, 'aid'],
      [{ text: 'of the whole' }, 'book'],
      [{ text: 'of the term' }, 'aid'],
      [{ text: 'aid book' }, ''],
      [{ text: '%' }, ''],
      [{ language: my }, 'book'],
      [{ language: language('fa-AF') }, ''],
      [{ status: 'forbidden' }, 'aid'],
      [{ status: 'forbidden', language: en }, ''],
      [{ status: 'preferred', language: fa }, 'book'],
      [{ domain: 'law' }, 'aid'],
      [{ domain: '' }, 'book farm'],
      [{ names: true }, 'farm'],
      [{ names: false, language: fa }, 'aid book'],
    ])('are found by %j', async (filter, found) => {
      const id = await newTermbase();
      await save(
        id,
        concept(
          'aid',
          [term(en, 'mutual aid', { note: 'of the term' }), term(fa, 'x', { status: 'forbidden' })],
          {
            domain: 'law',
            definition: 'A definition ۱۲',
          },
        ),
        concept('book', [term(en, 'book'), term(fa, 'کتاب\u200cها'), term(my, 'စာအုပ်')], {
          note: 'of the whole',
        }),
        concept('farm', [term(en, 'Farm')], { isName: true }),
      );
      expect((await idsOf(id, filter)).join(' ')).toBe(found);
    });

    it('have a stamp that is another one after every change', async () => {
      const id = await newTermbase();
      const stamps = [await terms().termbaseStamp(id)];
      const step = async (work: Promise<unknown>): Promise<void> => {
        await work;
        stamps.push(await terms().termbaseStamp(id));
      };
      await step(save(id, concept('a', [])));
      await step(save(id, concept('b', [])));
      await step(save(id, concept('b', [term(en, 'b')])));
      await step(terms().deleteConcept(id, 'b', 'Ma', 9));
      await step(save(id, concept('b', [])));
      expect(new Set(stamps).size).toBe(stamps.length);
      expect(await terms().termbaseStamp(id)).toBe(stamps.at(-1));
    });

    it('are saved by several people at once', async () => {
      const id = await newTermbase();
      const saves = Array.from({ length: 20 }, (_, index) => save(id, concept('a', [term(en, `${index}`)])));
      await Promise.all(saves);
      expect(await terms().listConceptChanges(id, 'a')).toHaveLength(20);
      expect(await idsOf(id, {})).toEqual(['a']);
    });
  });

  describe('a project', () => {
    it('uses termbases in its order, until they are deleted', async () => {
      const project = await store().createProject(sampleProject);
      const [first, second] = [await newTermbase(), await newTermbase()];
      expect(await terms().listProjectTermbases(project)).toEqual([]);
      const used = [
        { termbase: second, writable: true },
        { termbase: first, writable: false },
      ];
      await terms().setProjectTermbases(project, [{ termbase: first, writable: true }]);
      await terms().setProjectTermbases(project, [...used, { termbase: ABSENT, writable: false }]);
      expect(await terms().listProjectTermbases(project)).toEqual(used);
      await terms().deleteTermbase(second);
      expect(await terms().listProjectTermbases(project)).toEqual(used.slice(1));
      expect(await store().deleteProject(project)).toBe(true);
      expect(await terms().findTermbase(first)).not.toBeNull();
    });
  });
}
