/** Splitting, joining and undoing as the editor asks for them, and what comes of it in the exported file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textOf } from '../../server/core/text/content.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import { exportTranslation } from '../../server/usecases/export-translation.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';

const fa = tag('fa');
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(async () => {
  await workbench.close();
});

const XLIFF_2 = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fa">
 <file id="f"><unit id="a"><segment id="s1"><source>One two. Three four.</source></segment></unit>
 <unit id="b" canResegment="no"><segment id="s1"><source>Not this. No.</source></segment></unit></file></xliff>
`;
const XLIFF_12 = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" datatype="plaintext"
 source-language="en" target-language="fa"><body><trans-unit id="a"><source>One two. Three four.</source>
 </trans-unit></body></file></xliff>
`;

async function bring(fileName: string, text: string): Promise<DocumentId> {
  const result = await importDocument(workbench.usecases, {
    projectName: 'Splits',
    fileName,
    bytes: new TextEncoder().encode(text),
    sourceLanguage: tag('en'),
    targetLanguages: [fa],
    granularity: 'paragraph',
    switches: {},
    author: 'Zahra',
  });
  if (result.kind !== 'imported') throw new Error(JSON.stringify(result));
  return result.document;
}

const segments = async (id: DocumentId): Promise<readonly StoredSegment[]> =>
  (await workbench.usecases.store.listSegments(id, fa, {}, 0, 100)).segments;

const answerSchema = z.looseObject({
  error: z.string().optional(),
  second: z.number().optional(),
  undo: z.object({ id: z.number(), kind: z.string() }).nullish(),
  unit: z.array(z.looseObject({ key: z.number() })).optional(),
});

async function ask(
  path: string,
  body: object,
  method = 'POST',
): Promise<{ readonly status: number; readonly body: z.infer<typeof answerSchema> }> {
  const response = await fetch(`${workbench.address}/api/segments/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: answerSchema.parse(await response.json()) };
}

async function exported(id: DocumentId): Promise<string> {
  const result = await exportTranslation(workbench.usecases, id, fa);
  if (result.kind !== 'exported') throw new Error(JSON.stringify(result));
  expect(result.problems).toEqual([]);
  return new TextDecoder().decode(result.bytes);
}

describe('segmentation', () => {
  test('a split answers with the unit, is undone, and tells of conflicts', async () => {
    const [first] = await segments(await bring('a.txt', 'One two. Three four.\n\nFive.\n'));
    const split = await ask(`${first!.key}/fa/split`, { base: 0, source: 8 });
    expect(split).toMatchObject({
      status: 200,
      body: {
        kind: 'split',
        first: first!.key,
        moved: 1,
        unit: [{ source: ['One two.'] }, { source: ['Three four.'], position: 2 }],
        undo: { kind: 'split' },
        progress: { byState: { initial: { segments: 3 } } },
      },
    });
    const stale = await ask(`${first!.key}/fa/split`, { base: 4, source: 3 });
    expect(stale).toMatchObject({ status: 409, body: { error: 'conflict', unit: [{}, {}] } });
    const undone = await ask(`${first!.key}/fa/undo-segmentation`, { id: split.body.undo!.id });
    expect(undone).toMatchObject({
      status: 200,
      body: { undo: null, moved: -1, unit: [{ source: ['One two. Three four.'] }] },
    });
    const again = await ask(`${first!.key}/fa/undo-segmentation`, { id: split.body.undo!.id });
    expect(again.status).toBe(409);
  });

  test('what may not be is refused with its code, nonsense as a bad request', async () => {
    const [, forbidden] = await segments(await bring('a.xlf', XLIFF_2));
    expect(await ask(`${forbidden!.key}/fa/split`, { base: 0, source: 9 })).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'resegment-not-allowed' }] },
    });
    expect((await ask(`${forbidden!.key}/fa/split`, { base: 0, source: 'x' })).status).toBe(400);
    expect((await ask(`${forbidden!.key}/fa/join`, { base: 0, next: 999999, nextBase: 0 })).status).toBe(409);
    expect((await ask('999999/fa/split', { base: 0, source: 1 })).status).toBe(404);
  });

  test('a translated half stands in the file: a segment of its own in XLIFF 2', async () => {
    const id = await bring('a.xlf', XLIFF_2);
    const [first] = await segments(id);
    const { body } = await ask(`${first!.key}/fa/split`, { base: 0, source: 8 });
    await ask(`${first!.key}/fa`, { base: 0, target: ['یک دو.'], state: 'translated' }, 'PUT');
    await ask(`${body.second!}/fa`, { base: 0, target: ['سه چهار.'], state: 'translated' }, 'PUT');
    const file = await exported(id);
    expect(file).toMatch(/<source>One two\.<\/source>\s*<target>یک دو\.<\/target>/u);
    expect(file).toMatch(/<source>Three four\.<\/source>\s*<target>سه چهار\.<\/target>/u);
    expect(file).toContain('canResegment="no"');
  });

  test('XLIFF 1.2 without seg-source, which cannot say it, has both halves in its one target', async () => {
    const id = await bring('b.xlf', XLIFF_12);
    const [first] = await segments(id);
    const { body } = await ask(`${first!.key}/fa/split`, { base: 0, source: 8 });
    await ask(`${first!.key}/fa`, { base: 0, target: ['یک دو.'], state: 'translated' }, 'PUT');
    await ask(`${body.second!}/fa`, { base: 0, target: ['سه چهار.'], state: 'translated' }, 'PUT');
    expect(await exported(id)).toMatch(/<target[^>]*>یک دو\. سه چهار\.<\/target>/u);
  });

  test('a plain text keeps every byte around a half that was translated', async () => {
    const id = await bring('c.txt', 'One two.  Three four.\n');
    const [first] = await segments(id);
    const { body } = await ask(`${first!.key}/fa/split`, { base: 0, source: 8 });
    await ask(`${body.second!}/fa`, { base: 0, target: ['سه چهار.'], state: 'translated' }, 'PUT');
    expect(await exported(id)).toBe('One two.  سه چهار.\n');
    const joined = await ask(`${first!.key}/fa/join`, { base: 0, next: body.second!, nextBase: 1 });
    expect(joined.status).toBe(200);
    const [whole] = await segments(id);
    expect(textOf(whole!.source)).toBe('One two.  Three four.');
    expect(whole!.current?.state).toBe('initial');
  });
});
