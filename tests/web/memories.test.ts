/** Memories on their pages: made, browsed, edited, taken back, filled from files and searched; with forms alone. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from '../../server/core/text/content.ts';
import { memoryId, type MemoryId } from '../../server/store/ids.ts';
import type { StoredTu } from '../../server/store/memory-store.ts';
import { editTu } from '../../server/usecases/change-memory.ts';
import { importSample, openWorkbench, type Workbench } from '../support/workbench.ts';
import { pair } from '../support/tu-samples.ts';
import { formWithFile, get, post } from './client.ts';

let bench: Workbench;
let made = 0;

beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const answerSchema = z.object({
  occurrences: z.array(z.object({ source: z.object({ pieces: z.array(z.unknown()) }) })),
});
const english = { 'Accept-Language': 'en' };

async function newMemory(...pairs: readonly (readonly [string, string])[]): Promise<MemoryId> {
  made += 1;
  const { status, location } = await post(bench, '/memories', { name: `Memory ${made}` });
  expect(status).toBe(303);
  const id = memoryId(Number(/^\/memories\/(\d+)/u.exec(location)![1]));
  await bench.usecases.store.memories.addTus(
    id,
    pairs.map(([source, target]) => pair(source, target)),
  );
  return id;
}

it('has no name that nobody could see', async () => {
  for (const name of ['', ' \u200b', '\u2060\u202e\u00ad'])
    expect(await post(bench, '/memories', { name })).toMatchObject({ status: 422 });
});

const unitsOf = (id: MemoryId): Promise<readonly StoredTu[]> =>
  bench.usecases.store.memories.listTus(id, null, 1_000);
const textsOf = async (id: MemoryId): Promise<readonly string[]> =>
  (await unitsOf(id)).map(({ variants }) => variants.map(({ content }) => textOf(content)).join('|'));
/** The first undo button's address. */
const undoIn = (text: string): string => /action="(\/memories\/\d+\/acts\/\d+\/undo)"/u.exec(text)![1]!;

describe('a memory', () => {
  it('is made with a name that is free, renamed and deleted after a question', async () => {
    const id = await newMemory(['lamp', 'چراغ']);
    expect((await get(bench, '/memories', english)).text).toContain(`href="/memories/${id}"`);
    for (const name of [`Memory ${made}`, ' '])
      expect((await post(bench, '/memories', { name })).status).toBe(422);
    expect((await post(bench, `/memories/${id}/name`, { name: 'حافظه' })).status).toBe(303);
    expect((await get(bench, `/memories/${id}`, english)).text).toContain('حافظه');
    expect((await get(bench, `/memories/${id}/delete`, english)).text).toMatch(/1 unit goes with it/u);
    expect((await post(bench, `/memories/${id}/delete`, {})).location).toMatch(/^\/memories\?/u);
    for (const path of ['', '/acts', '/delete', '/units/1', '/export'])
      expect((await get(bench, `/memories/${id}${path}`)).status).toBe(404);
  });

  it('is browsed by page, text and side, with what was looked for marked', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => [`line ${at}`, `سطر ${at}`] as const);
    const id = await newMemory(...lines, ['The <b> Lamp', 'چراغ كتاب']);
    const first = await get(bench, `/memories/${id}`, english);
    expect(first.text.match(/class="unit"/gu)).toHaveLength(50);
    const next = /href="(\/memories\/\d+\?after=\d+)"/u.exec(first.text)![1]!;
    expect((await get(bench, next, english)).text).toContain('line 59');
    const pairQuery = 'source=en&target=fa';
    const found = await get(bench, `/memories/${id}?text=lamp&${pairQuery}`, english);
    expect(found.text).toContain('The &lt;b&gt; <mark>Lamp</mark>');
    const folded = encodeURIComponent('کتاب');
    expect((await get(bench, `/memories/${id}?text=${folded}&side=target`)).text).toContain(
      '<mark>كتاب</mark>',
    );
    expect((await get(bench, `/memories/${id}?text=${folded}&${pairQuery}`)).text).not.toContain(
      'class="unit"',
    );
    expect((await get(bench, `/memories/${id}?after=x&source=?&text=`)).status).toBe(200);
  });

  it('has its units deleted by selection, and undone from the page', async () => {
    const id = await newMemory(['one', '۱'], ['two', '۲'], ['three', '۳']);
    const other = await newMemory(['other', '۴']);
    const [one, two] = await unitsOf(id);
    const [foreign] = await unitsOf(other);
    const form = new URLSearchParams({ back: 'https://elsewhere.example/' });
    for (const { id: unit } of [one!, two!, foreign!]) form.append('unit', String(unit));
    const { location } = await post(bench, `/memories/${id}/delete-units`, form);
    expect(location).toMatch(new RegExp(`^/memories/${id}\\?notice=`, 'u'));
    expect(await textsOf(id)).toEqual(['three|۳']);
    expect(await textsOf(other)).toEqual(['other|۴']);
    const page = await get(bench, location, english);
    expect(page.text).toMatch(/2 units were deleted/u);
    expect((await post(bench, undoIn(page.text).replace(String(id), String(other)), {})).status).toBe(404);
    expect(await textsOf(id)).toEqual(['three|۳']);
    expect((await post(bench, undoIn(page.text), {})).status).toBe(303);
    expect([...(await textsOf(id))].sort()).toEqual(['one|۱', 'three|۳', 'two|۲']);
    expect((await get(bench, `/memories/${id}/acts`, english)).text).toMatch(/2 units deleted[^]*undone/u);
  });

  it('has a unit edited with its codes, and refuses what would lose them or somebody’s change', async () => {
    const id = await newMemory();
    const code = (kind: 'open' | 'close') => ({
      code: kind,
      id: 'b1',
      equiv: '',
      text: kind === 'open' ? '<b>' : '</b>',
    });
    const rich = pair('', '');
    const [en, fa] = rich.variants;
    const variants = [
      { ...en!, content: ['The ', code('open'), 'lamp', code('close'), ' <1> \\'] },
      { ...fa!, content: [code('open'), 'چراغ', code('close')] },
    ];
    await bench.usecases.store.memories.addTus(id, [{ ...rich, variants }]);
    const path = `/memories/${id}/units/${(await unitsOf(id))[0]!.id}`;
    const seen = ['The <1>lamp</1> \\<1> \\', '<1>چراغ</1>'];
    expect((await get(bench, path)).text).toContain('The &lt;1&gt;lamp&lt;/1&gt; \\&lt;1&gt; \\');
    const edit = async (texts: readonly string[], was: readonly string[] = seen) => {
      const form = new URLSearchParams();
      for (const text of was) form.append('seen', text);
      for (const text of texts) form.append('text', text);
      return post(bench, path, form, {
        'Sec-Fetch-Site': 'same-origin',
        Cookie: 'recto_name=Zahra',
        ...english,
      });
    };
    expect(await edit([seen[0]!, '<2>چراغ</2>'])).toMatchObject({ status: 422 });
    expect(await edit([seen[0]!, ' '])).toMatchObject({ status: 422 });
    const clash = await edit([seen[0]!, 'what I wrote'], [seen[0]!, 'older']);
    expect(clash.status).toBe(422);
    expect(clash.text).toContain('what I wrote</textarea>');
    expect(clash.text).toContain(`${seen[1]!.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</textarea>`);
    expect(await edit(seen)).toMatchObject({ status: 303 });
    expect(await bench.usecases.store.memories.listActs(id, null, 9)).toEqual([]);
    expect(await edit([seen[0]!, 'یک <1>چراغ</1>\r\nدو'])).toMatchObject({ status: 303 });
    const [edited] = await unitsOf(id);
    expect(edited!.variants).toEqual([
      variants[0],
      { language: 'fa', content: ['یک ', code('open'), 'چراغ', code('close'), '\nدو'] },
    ]);
    expect(edited!.changedBy).toBe('Zahra');
    await post(bench, undoIn((await get(bench, `/memories/${id}`)).text), {});
    expect((await unitsOf(id))[0]!.variants).toEqual(variants);
    // The longest text that is taken is three times as long in a form.
    expect(await edit([seen[0]!, '<1>စာ</1>' + 'စာ'.repeat(16_000)])).toMatchObject({ status: 303 });
  });
});

describe('files of a memory', () => {
  const tmx = `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>lamp</seg></tuv><tuv xml:lang="fa"><seg>چراغ</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu></body></tmx>`;

  it('come in by the form, each refused unit told with its place, and go out as TMX', async () => {
    const id = await newMemory();
    const form = formWithFile({ sourceLanguage: '', targetLanguage: '' }, { name: 'a.tmx', text: tmx });
    const { status, location } = await post(bench, `/memories/${id}/import`, form);
    expect(status).toBe(303);
    const page = await get(bench, location, english);
    expect(page.text).toMatch(/new: 1; that were there: 0; refused: 1/u);
    expect(page.text).toMatch(/class="problem__place"[^>]*>[^<]*line 3/u);
    const out = await get(bench, `/memories/${id}/export`);
    expect(out.headers.get('content-disposition')).toContain('.tmx');
    expect(out.text).toContain('creationtool="Recto" creationtoolversion="5.4.3"');
    expect(out.text).toContain('چراغ');
    const refused = formWithFile({}, { name: 'a.bin', text: 'nothing that is known' });
    expect((await post(bench, `/memories/${id}/import`, refused)).status).toBe(422);
    expect((await post(bench, `/memories/${id}/import`, formWithFile({}, null))).status).toBe(422);
  });

  it('come in as a stream that is larger than uploads may be', async () => {
    const id = await newMemory();
    const unit = (at: number): string =>
      `<tu><tuv xml:lang="en"><seg>line ${at} ${'x'.repeat(400)}</seg></tuv><tuv xml:lang="fa"><seg>سطر ${at}</seg></tuv></tu>`;
    const units = Array.from({ length: 2_400 }, (_, at) => unit(at)).join('\n');
    const body = tmx.replace(/<body>[^]*<\/body>/u, `<body>${units}</body>`);
    expect(body.length).toBeGreaterThan(bench.usecases.uploadLimit);
    const response = await fetch(`${bench.address}/memories/${id}/import?name=a.tmx`, {
      method: 'PUT',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/octet-stream' },
      body,
    });
    const { location } = z.object({ location: z.string() }).parse(await response.json());
    expect((await get(bench, location, english)).text).toMatch(/new: 2,400; that were there: 0/u);
  }, 60_000);
});

describe('an import that stopped before its end', () => {
  const line = (at: number): string =>
    `<tu><tuv xml:lang="en"><seg>line ${at}</seg></tuv><tuv xml:lang="fa"><seg>سطر ${at}</seg></tuv></tu>\n`;
  const head = '<tmx version="1.4"><header srclang="en"/><body>';
  const lines = Array.from({ length: 700 }, (_, at) => line(at)).join('');

  /** The sender goes when some units are in. */
  async function breakOff(id: MemoryId): Promise<void> {
    const sent = request(`${bench.address}/memories/${id}/import?name=a.tmx`, {
      method: 'PUT',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': 2_000_000 },
    });
    sent.on('error', () => undefined);
    // What tells the format is read before anything goes in.
    sent.write(`${head}${lines}${' '.repeat(1 << 20)}`);
    await expect.poll(() => unitsOf(id).then(({ length }) => length)).toBeGreaterThanOrEqual(500);
    sent.destroy();
    await expect
      .poll(async () => (await get(bench, `/memories/${id}`, english)).text)
      .toMatch(/ has stopped/u);
  }

  const actionIn = (text: string, what: string): string =>
    new RegExp(`action="(/memories/\\d+/imports/\\d+/${what})"`, 'u').exec(text)![1]!;

  it('is told, and what was new is taken out as one act, but what somebody has changed', async () => {
    const id = await newMemory();
    await bench.usecases.store.memories.addTus(id, [pair('line 3', 'سطر 3'), pair('mine', 'من')]);
    const before = await unitsOf(id);
    await breakOff(id);
    const { text } = await get(bench, `/memories/${id}`, english);
    expect(text).toMatch(/new: 499; that were there: 1;/u);
    const changed = (await unitsOf(id)).at(-1)!;
    const edit = {
      memory: id,
      id: changed.id,
      seen: changed.variants.map(({ content }) => textOf(content)),
      texts: ['newer', 'نو'],
      author: '',
    };
    expect(await editTu(bench.usecases, edit)).toEqual({ kind: 'edited' });
    const takeOut = actionIn(text, 'take-out');
    const both = await Promise.all([post(bench, takeOut, {}), post(bench, takeOut, {})]);
    const notices = await Promise.all(both.map(({ location }) => get(bench, location, english)));
    expect(notices.filter((each) => each.text.includes('Somebody works at it just now'))).toHaveLength(1);
    await expect.poll(() => unitsOf(id).then(({ length }) => length)).toBe(before.length + 1);
    expect((await unitsOf(id)).slice(0, -1)).toEqual(before);
    await expect
      .poll(async () => (await get(bench, `/memories/${id}`, english)).text)
      .not.toMatch(/has stopped|being taken out/u);
    const after = await get(bench, `/memories/${id}`, english);
    expect(after.text).toContain('Import taken out: 498 units');
    await post(bench, /action="(\/memories\/\d+\/acts\/\d+\/undo)"/u.exec(after.text)![1]!, { back: '' });
    expect(await unitsOf(id)).toHaveLength(501);
    // What is settled is settled.
    await post(bench, takeOut, {});
    expect(await unitsOf(id)).toHaveLength(501);
  });

  it('is left as it is when somebody says so', async () => {
    const id = await newMemory();
    await breakOff(id);
    const { text } = await get(bench, `/memories/${id}`, english);
    const { location } = await post(bench, actionIn(text, 'keep'), {});
    expect((await get(bench, location, english)).text).toContain('What went in stays in the memory.');
    expect((await get(bench, `/memories/${id}`, english)).text).not.toContain('has stopped');
    expect(await unitsOf(id)).toHaveLength(500);
    expect((await post(bench, `/memories/${id}/imports/999999/keep`, {})).status).toBe(404);
  });
});

describe('concordance', () => {
  it('finds on its page in source and target, with what stood around', async () => {
    const id = await newMemory();
    const context = { previous: 'Before it.', next: null, id: null };
    await bench.usecases.store.memories.addTus(id, [pair('A farm stood', 'مزرعه‌ای بود', { context })]);
    const ask = (query: Readonly<Record<string, string>>) => {
      const all = { memory: String(id), source: 'en', target: 'fa', ...query };
      return get(bench, `/memories/concordance?${new URLSearchParams(all).toString()}`, english);
    };
    const found = await ask({ text: 'FARM' });
    expect(found.text).toContain('A <mark>farm</mark> stood');
    expect(found.text).toContain('Before it.');
    expect((await ask({ text: 'مزرعهاي', side: 'target' })).text).toContain('<mark>مزرعه‌ای</mark>');
    expect((await ask({ text: 'far', word: 'yes' })).text).toContain('No memory holds that.');
    expect((await ask({ text: '' })).text).not.toContain('<mark>');
  });

  it('answers the editor about the memories of the project alone', async () => {
    const document = await importSample(bench.usecases, { targetLanguages: ['fa'] });
    const used = await newMemory(['the lamp', 'چراغ']);
    await newMemory(['a lamp elsewhere', 'چراغ']);
    const path = `/api/documents/${document}/fa/concordance?text=Lamp`;
    expect(JSON.parse((await get(bench, path)).text)).toEqual({ occurrences: [] });
    const { project } = (await bench.usecases.store.findDocument(document))!;
    const uses = [{ memory: used, penalty: 0, writable: true }];
    await bench.usecases.store.memories.setProjectMemories(project, uses);
    const { occurrences } = answerSchema.parse(JSON.parse((await get(bench, path)).text));
    expect(occurrences).toHaveLength(1);
    expect(occurrences[0]!.source.pieces).toEqual([
      { kind: 'text', lines: [{ text: 'the ', isWhole: false }] },
      { kind: 'found', lines: [{ text: 'lamp', isWhole: false }] },
    ]);
    expect((await get(bench, `/api/documents/${document}/my/concordance?text=x`)).status).toBe(404);
    expect((await get(bench, `/api/documents/${document}/fa/concordance`)).status).toBe(400);
  });
});
