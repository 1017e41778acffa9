/** Termbases on their pages: made, browsed, edited, restored, deleted; with forms alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Concept } from '../../server/core/terminology/concept.ts';
import { termbaseId, type TermbaseId } from '../../server/store/ids.ts';
import { writableTermbase } from '../../server/usecases/project-termbases.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { formWithFile, get, post } from './client.ts';

let bench: Workbench;
let made = 0;

beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const english = { 'Accept-Language': 'en' };
const asZahra = { 'Sec-Fetch-Site': 'same-origin', Cookie: 'recto_name=Zahra' };

async function newTermbase(): Promise<TermbaseId> {
  made += 1;
  const { status, location } = await post(bench, '/termbases', { name: `Termbase ${made}` });
  expect(status).toBe(303);
  return termbaseId(Number(/^\/termbases\/(\d+)/u.exec(location)![1]));
}

type Row = readonly [language: string, text: string, status?: string];

/** The form as a browser sends it. */
function conceptForm(rows: readonly Row[], fields: Readonly<Record<string, string>> = {}): URLSearchParams {
  const form = new URLSearchParams({ id: '', seen: '', ...fields });
  for (const [language, text, status = 'preferred'] of rows) {
    form.append('language', language);
    form.append('text', text);
    form.append('status', status);
    for (const name of ['partOfSpeech', 'gender', 'termNote', 'source', 'context']) form.append(name, '');
  }
  return form;
}

async function add(
  id: TermbaseId,
  rows: readonly Row[],
  fields: Readonly<Record<string, string>> = {},
): Promise<Concept> {
  const { status, location } = await post(
    bench,
    `/termbases/${id}/concept`,
    conceptForm(rows, fields),
    asZahra,
  );
  expect(status).toBe(303);
  const concept = new URL(location, bench.address).searchParams.get('id')!;
  return (await bench.usecases.store.terms.findConcept(id, concept))!;
}

describe('a termbase', () => {
  it('is made with a name that is free, renamed and deleted after a question', async () => {
    const id = await newTermbase();
    expect((await get(bench, '/termbases', english)).text).toContain(`href="/termbases/${id}"`);
    for (const name of [`Termbase ${made}`, ' ']) {
      const refused = await post(bench, '/termbases', { name });
      expect([refused.status, refused.text.includes('class="field__error" id="name-error"')]).toEqual([
        422,
        true,
      ]);
    }
    const other = await newTermbase();
    expect((await post(bench, `/termbases/${other}/name`, { name: `Termbase ${made - 1}` })).status).toBe(
      422,
    );
    expect((await post(bench, `/termbases/${other}/name`, { name: 'واژگان' })).status).toBe(303);
    await add(other, [['en', 'lamp']]);
    const question = await get(bench, `/termbases/${other}/delete`, english);
    expect(question.text).toMatch(/1 concept goes with it/u);
    expect((await get(bench, `/termbases/${other}`, english)).text).toContain('واژگان');
    expect((await post(bench, `/termbases/${other}/delete`, {})).location).toMatch(/^\/termbases\?/u);
    expect((await get(bench, `/termbases/${other}`)).status).toBe(404);
    expect((await post(bench, `/termbases/${other}/delete`, {})).status).toBe(404);
  });

  it('shows the first of very many remarks on a file, and how many more there are', async () => {
    const id = await newTermbase();
    const file = { name: 'a.csv', text: `en,fa\nlamp,چراغ\n${',\n'.repeat(3_000)}` };
    const { location } = await post(bench, `/termbases/${id}/import`, formWithFile({}, file));
    const { text } = await get(bench, location, english);
    expect(text.match(/<li class="problem /gu)).toHaveLength(501);
    expect(text).toContain('2,500 more are not shown.');
  });

  it('is browsed by page and filter', async () => {
    const id = await newTermbase();
    for (let index = 0; index < 51; index += 1) await add(id, [['en', `term ${index}`]], { domain: 'law' });
    await add(
      id,
      [
        ['en', 'farm'],
        ['my', 'လယ်ယာ', 'forbidden'],
      ],
      { isName: 'on', definition: 'خانه' },
    );
    const first = await get(bench, `/termbases/${id}`, english);
    expect(first.text.match(/class="card concept"/gu)).toHaveLength(50);
    const next = /href="([^"]*after=[^"]*)"/u.exec(first.text)![1]!.replaceAll('&amp;', '&');
    const second = await get(bench, next, english);
    expect(second.text.match(/class="card concept"/gu)).toHaveLength(2);
    expect(second.text).toMatch(/lang="my" dir="ltr">လယ်ယာ/u);
    for (const query of ['text=FARM', 'language=my', 'status=forbidden', 'names=yes', 'text=خانە']) {
      const { text } = await get(bench, `/termbases/${id}?${query}`, english);
      expect([query, text.match(/class="card concept"/gu)?.length, text.includes('>farm<')]).toEqual([
        query,
        1,
        true,
      ]);
    }
    const none = await get(bench, `/termbases/${id}?text=nowhere`, english);
    expect(none.text).toContain('No concept matches this filter.');
    const strange = await get(
      bench,
      `/termbases/${id}?language=%3Cb%3E&status=x&names=x&text=a&text=b&after=zz`,
    );
    expect(strange.status).toBe(200);
  });
});

describe('a concept', () => {
  it('is added with its terms, changed, and shows who did it', async () => {
    const id = await newTermbase();
    const concept = await add(
      id,
      [
        ['en', 'mutual aid'],
        ['FA_ir', ' همیاری\u200c '],
        ['', ''],
        ['my', 'အပြန်အလှန်အကူအညီ', 'admitted'],
      ],
      { domain: 'politics', definition: 'one\r\ntwo', image: 'https://example.org/a b.png', isName: 'on' },
    );
    expect(concept).toMatchObject({
      domain: 'politics',
      definition: 'one\ntwo',
      isName: true,
      changedBy: 'Zahra',
      terms: [
        { language: 'en', text: 'mutual aid', status: 'preferred', partOfSpeech: null },
        { language: 'fa-IR', text: 'همیاری\u200c' },
        { language: 'my', status: 'admitted' },
      ],
    });
    const page = `/termbases/${id}/concept?id=${concept.id}`;
    const shown = await get(bench, page, english);
    expect(shown.text).toMatch(/lang="fa-IR" dir="rtl" value="همیاری/u);
    expect(shown.text).toContain('rel="noopener noreferrer nofollow"');
    expect(shown.text).not.toContain('<img');
    const seen = /name="seen" value="(\d+)"/u.exec(shown.text)![1]!;
    const change = conceptForm([['en', 'mutual aid', 'forbidden']], { id: concept.id, seen });
    expect((await post(bench, `/termbases/${id}/concept`, change)).status).toBe(303);
    const [newest, oldest] = await bench.usecases.store.terms.listConceptChanges(id, concept.id);
    expect([newest!.author, oldest!.author]).toEqual(['', 'Zahra']);
    await new Promise((done) => setTimeout(done, 2));
    await post(bench, `/termbases/${id}/concept/restore`, { id: concept.id, version: '1' }, asZahra);
    expect(await bench.usecases.store.terms.findConcept(id, concept.id)).toMatchObject({
      domain: 'politics',
    });
    expect((await get(bench, page, english)).text).toMatch(
      /Changed<\/strong>[^]*Changed<\/strong>[^]*Added/u,
    );
  });

  it('is not replaced by somebody who did not see it', async () => {
    const id = await newTermbase();
    const { id: concept, changedAt } = { ...(await add(id, [['en', 'a']])), changedAt: 1 };
    const form = conceptForm([['en', 'mine']], { id: concept, seen: String(changedAt) });
    const refused = await post(bench, `/termbases/${id}/concept`, form, { ...asZahra, ...english });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Zahra');
    expect(refused.text).toContain('value="mine"');
    const again = /name="seen" value="(\d+)"/u.exec(refused.text)![1]!;
    form.set('seen', again);
    expect((await post(bench, `/termbases/${id}/concept`, form)).status).toBe(303);
    expect((await bench.usecases.store.terms.findConcept(id, concept))!.terms[0]!.text).toBe('mine');
  });

  it.each([
    ['no term', conceptForm([['en', ' ']])],
    ['no language', conceptForm([['nonsense!', 'a']])],
    ['a link that runs something', conceptForm([['en', 'a']], { image: 'javascript:alert(1)' })],
    ['a link that anybody can read', conceptForm([['en', 'a']], { image: 'http://example.org/a.png' })],
    ['what no file can hold', conceptForm([['en', 'a\u0000']])],
  ])('is refused with %s, and what was typed stays', async (_, form) => {
    const id = await newTermbase();
    form.set('definition', 'typed');
    const { status, text } = await post(bench, `/termbases/${id}/concept`, form);
    expect([status, text.includes('>typed</textarea>'), text.includes('role="alert"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await bench.usecases.store.terms.listConcepts(id, {}, null, 9)).toEqual([]);
  });

  it('is none where nobody could see its term', async () => {
    const id = await newTermbase();
    const form = new URLSearchParams({ language: 'en', text: '\u200b\u2060 \u200f' });
    const { status, text } = await post(bench, `/termbases/${id}/concept`, form);
    expect([status, text.includes('concept-without-term')]).toEqual([422, true]);
  });

  it('gets another row without being saved', async () => {
    const id = await newTermbase();
    const form = conceptForm(
      [
        ['en', 'a'],
        ['fa', 'ب'],
      ],
      { more: 'yes' },
    );
    const { status, text } = await post(bench, `/termbases/${id}/concept`, form);
    expect([status, text.match(/<fieldset/gu)?.length]).toEqual([200, 3]);
    expect(text).toContain('value="ب"');
  });

  it('is deleted and brought back from its history', async () => {
    const id = await newTermbase();
    const concept = await add(id, [['en', 'gone']]);
    const { location } = await post(bench, `/termbases/${id}/concept/delete`, { id: concept.id });
    const page = await get(bench, location, english);
    expect(page.text).toContain('This concept was deleted. Its history is kept.');
    expect((await get(bench, `/termbases/${id}/changes`, english)).text).toMatch(
      /gone[^]*Deleted[^]*gone[^]*Added/u,
    );
    await post(bench, `/termbases/${id}/concept/restore`, { id: concept.id, version: '1' });
    expect(await bench.usecases.store.terms.findConcept(id, concept.id)).not.toBeNull();
    const beyond = { id: concept.id, version: '9' };
    expect((await post(bench, `/termbases/${id}/concept/restore`, beyond)).status).toBe(404);
  });

  it('runs nothing, whatever is in it', async () => {
    const id = await newTermbase();
    const evil = '"><script>alert(1)</script>';
    const bad: Concept = {
      id: `../${evil}?&#`,
      domain: evil,
      definition: evil,
      note: evil,
      image: 'javascript:alert(1)',
      isName: false,
      terms: [
        { language: (await add(id, [['en', 'a']])).terms[0]!.language, text: evil, status: 'preferred', partOfSpeech: null, gender: null, note: evil, source: evil, context: evil }, // prettier-ignore
      ],
    };
    await bench.usecases.store.terms.saveConcepts(id, [bad], evil, 1);
    const list = await get(bench, `/termbases/${id}`);
    const href = /href="(\/termbases\/\d+\/concept\?id=\.\.[^"]*)"/u.exec(list.text)![1]!;
    const pages = [list, await get(bench, href), await get(bench, `/termbases/${id}/changes`)];
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/<script>|href="javascript/u);
      expect(text).toContain('&lt;script&gt;');
    }
    expect((await post(bench, `/termbases/${id}/concept/delete`, { id: bad.id })).status).toBe(303);
  });

  it('is in a termbase that is there', async () => {
    for (const path of [
      '/termbases/999',
      '/termbases/999/concept/new',
      '/termbases/x',
      '/termbases/999/changes',
    ])
      expect((await get(bench, path)).status).toBe(404);
    expect((await post(bench, '/termbases/999/concept', conceptForm([['en', 'a']]))).status).toBe(404);
    const foreign = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await post(bench, '/termbases', { name: 'x' }, foreign)).status).toBe(403);
  });
});

describe('the termbases of a project', () => {
  it('are used in the order that is given, in any digits, and one of its own is made when it is needed', async () => {
    const { usecases } = bench;
    const document = await importSample(usecases, { name: 'The lamp' });
    const { project } = (await usecases.store.findDocument(document))!;
    const [first, second, third] = [await newTermbase(), await newTermbase(), await newTermbase()];
    const form = new URLSearchParams();
    for (const [id, order] of [
      [first, '۲'],
      [second, '1'],
      [third, '1'],
    ] as const) {
      form.append('termbase', String(id));
      form.append('order', order);
    }
    for (const id of [first, second, 9999]) form.append('use', String(id));
    form.append('writable', String(first));
    const settings = `/projects/${project}/settings`;
    const { location } = await post(bench, `${settings}/termbases`, form);
    const used = [
      { termbase: second, writable: false },
      { termbase: first, writable: true },
    ];
    expect(await usecases.store.terms.listProjectTermbases(project)).toEqual(used);
    expect((await get(bench, location, english)).text).toContain('The termbases of the project were saved.');
    expect(await writableTermbase(usecases, project)).toBe(first);
    await post(bench, `${settings}/termbases`, {});
    const own = (await writableTermbase(usecases, project))!;
    expect(await writableTermbase(usecases, project)).toBe(own);
    expect((await usecases.store.terms.findTermbase(own))!.name).toBe('The lamp');
    expect((await post(bench, '/projects/999/settings/termbases', form)).status).toBe(404);
  });
});

describe('the API', () => {
  it('finds terms in a segment, and adds them', async () => {
    const { usecases } = bench;
    const document = await importSample(usecases);
    const ask = (path: string, body?: object): Promise<Response> =>
      fetch(`${bench.address}/api${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      });
    const term = { source: ' the  Lamp ', target: 'چراغ', context: 'x' };
    expect((await ask(`/documents/${document}/fa/terms`, term)).status).toBe(201);
    const { segments } = await usecases.store.listSegments(document, tag('fa'), {}, 0, 1);
    const found: unknown = await (await ask(`/segments/${segments[0]!.key}/fa/terms`)).json();
    expect(found).toMatchObject({
      terms: [
        {
          start: 0,
          end: 8,
          within: false,
          isName: false,
          term: { language: 'en', text: 'the Lamp' },
          translations: [{ language: 'fa', text: 'چراغ', status: 'preferred' }],
        },
      ],
    });
    expect((await ask(`/documents/${document}/fa/terms`, { source: ' ' })).status).toBe(422);
    expect((await ask(`/documents/${document}/fa/terms`, { source: 'a\u0000' })).status).toBe(422);
    expect((await ask(`/documents/${document}/fa/terms`, { source: 'a'.repeat(2001) })).status).toBe(400);
    expect((await ask(`/documents/${document}/de/terms`, term)).status).toBe(404);
    expect((await ask('/segments/99999/fa/terms')).status).toBe(404);
    const foreign = { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' }, body: '{}' };
    expect((await fetch(`${bench.address}/api/documents/${document}/fa/terms`, foreign)).status).toBe(403);
  });
});

describe('files', () => {
  const table = 'en,fa,domain\nlamp,چراغ,house\nbread,نان,house\n';

  it('are brought in, said how they went, and taken out as each kind', async () => {
    const id = await newTermbase();
    const path = `/termbases/${id}`;
    const languages = { sourceLanguage: 'en', targetLanguage: 'fa' };
    const first = await post(
      bench,
      `${path}/import`,
      formWithFile(languages, { name: 'a.csv', text: table }),
      asZahra,
    );
    expect(first.status).toBe(303);
    expect((await get(bench, first.location, english)).text).toContain(
      '2 concepts added, 0 changed, 0 there already.',
    );
    const again = await post(
      bench,
      `${path}/import`,
      formWithFile(languages, { name: 'a.csv', text: table }),
    );
    expect((await get(bench, again.location, english)).text).toContain(
      'No concept added, 0 changed, 2 there already.',
    );
    const page = (await get(bench, path, english)).text;
    const formats = [...page.matchAll(/<option value="([\w-]+)">[^<]*<\/option>/gu)].map(
      (match) => match[1]!,
    );
    const kinds = formats.slice(formats.indexOf('tbx'));
    expect(kinds.length).toBeGreaterThan(2);
    for (const kind of kinds.filter((each) => !/^[a-z]{2,3}(?:-\w+)?$/u.test(each) || each === 'tbx')) {
      const query = new URLSearchParams({ format: kind, ...languages, anyway: '' });
      const file = await get(bench, `${path}/export?${query.toString()}`);
      expect([kind, file.status, file.text.includes('چراغ')]).toEqual([kind, 200, true]);
      expect(file.headers.get('content-disposition')).toContain('attachment');
    }
    expect((await get(bench, `${path}/export?format=nonsense`)).status).toBe(422);
  });

  it('are refused where they are none', async () => {
    const id = await newTermbase();
    for (const file of [null, { name: 'a.tbx', text: '<html>' }]) {
      const { status, text } = await post(bench, `/termbases/${id}/import`, formWithFile({}, file));
      expect([status, text.includes('role="alert"')]).toEqual([422, true]);
    }
  });
});
