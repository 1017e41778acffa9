/** What keeps strangers out: headers, foreign sites, foreign hosts, hostile names, errors that tell nothing. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentId } from '../../server/store/ids.ts';
import { importSample, openWorkbench, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let bench: Workbench;
let document: DocumentId;

beforeAll(async () => {
  bench = await openWorkbench();
  document = await importSample(bench.usecases);
});

afterAll(() => bench.close());

describe('headers', () => {
  it.each(['/', '/projects/new', '/preferences', '/nothing-here'])('protect %s', async (path) => {
    const { headers } = await get(bench, path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('put an edition, which is a stranger’s text, into a sandbox', async () => {
    const { status, headers } = await get(bench, `/documents/${document}/editions/lamp.fa.html`);
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("default-src 'none'");
  });
});

describe('a change asked for by another site', () => {
  it.each<readonly [name: string, headers: Record<string, string>, status: number]>([
    ['Sec-Fetch-Site says cross-site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['Sec-Fetch-Site says same-site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['Origin is foreign', { Origin: 'https://evil.example' }, 403],
    ['Origin is another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['Origin is null', { Origin: 'null' }, 403],
    ['Referer is foreign', { Referer: 'https://evil.example/page' }, 403],
    ['Sec-Fetch-Site wins over a fitting Origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'OWN' }, 403],
    ['Origin is ours', { Origin: 'OWN' }, 303],
    ['the person typed it', { 'Sec-Fetch-Site': 'none' }, 303],
    ['no browser sent it', {}, 303],
  ])('%s', async (_name, headers, status) => {
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === 'OWN' ? bench.address : value]),
    );
    expect((await post(bench, '/preferences', { name: 'x' }, sent)).status).toBe(status);
  });

  it('deletes nothing', async () => {
    const answer = await post(bench, '/projects/1/delete', {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(await bench.usecases.store.listProjects()).toHaveLength(1);
  });
});

describe('the host asked for', () => {
  it.each([
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example:80', 421],
    ['localhost:3000', 200],
    ['LOCALHOST', 200],
    ['[::1]:3000', 200],
    ['127.0.0.1', 200],
  ])('%s gets %i', async (host, status) => {
    expect(await statusWithHost(host)).toBe(status);
  });

  function statusWithHost(host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(`${bench.address}/`, { headers: { Host: host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });
  }
});

describe('hostile names', () => {
  it('are text, and cannot disorder what stands around them', async () => {
    const name = '<script>alert(1)</script>"\'\u202Egnp.exe';
    await bench.usecases.store.createProject({
      name,
      sourceLanguage: (await bench.usecases.store.listProjects())[0]!.sourceLanguage,
      targetLanguages: [],
      author: '',
      licence: '',
      origin: '',
      workId: 'urn:uuid:00000000-0000-4000-8000-000000000000',
      createdAt: 0,
    });
    const { text } = await get(bench, '/');
    expect(text).not.toContain('<script>alert');
    const shown = [...text.matchAll(/\u202E/gu)].map(({ index }) => text.slice(0, index));
    expect(shown.length).toBeGreaterThan(0);
    for (const before of shown) {
      const isolated = before.lastIndexOf('<bdi>') > before.lastIndexOf('</bdi>');
      const marked = before.lastIndexOf('\u2068') > before.lastIndexOf('\u2069');
      expect(isolated || marked, before.slice(-60)).toBe(true);
    }
  });

  it('lose overrides and controls when they are typed', async () => {
    const answer = await post(bench, '/preferences', { name: ' A\u202Eb\u0000\nc\u2069 ' });
    expect(answer.headers.getSetCookie()[0]).toContain(`recto_name=${encodeURIComponent('Ab c')};`);
  });
});

describe('errors', () => {
  it.each(['/nothing', '/documents/999999', '/documents/0', '/documents/1e1', '/projects/x/settings'])(
    '%s is not found, in a page of ours',
    async (path) => {
      const { status, text } = await get(bench, path);
      expect(status).toBe(404);
      expect(text).toContain('Nothing is here');
    },
  );

  it('a form that no page of ours sends is refused, not an accident', async () => {
    const answer = await post(bench, '/preferences', { language: 'xx' });
    expect(answer.status).toBe(400);
  });

  it('a crash shows an id that is in the log, nothing else, and other requests go on', async () => {
    const broken = await openWorkbench();
    await broken.usecases.store.close();
    const { status, text } = await get(broken, '/');
    expect(status).toBe(500);
    expect(text).not.toMatch(/at .*\.(ts|js):\d+|node_modules|Error:/);
    const failure = broken.log.find((line) => line.message === 'request failed');
    expect(text).toContain(String(failure?.fields['id']));
    expect(failure?.fields['error']).toBeInstanceOf(Error);
    expect((await get(broken, '/preferences')).status).toBe(200);
    await broken.close();
  });
});
