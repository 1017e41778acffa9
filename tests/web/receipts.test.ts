/** A receipt is compared once and shown page by page, and never hides what was done since. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReceiptRow } from '../../server/core/document/receipt/row.ts';
import type { Import } from '../../server/store/exchange.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import { addNote } from '../../server/usecases/add-note.ts';
import { chooseRows } from '../../server/usecases/apply-import.ts';
import { exportXliff } from '../../server/usecases/export-xliff.ts';
import {
  openImport,
  type ImportPreview,
  type PreviewImportResult,
} from '../../server/usecases/preview-import.ts';
import { compareReturned } from '../../server/usecases/compare-returned.ts';
import { readReturnedFile } from '../../server/usecases/read-returned-file.ts';
import { createReceipts, type Receipts } from '../../server/web/receipts.ts';
import { saveOf } from '../support/store-samples.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { get } from './client.ts';

const fa = tag('fa');
let bench: Workbench;
let now = 0;
let receipts: Receipts;
let document: DocumentId;
let pending: Import;

beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

beforeEach(async () => {
  const text = Array.from({ length: 120 }, (_, index) => `Sentence number ${index + 1}.`).join('\n\n');
  document = await importSample(bench.usecases, { text });
  receipts = createReceipts({ ...bench.usecases, now: () => now });
  const sent = await exportXliff(bench.usecases, document, fa, '2.1');
  if (sent.kind !== 'exported') throw new Error(sent.kind);
  const back = Buffer.from(sent.bytes)
    .toString('utf8')
    .replaceAll(/<source>([^<]*)<\/source>(?:\s*<target[^<]*(?:\/>|<\/target>))?/gu, (_, source: string) => {
      return `<source>${source}</source><target>${source.replace('Sentence number', 'جملهٔ')}</target>`;
    });
  const bytes = Buffer.from(back);
  const input = { document, language: fa, fileName: 'back.xlf', bytes, author: 'Z' };
  pending = shown(await receipts.preview(input)).import;
});

function shown(result: PreviewImportResult): ImportPreview {
  if (result.kind !== 'preview') throw new Error(JSON.stringify(result));
  return result;
}

async function open(): Promise<ImportPreview> {
  return shown(await receipts.open(pending));
}

const conflicts = (rows: readonly ReceiptRow[]): number =>
  rows.filter((row) => row.change === 'conflict').length;

async function save(index: number, base: number): Promise<void> {
  const { segments } = await bench.usecases.store.listSegments(document, fa, {}, 0, 500);
  await bench.usecases.store.saveTarget(saveOf(segments[index]!.key, base, `اینجا ${base}`));
}

describe('a receipt', () => {
  it('is kept while nothing happens, and is what comparing anew would give', async () => {
    const first = await open();
    expect((await open()).receipt).toBe(first.receipt);
    expect(first).toEqual(await openImport(bench.usecases, pending.id));
    now += 10 * 60 * 1000;
    const later = await open();
    expect(later.receipt).not.toBe(first.receipt);
    expect(later).toEqual(first);
  });

  it('shows what was saved and noted since', async () => {
    expect(conflicts((await open()).receipt.rows)).toBe(0);
    await save(0, 0);
    const after = await open();
    expect(conflicts(after.receipt.rows)).toBe(1);
    await save(0, 1);
    expect((await open()).receipt).not.toBe(after.receipt);
    const before = await open();
    const { segments } = await bench.usecases.store.listSegments(document, fa, {}, 0, 1);
    await addNote(bench.usecases, { segment: segments[0]!.key, language: fa, author: 'Z', text: 'Why?' });
    expect((await open()).receipt).not.toBe(before.receipt);
  });

  it('is shown with the newest decisions', async () => {
    const { receipt, segments } = await open();
    const [first] = segments.values();
    await chooseRows(bench.usecases, pending, [{ position: first!.position, take: false, version: 0 }]);
    const found = await bench.usecases.store.findImport(pending.id);
    const again = shown(await receipts.open(found!));
    expect(again.receipt).toBe(receipt);
    expect(again.import.details.choices).toHaveLength(1);
  });

  it('is kept where there is room, the newest always', async () => {
    const preview = async (): Promise<Import> => {
      const bytes = (await bench.usecases.store.readImportFile(pending.id))!;
      const input = { document, language: fa, fileName: 'back.xlf', bytes, author: 'Z' };
      return shown(await receipts.preview(input)).import;
    };
    receipts = createReceipts({ ...bench.usecases, now: () => now }, 250);
    const imports = [await preview(), await preview()];
    const opened = async (found: Import): Promise<object> => shown(await receipts.open(found)).receipt;
    const before = [await opened(imports[0]!), await opened(imports[1]!)];
    expect([await opened(imports[0]!), await opened(imports[1]!)]).toEqual(before);
    expect(await opened(imports[0]!)).toBe(before[0]);
    await preview();
    expect(await opened(imports[1]!)).toBe(before[1]);
    expect(await opened(imports[0]!)).not.toBe(before[0]);
    receipts = createReceipts({ ...bench.usecases, now: () => now }, 1);
    const newest = await preview();
    expect(await opened(newest)).toBe(await opened(newest));
  });

  it('lets everything else have its turn while it is made', async () => {
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    const units = Array.from({ length: 3000 }, (_, index) => `Sentence number ${index + 1}.`).join('\n\n');
    const large = await importSample(bench.usecases, { text: units });
    const sent = await exportXliff(bench.usecases, large, fa, '2.1');
    if (sent.kind !== 'exported') throw new Error(sent.kind);
    const ours = await bench.usecases.store.readDocument(large, fa);
    const read = readReturnedFile(bench.usecases, {
      bytes: sent.bytes,
      fileName: 'back.xlf',
      language: fa,
      ours: ours!,
      sourceLanguage: tag('en'),
    });
    if (read.kind !== 'returned') throw new Error(read.kind);
    setImmediate(count);
    await compareReturned(bench.usecases, {
      document: large,
      language: fa,
      returned: read.file,
      sent: null,
      bases: null,
    });
    done = true;
    expect(turns).toBeGreaterThan(3000 / 100);
  });

  it('is gone once the import is decided on', async () => {
    await bench.usecases.store.updateImport(pending.id, 'pending', { ...pending, status: 'applied' });
    await save(0, 0);
    expect(await receipts.open(pending)).toEqual({ kind: 'not-found' });
  });
});

describe('the pages of a receipt', () => {
  const page = async (number: number): Promise<readonly string[]> => {
    const { text } = await get(bench, `/documents/${document}/fa/import/${pending.id}?page=${number}`);
    return [...text.matchAll(/name="shown" value="([^"]*)"/gu)].map(([, value]) => value!);
  };

  it('show each row once, the same ones again, and later work on the page where it is', async () => {
    const pages = [await page(1), await page(2), await page(3)];
    expect(pages.map((rows) => rows.length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flat()).size).toBe(120);
    expect(await page(2)).toEqual(pages[1]);
    await save(99, 0);
    // What needs a decision comes first; all before it move down by one.
    expect(await page(1)).toEqual(['100:1', ...pages[0]!.slice(0, 49)]);
    expect(await page(2)).toEqual([pages[0]![49], ...pages[1]!.slice(0, 49)]);
  });
});
