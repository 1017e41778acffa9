/** Machine translation by a real server over HTTP: off until it is set up, bounded, told what went wrong, never of locked text. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DocumentId } from '../../server/store/ids.ts';
import type { Project } from '../../server/store/project.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import { openMachineServer, type MachineServer } from '../support/machine-server.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let bench: Workbench;
let machine: MachineServer;
let document: DocumentId;
let segments: readonly StoredSegment[];

beforeAll(async () => {
  bench = await openWorkbench();
  machine = await openMachineServer();
  document = await importSample(bench.usecases);
  ({ segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100));
});
afterAll(async () => {
  await bench.close();
  await machine.close();
});

const page = '/projects/1/machine';
const libre = (): Record<string, string> => ({
  provider: 'libre-translate',
  url: machine.address,
  price: '۲۰٫۵',
});
const chat = (): Record<string, string> => ({
  provider: 'openai-chat',
  url: `${machine.address}/v1/`,
  model: 'small',
  key: 'sk-secret',
  context: 'yes',
});

const offerShape = z.object({
  target: z.array(z.union([z.string(), z.object({ code: z.string(), id: z.string() })])).optional(),
  origin: z.object({ kind: z.string(), provider: z.string(), model: z.string() }).optional(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
});
type Offer = z.infer<typeof offerShape>;

async function offer(segment = segments[1]!, language = 'fa'): Promise<{ status: number; body: Offer }> {
  const url = `${bench.address}/api/segments/${segment.key}/${language}/machine`;
  const response = await fetch(url, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } });
  return { status: response.status, body: offerShape.parse(await response.json()) };
}

const codesOf = (body: Offer): readonly string[] => (body.problems ?? []).map(({ code }) => code);

describe('machine translation', () => {
  it('sends nothing before it is set up', async () => {
    const { status, body } = await offer();
    expect(status).toBe(422);
    expect(codesOf(body)).toEqual(['machine-off']);
    expect((await get(bench, page)).text).toContain('Off: nothing of this project');
    expect(machine.asked).toEqual([]);
  });

  it.each([
    ['no address', { url: 'translate.example' }, 'is no address'],
    ['a file', { url: 'file:///etc/passwd' }, 'is no address'],
    ['a password in it', { url: 'http://a:b@127.0.0.1/' }, 'is no address'],
    ['link-local', { url: 'http://169.254.169.254/v1' }, 'is a link-local address'],
    ['no model', { provider: 'openai-chat', url: 'http://127.0.0.1:1/v1' }, 'model is missing'],
  ])('refuses %s', async (_name, fields, said) => {
    const answer = await post(bench, page, { ...libre(), ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    expect(await bench.usecases.store.findMachineSettings((await project()).id)).toBeNull();
  });

  it('never shows the key again, keeps it for its server, and forgets it with another', async () => {
    expect((await post(bench, page, chat())).status).toBe(303);
    expect((await get(bench, page)).text).not.toContain('sk-secret');
    machine.next.push(() => ({ status: 401, body: '{"error":"Incorrect API key provided: sk-secret."}' }));
    expect((await offer()).body.problems?.[0]?.message).toMatch(/Incorrect API key provided: …\./u);
    await post(bench, page, { ...chat(), key: '' });
    expect((await bench.usecases.store.findMachineSettings((await project()).id))?.key).toBe('sk-secret');
    await post(bench, page, { ...chat(), key: '', url: 'http://127.0.0.1:9/v1' });
    expect((await bench.usecases.store.findMachineSettings((await project()).id))?.key).toBe('');
  });

  it('is switched off again', async () => {
    await post(bench, `${page}/off`, {});
    expect(await bench.usecases.store.findMachineSettings((await project()).id)).toBeNull();
  });
});

describe('LibreTranslate', () => {
  beforeEach(async () => {
    await post(bench, page, libre());
  });

  it('offers a translation that is marked as the machine’s, and saves nothing', async () => {
    const { status, body } = await offer();
    expect(status).toBe(200);
    expect(body.origin).toEqual({ kind: 'machine', provider: 'libre-translate', model: '' });
    expect(body.target?.filter((part) => typeof part === 'string').join('')).toMatch(/^THE LAMP STILL/);
    expect(body.target?.filter((part) => typeof part !== 'string').map(({ code }) => code)).toEqual([
      'open',
      'close',
    ]);
    expect((await bench.usecases.store.findSegment(segments[1]!.key, tag('fa')))?.current).toBeNull();
    expect(machine.asked.at(-1)).toMatchObject({ source: 'en', target: 'fa', format: 'html' });
  });

  it('asks again when the server is busy', async () => {
    const busy = (): { status: number; body: string; headers: object } => ({
      status: 429,
      body: '{"error":"Slow down"}',
      headers: { 'retry-after': '0' },
    });
    machine.next.push(busy, busy);
    expect((await offer()).status).toBe(200);
    machine.next.push(busy, busy, busy);
    const { status, body } = await offer();
    expect(status).toBe(422);
    expect(body.problems?.[0]?.message).toContain('Slow down');
  });

  it.each([
    ['a page', { status: 200, body: '<html>' }, 'machine-answer'],
    ['something else', { status: 200, body: '{"translatedText":"x"}' }, 'machine-answer'],
    ['nothing', { status: 200, body: '{"translatedText":[" "]}' }, 'machine-answer'],
    ['a refusal', { status: 403, body: '{"error":"Invalid API key"}' }, 'machine-refused'],
    [
      'another address',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } },
      'machine-refused',
    ],
    [
      'far too much',
      { status: 200, body: `{"translatedText":["${'x'.repeat(9_000)}"]}` },
      'machine-answer-long',
    ],
    ['what no file holds', { status: 200, body: '{"translatedText":["a\\u0000b"]}' }, 'text-nul'],
    ['without end', { status: 200, body: `"${'x'.repeat(5_000_000)}"` }, 'machine-answer'],
  ])('says what it was that answered with %s', async (name, planned, code) => {
    machine.next.push(() => planned);
    const { status, body } = await offer();
    expect([name, status, codesOf(body)]).toEqual([name, 422, [code]]);
  });

  it('says which language the server does not know', async () => {
    const { body } = await offer(segments[1], 'my');
    expect(codesOf(body)).toEqual(['machine-language']);
  });

  it('says that nobody answers', async () => {
    await post(bench, page, { ...libre(), url: 'http://127.0.0.1:1' });
    expect(codesOf((await offer()).body)).toEqual(['machine-unreachable']);
  });
});

describe('a chat model', () => {
  beforeEach(async () => {
    await post(bench, page, chat());
  });

  it('is given the key, the neighbours and the text, and its thoughts are left out', async () => {
    const { body } = await offer();
    expect(JSON.stringify(body)).not.toContain('think');
    expect(machine.headers.at(-1)).toMatchObject({ authorization: 'Bearer sk-secret' });
    const asked = JSON.stringify(machine.asked.at(-1));
    expect(asked).toContain('previous');
    expect(asked).toContain('Persian');
  });

  it('is told the terms that the sentence has', async () => {
    const { terms } = bench.usecases.store;
    const termbase = (await terms.createTermbase('Lamps', 0))!;
    const rest = { status: 'preferred', partOfSpeech: null, gender: null } as const;
    const term = (language: string, text: string) => ({
      ...{ language: tag(language), text, ...rest, note: '', source: '', context: '' },
    });
    const concept = { id: 'c', domain: '', definition: '', note: '', image: '', isName: false };
    const both = [term('en', 'lamp'), term('fa', 'چراغ')];
    await terms.saveConcepts(termbase, [{ ...concept, terms: both }], '', 0);
    await terms.setProjectTermbases((await project()).id, [{ termbase, writable: false }]);
    await offer();
    expect(JSON.stringify(machine.asked.at(-1))).toContain('چراغ');
  });

  it('is not believed where it was cut off', async () => {
    machine.next.push(() => ({
      status: 200,
      body: '{"choices":[{"message":{"content":"half of a"},"finish_reason":"length"}]}',
    }));
    expect(codesOf((await offer()).body)).toEqual(['machine-answer']);
  });

  it('is tried with a word that is of no text', async () => {
    const answer = await post(bench, `${page}/try`, {});
    expect(answer.text).toContain('ENGLISH');
  });
});

describe('filling a document', () => {
  const at = (): string => `/documents/${document}/fa/machine`;

  it('says where texts go and what that costs before anything is sent', async () => {
    await post(bench, `${page}/off`, {});
    expect((await get(bench, at())).text).toContain('Off: nothing of this project');
    expect((await post(bench, at(), { minimum: '75', limit: '9' })).status).toBe(422);
    await post(bench, page, libre());
    const before = machine.asked.length;
    const { text } = await get(bench, `${at()}?minimum=95`, { cookie: 'recto_language=fa' });
    expect(text).toContain(new URL(machine.address).host);
    expect(text).toContain('<option value="95" selected>');
    expect(text).toMatch(/name="limit" value="\d+"/);
    expect(text).toContain('<dd>۰٫۰۰۳</dd>');
    expect(machine.asked).toHaveLength(before);
  });

  it('goes on in the background, ends with what was not filled, and is undone', async () => {
    machine.next.push(() => ({ status: 200, body: '[]' }));
    machine.next.push(() => ({ status: 400, body: '{"error":"no such word"}' }));
    const { location } = await post(bench, at(), { minimum: '95', limit: '100000' });
    expect(location).toContain('/pretranslation/');
    const result = async () => (await get(bench, location)).location;
    await expect.poll(result).toContain('/import/');
    const { text } = await get(bench, await result());
    expect(text).toContain('no such word');
    expect(text).toMatch(/href="\/documents\/\d+\/fa\?segment=\d+">Segment/);
    const filled = (await bench.usecases.store.findSegment(segments[2]!.key, tag('fa')))?.current;
    expect(filled).toMatchObject({ state: 'initial', origin: { kind: 'machine' } });
    await post(bench, `${await result()}/undo`, {});
    const undone = (await bench.usecases.store.findSegment(segments[2]!.key, tag('fa')))?.current;
    expect(undone?.target).toEqual([]);
  });
});

async function project(): Promise<Project> {
  return (await bench.usecases.store.listProjects())[0]!;
}
