import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { codesOf, textOf, type Content } from '../../server/core/text/content.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';

const fa = tag('fa');
let workbench: Workbench;
let id: DocumentId;
let segments: readonly StoredSegment[];

beforeAll(async () => {
  workbench = await openWorkbench();
  id = await importSample(workbench.usecases);
  segments = (await workbench.usecases.store.listSegments(id, fa, {}, 0, 100)).segments;
});

afterAll(async () => {
  await workbench.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function ask(path: string, method = 'GET', body?: unknown, cookie = ''): Promise<Answer> {
  const response = await fetch(`${workbench.address}/api${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: json };
}

/** A segment without codes that no other test writes to. */
let taken = 1;
function fresh(): StoredSegment {
  taken += 1;
  return segments.filter((each) => codesOf(each.source).length === 0)[taken]!;
}

const withCodes = (): StoredSegment => segments.find((each) => codesOf(each.source).length > 0)!;

function save(
  segment: StoredSegment,
  base: number,
  target: readonly unknown[],
  changes: object = {},
  cookie = '',
): Promise<Answer> {
  const body = { base, target, state: 'initial', ...changes };
  return ask(`/segments/${segment.key}/fa`, 'PUT', body, cookie);
}

describe('reading', () => {
  test('pages go by position, and are never cached', async () => {
    const first = await ask(`/documents/${id}/fa/segments?limit=3`);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.body).toMatchObject({
      segments: [{ position: 1 }, { position: 2 }, { position: 3 }],
      next: 3,
    });
    const second = await ask(`/documents/${id}/fa/segments?limit=500&after=3`);
    expect(second.body).toMatchObject({ next: null });
    expect(second.body).toMatchObject({ segments: segments.slice(3).map(({ position }) => ({ position })) });
  });

  test('a segment comes with its paragraph', async () => {
    const last = segments.findLast((each) => each.unitIndex === segments[1]!.unitIndex)!;
    const { body } = await ask(`/segments/${last.key}/fa`);
    expect(body).toMatchObject({ position: last.position, unit: [{ position: 2 }, { position: 3 }] });
  });

  test('the filter finds text in the source, and counts it', async () => {
    const { body } = await ask(`/documents/${id}/fa/segments?text=LAMP`);
    expect(body).toMatchObject({ segments: [{ position: 1 }, { position: 2 }] });
    expect((await ask(`/documents/${id}/fa/count?text=LAMP`)).body).toEqual({ count: 2 });
    expect((await ask(`/documents/${id}/fa/count?state=final`)).body).toEqual({ count: 0 });
  });

  test.each([
    ['/documents/999/fa/segments', 404, 'not-found'],
    ['/documents/1/de/segments', 404, 'not-found'],
    ['/documents/1/de/progress', 404, 'not-found'],
    ['/documents/1/de/events', 404, 'not-found'],
    ['/documents/x/fa/segments', 400, 'request-invalid'],
    ['/documents/1/fa/segments?limit=501', 400, 'request-invalid'],
    ['/documents/1/fa/segments?after=-1', 400, 'request-invalid'],
    ['/documents/1/fa/segments?state=done', 400, 'request-invalid'],
    ['/segments/999999/fa', 404, 'not-found'],
    ['/segments/1/de', 404, 'not-found'],
    ['/segments/1/not%20a%20tag', 400, 'request-invalid'],
    ['/nothing', 404, 'not-found'],
  ])('%s is %i %s', async (path, status, error) => {
    const answer = await ask(path);
    expect([answer.status, answer.body]).toMatchObject([status, { error }]);
  });
});

describe('saving', () => {
  test('gives the version, by the person of the cookie, and the progress', async () => {
    const segment = fresh();
    const answer = await save(
      segment,
      0,
      ['می‌رفت\u200b'],
      { state: 'translated' },
      'recto_name=Zahra%20%D8%B2',
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      version: {
        version: 1,
        target: ['می‌رفت\u200b'],
        state: 'translated',
        author: 'Zahra ز',
        origin: { kind: 'typed' },
      },
      problems: [],
      progress: { byState: { translated: { segments: 1, words: segment.words } } },
    });
  });

  test('from an older version is refused, and theirs is given', async () => {
    const segment = fresh();
    await save(segment, 0, ['first'], {}, 'recto_name=Zahra');
    const answer = await save(segment, 0, ['second']);
    expect(answer).toMatchObject({
      status: 409,
      body: { error: 'conflict', current: { version: 1, target: ['first'], author: 'Zahra' } },
    });
    expect(await save(segment, 1, ['second'])).toMatchObject({
      status: 200,
      body: { version: { version: 2 } },
    });
  });

  test('twenty at once: one wins, all others are told', async () => {
    const segment = fresh();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => save(segment, 0, [`text ${index}`])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
  });

  test('codes are known by kind and id; whatever else is sent of them is dropped', async () => {
    const segment = withCodes();
    const [open, close] = codesOf(segment.source);
    const forged = {
      text: '<script>alert(1)</script>',
      equiv: 'x',
      href: 'javascript:alert(1)',
      canDelete: false,
    };
    const sent = [
      { code: 'open', id: open!.id, ...forged },
      'متن',
      { code: 'close', id: close!.id, ...forged },
    ];
    const { body } = await save(segment, 0, sent);
    const stored = await workbench.usecases.store.findSegment(segment.key, fa);
    expect(stored!.current!.target).toEqual([open, 'متن', close]);
    expect(JSON.stringify(body)).not.toContain('alert');
  });

  test.each<[string, (segment: StoredSegment) => readonly unknown[], string]>([
    ['a code that the source does not have', () => [{ code: 'standalone', id: 'evil' }], 'code-unknown'],
    ['a close before its open', ({ source }) => codesOf(source).toReversed(), 'code-unbalanced'],
    ['NUL', () => ['a\u0000b'], 'text-nul'],
    ['half of a pair of surrogates', () => ['a\ud83d'], 'text-surrogate'],
    [
      'two halves in two runs around a code',
      ({ source }) => ['\ud83d', codesOf(source)[0], '\ude00', codesOf(source)[1]],
      'text-surrogate',
    ],
    ['100 kB of Burmese', () => ['က'.repeat(34_000)], 'text-too-long'],
  ])('%s is refused with its problem, in the reader’s language', async (_name, target, code) => {
    const segment = withCodes();
    const before = await workbench.usecases.store.findSegment(segment.key, fa);
    const answer = await save(
      segment,
      before!.current?.version ?? 0,
      target(segment),
      {},
      'recto_language=fa',
    );
    expect(answer.status).toBe(422);
    const { problems } = z
      .object({ problems: z.array(z.object({ code: z.string(), message: z.string() })) })
      .parse(answer.body);
    const found = problems.find((each) => each.code === code);
    expect(found?.message).toMatch(/[\u0600-\u06ff]/u);
    expect(await workbench.usecases.store.findSegment(segment.key, fa)).toEqual(before);
  });

  test('a draft may lack codes, and is told so', async () => {
    const segment = withCodes();
    const current = await workbench.usecases.store.findSegment(segment.key, fa);
    const { status, body } = await save(segment, current!.current!.version, ['بی کد']);
    expect([status, body]).toMatchObject([
      200,
      { problems: [{ code: 'code-missing' }, { code: 'code-missing' }] },
    ]);
  });

  test.each<[string, unknown]>([
    ['no JSON', '{"base":'],
    ['a text for a content', { base: 0, target: 'text', state: 'initial' }],
    ['an unknown state', { base: 0, target: [], state: 'done' }],
    ['an origin that only imports have', { base: 0, target: [], state: 'initial', origin: 'imported' }],
    ['a negative base', { base: -1, target: [], state: 'initial' }],
    ['a nested content', { base: 0, target: [['x']], state: 'initial' }],
    ['too many parts', { base: 0, target: Array<string>(20_001).fill('x'), state: 'initial' }],
    ['a prototype', '{"base":0,"target":[{"__proto__":{"code":"open","id":"1"}}],"state":"initial"}'],
  ])('%s is 400', async (_name, body) => {
    expect(await ask(`/segments/${segments[0]!.key}/fa`, 'PUT', body)).toMatchObject({
      status: 400,
      body: { error: 'request-invalid' },
    });
  });

  test('a body beyond the limit is 413', async () => {
    const answer = await save(segments[0]!, 0, ['x'.repeat(1_100_000)]);
    expect(answer).toMatchObject({ status: 413, body: { error: 'too-large' } });
  });

  test('what another site’s page asks for is refused', async () => {
    const response = await fetch(`${workbench.address}/api/segments/${segments[0]!.key}/fa`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site' },
      body: JSON.stringify({ base: 0, target: ['x'], state: 'final' }),
    });
    expect(response.status).toBe(403);
    expect((await workbench.usecases.store.findSegment(segments[0]!.key, fa))!.current).toBeNull();
  });
});

describe('history, notes, next', () => {
  test('an earlier version comes back as a new one', async () => {
    const segment = fresh();
    await save(segment, 0, ['one'], { state: 'translated' });
    await save(segment, 1, ['two']);
    const answer = await ask(`/segments/${segment.key}/fa/revert`, 'POST', { base: 2, to: 1 });
    expect(answer.body).toMatchObject({
      version: { version: 3, target: ['one'], state: 'translated', origin: { kind: 'reverted', to: 1 } },
    });
    const { body } = await ask(`/segments/${segment.key}/fa/versions`);
    expect(body).toMatchObject({
      versions: [{ version: 3 }, { version: 2, target: ['two'] }, { version: 1 }],
    });
    expect((await ask(`/segments/${segment.key}/fa/revert`, 'POST', { base: 2, to: 2 })).status).toBe(409);
    expect((await ask(`/segments/${segment.key}/fa/revert`, 'POST', { base: 3, to: 9 })).status).toBe(404);
  });

  test('notes are written, listed in their language only, and taken away once', async () => {
    const { key } = segments[0]!;
    const added = await ask(
      `/segments/${key}/fa/notes`,
      'POST',
      { text: ' <b>چرا؟</b> ' },
      'recto_name=Zahra',
    );
    expect(added).toMatchObject({ status: 201, body: { note: { text: '<b>چرا؟</b>', author: 'Zahra' } } });
    expect((await ask(`/segments/${key}/my/notes`)).body).toEqual({ notes: [] });
    const { notes } = z
      .object({ notes: z.array(z.object({ id: z.number() })) })
      .parse((await ask(`/segments/${key}/fa/notes`)).body);
    expect(notes).toHaveLength(1);
    const path = `/notes/${notes[0]!.id}`;
    expect((await ask(`/segments/${segments[1]!.key}/fa${path}`, 'DELETE')).status).toBe(404);
    expect((await ask(`/segments/${key}/my${path}`, 'DELETE')).status).toBe(404);
    expect((await ask(`/segments/${key}/fa${path}`, 'DELETE')).status).toBe(204);
    expect((await ask(`/segments/${key}/fa${path}`, 'DELETE')).status).toBe(404);
    expect((await ask(`/segments/${key}/fa/notes`, 'POST', { text: '  ' })).status).toBe(400);
    expect((await ask(`/segments/${key}/fa/notes`, 'POST', { text: 'a\u0000' })).status).toBe(422);
  });

  test('next goes on after a position, and begins again', async () => {
    const { body } = await ask(`/documents/${id}/fa/next?after=0&states=initial`);
    expect(body).toMatchObject({ segment: { position: 1 } });
    expect((await ask(`/documents/${id}/fa/next?after=999&states=initial`)).body).toMatchObject({
      segment: { position: 1 },
    });
    expect((await ask(`/documents/${id}/fa/next?after=0&states=final`)).body).toEqual({ segment: null });
  });

  test('a colleague’s save is told to open pages of the same language only', async () => {
    const controller = new AbortController();
    const heard = async (language: string): Promise<string> => {
      const response = await fetch(`${workbench.address}/api/documents/${id}/${language}/events`, {
        signal: controller.signal,
      });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (!text.includes('event: change')) {
        const { value, done } = await reader.read();
        if (done) break;
        text += value;
      }
      return text;
    };
    const listening = heard('fa');
    const segment = segments[0]!;
    await new Promise((done) => setTimeout(done, 100));
    await ask(`/segments/${segment.key}/my`, 'PUT', { base: 0, target: ['မီး'], state: 'initial' });
    await save(segment, 0, ['چراغ'], {}, 'recto_name=Zahra');
    const data = /^data: (.*)$/mu.exec(await listening)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ segment: segment.key, version: 1, author: 'Zahra' });
    controller.abort();
  });
});

describe('the page without scripts', () => {
  test('shows what hostile people wrote as text', async () => {
    const segment = segments[1]!;
    const { current } = (await workbench.usecases.store.findSegment(segment.key, fa))!;
    const hostile: Content = ['</div><script>alert(1)</script>"\'><img src=x onerror=alert(1)> \u202e'];
    await save(segment, current?.version ?? 0, hostile);
    const response = await fetch(
      `${workbench.address}/documents/${id}/fa?text=%22%3E%3Cscript%3Ealert(2)&segment=2`,
    );
    const html = await response.text();
    const whole = await (await fetch(`${workbench.address}/documents/${id}/fa?segment=2`)).text();
    expect(html).not.toContain('<script>alert');
    expect(whole).not.toContain('<script>alert');
    expect(whole).not.toContain('<img src=x');
    expect(whole).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(textOf(hostile)).toContain('<script>');
  });

  test('has the rows around the segment that is asked for, and says what editing needs', async () => {
    const text = Array.from({ length: 300 }, (_, index) => `Line ${index + 1}.`).join('\n\n');
    const long = await importSample(workbench.usecases, { text });
    const html = await (await fetch(`${workbench.address}/documents/${long}/fa?segment=200`)).text();
    expect(html).toContain('id="segment-200"');
    expect(html).not.toContain('id="segment-100"');
    expect(html).toContain(`href="/documents/${long}/fa?segment=130"`);
    expect(html).toContain('<noscript>');
    expect(html).toMatch(/<div class="segment__target" lang="fa" dir="rtl">/u);
    expect(html).not.toContain('dir="auto" lang');
  });

  test.each(['/documents/999/fa', '/documents/1/de', '/documents/1/not%20a%20tag', '/documents/x/fa'])(
    '%s is not found',
    async (path) => {
      expect((await fetch(workbench.address + path)).status).toBe(404);
    },
  );
});
