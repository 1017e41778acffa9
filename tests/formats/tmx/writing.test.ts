/** TMX that we write: what is read of it is what was written, and it is valid by the DTD. */
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Tu } from '../../../server/core/memory/tu.ts';
import type { Problem } from '../../../server/core/problem.ts';
import { normalizeContent, type Content, type ContentPart } from '../../../server/core/text/content.ts';
import { tmxMemory } from '../../../server/formats/tmx/index.ts';
import { hasTool } from '../../support/cat-tool.ts';
import { scratchFolder } from '../../support/cli.ts';
import { complaints, eventsOf, tuOf, tusIn } from '../../support/tus.ts';
import { tag } from '../../support/workbench.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

async function written(tus: readonly Tu[], problems: Problem[] = []): Promise<Buffer> {
  const options = {
    sourceLanguage: null,
    date: 1_600_000_000_000,
    version: '1',
    report: (each: Problem) => problems.push(each),
  };
  const parts: Uint8Array[] = [];
  async function* stream(): AsyncGenerator<Tu> {
    await Promise.resolve();
    yield* tus;
  }
  for await (const part of tmxMemory.writeTus?.(stream(), options) ?? []) parts.push(part);
  return Buffer.concat(parts);
}

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '&',
    '<',
    '>',
    '"',
    "'",
    '\n',
    '\t',
    '\r',
    ']',
    'ک',
    '‌',
    'ဘာ',
    '😀',
    ' ',
    '\u00a0',
  ),
  maxLength: 12,
});
const filled = text.filter((each) => each.trim() !== '');

/** Text with pairs, halves of pairs, single codes and marked text; the ids 1 to 4 belong to one kind each. */
const content: fc.Arbitrary<Content> = fc
  .array(
    fc.oneof(
      filled,
      filled.map((inner): readonly ContentPart[] => [
        { code: 'open', id: '1', equiv: '', text: '<b>' },
        inner,
        { code: 'close', id: '1', equiv: '', text: '</b>' },
      ]),
      fc.constant<readonly ContentPart[]>([{ code: 'standalone', id: '2', equiv: '', text: '' }]),
      fc.constant<readonly ContentPart[]>([{ code: 'open', id: '3', equiv: '', text: '<&' }]),
      filled.map((inner): readonly ContentPart[] => [
        { code: 'marker', id: '4', equiv: '', text: '', edge: 'open' },
        inner,
        { code: 'marker', id: '4', equiv: '', text: '', edge: 'close' },
      ]),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => {
    const seen = new Set<string>();
    return normalizeContent(
      parts.flatMap((part) => {
        if (typeof part === 'string') return [part];
        const id = part.map((each) => (typeof each === 'string' ? '' : each.id)).join('');
        const again = seen.has(id);
        seen.add(id);
        return again ? [] : part;
      }),
    );
  })
  .filter((each) => each.length > 0);

const date = fc.option(fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => seconds * 1000));
const name = text.map((each) => each.replace(/[\r\n\t]/g, ''));
const told = fc.option(filled);

const anyTu: fc.Arbitrary<Tu> = fc.record({
  variants: fc
    .uniqueArray(fc.constantFrom('en', 'fa-IR', 'my', 'zh-Hans-CN').map(tag), { minLength: 2, maxLength: 4 })
    .chain((languages) =>
      fc.tuple(...languages.map((language) => content.map((each) => ({ language, content: each })))),
    ),
  kind: fc.constantFrom('human' as const, 'machine' as const, 'aligned' as const),
  context: fc.record({ previous: told, next: told, id: told }),
  document: filled,
  createdBy: name,
  changedBy: name,
  createdAt: date,
  changedAt: date,
  tuid: name,
  notes: fc.array(filled, { maxLength: 2 }),
  properties: fc.array(fc.record({ type: fc.constantFrom('x-a', 'domain'), text }), { maxLength: 2 }),
});

describe('a memory as TMX', () => {
  it('is read again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTu, { maxLength: 4 }), async (tus) => {
        const problems: Problem[] = [];
        const events = await eventsOf(tmxMemory, await written(tus, problems));
        expect(problems).toEqual([]);
        expect(complaints(events)).toEqual([]);
        expect(tusIn(events)).toEqual(tus);
      }),
      { numRuns: 200 },
    );
  });

  it('is read again and written again to the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTu, { maxLength: 3 }), async (tus) => {
        const once = await written(tus);
        expect(await written(tusIn(await eventsOf(tmxMemory, once)))).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  it('is valid by the DTD', async () => {
    if (!hasTool({ 'libxml2-utils': '/usr/bin/xmllint' })) return;
    const tus = fc.sample(anyTu, { numRuns: 200, seed: 5 });
    const file = join(scratch.path('memory.tmx'));
    writeFileSync(file, await written(tus));
    const dtd = join(import.meta.dirname, 'tmx14.dtd');
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, file], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('says what XML cannot hold', async () => {
    const problems: Problem[] = [];
    const file = await written(
      [tuOf({ en: 'a', fa: 'ب' }), tuOf({ en: 'a\u000cb', fa: 'ب\ufffe' })],
      problems,
    );
    expect(problems).toMatchObject([
      {
        code: 'tmx-character-replaced',
        place: { path: 'tu 2' },
        values: { character: 'U+000C', language: 'en' },
      },
      {
        code: 'tmx-character-replaced',
        place: { path: 'tu 2' },
        values: { character: 'U+FFFE', language: 'fa' },
      },
    ]);
    expect(tusIn(await eventsOf(tmxMemory, file))[1]).toEqual(tuOf({ en: 'a\ufffdb', fa: 'ب\ufffd' }));
  });

  it('has numbers for codes whose ids are none, the same in each language', async () => {
    const code = (id: string): ContentPart => ({ code: 'standalone', id, equiv: '', text: id });
    const file = await written([tuOf({ en: [code('c'), 'a', code('b')], fa: [code('b'), 'ب', code('c')] })]);
    expect(file.toString()).toContain('<seg><ph x="1">c</ph>a<ph x="2">b</ph></seg>');
    expect(file.toString()).toContain('<seg><ph x="2">b</ph>ب<ph x="1">c</ph></seg>');
  });

  it('leaves out marks that do not nest, and keeps their text', async () => {
    const mark = (id: string, edge: 'open' | 'close'): ContentPart => ({
      code: 'marker',
      id,
      equiv: '',
      text: '',
      edge,
    });
    const crossing = [
      mark('1', 'open'),
      'a',
      mark('2', 'open'),
      'b',
      mark('1', 'close'),
      'c',
      mark('2', 'close'),
    ];
    const file = (await written([tuOf({ en: crossing, fa: 'ب' })])).toString();
    expect(file).toContain('<seg><hi x="1">ab</hi>c</seg>');
  });
});
