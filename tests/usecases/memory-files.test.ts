/** Files into a memory and out again, by the use cases and by the command line. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MemoryId } from '../../server/store/ids.ts';
import { undoAct } from '../../server/usecases/change-memory.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { exportMemory } from '../../server/usecases/export-memory.ts';
import { importMemory, MOST_PROBLEMS, type ImportMemoryInput } from '../../server/usecases/import-memory.ts';
import { openImports, startImport, takeOutImport } from '../../server/usecases/memory-imports.ts';
import { scratchFolder } from '../support/cli.ts';
import { inChunks, shownTu } from '../support/tus.ts';
import { openUsecases, tag } from '../support/workbench.ts';

let deps: Dependencies;
beforeAll(async () => {
  deps = await openUsecases();
});
afterAll(() => deps.store.close());
const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

let made = 0;
async function newMemory(): Promise<MemoryId> {
  made += 1;
  const id = await deps.store.memories.createMemory(`memory ${made}`, 1);
  if (id === null) throw new Error('the name is taken');
  return id;
}

async function bring(memory: MemoryId, file: string, rest: Partial<ImportMemoryInput> = {}) {
  return importMemory(deps, {
    ...{
      memory,
      fileName: 'a.tmx',
      size: Buffer.byteLength(file),
      author: 'Ann',
      chunks: inChunks(new TextEncoder().encode(file), 4096),
    },
    ...rest,
  });
}

function unit(source: string, target: string): string {
  return `<tu><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fa"><seg>${target}</seg></tuv></tu>\n`;
}

function tmx(units: string): string {
  return `<tmx version="1.4"><header srclang="en"/><body>\n${units}</body></tmx>`;
}

async function shown(memory: MemoryId): Promise<readonly string[]> {
  return (await deps.store.memories.listTus(memory, null, 1000)).map(shownTu);
}

const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => unit(`text ${index}`, `متن ${index}`)).join('');

describe('importing a memory', () => {
  it('takes what is good, says what is not, and merges what is there already', async () => {
    const memory = await newMemory();
    const file = tmx(`${unit('a', 'ا')}${unit('b & c', 'ب')}${unit('d', '')}${unit('e', 'ه')}`);
    const first = await bring(memory, file);
    expect(first).toMatchObject({
      ...{ kind: 'imported', added: 2, merged: 0, refused: 2, furtherProblems: 0 },
      problems: [
        { code: 'xml-malformed', place: { line: 3 } },
        { code: 'tu-one-language', place: { line: 4 } },
      ],
    });
    expect(await bring(memory, file)).toMatchObject({ added: 0, merged: 2, refused: 2 });
    expect(await shown(memory)).toEqual(['en: a | fa: ا', 'en: e | fa: ه']);
  });

  it.each([
    ['a.tmx', tmx('')],
    ['a.tmx', '<tmx version="1.4"><header srclang="en"/><body><TU/></body></tmx>'],
    ['a.po', 'msgid ""\nmsgstr "Language: fa\\n"\n'],
  ])('says that %s has nothing for it: %s', async (fileName, file) => {
    const languages = { sourceLanguage: tag('en'), targetLanguage: tag('fa') };
    const problems = [{ code: 'memory-units-none', severity: 'warning' }];
    const result = await bring(await newMemory(), file, { fileName, ...languages });
    expect(result).toMatchObject({ kind: 'imported', added: 0, merged: 0, problems });
  });

  it('that stops can be taken out: new units go, and what they were put in the place of is there again', async () => {
    const memory = await newMemory();
    const dated = (source: string, target: string, date: string, rest = ''): string =>
      unit(source, target).replace(
        '<tu>',
        `<tu changedate="${date}T000000Z"><prop type="x-context-pre">p</prop>${rest}`,
      );
    const own = [
      dated('a', 'ا', '20200101', '<note>mine</note>'),
      unit('b', 'ب'),
      dated('c', 'پ', '20210101'),
    ];
    await bring(memory, tmx(own.join('')));
    const list = () => deps.store.memories.listTus(memory, null, 1000);
    const before = await list();
    const theirs = ['۱', '۲'].map((text, at) => dated('a', text, `2020020${at + 1}`));
    const file = tmx(`${theirs[0]}${dated('c', 'چ', '20200101')}${many(600)}${theirs[1]}${many(500)}`);
    const stop = new AbortController();
    await bring(memory, file, {
      signal: stop.signal,
      onProgress: ({ replaced }) => {
        if (replaced === 2) stop.abort();
      },
    });
    expect(await shown(memory)).toHaveLength(603);
    expect((await shown(memory))[0]).toBe('en: a | fa: ۲');
    const [stopped] = await openImports(deps, memory);
    expect(stopped!.counts).toMatchObject({ added: 600, replaced: 2 });
    await (await takeOutImport(deps, stopped!, 'Ann'))!.done;
    expect(await list()).toEqual(before);
    const [act] = await deps.store.memories.listActs(memory, null, 1);
    expect(act).toMatchObject({ kind: 'withdrawn', tus: 601, author: 'Ann' });
    await undoAct(deps, act!.id);
    expect((await shown(memory))[0]).toBe('en: a | fa: ۲');
    expect(await shown(memory)).toHaveLength(603);
  });

  it('that breaks off keeps what came before; the whole file merges with it', async () => {
    const memory = await newMemory();
    const file = tmx(many(50));
    const broken = await bring(memory, file.slice(0, file.indexOf('text 30')));
    expect(broken).toMatchObject({ kind: 'broken', added: 30, problems: [{ code: 'tmx-truncated' }] });
    expect(await bring(memory, file)).toMatchObject({ kind: 'imported', added: 20, merged: 30 });
    expect(await shown(memory)).toHaveLength(50);
  });

  it('can be cancelled between batches, shows how far it is, and goes on when it is given again', async () => {
    const memory = await newMemory();
    const cancel = new AbortController();
    const seen: number[] = [];
    const onProgress = (progress: { readonly added: number }): void => {
      seen.push(progress.added);
      cancel.abort();
    };
    const stopped = await bring(memory, tmx(many(2500)), { signal: cancel.signal, onProgress });
    const [there = 0] = seen;
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(2500);
    expect(seen).toEqual([there]);
    expect(stopped).toMatchObject({ kind: 'cancelled', added: there });
    const [open] = await openImports(deps, memory);
    expect(open).toMatchObject({
      file: 'a.tmx',
      isRunning: false,
      survey: { author: 'Ann', state: 'ready' },
    });
    expect(open?.counts).toEqual({ added: there, merged: 0, replaced: 0, refused: 0 });
    expect(await bring(memory, tmx(many(2500)))).toMatchObject({ added: 2500 - there, merged: there });
    expect(await openImports(deps, memory)).toEqual([]);
  });

  it('lives while its bytes are long in coming, and counts as dead soon after the last sign of it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let now = 1_000_000;
    const clock = { ...deps, now: () => now };
    const memory = await newMemory();
    const running = async () => (await openImports(clock, memory)).map(({ isRunning }) => isRunning);
    const bytes = new TextEncoder().encode(tmx(many(3)));
    const heard: boolean[][] = [];
    async function* slowly(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 300);
      for (let second = 0; second < 40; second += 1) {
        now += 1_000;
        vi.advanceTimersByTime(1_000);
        await sleep(2); // for the store
        heard.push([...(await running())]);
      }
      yield bytes.subarray(300);
    }
    const input = { memory, fileName: 'slow.tmx', size: bytes.length, author: '', chunks: slowly() };
    expect(await importMemory(clock, input)).toMatchObject({ kind: 'imported', added: 3 });
    expect(heard).toEqual(Array.from({ length: 40 }, () => [true]));
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    await startImport(clock, { memory, fileName: 'dead.tmx', author: '', size: 9 });
    const later: boolean[] = [];
    for (const wait of [9_000, 2_000]) {
      now += wait;
      later.push(...(await running()));
    }
    expect(later).toEqual([true, false]);
  });

  it('settles what was left of the same file before, and of no other', async () => {
    const memory = await newMemory();
    const file = tmx(many(3));
    const size = Buffer.byteLength(file);
    const left = [];
    for (const [fileName, bytes] of [
      ['a.tmx', size],
      ['a.tmx', size + 1],
      ['b.tmx', size],
      ['a.tmx', 0],
    ] as const)
      left.push(await startImport(deps, { memory, fileName, author: '', size: bytes }));
    await bring(memory, file);
    const open = await openImports(deps, memory);
    expect(open.map(({ survey }) => survey.id)).toEqual(left.slice(1).reverse());
  });

  it('of what cannot be read at all leaves nothing to settle', async () => {
    const memory = await newMemory();
    const chunks = (async function* () {
      yield await Promise.reject<Uint8Array>(new Error('no disk'));
    })();
    await expect(bring(memory, '', { chunks })).rejects.toThrow('no disk');
    expect(await openImports(deps, memory)).toEqual([]);
  });

  it('keeps so many problems and counts the others', async () => {
    const result = await bring(await newMemory(), tmx('<tu/>\n'.repeat(MOST_PROBLEMS + 7)));
    expect(result.problems).toHaveLength(MOST_PROBLEMS);
    expect(result).toMatchObject({ refused: MOST_PROBLEMS + 7, furtherProblems: 7 });
  });

  it('takes the translated segments of an XLIFF, with what stands around them', async () => {
    const memory = await newMemory();
    const segments = [
      ['u1', 'translated', 'One', 'یک'],
      ['u2', 'initial', 'Two', 'دو'],
      ['u3', 'final', 'Three', 'سه'],
      ['u4', 'translated', 'Four', ''],
    ] as const;
    const units = segments.map(
      ([id, state, source, target]) =>
        `<unit id="${id}"><segment id="s" state="${state}"><source>${source}</source><target>${target}</target></segment></unit>`,
    );
    const file = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fa"><file id="f">${units.join('')}</file></xliff>`;
    expect(await bring(memory, file, { fileName: 'a.xlf' })).toMatchObject({ kind: 'imported', added: 2 });
    const [first, second] = await deps.store.memories.listTus(memory, null, 10);
    expect(first).toMatchObject({ document: 'a.xlf', context: { previous: null, next: 'Two', id: 'u1' } });
    expect(second).toMatchObject({
      context: { previous: 'Two', next: 'Four', id: 'u3' },
      properties: [{ type: 'state', text: 'final' }],
    });
  });

  it.each([
    [
      'a PO',
      'a.po',
      'msgid ""\nmsgstr "Language: fa\\n"\n\nmsgid "a"\nmsgstr "ا"\n',
      'imported',
      1,
      undefined,
    ],
    ['a table', 'a.csv', 'en,fa\na,ا\n', 'imported', 1, undefined],
    ['a text', 'a.md', '# Hello', 'broken', 0, 'memory-format-unknown'],
    ['nothing', 'a.tmx', '', 'broken', 0, 'file-empty'],
    ['a broken XLIFF', 'a.xlf', '<xliff version="1.2"><file>', 'broken', 0, 'xml-malformed'],
  ])('of %s', async (_what, fileName, file, kind, added, code) => {
    const result = await bring(await newMemory(), file, { fileName });
    expect(result).toMatchObject({ kind, added });
    expect(result.problems.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
  });

  it('leaves out a text that is longer than any segment, whatever the file', async () => {
    const memory = await newMemory();
    const long = 'word '.repeat(25_000);
    const refused = { added: 1, refused: 1, problems: [{ code: 'text-too-long', place: { line: 3 } }] };
    expect(await bring(memory, tmx(`${unit('a', 'ا')}${unit(long, 'ب')}`))).toMatchObject(refused);
    const table = { fileName: 'a.csv', sourceLanguage: tag('en'), targetLanguage: tag('fa') };
    expect(await bring(memory, `en,fa\nb,ب\n${long},پ\n`, table)).toMatchObject(refused);
    for (const [row, code] of [
      [`${long.repeat(10)},پ`, 'text-too-long'],
      [`"${long.repeat(10)},پ`, 'table-quote-open'],
    ] as const) {
      const broken = await bring(memory, `en,fa\n${row}\n`, table);
      expect(broken).toMatchObject({ kind: 'broken', problems: [{ code, place: { line: 2, column: 1 } }] });
    }
    expect(await shown(memory)).toEqual(['en: a | fa: ا', 'en: b | fa: ب']);
  });

  it('of an XLIFF larger than may be uploaded is refused', async () => {
    const memory = await newMemory();
    const file = `<xliff version="1.2">${' '.repeat(deps.uploadLimit + 1)}`;
    expect(await bring(memory, file, { fileName: 'a.xlf' })).toMatchObject({
      problems: [{ code: 'file-too-large' }],
    });
  });
});

describe('exporting a memory', () => {
  async function exported(memory: MemoryId, languages: readonly string[]): Promise<string> {
    const parts: Uint8Array[] = [];
    const input = { memory, languages: languages.map(tag), version: '1', onProblem: () => undefined };
    for await (const part of exportMemory(deps, input)) parts.push(part);
    return Buffer.concat(parts).toString();
  }

  it('gives all of it back, page by page', async () => {
    const memory = await newMemory();
    await bring(memory, tmx(many(2300)));
    const other = await newMemory();
    expect(await bring(other, await exported(memory, []))).toMatchObject({ added: 2300, refused: 0 });
    expect(await shown(other)).toEqual(await shown(memory));
  });

  it('gives those languages only, the first as the source', async () => {
    const memory = await newMemory();
    const three = unit('a', 'ا').replace('</tu>', '<tuv xml:lang="my-MM"><seg>က</seg></tuv></tu>');
    await bring(memory, tmx(`${three}${unit('b', 'ب')}`));
    const file = await exported(memory, ['my', 'en']);
    expect(file).toContain('srclang="my"');
    expect([...file.matchAll(/<tuv[^>]*>|<seg>[^<]*/g)].map(([text]) => text)).toEqual([
      ...['<tuv xml:lang="my-MM">', '<seg>က', '<tuv xml:lang="en">', '<seg>a'],
    ]);
  });
});
