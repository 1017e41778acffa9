/** Documents that came as XLIFF: what is locked stays, what goes out is of its language, notes travel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportXliff } from '../../server/usecases/export-xliff.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { applyImport } from '../../server/usecases/apply-import.ts';
import { mergeFile } from '../../server/usecases/merge-file.ts';
import { extractFile } from '../../server/usecases/extract-file.ts';
import { previewImport } from '../../server/usecases/preview-import.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';

const XLIFF = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<file original="a" source-language="en" target-language="fa" datatype="plaintext"><body>
<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source><target><mrk mtype="seg" mid="1">الف.</mrk> <mrk mtype="seg" mid="2"></mrk></target><sdl:seg-defs><sdl:seg id="1" locked="true"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>
</body></file></xliff>`;

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({});
});
afterAll(() => bench.close());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array | null): string => new TextDecoder().decode(data ?? new Uint8Array());

async function imported(): Promise<DocumentId> {
  const result = await importDocument(bench.usecases, {
    projectName: '',
    fileName: 'a.sdlxliff',
    bytes: bytes(XLIFF),
    sourceLanguage: tag('en'),
    targetLanguages: [tag('my')],
    granularity: 'sentence',
    switches: {},
    author: '',
  });
  if (result.kind !== 'imported') throw new Error(JSON.stringify(result.problems));
  return result.document;
}

async function segments(document: DocumentId): Promise<readonly StoredSegment[]> {
  return (await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 10)).segments;
}

async function save(document: DocumentId, index: number, target: string): Promise<void> {
  const segment = (await segments(document))[index]!;
  await bench.usecases.store.saveTarget({
    segment: segment.key,
    language: tag('fa'),
    base: segment.current?.version ?? 0,
    target: [target],
    state: 'translated',
    subState: null,
    author: 'م',
    at: 1,
    origin: { kind: 'typed' },
  });
}

describe('a document that came as XLIFF', () => {
  it('goes out with an edit beside a locked segment, and nothing else changed', async () => {
    const document = await imported();
    await save(document, 1, 'ب.');
    const result = await exportXliff(bench.usecases, document, tag('fa'), '1.2');
    expect(result).toMatchObject({ kind: 'exported', problems: [] });
    const out = text(result.kind === 'exported' ? result.bytes : null);
    expect(out).toContain('<mrk mtype="seg" mid="2">ب.</mrk>');
    expect(out).toContain('<mrk mtype="seg" mid="1">الف.</mrk>');
  });

  it('lets no returned file change what is locked', async () => {
    const document = await imported();
    const preview = await previewImport(bench.usecases, {
      document,
      language: tag('fa'),
      fileName: 'a.sdlxliff',
      author: 'x',
      bytes: bytes(XLIFF.replace('>الف.<', '>دگرگون.<')),
    });
    if (preview.kind !== 'preview') throw new Error(preview.kind);
    await applyImport(bench.usecases, preview.import.id, {
      author: 'x',
      draftsAsTranslated: false,
      goodParts: true,
    });
    expect((await segments(document))[0]!.current?.target).toEqual(['الف.']);
  });

  it('does not go out with a translation into another language than its own', async () => {
    const result = await exportXliff(bench.usecases, await imported(), tag('my'), '1.2');
    expect(result).toMatchObject({ kind: 'refused', problems: [{ code: 'export-other-language' }] });
  });

  it('takes the notes of people along', async () => {
    const document = await imported();
    const [first] = await segments(document);
    await bench.usecases.store.addNote(first!.key, {
      author: 'م',
      at: 1,
      text: 'یادداشت',
      language: tag('fa'),
    });
    const result = await exportXliff(bench.usecases, document, tag('fa'), '1.2');
    expect(text(result.kind === 'exported' ? result.bytes : null)).toContain('یادداشت</note>');
  });
});

describe('merging with an original beside', () => {
  it('puts no translation under another paragraph', () => {
    const original = 'One.\n\nTwo.\n';
    const deps = bench.usecases;
    const file = { fileName: 'a.md', bytes: bytes(original), sourceLanguage: tag('en') };
    const sent = extractFile(deps, { ...file, targetLanguage: tag('fa'), profile: '2.1' });
    const back = text(sent.bytes)
      .replace(/<skeleton>[\s\S]*?<\/skeleton>/u, '')
      .replace('<source>One.</source>', '<source>One.</source><target>یک.</target>')
      .replace('<source>Two.</source>', '<source>Two.</source><target>دو.</target>');
    const merged = mergeFile(deps, {
      ...file,
      fileName: 'a.xlf',
      bytes: bytes(back),
      fallback: 'source',
      original: { fileName: 'a.md', bytes: bytes('New.\n\nTwo.\n') },
    });
    expect(text(merged.bytes)).toBe('New.\n\nدو.\n');
    expect(merged.problems.map(({ code }) => code)).toContain('xliff-skeleton-mismatch');
  });
});
