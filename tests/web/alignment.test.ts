/** Alignments through their pages: made of two files, refused with reasons, corrected, undone, used. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { linksCover } from '../../server/core/alignment/link.ts';
import { textOf } from '../../server/core/text/content.ts';
import { documentId } from '../../server/store/ids.ts';
import type { MemoryStore } from '../../server/store/memory-store.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench({ uploadLimit: 20_000 });
});

afterAll(() => bench.close());

const ENGLISH = `# The lamp

The lamp *still* burned. Nobody had thought of putting it out.

She had 3 letters. She read them again, and they said very little to her.

This paragraph was never translated by anybody, and nobody has missed it since.

## Morning

It was 7 in the morning, and the bread was not there yet.
`;
const PERSIAN = `# چراغ

چراغ *هنوز* می‌سوخت. هیچ‌کس به فکر خاموش کردنش نیفتاده بود.

او ۳ نامه داشت. آن‌ها را دوباره خواند و چیز چندانی به او نمی‌گفتند.

## بامداد

ساعت ۷ بامداد بود و نان هنوز نرسیده بود.
`;

function form(
  source: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> } | null,
  target: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> } | null,
  fields: Readonly<Record<string, string>> = { source: 'en', target: 'fa' },
): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  if (source !== null) data.append('file', new File([source.content], source.name));
  if (target !== null) data.append('translation', new File([target.content], target.name));
  return data;
}

const english = { name: 'lamp.md', content: ENGLISH };
const persian = { name: 'چراغ.md', content: PERSIAN };

/** Aligns the samples; gives the path of the page and the id. */
async function start(): Promise<{ readonly path: string; readonly id: string }> {
  const { status, location } = await post(bench, '/alignments', form(english, persian));
  expect(status).toBe(303);
  const path = location.replace(/\?.*$/u, '');
  return { path, id: path.replace('/alignments/', '') };
}

/** Does `meanwhile` just before the next call of the store's own method. */
function interrupted(
  memories: MemoryStore,
  step: 'addTus' | 'findMemoryNamed',
  meanwhile: () => Promise<void>,
) {
  const own = { ...memories };
  return step === 'addTus'
    ? vi.spyOn(memories, step).mockImplementationOnce(async (...given) => {
        await meanwhile();
        return own.addTus(...given);
      })
    : vi.spyOn(memories, step).mockImplementationOnce(async (...given) => {
        await meanwhile();
        return own.findMemoryNamed(...given);
      });
}

describe('two files', () => {
  it('are aligned, and their links shown in both directions of writing', async () => {
    const { path, id } = await start();
    const { status, text } = await get(bench, path);
    expect(status).toBe(200);
    expect(text).toContain('lang="fa" dir="rtl"');
    expect(text).toContain('چراغ.md');
    const { links } = (await bench.usecases.store.alignments.findAlignment(id))!;
    const sides = (await bench.usecases.store.alignments.readSides(id))!;
    expect(linksCover(links, sides.source.segments.length, sides.target.segments.length)).toBe(true);
    expect(links.filter(({ source, target }) => source === 1 && target === 1)).toHaveLength(7);
    expect(links.filter(({ source, target }) => source === 1 && target === 0)).toHaveLength(1);
    expect((await get(bench, '/alignments')).text).toContain(path);
    expect((await get(bench, '/')).text).toContain('href="/alignments"');
  });

  it.each([
    [
      'a file that is none',
      form({ name: 'a.bin', content: new Uint8Array([0x89, 0x50, 0, 1]) }, persian),
      'format-unknown',
    ],
    ['a file that is empty', form(english, { name: 'b.md', content: '---\n---\n' }), 'nothing-translatable'],
    [
      'one that is too large',
      form({ name: 'a.md', content: 'a '.repeat(15_000) }, persian),
      'file-too-large',
    ],
    [
      'an invalid language',
      form(english, persian, { source: 'en', target: 'fa', targetOther: '!!' }),
      'language-invalid',
    ],
    [
      'an entity bomb',
      form(english, {
        name: 'b.xlf',
        content: '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"></xliff>',
      }),
      'xml-dtd',
    ],
  ])('%s is refused with its code, and nothing is kept', async (_, data, code) => {
    const before = await bench.usecases.store.alignments.listAlignments();
    const { status, text } = await post(bench, '/alignments', data);
    expect(status).toBe(422);
    expect(text).toContain(code);
    expect(await bench.usecases.store.alignments.listAlignments()).toHaveLength(before.length);
  });

  it('must be two', async () => {
    const { status, text } = await post(bench, '/alignments', form(english, null));
    expect(status).toBe(422);
    expect(text).toContain('Choose both files.');
  });
});

describe('correcting', () => {
  const linksOf = async (id: string): Promise<readonly (readonly [number, number])[]> =>
    (await bench.usecases.store.alignments.findAlignment(id))!.links.map(({ source, target }) => [
      source,
      target,
    ]);

  it('joins, splits, moves, takes apart, confirms; and each is undone', async () => {
    const { path, id } = await start();
    const first = await linksOf(id);
    let version = 1;
    const act = async (name: string): Promise<readonly (readonly [number, number])[]> => {
      const { status, location } = await post(bench, path, { version: String(version), act: name });
      expect(status).toBe(303);
      expect(location).not.toContain('said');
      version += 1;
      return linksOf(id);
    };
    expect((await act('merge:1'))[1]).toEqual([2, 2]);
    expect((await act('move:1:target:next'))[2]).toEqual([1, 2]);
    expect((await act('split:1:1:1')).slice(1, 3)).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect((await act('unlink:0')).slice(0, 2)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    await act('confirm:5');
    for (let step = 0; step < 5; step += 1) await act('undo');
    expect(await linksOf(id)).toEqual(first);
    const nothing = await post(bench, path, { version: String(version), act: 'undo' });
    expect(nothing.location).toContain('said=impossible');
  });

  it('from an old page changes nothing', async () => {
    const { path, id } = await start();
    await post(bench, path, { version: '1', act: 'merge:0' });
    const before = await linksOf(id);
    expect((await post(bench, path, { version: '1', act: 'merge:0' })).location).toContain('said=conflict');
    expect(await linksOf(id)).toEqual(before);
  });

  it.each(['', 'merge', 'merge:x', 'split:0', 'move:0:both:next', 'drop:1'])('refuses %j', async (act) => {
    const { path } = await start();
    expect((await post(bench, path, { version: '1', act })).status).toBe(400);
  });

  it('of what is not there is not found', async () => {
    const path = '/alignments/00000000-0000-4000-8000-000000000000';
    expect((await get(bench, path)).status).toBe(404);
    expect((await get(bench, '/alignments/x')).status).toBe(404);
    expect((await post(bench, path, { version: '1', act: 'undo' })).status).toBe(404);
    expect((await post(bench, `${path}/delete`, {})).status).toBe(404);
  });
});

describe('a finished alignment', () => {
  it('goes into a memory, which is made, and twice is once', async () => {
    const { path } = await start();
    await post(bench, path, { version: '1', act: 'confirm-sure' });
    await post(bench, `${path}/memory`, { memory: 'Lamps' });
    const { memories } = bench.usecases.store;
    const memory = (await memories.findMemoryNamed('Lamps'))!;
    const tus = await memories.listTus(memory.id, null, 100);
    const burned = tus.find(({ variants }) => textOf(variants[0]!.content).startsWith('The lamp still'))!;
    expect(burned).toMatchObject({ kind: 'aligned', document: 'lamp.md' });
    expect(burned.context).toMatchObject({
      previous: 'The lamp',
      next: 'Nobody had thought of putting it out.',
    });
    expect(textOf(burned.variants[1]!.content)).toBe('چراغ هنوز می‌سوخت.');
    await post(bench, `${path}/memory`, { memory: 'Lamps' });
    expect(await memories.findMemory(memory.id)).toMatchObject({ tus: tus.length });
    expect((await post(bench, `${path}/memory`, { memory: ' ' })).location).toContain('said=name-missing');
    const typed = new URLSearchParams({ said: 'memory-gone', memory: 'A "b"', unsure: 'yes', name: 'New' });
    const again = await get(bench, `${path}?${typed.toString()}`);
    expect(again.text).toContain('name="memory" type="text" dir="auto" value="A &#34;b&#34;"');
    expect(again.text).toContain('name="unsure" value="yes" checked');
    expect(again.text).toContain('name="name" type="text" dir="auto" value="New"');
  });

  it.each([
    ['before it is written to', 'addTus'],
    ['before it is found', 'findMemoryNamed'],
  ] as const)('says that the memory was deleted meanwhile (%s)', async (_, step) => {
    const { path, id } = await start();
    const { memories, alignments } = bench.usecases.store;
    await memories.createMemory('Going', 0);
    const before = await alignments.findAlignment(id);
    const spy = interrupted(memories, step, async () => {
      await memories.deleteMemory((await memories.listMemories()).find(({ name }) => name === 'Going')!.id);
    });
    const { status, location } = await post(bench, `${path}/memory`, { memory: 'Going', unsure: 'yes' });
    spy.mockRestore();
    expect(status).toBe(303);
    expect((await get(bench, location)).text).toContain('Somebody deleted that memory meanwhile');
    expect(await alignments.findAlignment(id)).toEqual(before);
    const again = await post(bench, `${path}/memory`, { memory: 'Going', unsure: 'yes' });
    expect(again.location).toContain('notice=');
    expect((await memories.findMemoryNamed('Going'))?.tus).toBeGreaterThan(5);
  });

  it('becomes a document with its translation, whose codes are those of the source', async () => {
    const { path } = await start();
    const { location } = await post(bench, `${path}/document`, { name: 'Lamp', project: '' });
    const id = documentId(Number(/\d+/u.exec(location)?.[0]));
    const { segments } = await bench.usecases.store.listSegments(id, tag('fa'), {}, 0, 100);
    const burned = segments.find(({ source }) => textOf(source).startsWith('The lamp still'))!;
    expect(textOf(burned.current!.target)).toBe('چراغ هنوز می‌سوخت.');
    expect(burned.current!.target.filter((part) => typeof part !== 'string')).toEqual(
      burned.source.filter((part) => typeof part !== 'string'),
    );
    const untranslated = segments.find(({ source }) => textOf(source).startsWith('This paragraph'))!;
    expect(untranslated.current).toBeNull();
    const edition = await fetch(`${bench.address}/documents/${id}/fa/edition?format=html&bilingual`);
    expect(edition.status).toBeLessThan(500);
    const again = await post(bench, `${path}/document`, { project: '1' });
    expect(again.location).toMatch(/^\/documents\//u);
    expect(
      await bench.usecases.store.listDocuments((await bench.usecases.store.listProjects())[0]!.id),
    ).toHaveLength(2);
  });

  it('is fetched as XLIFF, and deleted', async () => {
    const { path } = await start();
    const { status, text } = await get(bench, `${path}/xliff?anyway`);
    expect(status).toBe(200);
    expect(text).toContain('trgLang="fa"');
    expect((await post(bench, `${path}/delete`, {})).status).toBe(303);
    expect((await get(bench, path)).status).toBe(404);
  });
});
