/** `recto analyse` as a process: files and memories in, a table, JSON, CSV and a page out. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

// Where the command keeps what it forgets at its end.
const temporary = scratch.path('temporary');
mkdirSync(temporary);
process.env['TMPDIR'] = temporary;

const text = scratch.path('harbour.md');
writeFileSync(
  text,
  'The harbour was quiet.\n\nThe old lamp still burned above the door.\n\nThe harbour was quiet.\n',
);
const table = scratch.path('memory.tsv');
writeFileSync(table, 'The old lamp still burned above the gate.\tچراغ کهنه هنوز بالای دروازه می‌سوخت.\n');
const xliff = scratch.path('locked.xlf');
writeFileSync(
  xliff,
  `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a" source-language="en" target-language="my" datatype="plaintext"><body>
<trans-unit id="1" mq:locked="locked"><source>The harbour was quiet.</source><target>x</target></trans-unit>
<trans-unit id="2"><source>The harbour was quiet.</source></trans-unit>
<trans-unit id="3" translate="no"><source>Not for anybody.</source></trans-unit>
</body></file></xliff>`,
);

const amount = z.object({ segments: z.number(), words: z.number() });
const shape = z.object({
  documents: z.array(z.object({ document: z.string(), bands: z.record(z.string(), amount) })),
  all: z.object({ bands: z.record(z.string(), amount), total: amount, weightedWords: z.number() }),
});

it('finds bands in a file of translations, which leaves nothing behind', () => {
  const [csv, html] = [scratch.path('out.csv'), scratch.path('out.html')];
  const { status, stdout, stderr } = recto(
    ['analyse', text, '--tmx', table, '--target-language', 'fa', '--csv', csv, '--html', html, '--json'],
    '',
    'fa_IR.UTF-8',
  );
  expect([status, stderr]).toEqual([0, '']);
  const { all } = shape.parse(JSON.parse(stdout));
  expect(all.bands).toMatchObject({
    new: { segments: 1, words: 4 },
    '85-94': { segments: 1, words: 8 },
    repetition: { segments: 1, words: 4 },
  });
  expect(all.weightedWords).toBeCloseTo(4 + 8 * 0.6 + 4 * 0.3);
  expect(readFileSync(csv, 'utf8')).toContain('harbour.md,85-94,1,8,');
  expect(readFileSync(html, 'utf8')).toContain('dir="rtl"');
  expect(readdirSync(temporary)).toEqual([]);
});

it('counts locked segments by themselves, repetitions over files, and weighs by given rates', () => {
  const { stdout } = recto(['analyse', xliff, text, '--target-language', 'my', '--rate', 'new=50', '--json']);
  const { documents, all } = shape.parse(JSON.parse(stdout));
  expect(documents[0]?.bands).toMatchObject({ locked: { segments: 1 }, new: { segments: 1 } });
  expect(documents[1]?.bands).toMatchObject({ new: { segments: 1 }, repetition: { segments: 2 } });
  expect(all.total.segments).toBe(5);
  expect(all.weightedWords).toBeCloseTo((4 + 8) * 0.5 + 8 * 0.3);
});

it('prints a table, and says what is wrong with what it was given', () => {
  const { status, stdout, stderr } = recto([
    'analyse',
    text,
    '--tmx',
    join(text, 'no'),
    '--target-language',
    'fa',
  ]);
  expect(stderr).toContain('[file-not-found]');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^harbour\.md\n/);
  expect(stdout).toMatch(/\n +3 +16 +\d+ +13\.2 {2}Total\n$/);
  const without = recto(['analyse', text]);
  expect([without.status, without.stderr.includes('[language-missing]')]).toEqual([1, true]);
});
