/** Upkeep of memories on its pages: find and replace, repeats, checks, statistics; with forms alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tu } from '../../server/core/memory/tu.ts';
import { textOf } from '../../server/core/text/content.ts';
import type { MemoryId } from '../../server/store/ids.ts';
import type { StoredTu } from '../../server/store/memory-store.ts';
import { newMemory, pair } from '../support/tu-samples.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';
import { get, post, type Answer } from './client.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const english = { 'Accept-Language': 'en' };

async function fill(...tus: readonly Tu[]): Promise<MemoryId> {
  const memory = await newMemory(bench.usecases.store);
  await bench.usecases.store.memories.addTus(memory, tus);
  return memory;
}

const unitsOf = (memory: MemoryId): Promise<readonly StoredTu[]> =>
  bench.usecases.store.memories.listTus(memory, null, 1_000);
const textsOf = async (memory: MemoryId): Promise<readonly string[]> =>
  (await unitsOf(memory)).map(({ variants }) => variants.map(({ content }) => textOf(content)).join('|'));
const undoIn = (text: string): string => /action="(\/memories\/\d+\/acts\/\d+\/undo)"/u.exec(text)![1]!;

/** Begins it, and gives its page when it is over. */
async function begin(
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<Answer & { path: string }> {
  const { status, location } = await post(bench, path, form);
  expect(status).toBe(303);
  return over(location.replace(/#.*$/u, ''));
}

async function over(path: string): Promise<Answer & { path: string }> {
  const going = async (): Promise<unknown> => {
    const answer = await get(bench, path, { Accept: 'application/json' });
    return (JSON.parse(answer.text) as { done: unknown }).done;
  };
  await expect.poll(going, { timeout: 20_000 }).not.toBeNull();
  return { ...(await get(bench, path, english)), path };
}

describe('find and replace', () => {
  const ask = (memory: MemoryId, fields: Readonly<Record<string, string>>) =>
    begin(`/memories/${memory}/replace`, { source: 'en', target: 'fa', side: 'target', ...fields });
  /** Sends the choice that the page shows, but for some. */
  const choose = (page: Answer & { path: string }, go: string, leftOut: readonly string[] = []) => {
    const form = new URLSearchParams({ go });
    for (const [, number] of page.text.matchAll(/name="shown" value="(\d+)"/gu)) {
      form.append('shown', number!);
      if (!leftOut.includes(number!)) form.append('wanted', number!);
    }
    return post(bench, page.path, form);
  };

  it('shows each hit before and after, leaves out what is left out, and is undone as one act', async () => {
    const lines = Array.from({ length: 120 }, (_, at) => pair(`line ${at}`, `سطر (.*) ${at}`));
    const memory = await fill(...lines, pair('other', 'دیگر'));
    const before = await textsOf(memory);
    const page = await ask(memory, { find: '(.*)', by: '$& <b>' });
    expect(page.text).toContain('Found in 120 units');
    expect(page.text).toContain('سطر <mark>(.*)</mark> 0');
    expect(page.text).toContain('سطر <mark>$&amp; <bdi dir="ltr">&lt;b&gt;</bdi></mark> 0');
    expect(page.text.match(/name="shown"/gu)).toHaveLength(50);
    const [first] = await unitsOf(memory);
    await bench.usecases.store.memories.updateTu(first!.id, pair('line 0', 'newer (.*)'));
    const next = await choose(page, '50', ['2', '3']);
    expect(next.location).toBe(`${page.path}?after=50#preview`);
    const second = { ...(await get(bench, next.location, english)), path: page.path };
    expect(second.text).toContain('2 units are left out.');
    const [one, two] = await Promise.all([choose(second, 'apply', ['51']), choose(second, 'apply')]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const done = await over(page.path);
    const replaced = (await textsOf(memory)).filter((text) => text.includes('$& <b>'));
    expect(replaced.length).toBeGreaterThanOrEqual(116);
    expect(done.text).toContain(`Replaced in ${replaced.length} units. 1 unit had changed since`);
    expect((await textsOf(memory)).slice(0, 3)).toEqual(['line 0|newer (.*)', before[1], before[2]]);
    await post(bench, undoIn(done.text), { back: page.path });
    expect((await textsOf(memory)).slice(1)).toEqual(before.slice(1));
  });

  it('keeps codes, takes spaces and marks that nobody sees, and what the filter shows alone', async () => {
    const code = (kind: 'open' | 'close') => ({ code: kind, id: '1', equiv: '', text: `<${kind}>` });
    const rich = pair('', 'چراغ\u200F  روشن');
    const source = {
      language: rich.variants[0]!.language,
      content: ['A ', code('open'), 'la', code('close'), 'mp, lamp'],
    };
    const memory = await fill({ ...rich, variants: [source, rich.variants[1]!] }, pair('LAMP', 'لامپ'));
    const folded = await ask(memory, { side: 'source', find: 'lamp', by: 'light', folded: 'yes' });
    expect(folded.text).toContain('Found in 2 units, 2 places. 1 place is left');
    await choose(folded, 'apply');
    await over(folded.path);
    expect((await unitsOf(memory))[0]!.variants[0]!.content).toEqual([
      ...source.content.slice(0, 4),
      'mp, light',
    ]);
    const mark = await ask(memory, { find: '\u200F', by: '' });
    expect(mark.text).toContain('چراغ<mark>[RLM]</mark>');
    await choose(mark, 'apply');
    await over(mark.path);
    const spaces = await ask(memory, {
      find: '  ',
      by: ' ',
      within: 'yes',
      filterText: 'LIGHT',
      filterSide: 'source',
    });
    expect(spaces.text).toContain('Found in 1 unit, 1 place.');
    await choose(spaces, 'apply');
    await over(spaces.path);
    expect(await textsOf(memory)).toEqual(['A lamp, light|چراغ روشن', 'light|لامپ']);
    const empty = await ask(memory, { find: 'لامپ', by: ' ' });
    expect(empty.text).toContain('1 unit is left as it is');
    expect(
      (await ask(memory, { find: 'روشن', by: 'x', within: 'yes', filterText: 'nothing' })).text,
    ).toContain('Nothing is found.');
  });

  it('refuses what cannot be looked for, and gives it back', async () => {
    const memory = await fill(pair('a', 'b'));
    const refused = (fields: Readonly<Record<string, string>>) =>
      post(bench, `/memories/${memory}/replace`, {
        source: 'en',
        target: 'fa',
        find: 'x',
        by: '',
        ...fields,
      });
    expect((await refused({ find: '' })).status).toBe(422);
    expect((await refused({ find: 'က'.repeat(10_000) })).status).toBe(422);
    expect((await refused({ target: 'en' })).status).toBe(422);
    const nul = await refused({ by: '"\u0000' });
    expect(nul.status).toBe(422);
    expect(nul.text).toContain('value="&#34;');
    for (const path of ['/replace/1', '/replace/x', '/checks/999999', '/repeats/0'])
      expect((await get(bench, `/memories/${memory}${path}`)).status).toBe(404);
    const filtered = await get(bench, `/memories/${memory}?text=a&source=en&target=fa`);
    expect(filtered.text).toContain(`/memories/${memory}/replace?text=a&amp;source=en&amp;target=fa`);
  });
});

describe('repeats', () => {
  const find = (memory: MemoryId, fields: Readonly<Record<string, string>> = {}) =>
    begin(`/memories/${memory}/repeats`, { source: 'en', target: 'fa', ...fields });
  const context = (previous: string) => ({ previous, next: null, id: null });

  it('are listed by group, and duplicates become one by rule; all of it is undone', async () => {
    const memory = await fill(
      pair('lamp', 'چراغ', {
        context: context('a'),
        createdAt: 1,
        createdBy: 'Ann',
        changedAt: 5,
        notes: ['old'],
      }),
      pair('lamp', 'چراغ', {
        context: context('b'),
        createdAt: 3,
        changedAt: 9,
        changedBy: 'Zahra',
        notes: ['new'],
      }),
      pair('lamp', 'لامپ'),
      pair('light', 'لامپ'),
      pair('alone', 'تنها'),
    );
    const before = await textsOf(memory);
    const page = await find(memory);
    for (const said of ['Duplicates: 1', 'several translations: 1', 'several sources: 1'])
      expect(page.text).toContain(said);
    const targets = await get(bench, `${page.path}?topic=targets`, english);
    expect(targets.text).toMatch(/لامپ[^]*\/units\/\d+/u);
    expect(targets.text).not.toContain('>light<');
    expect((await get(bench, `${page.path}?topic=sources`, english)).text).toContain('>light<');
    expect((await find(memory, { context: 'yes' })).text).toContain('Duplicates: 0');
    await post(bench, `${page.path}/merge`, {});
    const done = await over(page.path);
    expect(done.text).toContain('1 unit was merged into another.');
    const merged = (await unitsOf(memory)).find(({ notes }) => notes.length > 0)!;
    expect(merged).toMatchObject({ createdAt: 1, createdBy: 'Ann', changedAt: 9, changedBy: 'Zahra' });
    expect(merged).toMatchObject({ context: context('b'), notes: ['new', 'old'] });
    expect(await textsOf(memory)).toHaveLength(4);
    await post(bench, undoIn(done.text), { back: page.path });
    expect([...(await textsOf(memory))].sort()).toEqual([...before].sort());
  });

  it('merge a group that is longer than a page, and no unit that somebody changed meanwhile', async () => {
    const memory = await fill(
      ...Array.from({ length: 450 }, (_, at) => pair('same', 'همان', { context: context(String(at)) })),
    );
    const page = await find(memory);
    expect(page.text).toContain('Duplicates: 1');
    const units = await unitsOf(memory);
    await bench.usecases.store.memories.updateTu(units[7]!.id, pair('same', 'دیگر'));
    await post(bench, `${page.path}/merge`, {});
    expect((await over(page.path)).text).toContain('448 units were merged into others.');
    expect([...(await textsOf(memory))].sort()).toEqual(['same|دیگر', 'same|همان']);
  });
});

describe('checks', () => {
  it('run over all units of a pair, by check, each finding with its unit', async () => {
    const memory = await fill(
      pair('It costs 12.', 'بهایش ۱۳ است.'),
      pair('Fine.', 'خوب.'),
      ...Array.from({ length: 60 }, (_, at) => pair(`Line ${at}!`, `سطر ${at}  است!`)),
    );
    const page = await begin(`/memories/${memory}/checks`, { source: 'en', target: 'fa' });
    expect(page.text).toContain('in 62 units');
    const [first] = await unitsOf(memory);
    expect(page.text).toContain(`/memories/${memory}/units/${first!.id}`);
    const alone = await get(bench, `${page.path}?check=double-space`, english);
    expect(alone.text.match(/class="unit unit--plain"/gu)).toHaveLength(50);
    expect(alone.text).toContain('<mark>  </mark>');
    const next = await get(bench, `${page.path}?check=double-space&after=50`, english);
    expect(next.text.match(/class="unit unit--plain"/gu)).toHaveLength(10);
    expect((await get(bench, `${page.path}?check=no-such`, english)).status).toBe(200);
    await bench.usecases.store.memories.updateTu(first!.id, pair('It costs 12.', 'بهایش ۱۲ است.'));
    expect((await get(bench, `${page.path}?check=numbers`, english)).text).toContain('Changed since.');
    const one = await post(bench, `/memories/${memory}/checks`, { source: 'en', target: 'en' });
    expect((await get(bench, one.location, english)).text).toContain('Two different languages');
  });
});

describe('statistics', () => {
  it('count what there is, and keep the count with its date', async () => {
    const memory = await fill(
      pair('two words', 'دو واژه', {
        changedAt: Date.UTC(2019, 5, 1),
        changedBy: 'Zahra',
        document: '<i>.md',
      }),
      pair('by machine', 'ماشینی', { kind: 'machine' }),
    );
    expect((await get(bench, `/memories/${memory}/statistics`, english)).text).toContain('Count');
    const page = await begin(`/memories/${memory}/statistics`, {});
    for (const said of ['2019', 'Zahra', '&lt;i&gt;.md', '50%', 'Without a date'])
      expect(page.text).toContain(said);
    expect(page.text).toMatch(/English<\/bdi><\/th>\s*<td[^>]*>2<\/td>\s*<td[^>]*>4<\/td>/u);
    expect((await get(bench, `/memories/${memory}/statistics`, english)).text).toContain('Zahra');
  });
});
