/** A document filled by a machine, over real HTTP: what is sent, what is kept, what is listed, and how it ends. */
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codesOf } from '../../server/core/text/content.ts';
import type { Patience } from '../../server/machine/provider.ts';
import type { ActFailure } from '../../server/store/exchange.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { Project } from '../../server/store/project.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { progressOf, stopFilling } from '../../server/usecases/filling-act.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { machinePretranslate } from '../../server/usecases/machine-pretranslate.ts';
import { setMachineSettings } from '../../server/usecases/machine-settings.ts';
import { quoteMachine } from '../../server/usecases/quote-machine.ts';
import { undoImport } from '../../server/usecases/undo-import.ts';
import { openMachineServer, type MachineServer } from '../support/machine-server.ts';
import { allSegments } from '../support/store-samples.ts';
import { targetTexts, teach, typeTarget } from '../support/translating.ts';
import { pair } from '../support/tu-samples.ts';
import { importSample, openUsecases, tag } from '../support/workbench.ts';

const fa = tag('fa');
const PATIENCE: Patience = { tries: 2, longestWait: 1_000, timeout: 1_500 };
let deps: Dependencies;
let machine: MachineServer;
let document: DocumentId;

beforeEach(async () => {
  deps = await openUsecases();
  machine = await openMachineServer();
});
afterEach(async () => {
  await machine.close();
  await deps.store.close();
});

async function use(kind: 'libre' | 'chat', text: string, fileName = 'lamp.md'): Promise<void> {
  document = await importSample(deps, { fileName, text });
  await setUp(kind);
}

async function setUp(kind: 'libre' | 'chat', address = machine.address): Promise<void> {
  const problems = await setMachineSettings(deps, (await project()).id, {
    ...(kind === 'libre'
      ? { provider: 'libre-translate', url: address, model: '' }
      : { provider: 'openai-chat', url: `${address}/v1`, model: 'small' }),
    key: '',
    price: 20,
    // LibreTranslate has no use for it, so that it neither is sent nor costs.
    context: kind === 'libre',
  });
  expect(problems).toEqual([]);
}

async function project(): Promise<Project> {
  const stored = (await deps.store.findDocument(document))!;
  return (await deps.store.findProject(stored.project))!;
}

async function quote(minimum = 75) {
  const found = await quoteMachine(deps, {
    project: await project(),
    document: (await deps.store.findDocument(document))!,
    language: fa,
    minimum,
  });
  if (found.kind !== 'quoted') throw new Error(found.kind);
  return found;
}

async function begin(limit = 100_000, minimum = 75) {
  const input = {
    document,
    language: fa,
    minimum,
    limit,
    author: 'Omid',
    patience: PATIENCE,
  };
  const begun = await machinePretranslate(deps, input);
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  return begun;
}

async function fill(limit?: number): Promise<{ act: string; failures: readonly ActFailure[] }> {
  const { act, done } = await begin(limit);
  await done;
  const kept = (await deps.store.findImport(act))!;
  expect(kept.status).toBe('applied');
  return { act, failures: kept.details.failures ?? [] };
}

const segments = (): Promise<readonly StoredSegment[]> => allSegments(deps.store, document, fa);
const texts = (): Promise<readonly string[]> => targetTexts(deps, document, fa);
const save = (position: number, text: string, state: 'initial' | 'translated') =>
  typeTarget(deps, document, fa, { position, text, state });
const know = (source: string, target: string): Promise<unknown> =>
  teach(deps, document, [pair(source, target)]);
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Sentence about word${index}.`).join('\n\n');
const codes = (failures: readonly ActFailure[]): readonly (readonly [number, string])[] =>
  failures.map(({ position, code }) => [position, code]);

describe('filling by a machine', () => {
  it('sends what it was said to, once; marks it; keeps it out of memories until somebody confirms; is undone as one', async () => {
    await use(
      'libre',
      'The lamp *burned*.\n\nNobody came to the house.\n\nShe read it.\n\nShe read it.\n\nMine.\n',
    );
    await know('Nobody came to the house', 'کسی به خانه نیامد');
    await save(5, 'مال من', 'initial');
    const { segments: count, repeated, characters, cost, known } = await quote();
    expect([count, repeated, characters, known]).toEqual([3, 1, 16 + 12, 1]);
    expect(cost).toBeCloseTo((28 * 20) / 1_000_000);
    expect(machine.asked).toEqual([]);

    const { act, failures } = await fill(characters);
    expect(failures).toEqual([]);
    expect(await texts()).toEqual(['THE LAMP BURNED.', '–', 'SHE READ IT.', 'SHE READ IT.', 'مال من']);
    expect(JSON.stringify(machine.asked)).not.toMatch(/Nobody|Mine|read it.*read it/);
    const first = (await segments())[0]!.current!;
    expect(codesOf(first.target)).toHaveLength(2);
    expect(first).toMatchObject({
      state: 'initial',
      origin: { kind: 'machine', provider: 'libre-translate', import: act },
    });
    const kept = progressOf((await deps.store.findImport(act))!, deps.now());
    expect(kept).toMatchObject({ by: 'machine', status: 'done', total: 5, looked: 5, filled: 3, sent: 28 });

    const memory = async () => (await deps.store.memories.findMemoryNamed('The lamp'))!.tus;
    expect(await memory()).toBe(1);
    await save(3, 'آن را خواند.', 'translated');
    expect(await memory()).toBe(2);
    expect((await undoImport(deps, act, 'Omid')).kind).toBe('undone');
    expect(await texts()).toEqual(['', '–', 'آن را خواند.', expect.anything(), 'مال من']);
    expect((await texts())[3]).not.toContain('READ');
  });

  it('never sends what is locked or not to be translated', async () => {
    const xliff = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a" source-language="en" target-language="fa" datatype="plaintext"><body>
<trans-unit id="1" mq:locked="locked"><source>Secret one.</source></trans-unit>
<trans-unit id="2"><source>Open one.</source></trans-unit>
<trans-unit id="3" translate="no"><source>Secret two.</source></trans-unit>
<trans-unit id="4"><source>Call <mrk mtype="protected">Secret three</mrk> now.</source></trans-unit>
</body></file></xliff>`;
    const added = await importDocument(deps, {
      ...{ projectName: '', fileName: 'a.xlf', bytes: new TextEncoder().encode(xliff), author: '' },
      ...{ sourceLanguage: tag('en'), targetLanguages: [fa], granularity: 'sentence', switches: {} },
    });
    if (added.kind === 'refused') throw new Error(JSON.stringify(added.problems));
    ({ document } = added);
    await setUp('libre');
    expect((await quote()).segments).toBe(2);
    await fill();
    expect(machine.asked.length).toBeGreaterThan(0);
    expect(JSON.stringify(machine.asked)).not.toContain('Secret');
    expect((await texts()).slice(-1)).toEqual(['CALL Secret three NOW.']);
  });

  it('sends no more than was agreed to', async () => {
    await use('chat', paragraphs(5));
    const { failures } = await fill(50);
    expect(machine.asked).toHaveLength(2);
    expect(codes(failures)).toEqual([[0, 'machine-limit']]);
  });

  it('is not begun without a machine, nor twice', async () => {
    document = await importSample(deps, { text: paragraphs(2) });
    const input = { document, language: fa, minimum: 75, limit: 9, author: '' };
    expect(await machinePretranslate(deps, input)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'machine-off' }],
    });
    await setUp('chat');
    machine.next.push(() => ({ status: 200, body: '{}', delay: 300 }));
    const { act, done } = await begin();
    expect(await machinePretranslate(deps, input)).toEqual({ kind: 'running', act });
    await done;
  });
});

describe('a server that', () => {
  const answer = (content: string) => (): { status: number; body: string } => ({
    status: 200,
    body: JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }),
  });

  it('is busy for a moment is asked again; one that wants to be left alone for long is left alone', async () => {
    await use('chat', paragraphs(2));
    machine.next.push(
      () => ({ status: 429, body: '{}', headers: { 'retry-after': '0' } }),
      () => null,
      () => ({ status: 503, body: '{}', headers: { 'retry-after': new Date().toUTCString() } }),
    );
    expect((await fill()).failures).toEqual([]);
    expect(await texts()).toEqual(['SENTENCE ABOUT WORD0.', 'SENTENCE ABOUT WORD1.']);
    await use('chat', paragraphs(3));
    const before = machine.asked.length;
    machine.next.push(() => ({ status: 429, body: '{}', headers: { 'retry-after': '3600' } }));
    expect(codes((await fill()).failures)).toEqual([[0, 'machine-refused']]);
    expect(machine.asked.length - before).toBe(1);
  });

  it('answers one text with rubbish costs that text alone, which is listed', async () => {
    await use('chat', `${paragraphs(2)}\n\nThe *old* lamp.\n\nShort.\n\nThe end.\n`);
    machine.next.push(
      () => ({ status: 200, body: '<html>' }),
      () => null,
      answer('no codes at all'),
      answer('x'.repeat(10_000)),
      answer('a\u0001b'),
    );
    expect(codes((await fill()).failures)).toEqual([
      [1, 'machine-answer'],
      [3, 'machine-codes-broken'],
      [4, 'machine-answer-long'],
      [5, 'xml-character-illegal'],
    ]);
    expect(await texts()).toEqual(['–', 'SENTENCE ABOUT WORD1.', '–', '–', '–']);
  });

  it('fails at a whole batch is asked text by text', async () => {
    await use('libre', paragraphs(3));
    machine.next.push(
      () => ({ status: 200, body: '[]' }),
      () => null,
      () => ({ status: 400, body: '{"error":"no"}' }),
    );
    expect(codes((await fill()).failures)).toEqual([[2, 'machine-refused']]);
    expect(await texts()).toEqual(['SENTENCE ABOUT WORD0.', '–', 'SENTENCE ABOUT WORD2.']);
  });

  it.each([
    ['speaks rubbish all the time', { status: 200, body: '{"x":1}' }, 'machine-answer', 3],
    [
      'fails all the time',
      { status: 500, body: '{}', headers: { 'retry-after': '0' } },
      'machine-refused',
      6,
    ],
    ['answers without end', { status: 200, body: `"${'x'.repeat(5_000_000)}"` }, 'machine-answer', 3],
    ['is too slow', { status: 200, body: '{}', delay: 20_000 }, 'machine-timeout', 3],
    ['refuses the key', { status: 401, body: '{}' }, 'machine-refused', 1],
  ])('%s is given up, and nothing is kept', async (_name, planned, code, requests) => {
    await use('chat', paragraphs(8));
    for (let time = 0; time < 20; time += 1) machine.next.push(() => planned);
    const { failures } = await fill();
    expect(codes(failures).at(-1)).toEqual([0, code]);
    expect(machine.asked).toHaveLength(requests);
    expect(new Set(await texts())).toEqual(new Set(['–']));
  });

  it('sends elsewhere is not followed', async () => {
    let followed = 0;
    const other = createServer((_req, res) => {
      followed += 1;
      res.end('{}');
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = z.object({ port: z.number() }).parse(other.address());
    await use('chat', paragraphs(3));
    const headers = { location: `http://127.0.0.1:${port}/v1/chat/completions` };
    for (let time = 0; time < 9; time += 1) machine.next.push(() => ({ status: 307, body: '', headers }));
    expect(codes((await fill()).failures)).toEqual([[0, 'machine-refused']]);
    expect(followed).toBe(0);
    other.close();
  });
});

describe('in the midst', () => {
  async function heldAtThird() {
    await use('chat', paragraphs(6));
    machine.next.push(
      () => null,
      () => null,
      () => ({ status: 200, body: '{}', delay: 100_000 }),
    );
    // Only a stop can end this in time.
    const begun = await machinePretranslate(deps, {
      ...{ document, language: fa, minimum: 75, limit: 100_000, author: '' },
      patience: { ...PATIENCE, timeout: 100_000 },
    });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    await expect.poll(() => machine.asked.length).toBe(3);
    return begun;
  }

  it('it is stopped: the request is let go, what came stays, what somebody wrote too', async () => {
    const { act, done } = await heldAtThird();
    await save(6, 'از من', 'translated');
    expect(await stopFilling(deps, act, 'Zahra')).toBe(true);
    await done;
    const expected = ['SENTENCE ABOUT WORD0.', 'SENTENCE ABOUT WORD1.', '–', '–', '–', 'از من'];
    expect(await texts()).toEqual(expected);
    const kept = (await deps.store.findImport(act))!;
    expect(progressOf(kept, deps.now())).toMatchObject({ status: 'done', filled: 2, failed: 0 });
  });

  it('it is undone: nothing of the machine is left', async () => {
    const { act, done } = await heldAtThird();
    await undoImport(deps, act, 'Zahra');
    await done;
    expect((await texts()).join('')).not.toContain('SENTENCE');
  });

  it('somebody writes what is being translated: theirs stays', async () => {
    await use('chat', paragraphs(1));
    machine.next.push(() => ({
      status: 200,
      body: '{"choices":[{"message":{"content":"late"}}]}',
      delay: 1_000,
    }));
    const { done } = await begin();
    await expect.poll(() => machine.asked.length).toBe(1);
    await save(1, 'از من', 'translated');
    await done;
    expect(await texts()).toEqual(['از من']);
  });
});
