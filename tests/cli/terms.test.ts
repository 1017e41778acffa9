/** `recto terms` and `recto check --terms`, through the real command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { recto as run, scratchFolder, type CliResult } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

function recto(...args: readonly string[]): CliResult {
  return run(args);
}

function file(name: string, text: string): string {
  const path = scratch.path(name);
  writeFileSync(path, text);
  return path;
}

const glossary = file('glossary.txt', '# agreed\nmutual aid\tهمیاری\tKropotkin\nfile\tپرونده\n');
const data = scratch.path('data');
const at = ['--termbase', 'Books', '--data', data] as const;

it('takes a glossary in, lists it, and gives it out as TBX and as it came', () => {
  const languages = ['--source-language', 'en', '--target-language', 'fa'];
  const taken = recto('terms', 'import', glossary, ...at, ...languages);
  expect([taken.status, taken.stdout.trim()]).toEqual([0, '2 added, 0 changed, 0 as they were']);
  expect(recto('terms', 'list', '--data', data).stdout.trim()).toBe('Books  2  en fa');
  const tbx = scratch.path('out.tbx');
  expect(recto('terms', 'export', ...at, '-o', tbx).status).toBe(0);
  expect(readFileSync(tbx, 'utf8')).toContain('<term>همیاری</term>');
  const back = recto('terms', 'export', ...at, ...languages, '--format', 'omegat');
  expect(back.stdout.split('\n').sort()).toEqual(['', 'file\tپرونده', 'mutual aid\tهمیاری\tKropotkin']);
});

it('refuses what it cannot read, and makes no termbase for it', () => {
  const refused = recto('terms', 'import', file('a.tbx', '<html/>'), '--termbase', 'None', '--data', data);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('terms-not-tbx')]);
  expect(recto('terms', 'list', '--data', data).stdout).not.toContain('None');
  expect(recto('terms', 'export', '--termbase', 'None', '--data', data).status).toBe(1);
});

it('holds translations to the terms of a file', () => {
  const xliff = file(
    'a.xlf',
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="fa" datatype="plaintext"><body>
<trans-unit id="1"><source>Mutual aid</source><target>همیاری‌ها</target></trans-unit>
<trans-unit id="2"><source>Mutual aid works</source><target>کار می‌کند</target></trans-unit>
</body></file></xliff>`,
  );
  expect(recto('check', xliff).stdout).not.toContain('[term-');
  const checked = recto('check', xliff, '--terms', glossary);
  expect([checked.status, checked.stdout.match(/unit (\d) .*\[term-missing\]/u)?.[1]]).toEqual([1, '2']);
});
