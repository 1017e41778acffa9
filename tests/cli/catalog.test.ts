/** `recto catalog` with real files: out, translated by `recto apply`, and back into a folder. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot, recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

it('takes this project’s own messages to Persian and back, and changes the one that was translated', () => {
  const sources = readdirSync(join(projectRoot, 'locales/en')).map((name) =>
    join(projectRoot, 'locales/en', name),
  );
  const folder = scratch.path('fa');
  mkdirSync(folder);
  for (const name of readdirSync(join(projectRoot, 'locales/fa'))) {
    writeFileSync(join(folder, name), readFileSync(join(projectRoot, 'locales/fa', name)));
  }
  const sent = scratch.path('ui.xlf');
  const out = recto([
    'catalog',
    'extract',
    ...sources,
    '--target-language',
    'fa',
    '--targets',
    folder,
    '-o',
    sent,
  ]);
  expect([out.status, out.stderr]).toEqual([0, '']);

  const targets = scratch.path('targets.json');
  writeFileSync(targets, JSON.stringify({ 'filter-state': [{ target: 'وضعیتِ نو', state: 'translated' }] }));
  const back = scratch.path('back.xlf');
  expect(recto(['apply', sent, '--targets', targets, '-o', back]).status).toBe(0);

  const applied = recto(['catalog', 'apply', back, '--sources', ...sources, '--into', folder, '--json']);
  expect([applied.status, applied.stderr]).toEqual([0, '']);
  expect(JSON.parse(applied.stdout)).toMatchObject({ files: ['editor.json'], problems: [] });
  for (const name of readdirSync(folder)) {
    const before = readFileSync(join(projectRoot, 'locales/fa', name), 'utf8');
    const expected = before.replace(/("filter-state": )"[^"]*"/, '$1"وضعیتِ نو"');
    expect(readFileSync(join(folder, name), 'utf8')).toBe(expected);
  }
});
