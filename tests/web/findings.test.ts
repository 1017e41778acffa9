/**
 * Findings of a translation: on their page, through the API while somebody types, ignored, switched off, and mended
 * all at once, which is undone as one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flatText } from '../../server/core/qa/check.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import { checkDocument } from '../../server/usecases/check-document.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

const fa = tag('fa');
const answer = z.object({
  findings: z.array(
    z.object({
      check: z.string(),
      key: z.string(),
      message: z.string(),
      target: z.object({ start: z.number(), end: z.number() }).nullable(),
      fix: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })).nullable(),
    }),
  ),
});

let bench: Workbench;
let document: DocumentId;
let segments: readonly StoredSegment[];
let page: string;

beforeAll(async () => {
  bench = await openWorkbench();
  document = await importSample(bench.usecases);
  segments = (await bench.usecases.store.listSegments(document, fa, {}, 0, 100)).segments;
  page = `/documents/${document}/fa/findings`;
  for (const [index, text] of ['دو  فاصله', 'باز  دو  فاصله', 'درست'].entries()) await write(index, 0, text);
});
afterAll(() => bench.close());

async function write(index: number, base: number, text: string): Promise<void> {
  await bench.usecases.store.saveTarget({
    segment: segments[index]!.key,
    language: fa,
    base,
    target: [text],
    state: 'translated',
    subState: null,
    author: 'Zahra',
    at: 1,
    origin: { kind: 'typed' },
  });
}

async function textOf(index: number): Promise<string> {
  const found = await bench.usecases.store.findSegment(segments[index]!.key, fa);
  return flatText(found?.current?.target ?? []);
}

async function findingsOf(index: number, target?: string): Promise<z.output<typeof answer>['findings']> {
  const response = await fetch(`${bench.address}/api/segments/${segments[index]!.key}/fa/findings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en' },
    body: JSON.stringify(target === undefined ? {} : { target: [target] }),
  });
  expect(response.status).toBe(200);
  return answer.parse(await response.json()).findings;
}

async function spacesIn(index: number): Promise<number> {
  const checked = await checkDocument(bench.usecases, document, fa);
  const found = checked!.found.find(({ segment }) => segment.key === segments[index]!.key);
  return (found?.findings ?? []).filter(({ check }) => check === 'double-space').length;
}

describe('the API', () => {
  it('checks a text that is being typed, and keeps nothing of it', async () => {
    const found = (await findingsOf(2, 'سه   فاصله')).find(({ check }) => check === 'double-space');
    expect(found).toMatchObject({
      target: { start: 2, end: 5 },
      fix: [{ start: 2, end: 5, text: ' ' }],
      message: 'There is more than one space here.',
    });
    expect(await textOf(2)).toBe('درست');
    expect((await findingsOf(0)).map(({ check }) => check)).toContain('double-space');
  });

  it('knows no segment that is not there', async () => {
    const response = await fetch(`${bench.address}/api/segments/999999/fa/findings`, { method: 'POST' });
    expect(response.status).toBe(404);
  });
});

describe('the export', () => {
  const exported = async (profile: string, extras: string): Promise<string> => {
    const answer = await get(bench, `/documents/${document}/fa/xliff?profile=${profile}&anyway&${extras}`);
    expect(answer.status).toBe(200);
    return answer.text;
  };

  it('has findings as quality issues where the profile can carry them, else as notes', async () => {
    const isIssue = /locQualityIssueComment="[^"]*\[double-space\]"/u;
    const isNote = /<note[^>]*>[^<]*\[double-space\]</u;
    for (const profile of ['xliff-2.1', 'xliff-2.2']) {
      const text = await exported(profile, 'with=issues');
      expect([isIssue.test(text), isNote.test(text)], profile).toEqual([true, false]);
    }
    for (const [profile, extras] of [
      ['xliff-2.1', 'with=findings'],
      ['xliff-2.0', 'with=issues'],
      ['cat', 'with=findings&with=issues'],
    ] as const) {
      const text = await exported(profile, extras);
      expect([isIssue.test(text), isNote.test(text)], profile).toEqual([false, true]);
    }
    expect(await exported('xliff-2.1', '')).not.toContain('[double-space]');
  });

  it.each(['en', 'fa', 'my'])(
    'is asked for with a form that says what that is for (%s)',
    async (language) => {
      const { text } = await get(bench, `/documents/${document}`, { 'Accept-Language': language });
      expect(text).toMatch(/name="with" value="issues" aria-describedby="issues-fa"/u);
      const hint = /id="issues-fa">([^<]+)</u.exec(text)![1]!;
      expect(hint).toContain('ITS');
      expect(hint.length).toBeGreaterThan(40);
      const able = [...text.matchAll(/<option value="([^"]+)" data-issues/gu)].map(([, id]) => id);
      expect([...new Set(able)]).toEqual(['xliff-2.1', 'xliff-2.2']);
    },
  );
});

describe('the page', () => {
  it('shows findings by check with links to their segments', async () => {
    const { status, text } = await get(bench, page, { 'Accept-Language': 'en' });
    expect(status).toBe(200);
    expect(text).toContain('id="check-double-space"');
    expect(text).toContain(`href="/documents/${document}/fa?segment=1"`);
  });

  it('ignores a finding with a reason, until it is shown again', async () => {
    const finding = (await findingsOf(0)).find(({ check }) => check === 'double-space')!.key;
    const segment = String(segments[0]!.key);
    await post(bench, `${page}/ignore`, { segment, finding, reason: 'a poem' });
    expect([await spacesIn(0), await spacesIn(1)]).toEqual([0, 2]);
    expect((await findingsOf(0)).map(({ key }) => key)).not.toContain(finding);
    expect((await get(bench, page)).text).toContain('a poem');
    await post(bench, `${page}/restore`, { segment, finding });
    expect(await spacesIn(0)).toBe(1);
  });

  it('switches a check off for the project, and on', async () => {
    await post(bench, `${page}/switch`, { check: 'double-space', to: 'off', reason: 'house style' });
    expect(await spacesIn(1)).toBe(0);
    expect((await get(bench, page)).text).toContain('house style');
    await post(bench, `${page}/switch`, { check: 'double-space', to: 'on' });
    expect(await spacesIn(1)).toBe(2);
    expect((await post(bench, `${page}/switch`, { check: 'nonsense', to: 'off' })).status).toBe(404);
  });

  it('keeps what the project decides for its texts', async () => {
    await post(bench, `${page}/settings`, { digits: 'native', ezafe: 'yeh' });
    const { project } = (await bench.usecases.store.findDocument(document))!;
    expect((await bench.usecases.store.findCheckRules(project)).settings).toEqual({
      digits: 'native',
      ezafe: 'yeh',
    });
    expect((await findingsOf(2, 'سال 12')).map(({ check }) => check)).toContain('digit-system');
    await post(bench, `${page}/settings`, { digits: '', ezafe: '' });
  });

  it('mends what was shown and is still so, as one act that is undone', async () => {
    const shown = [0, 1].map((index) => `${segments[index]!.key}:1`).join(',');
    await write(0, 1, 'کسی  دیگر  نوشت');
    const { location, status } = await post(bench, `${page}/fix`, { check: 'double-space', shown });
    expect(status).toBe(303);
    expect([await textOf(0), await textOf(1)]).toEqual(['کسی  دیگر  نوشت', 'باز دو فاصله']);
    const [newest] = await bench.usecases.store.listVersions(segments[1]!.key, fa);
    expect(newest).toMatchObject({ version: 2, state: 'translated' });
    // Each reader has the act and its versions in their own language.
    for (const [language, title] of [
      ['en', 'Double space'],
      ['fa', 'فاصلهٔ دوتایی'],
    ] as const) {
      const reader = { cookie: `recto_language=${language}` };
      expect((await get(bench, `/documents/${document}`, reader)).text).toContain(title);
      expect((await get(bench, location, reader)).text).toContain(title);
      const { text } = await get(bench, `/api/segments/${segments[1]!.key}/fa/versions`, reader);
      expect(JSON.parse(text)).toMatchObject({ versions: [{ origin: { kind: 'fixed', title } }, {}] });
    }
    await post(bench, `${location}/undo`, {});
    expect(await textOf(1)).toBe('باز  دو  فاصله');
  });
});
