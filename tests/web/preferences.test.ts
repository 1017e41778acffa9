/** Language and name: chosen, kept in cookies, obeyed; and a way back that leads nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench();
});

afterAll(() => bench.close());

describe('the language of a page', () => {
  it.each([
    ['fa', 'rtl', { 'Accept-Language': 'fa-IR,fa;q=0.9,en;q=0.5' }],
    ['my', 'ltr', { 'Accept-Language': 'de,my;q=0.7,en;q=0.3' }],
    ['en', 'ltr', { 'Accept-Language': 'de' }],
    ['my', 'ltr', { 'Accept-Language': 'fa', Cookie: 'a=b; recto_language=my' }],
    ['fa', 'rtl', { 'Accept-Language': 'fa', Cookie: 'recto_language=tlh' }],
  ])('is %s, %s', async (language, direction, headers) => {
    const { text } = await get(bench, '/', headers);
    expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
  });

  it('formats numbers in messages with its own digits', async () => {
    const { text } = await get(bench, '/projects/new', { Cookie: 'recto_language=fa' });
    expect(text).toContain('۱ مگابایت');
  });
});

describe('choosing', () => {
  it('sets cookies that scripts cannot read and other sites do not send', async () => {
    const answer = await post(bench, '/preferences', { language: 'fa', name: 'مریم', back: '/projects/new' });
    expect(answer.status).toBe(303);
    expect(answer.location).toBe('/projects/new');
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const { text } = await get(bench, '/', {
      Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
    });
    expect(text).toContain('<bdi>مریم</bdi>');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/.//evil.example',
    '\t//evil.example',
    'javascript:alert(1)',
    '',
  ])('goes to the first page instead of %j', async (back) => {
    const answer = await post(bench, '/preferences', { language: 'en', back });
    expect(answer.location).toBe('/');
  });

  it('ignores a cookie that is malformed', async () => {
    const { status } = await get(bench, '/', { Cookie: 'recto_name=%E0%A4%A; recto_language=fa' });
    expect(status).toBe(200);
  });
});
