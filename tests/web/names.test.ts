/** The ledger of names of a project on its page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { termbaseId } from '../../server/store/ids.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const english = { 'Accept-Language': 'en' };
const asZahra = { 'Sec-Fetch-Site': 'same-origin', Cookie: 'recto_name=Zahra' };

describe('the ledger of names', () => {
  it('agrees on names, keeps to what others changed meanwhile, and tells where translations have them otherwise', async () => {
    const { usecases } = bench;
    const text = '# A\n\nPeter Kropotkin wrote.\n\nThen Peter Kropotkin slept.\n';
    const document = await importSample(usecases, { text, name: 'Names' });
    const { project } = (await usecases.store.findDocument(document))!;
    const path = `/projects/${project}/names`;
    const before = (await get(bench, path, english)).text;
    expect(before).toMatch(/Peter Kropotkin<\/bdi>[^]*2 times in the text/u);
    expect(before).toContain(`href="/documents/${document}/fa?segment=2"`);
    const row = (termbase: string, concept: string, to: string, was = ''): URLSearchParams =>
      new URLSearchParams({
        ...{ termbase, concept, name: 'Peter Kropotkin' },
        ...{ 'to-fa': to, 'was-fa': was, 'to-my': '', 'was-my': '' },
      });
    expect((await post(bench, path, row('', '', 'پیتر کروپوتکین'), asZahra)).status).toBe(303);
    const [used] = await usecases.store.terms.listProjectTermbases(project);
    const { termbase } = used!;
    const [name] = await usecases.store.terms.listConcepts(termbase, { names: true }, null, 9);
    expect(name).toMatchObject({
      isName: true,
      changedBy: 'Zahra',
      terms: [
        { language: 'en', text: 'Peter Kropotkin' },
        { language: 'fa', text: 'پیتر کروپوتکین', status: 'preferred' },
      ],
    });
    const { segments } = await usecases.store.listSegments(document, tag('fa'), {}, 0, 9);
    for (const [index, target] of [
      [1, 'پیتر کروپوتکین نوشت.'],
      [2, 'سپس کراپاتکین خوابید.'],
    ] as const) {
      await usecases.store.saveTarget({
        ...{ segment: segments[index]!.key, language: tag('fa'), base: 0, target: [target] },
        ...{ state: 'translated', subState: null, author: 'Z', at: 1, origin: { kind: 'typed' } },
      });
    }
    const shown = (await get(bench, path, english)).text;
    expect(shown).toContain('So in 1 of 2 segments.');
    expect(shown).toContain(`href="/documents/${document}/fa?segment=3"`);
    expect(shown).toContain('value="پیتر کروپوتکین"');

    const at = [String(termbase), name!.id] as const;
    await post(bench, path, row(...at, 'کروپوتکین', 'کروپوتکین'));
    const textsOf = async (): Promise<readonly string[]> =>
      (await usecases.store.terms.findConcept(termbase, name!.id))!.terms.map((term) => term.text);
    expect(await textsOf()).toEqual(['Peter Kropotkin', 'پیتر کروپوتکین']);
    await post(bench, path, row(...at, 'کروپوتکین', 'پیتر کروپوتکین'));
    expect(await textsOf()).toEqual(['Peter Kropotkin', 'کروپوتکین']);
    await post(bench, path, row(...at, '', 'کروپوتکین'));
    expect(await textsOf()).toEqual(['Peter Kropotkin']);
    const foreign = (await usecases.store.terms.createTermbase('Foreign', 1)) ?? termbaseId(0);
    await post(bench, path, row(String(foreign), 'x', 'y'));
    expect(await usecases.store.terms.listConcepts(foreign, {}, null, 9)).toEqual([]);
    expect((await post(bench, path, row('', '', 'a\u0000'))).status).toBe(422);
    expect((await get(bench, '/projects/999/names')).status).toBe(404);
  });
});
