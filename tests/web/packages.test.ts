/** Packages in the workbench, and files that mean harm: uploaded to a real server that must stand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { exportXliff } from '../../server/usecases/export-xliff.ts';
import { documentId, type DocumentId } from '../../server/store/ids.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { makeZip } from '../support/zip.ts';
import { xliff12Text } from '../formats/package/samples.ts';
import { get, post, type Answer } from './client.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ uploadLimit: 60 * 1024 * 1024 });
});
afterAll(() => bench.close());

function form(bytes: Uint8Array, name: string, fields: Readonly<Record<string, string>> = {}): FormData {
  const data = new FormData();
  for (const [key, value] of Object.entries({ sourceLanguage: 'en', ...fields })) data.append(key, value);
  data.append('file', new File([new Uint8Array(bytes)], name));
  return data;
}

const create = (
  bytes: Uint8Array,
  name: string,
  languages: Readonly<Record<string, string>> = { targetLanguages: 'fa' },
): Promise<Answer> => post(bench, '/projects', form(bytes, name, languages));

/** The document that a new project's page is about. */
const documentOf = ({ location }: Answer): DocumentId =>
  documentId(Number(/\/documents\/(\d+)/u.exec(location)?.[1]));

async function save(document: DocumentId, index: number, text: string): Promise<void> {
  const { segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100);
  await bench.usecases.store.saveTarget({
    segment: segments[index]!.key,
    language: tag('fa'),
    base: segments[index]!.current?.version ?? 0,
    target: [text],
    state: 'translated',
    subState: null,
    author: 'مریم',
    at: 0,
    origin: { kind: 'typed' },
  });
}

async function exported(document: DocumentId): Promise<Uint8Array> {
  const result = await exportXliff(bench.usecases, document, tag('fa'), '1.2');
  if (result.kind !== 'exported') throw new Error(JSON.stringify(result));
  return result.bytes;
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('a package', () => {
  const picture = Uint8Array.from({ length: 2000 }, (_, index) => (index * 31) % 256);
  const zip = makeZip([
    { name: 'p.sdlproj', content: '<PackageProject/>' },
    { name: 'en-US/a.sdlxliff', content: xliff12Text({ g1: 'One' }, { source: 'en-US', target: null }) },
    {
      name: 'fa-IR/a.sdlxliff',
      content: xliff12Text({ g1: 'One', g2: 'Two' }, { source: 'en-US', target: 'fa' }),
    },
    { name: 'my-MM/a.sdlxliff', content: xliff12Text({ g1: 'One' }, { source: 'en-US', target: 'my' }) },
    { name: 'fa-IR/b.png', content: picture, method: 0 },
  ]);

  it('becomes a project, is translated, goes out as it came, and comes back', async () => {
    const answer = await create(zip, 'job.sdlppx');
    expect(answer.status).toBe(303);
    const document = documentOf(answer);
    expect((await get(bench, answer.location)).text).toContain('2 files of the package');
    await save(document, 1, 'دو');
    const out = await exported(document);
    const files = unzipSync(out);
    expect(text(files['fa-IR/a.sdlxliff'])).toMatch(/<source>Two<\/source>\s*<target[^>]*>دو<\/target>/u);
    for (const [name, content] of Object.entries(unzipSync(zip))) {
      if (name !== 'fa-IR/a.sdlxliff') expect(Buffer.from(files[name]!).equals(content), name).toBe(true);
    }
    const back = await post(bench, `/documents/${document}/fa/import`, form(out, 'job.sdlrpx'));
    expect((await get(bench, back.location)).text).toContain('There is nothing to apply.');
  });

  it('of several languages asks which, and says which there are', async () => {
    const answer = await create(zip, 'job.sdlppx', { targetLanguages: 'de' });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/several languages: [^<]*fa, my/u);
  });
});

describe('ids that are named like properties', () => {
  it('go through store, editor and export', async () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const bytes = new TextEncoder().encode(
      xliff12Text(Object.fromEntries(ids.map((id) => [`x${id}`, id]))).replaceAll('id="x', 'id="'),
    );
    const answer = await create(bytes, '__proto__.xlf');
    expect(answer.status).toBe(303);
    const document = documentOf(answer);
    const { segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100);
    expect(segments.map(({ unit }) => unit)).toEqual(ids);
    for (const index of ids.keys()) await save(document, index, `متن ${index}`);
    const page = await get(bench, `/documents/${document}/fa`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('متن 0');
    const out = text(await exported(document));
    for (const [index, id] of ids.entries()) {
      expect(out).toMatch(
        new RegExp(`id="${id}"[^>]*><source>${id}</source>\\s*<target[^>]*>متن ${index}<`, 'u'),
      );
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

const MEBIBYTE = 1024 * 1024;
const spaces = Buffer.alloc(40 * MEBIBYTE, ' ');
const good = { name: 'a.xlf', content: xliff12Text({ 1: 'One' }) };
const body = (inner: string, before = ''): Buffer =>
  Buffer.from(
    `${before}<xliff version="1.2"><file original="a" source-language="en"><body><trans-unit id="1"><source>${inner}</source></trans-unit></body></file></xliff>`,
  );

const HOSTILE: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['a bomb', 'a.zip', () => makeZip([{ name: 'a.xlf', content: spaces }])],
  ['a bomb that lies', 'a.zip', () => makeZip([{ name: 'a.xlf', content: spaces, says: { size: 100 } }])],
  ['a name that leads out', 'a.zip', () => makeZip([{ ...good, name: '../../../etc/cron.d/a.xlf' }])],
  ['a link', 'a.zip', () => makeZip([{ ...good, mode: 0o120777 }])],
  ['an archive cut off', 'a.xlz', () => makeZip([good]).subarray(0, 80)],
  ['an archive of nothing', 'a.zip', () => makeZip([])],
  ['entities', 'a.xlf', () => body('&b;', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')],
  ['an outer entity', 'a.xlf', () => body('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  ['100,000 levels', 'a.xlf', () => body('<g id="1">'.repeat(100_000))],
  ['20 MiB in one attribute, not closed', 'a.xlf', () => body(`<x id="${'x'.repeat(20 * MEBIBYTE)}`)],
  [
    'a million attributes',
    'a.xlf',
    () => body(`<x ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
  ],
  ['NUL', 'a.xlf', () => body('a\u0000b')],
  ['half a UTF-16', 'a.xlf', () => Buffer.from(`\uFEFF${body('a').toString()}`, 'utf16le').subarray(0, 201)],
  ['UTF-16 that says UTF-8', 'a.xlf', () => Buffer.concat([body('a'), Buffer.from('<x/>', 'utf16le')])],
  ['bytes of no encoding', 'a.md', () => Buffer.from([0x41, 0xff, 0xfe, 0xc0])],
  ['NUL in a text', 'a.txt', () => Buffer.from('a\u0000b')],
  ['quotes in quotes', 'a.md', () => Buffer.from(`${'>'.repeat(100_000)} a`)],
];

/** The status of the next request; a kept connection may have grown too old meanwhile. */
const answers = async (): Promise<number> => (await get(bench, '/').catch(() => get(bench, '/'))).status;

describe('hostile files', () => {
  it.each(HOSTILE)('%s: told, not an accident, and the next request is answered', async (_, name, make) => {
    const errors = bench.log.filter(({ level }) => level === 'error').length;
    const answer = await create(make(), name);
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/class="problem/u);
    expect(answer.text).not.toMatch(/at .*\.(?:ts|js):\d+|node_modules|\[object/u);
    expect(bench.log.filter(({ level }) => level === 'error')).toHaveLength(errors);
    expect(await answers()).toBe(200);
  });

  it.each(['a.md', 'a.txt'])('50 MiB of text in %s: told, and the next request is answered', async (name) => {
    const answer = await create(Buffer.alloc(50 * MEBIBYTE, 'A line of text.\n\n'), name);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('10,485,760');
    expect(await answers()).toBe(200);
  });
});
