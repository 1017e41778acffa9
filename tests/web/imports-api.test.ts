/** Imports over the API: receipt, choice, conflicts, undoing, history. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from '../../server/core/text/content.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { formWithFile, get, post } from './client.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const TEXT = 'One fish.\n\nTwo fish.\n\nRed fish.\n\nBlue fish.\n';
const fa = tag('fa');

const rowSchema = z.object({
  change: z.string(),
  position: z.number().nullable(),
  version: z.number(),
  isTaken: z.boolean(),
});
const receiptSchema = z.object({
  id: z.string(),
  status: z.string(),
  quarantined: z.boolean(),
  tools: z.array(z.string()),
  receipt: z.object({ rows: z.array(rowSchema), reasons: z.array(z.object({ code: z.string() })) }),
});

async function ask(path: string, method = 'GET', body?: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${bench.address}/api${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Cookie: 'recto_name=Zahra' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function newDocument(): Promise<DocumentId> {
  return importSample(bench.usecases, { text: TEXT });
}

async function save(document: DocumentId, index: number, text: string): Promise<void> {
  const { segments } = await bench.usecases.store.listSegments(document, fa, {}, 0, 100);
  const result = await bench.usecases.store.saveTarget({
    segment: segments[index]!.key,
    language: fa,
    base: segments[index]!.current?.version ?? 0,
    target: [text],
    state: 'translated',
    subState: null,
    author: 'مریم',
    at: 0,
    origin: { kind: 'typed' },
  });
  expect(result.kind).toBe('saved');
}

async function targets(document: DocumentId): Promise<readonly (string | null)[]> {
  const kept = await bench.usecases.store.readDocument(document, fa);
  return kept!.units.flatMap((unit) =>
    unit.parts.map((part) => (part.target === null ? null : textOf(part.target))),
  );
}

async function exported(document: DocumentId, version = '2.1'): Promise<string> {
  return (await get(bench, `/documents/${document}/fa/xliff?version=${version}&anyway`)).text;
}

/** Translates the unit whose source begins so. */
function translate(file: string, source: string, target: string): string {
  const done = file.replace(
    new RegExp(
      `(<source[^>]*>${source}[^<]*</source>)(?:\\s*<target[^<]*(?:/>|</target>|>[^<]*</target>))?`,
      'u',
    ),
    `$1<target>${target}</target>`,
  );
  expect(done).not.toBe(file);
  return done;
}

async function send(document: DocumentId, text: string): Promise<z.infer<typeof receiptSchema>> {
  const answer = await post(
    bench,
    `/api/documents/${document}/fa/imports`,
    formWithFile({}, { name: 'back.xlf', text }),
    { 'Sec-Fetch-Site': 'same-origin', Cookie: 'recto_name=Zahra' },
  );
  expect(answer.status, answer.text).toBe(201);
  return receiptSchema.parse(JSON.parse(answer.text));
}

describe('an import over the API', () => {
  it('shows its receipt, applies what is suggested, and is undone as a whole', async () => {
    const document = await newDocument();
    await save(document, 0, 'یک ماهی.');
    const sent = await exported(document);
    let file = translate(sent, 'One fish', 'ماهی نخست.');
    file = translate(file, 'Two fish', 'دو ماهی.');
    const { id, receipt, quarantined } = await send(document, file);
    expect(quarantined).toBe(false);
    expect(receipt.rows.map((row) => [row.change, row.isTaken])).toEqual([
      ['changed', true],
      ['added', true],
      ['kept', false],
      ['kept', false],
    ]);
    expect(await targets(document)).toEqual(['یک ماهی.', null, null, null]);
    const path = `/documents/${document}/fa/imports`;
    expect(await ask(`${path}/${id}/apply`, 'POST')).toMatchObject({
      status: 200,
      body: { status: 'applied', counts: { saved: 2, conflicts: 0 } },
    });
    expect(await targets(document)).toEqual(['ماهی نخست.', 'دو ماهی.', null, null]);
    expect((await ask(path)).body).toMatchObject({ imports: [{ id, author: 'Zahra', file: 'back.xlf' }] });
    expect(await ask(`${path}/${id}/undo`, 'POST')).toMatchObject({
      status: 200,
      body: { status: 'undone', undone: 2, newer: [] },
    });
    expect(await targets(document)).toEqual(['یک ماهی.', null, null, null]);
    const { segments } = await bench.usecases.store.listSegments(document, fa, {}, 0, 100);
    expect(segments[0]!.current).toMatchObject({
      version: 3,
      origin: { kind: 'reverted', to: 1 },
      author: 'Zahra',
    });
    expect(await exported(document)).toBe(sent);
    // A second time undoes nothing more.
    expect(await ask(`${path}/${id}/undo`, 'POST')).toMatchObject({ status: 200, body: { undone: 2 } });
    expect(await targets(document)).toEqual(['یک ماهی.', null, null, null]);
  });

  it('leaves what somebody wrote on top of it when it is undone, and says so', async () => {
    const document = await newDocument();
    let file = await exported(document);
    file = translate(file, 'One fish', 'یک.');
    file = translate(file, 'Two fish', 'دو.');
    const { id } = await send(document, file);
    const path = `/documents/${document}/fa/imports/${id}`;
    await ask(`${path}/apply`, 'POST');
    await save(document, 1, 'دو تا.');
    expect((await ask(`${path}/undo`, 'POST')).body).toMatchObject({ undone: 1, newer: [2] });
    expect(await targets(document)).toEqual([null, 'دو تا.', null, null]);
  });

  it('takes the rows that are named, and no other', async () => {
    const document = await newDocument();
    let file = await exported(document);
    file = translate(file, 'One fish', 'یک.');
    file = translate(file, 'Two fish', 'دو.');
    const { id, receipt } = await send(document, file);
    const rows = [{ position: receipt.rows[1]!.position, version: 0 }];
    const answer = await ask(`/documents/${document}/fa/imports/${id}/apply`, 'POST', { rows });
    expect(answer.body).toMatchObject({ counts: { saved: 1 } });
    expect(await targets(document)).toEqual([null, 'دو.', null, null]);
  });

  it('knows what was sent: work on both sides is a conflict, work on ours is newer', async () => {
    const document = await newDocument();
    await save(document, 0, 'یک.');
    await save(document, 1, 'دو.');
    await save(document, 2, 'سرخ.');
    const file = translate(await exported(document), 'One fish', 'یکی.');
    await save(document, 0, 'یک ماهی.');
    await save(document, 1, 'دو ماهی.');
    const { id, receipt } = await send(document, file);
    expect(receipt.rows.map((row) => [row.change, row.isTaken])).toEqual([
      ['conflict', false],
      ['older', false],
      ['kept', false],
      ['kept', false],
    ]);
    const path = `/documents/${document}/fa/imports/${id}/apply`;
    // Decided on the version that was shown.
    expect((await ask(path, 'POST', { rows: [{ position: 1, version: 2 }] })).body).toMatchObject({
      counts: { saved: 1, conflicts: 0 },
    });
    expect(await targets(document)).toEqual(['یکی.', 'دو ماهی.', 'سرخ.', null]);
  });

  it('does not save over a version that the person has not seen', async () => {
    const document = await newDocument();
    const { id } = await send(document, translate(await exported(document), 'One fish', 'یک.'));
    await save(document, 0, 'همکار.');
    const rows = [{ position: 1, version: 0 }];
    const answer = await ask(`/documents/${document}/fa/imports/${id}/apply`, 'POST', { rows });
    expect(answer.body).toMatchObject({ counts: { saved: 0, conflicts: 1 } });
    expect(await targets(document)).toEqual(['همکار.', null, null, null]);
  });

  it('that lost something is quarantined, and its good parts can still be taken', async () => {
    const document = await newDocument();
    const whole = translate(await exported(document), 'One fish', 'یک.');
    const less = whole
      .replace(/<unit id="u2".*?<\/unit>\s*/su, '')
      .replace(/<skeleton>.*<\/skeleton>\s*/su, '');
    const { id, quarantined, receipt } = await send(document, less);
    expect(quarantined).toBe(true);
    expect(receipt.reasons.map((reason) => reason.code).toSorted()).toEqual(['skeleton-lost', 'units-lost']);
    expect(receipt.rows.map((row) => [row.change, row.isTaken])).toEqual([
      ['added', false],
      ['lost', false],
      ['kept', false],
      ['kept', false],
    ]);
    const page = await get(bench, `/documents/${document}/fa/import/${id}`);
    expect(page.text).toContain('This file lost something');
    const applied = await post(bench, `/documents/${document}/fa/import/${id}`, { go: 'good' });
    expect((await get(bench, applied.location)).text).toContain('1 segment was saved');
    expect(await targets(document)).toEqual(['یک.', null, null, null]);
  });

  it('brings notes in, once, and takes them back', async () => {
    const document = await newDocument();
    const file = (await exported(document)).replace(
      /(<unit id="u1"[^>]*>)/u,
      '$1<notes><note>Is it a fish?</note></notes>',
    );
    const notes = async (): Promise<readonly string[]> => {
      const { segments } = await bench.usecases.store.listSegments(document, fa, {}, 0, 1);
      return (await bench.usecases.store.listNotes(segments[0]!.key)).map((note) => note.text);
    };
    const { id } = await send(document, file);
    const path = `/documents/${document}/fa/imports/${id}`;
    expect((await ask(`${path}/apply`, 'POST')).body).toMatchObject({ counts: { saved: 0, notes: 1 } });
    expect(await notes()).toEqual(['Is it a fish?']);
    const again = await send(document, file);
    await ask(`/documents/${document}/fa/imports/${again.id}/apply`, 'POST');
    expect(await notes()).toEqual(['Is it a fish?']);
    await ask(`${path}/undo`, 'POST');
    expect(await notes()).toEqual([]);
  });

  it.each([
    ['GET', '', 404],
    ['POST', '/apply', 404],
    ['POST', '/undo', 404],
  ])('that is not there or of another document is not found (%s %s)', async (method, what, status) => {
    const [mine, other] = [await newDocument(), await newDocument()];
    const { id } = await send(mine, translate(await exported(mine), 'One fish', 'یک.'));
    for (const path of [
      `/documents/${other}/fa/imports/${id}`,
      `/documents/${mine}/my/imports/${id}`,
      `/documents/${mine}/fa/imports/x`,
    ]) {
      expect((await ask(path + what, method)).status).toBe(status);
    }
    expect((await ask(`/documents/${mine}/fa/imports/${id}/undo`, 'POST')).status).toBe(404);
    expect(await targets(mine)).toEqual([null, null, null, null]);
  });
});

describe('the page of a receipt', () => {
  it('keeps choices from page to page, and shows a big file in pages', async () => {
    const text = Array.from({ length: 120 }, (_, index) => `Sentence number ${index + 1}.`).join('\n\n');
    const document = await importSample(bench.usecases, { text });
    const file = (await exported(document)).replaceAll(
      /<source>([^<]*)<\/source>(?:\s*<target[^<]*(?:\/>|<\/target>))?/gu,
      '<source>$1</source><target>ت</target>',
    );
    const { id } = await send(document, file);
    const path = `/documents/${document}/fa/import/${id}`;
    const first = await get(bench, path);
    expect(first.text.match(/name="take"/gu)).toHaveLength(50);
    expect(first.text).toContain('120 segments are chosen');
    // Only the first stays ticked on the page that is sent.
    const shown = [...first.text.matchAll(/name="shown" value="([^"]*)"/gu)].map((match) => match[1]!);
    const form = new URLSearchParams([
      ...shown.map((value): [string, string] => ['shown', value]),
      ['take', shown[0]!],
      ['go', 'page=3'],
    ]);
    const moved = await post(bench, path, form);
    expect(moved.location).toBe(`${path}?page=3`);
    const third = await get(bench, moved.location);
    expect(third.text).toContain('71 segments are chosen');
    expect(third.text.match(/name="take"/gu)).toHaveLength(20);
    await post(bench, path, { go: 'apply' });
    expect((await targets(document)).filter((target) => target === 'ت')).toHaveLength(71);
  });

  it('lists the import on the document’s page, with a way to undo it', async () => {
    const document = await newDocument();
    const { id } = await send(document, translate(await exported(document), 'One fish', 'یک.'));
    const page = async (): Promise<string> => (await get(bench, `/documents/${document}`)).text;
    expect(await page()).not.toContain(id);
    await ask(`/documents/${document}/fa/imports/${id}/apply`, 'POST');
    expect(await page()).toContain(`action="/documents/${document}/fa/import/${id}/undo"`);
    await post(bench, `/documents/${document}/fa/import/${id}/undo`, {});
    expect(await page()).toContain('undone, 1 segment');
    expect(await page()).not.toContain(`${id}/undo`);
  });
});
