/** A translation goes out as XLIFF, comes back changed, is shown as a receipt, and only then applied. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../server/core/document/state.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import { textOf } from '../../server/core/text/content.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { formWithFile, get, post, type Answer } from './client.ts';

const LIMIT = 200_000;
let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench({ uploadLimit: LIMIT });
});

afterAll(() => bench.close());

/** A document whose first Persian segments are translated. */
async function translated(): Promise<DocumentId> {
  const document = await importSample(bench.usecases);
  await save(document, 0, 0, 'چراغ');
  await save(document, 1, 0, 'چراغ هنوز می‌سوخت.');
  return document;
}

async function save(
  document: DocumentId,
  index: number,
  base: number,
  text: string,
  state: State = 'translated',
): Promise<void> {
  const { segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100);
  await bench.usecases.store.saveTarget({
    segment: segments[index]!.key,
    language: tag('fa'),
    base,
    target: [text],
    state,
    subState: null,
    author: 'مریم',
    at: 0,
    origin: { kind: 'typed' },
  });
}

async function targets(document: DocumentId): Promise<readonly (string | null)[]> {
  const { segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100);
  return segments.map(({ current }) => (current === null ? null : textOf(current.target)));
}

async function exported(document: DocumentId, version = '2.1'): Promise<string> {
  const { status, headers, text } = await get(
    bench,
    `/documents/${document}/fa/xliff?version=${version}&anyway`,
  );
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toBe(`attachment; filename=lamp.fa.${version}.xlf`);
  return text;
}

/** What a browser sends of the form: the rows that are shown, and those that are ticked. */
function formOf(html: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [, value = ''] of html.matchAll(/name="shown" value="([^"]*)"/gu)) form.append('shown', value);
  for (const [, value = ''] of html.matchAll(/name="take" value="([^"]*)" checked/gu))
    form.append('take', value);
  return form;
}

/** Applies as the page stands. */
async function apply(location: string, change: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const form = formOf((await get(bench, location)).text);
  for (const [name, value] of Object.entries({ go: 'apply', ...change })) form.append(name, value);
  return post(bench, location, form);
}

function send(document: DocumentId, text: string, name = 'back.xlf'): Promise<Answer> {
  return post(bench, `/documents/${document}/fa/import`, formWithFile({}, { name, text }));
}

describe.each(['1.2', '2.0', '2.1', '2.2', 'cat', 'poedit', 'flat-2.0'])('XLIFF %s', (version) => {
  it('that comes back unchanged changes nothing', async () => {
    const document = await translated();
    const answer = await send(document, await exported(document, version));
    expect(answer.status).toBe(303);
    const { text } = await get(bench, answer.location);
    expect(text).toContain('There is nothing to apply.');
    expect(text).toMatch(/change--kept"[^>]*>\s*<span class="change__count">8</);
  });

  it('shows what applying would do, then does it, once', async () => {
    const document = await translated();
    const before = await targets(document);
    const back = (await exported(document, version)).replace('هنوز می‌سوخت', 'روشن بود');
    const { location } = await send(document, back);
    const receipt = await get(bench, location);
    expect(receipt.text).toContain('1 segment is chosen.');
    expect(receipt.text).toContain('چراغ هنوز می‌سوخت.');
    expect(receipt.text).toContain('چراغ روشن بود.');
    expect(receipt.text).toContain('<p class="text" lang="fa" dir="rtl">');
    expect(await targets(document)).toEqual(before);

    const applied = await apply(location);
    expect(applied.status).toBe(303);
    expect((await get(bench, applied.location)).text).toContain('1 segment was saved');
    expect((await targets(document))[1]).toBe('چراغ روشن بود.');
    const again = await post(bench, location, { go: 'apply' });
    expect((await get(bench, again.location)).text).toContain('1 segment was saved');
    const { segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100);
    expect(segments[1]!.current?.version).toBe(2);
  });
});

describe('a receipt of which nothing is chosen', () => {
  it('stays open and says so', async () => {
    const document = await translated();
    const before = await targets(document);
    const { location } = await send(document, (await exported(document)).replace('هنوز می‌سوخت', 'روشن بود'));
    const form = formOf((await get(bench, location)).text);
    form.delete('take');
    form.append('go', 'apply');
    const answer = await post(bench, location, form);
    const { text } = await get(bench, answer.location);
    expect(text).toContain('Nothing is chosen, so nothing was applied.');
    expect(text).toContain('Apply what is chosen');
    // A pair that was left out is one fact.
    expect(text.split('>code-missing<')).toHaveLength(2);
    expect(await targets(document)).toEqual(before);
    const again = formOf(text);
    again.append('take', again.get('shown') ?? '');
    again.append('go', 'apply');
    expect((await get(bench, (await post(bench, location, again)).location)).text).toContain(
      '1 segment was saved',
    );
  });
});

describe('a file with one unit a segment of which the tool left all states out', () => {
  it.each(['poedit', 'flat-2.0'])('keeps ours and says so (%s)', async (profile) => {
    const document = await translated();
    await save(document, 0, 1, 'چراغ', 'final');
    await save(document, 1, 1, 'چراغ هنوز می‌سوخت.', 'reviewed');
    const back = (await exported(document, profile)).replace(/ (?:state|approved)="[^"]*"/gu, '');
    const { location } = await send(document, back);
    const { text } = await get(bench, location);
    expect(text).toMatch(/the states of \d segments were left out and stay as they are/u);
    expect(text).toMatch(/change--kept"[^>]*>\s*<span class="change__count">8</);
  });
});

describe.each(['poedit', 'flat-2.0'])('one unit a segment (%s)', (profile) => {
  it('finds its segments again by their ids alone', async () => {
    const document = await translated();
    // A tool that writes anew has no header, no skeleton and no attributes of ours.
    const back = (await exported(document, profile))
      .replace(/<header>[^]*<\/header>|<skeleton>[^]*<\/skeleton>/u, '')
      .replace(/ (?:xmlns:)?recto(?::\w+)?="[^"]*"/gu, '')
      .replace('هنوز می‌سوخت', 'روشن بود');
    const { location } = await send(document, back);
    // It lost what holds it together, so nothing is taken that nobody asks for.
    expect((await get(bench, location)).text).toContain('quarantine');
    await apply(location, { go: 'good' });
    expect((await targets(document))[1]).toBe('چراغ روشن بود.');
  });
});

describe('a file of a tool that translates and leaves states as they were', () => {
  it.each([
    [{}, 'initial'],
    [{ drafts: 'translated' }, 'translated'],
  ])('brings its texts in as it is told (%j: %s)', async (decision, state) => {
    const document = await translated();
    // What OmegaT does: another text in the target, the state untouched.
    const back = (await exported(document)).replace(
      /(<segment[^>]*>\s*<source>[^<]*<\/source>)(\s*<\/segment>)/u,
      '$1<target>از ابزاری دیگر</target>$2',
    );
    const { location } = await send(document, back);
    const { text } = await get(bench, location);
    expect(text).toContain('name="drafts"');
    expect(text).toContain('In the file <span class="muted">(Draft)</span>');
    expect(text).not.toContain('In the file <span class="muted">(Not translated)</span>');
    await apply(location, decision);
    const { segments } = await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 100);
    const brought = segments.filter(({ current }) => current && textOf(current.target) === 'از ابزاری دیگر');
    expect(brought.map(({ current }) => current?.state)).toEqual([state]);
  });
});

describe('a target that came back as a draft', () => {
  it('is called one, and what has none is not', async () => {
    const document = await translated();
    const back = (await exported(document)).replace('state="translated"', 'state="initial"');
    const { text } = await get(bench, (await send(document, back)).location);
    expect(text).toMatch(/state: \W?Translated\W? → \W?Draft/u);
    expect(text).toContain('In the file <span class="muted">(Draft)</span>');
    const all = await get(bench, `${(await send(document, back)).location}?show=kept`);
    expect(all.text).toContain('In the file <span class="muted">(Not translated)</span>');
  });
});

describe('an import', () => {
  it('does not bring an older text back over a newer one', async () => {
    const document = await translated();
    const untouched = await exported(document);
    await save(document, 1, 1, 'نوشتهٔ تازه‌تر');
    const { location } = await send(document, untouched);
    const receipt = await get(bench, location);
    expect(receipt.text).toContain('Nothing is chosen yet');
    expect(receipt.text).toMatch(/change--older"[^>]*>\s*<span class="change__count">1</u);
    await post(bench, location, {});
    expect((await targets(document))[1]).toBe('نوشتهٔ تازه‌تر');
  });

  it('does not put an empty target in the place of a text', async () => {
    const document = await translated();
    const emptied = (await exported(document)).replace(/<target>[^<]*<\/target>/gu, '<target></target>');
    const { location } = await send(document, emptied);
    await post(bench, location, {});
    expect((await targets(document)).slice(0, 2)).toEqual(['چراغ', 'چراغ هنوز می‌سوخت.']);
  });

  it('leaves alone what somebody saved since the receipt was made', async () => {
    const document = await translated();
    const back = (await exported(document)).replace('هنوز می‌سوخت', 'روشن بود');
    const { location } = await send(document, back);
    await save(document, 1, 1, 'نوشتهٔ همکار');
    const applied = await post(bench, location, {});
    // It is no longer suggested, but shown for a decision.
    const { text } = await get(bench, applied.location);
    expect(text).toContain('Nothing is chosen, so nothing was applied.');
    expect(text).toContain('aria-label="Conflict');
    expect((await targets(document))[1]).toBe('نوشتهٔ همکار');
  });

  it.each([
    ['no XLIFF', '# just text', 'x.md', 'import-not-bilingual'],
    ['nothing', '', 'x.xlf', 'file-empty'],
    ['too much', 'x'.repeat(LIMIT + 1), 'x.xlf', 'file-too-large'],
    [
      'broken XML',
      '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.1"',
      'x.xlf',
      'xml-malformed',
    ],
  ])('of %s is refused with the reason', async (_name, text, name, code) => {
    const document = await translated();
    const before = await targets(document);
    const answer = await send(document, text, name);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(code);
    expect(await targets(document)).toEqual(before);
  });

  it('of another language is refused', async () => {
    const document = await translated();
    const mine = await get(bench, `/documents/${document}/my/xliff?anyway`);
    const answer = await send(document, mine.text);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('import-other-language');
  });

  it('is not found under another document or language', async () => {
    const document = await translated();
    const other = await translated();
    const { location } = await send(document, await exported(document));
    const key = location.slice(location.lastIndexOf('/') + 1);
    for (const path of [`/documents/${other}/fa/import/${key}`, `/documents/${document}/my/import/${key}`]) {
      expect((await get(bench, path)).status).toBe(404);
      expect((await post(bench, path, {})).status).toBe(404);
    }
  });
});
